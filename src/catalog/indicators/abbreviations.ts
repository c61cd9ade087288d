// Abbreviations of plans become the words that they stand for; and the brackets that only limit what is counted.

/** Abbreviations, only where they are printed in capitals: “THA” is hypertension, “tha” is not. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  BHYT: 'bảo hiểm y tế', BHXH: 'bảo hiểm xã hội', TYT: 'trạm y tế', TTYT: 'trung tâm y tế', KCB: 'khám bệnh, chữa bệnh', SDD: 'suy dinh dưỡng', TE: 'trẻ em', ĐH: 'đại học', TCQG: 'tiêu chí quốc gia', SXKD: 'sản xuất, kinh doanh', HVS: 'hợp vệ sinh',
  TCMR: 'tiêm chủng mở rộng', TCĐĐ: 'tiêm chủng đầy đủ', PNCT: 'phụ nữ có thai', PNMT: 'phụ nữ mang thai', BMMT: 'bà mẹ mang thai', NCT: 'người cao tuổi',
  THA: 'tăng huyết áp', ĐTĐ: 'đái tháo đường', SXH: 'sốt xuất huyết', SXHD: 'sốt xuất huyết', ATTP: 'an toàn thực phẩm',
  VSATTP: 'an toàn thực phẩm', ATVSTP: 'an toàn thực phẩm', NĐTP: 'ngộ độc thực phẩm', TTHC: 'thủ tục hành chính', DVC: 'dịch vụ công', DVCTT: 'dịch vụ công trực tuyến',
  CBCCVC: 'cán bộ, công chức, viên chức', CCVC: 'công chức, viên chức', CBCNVC: 'cán bộ, công chức, viên chức', CCVCNLĐ: 'công chức, viên chức, người lao động',
  CBVC: 'cán bộ, viên chức', NLĐ: 'người lao động', CBYT: 'cán bộ y tế', NVYT: 'nhân viên y tế', BV: 'bệnh viện', BN: 'bệnh nhân', NB: 'người bệnh', BS: 'bác sĩ',
  DSĐH: 'dược sĩ đại học', ĐD: 'điều dưỡng', NHS: 'nữ hộ sinh', YSSN: 'y sĩ sản nhi', GB: 'giường bệnh', PKĐKKV: 'phòng khám đa khoa khu vực', YHCT: 'y học cổ truyền',
  YDCT: 'y dược cổ truyền', HSSK: 'hồ sơ sức khỏe', HSSKĐT: 'hồ sơ sức khỏe điện tử', BAĐT: 'bệnh án điện tử', BKLN: 'bệnh không lây nhiễm', COPD: 'phổi tắc nghẽn mạn tính',
  BPTT: 'biện pháp tránh thai', BPTTHĐ: 'biện pháp tránh thai hiện đại', KHHGĐ: 'kế hoạch hóa gia đình', VGB: 'viêm gan b', VNNB: 'viêm não nhật bản', MR: 'sởi rubella',
  UVSS: 'uốn ván sơ sinh', UV: 'uốn ván', CSSK: 'chăm sóc sức khỏe', SKSS: 'sức khỏe sinh sản', LĐTT: 'lao động tiên tiến', LĐXS: 'lao động xuất sắc', CSTĐ: 'chiến sĩ thi đua',
  CSTĐCS: 'chiến sĩ thi đua cơ sở', UBND: 'ủy ban nhân dân', HGĐ: 'hộ gia đình', VSMT: 'vệ sinh môi trường', HSSV: 'học sinh, sinh viên', NSNN: 'ngân sách nhà nước',
  KSK: 'khám sức khỏe', TB: 'trung bình', TFR: 'tổng tỷ suất sinh', CBR: 'tỷ suất sinh thô', CDR: 'tỷ suất chết thô', TSTV: 'tỷ suất tử vong',
} // biome-ignore format: a table reads best in lines of a kind

/** How a bracket begins that limits what is counted, and leaves what is measured as it is. */
export const SCOPE =
  /^(?:(?:chưa|không|có|đã) )?(?:tính|bao gồm|kể|gồm|trừ|ngoài)(?: |$)|^(?:chuẩn mới|giai đoạn|theo chuẩn|theo quyết định|theo bộ tiêu chí|tiêu chí mới)/
