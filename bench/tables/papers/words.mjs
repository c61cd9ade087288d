// Invented content for the papers: places, indicators and tasks of the kind that plans list.

export const PLACES = [
  'Thành phố Hòa Bắc', 'Thị xã Sông Lam', 'Huyện Tân Thượng', 'Huyện Phú Lộc', 'Huyện Đông Khê', 'Huyện Mường Pồn',
  'Huyện Vĩnh Trạch', 'Huyện Kỳ Sơn', 'Huyện Ea Đrăng', 'Huyện Cù Lao', 'Huyện Bắc Ái', 'Huyện Thạnh Mỹ',
] // biome-ignore format: a list reads best in lines

export const COMMUNES = [
  'Xã An Hòa', 'Xã Bình Thuận', 'Xã Cẩm Thủy', 'Xã Đức Xuân', 'Xã Giao Thịnh', 'Xã Hưng Nguyên', 'Xã Ia Mơ', 'Xã Khánh Hải',
  'Xã Long Điền', 'Xã Mỹ Đức', 'Xã Nậm Mười', 'Xã Ô Lâm', 'Xã Phước Thể', 'Xã Quảng Lưu', 'Xã Rạch Gốc', 'Xã Sơn Thủy',
] // biome-ignore format: a list reads best in lines

export const INDICATORS = [
  ['Tỷ lệ người dân tham gia bảo hiểm y tế', '%', '94,5', '95,0'],
  ['Số bác sĩ trên một vạn dân', 'người', '9,2', '9,6'],
  ['Số giường bệnh trên một vạn dân (không tính trạm y tế xã)', 'giường', '28,4', '29,0'],
  ['Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ', '%', '93,1', '≥ 95'],
  ['Tỷ lệ suy dinh dưỡng thể nhẹ cân ở trẻ em dưới 5 tuổi', '%', '11,8', '≤ 11,3'],
  ['Tỷ lệ trạm y tế xã có bác sĩ làm việc', '%', '88,0', '90,0'],
  ['Tỷ lệ xã đạt tiêu chí quốc gia về y tế', '%', '81,5', '84,0'],
  ['Tỷ suất sinh thô', '‰', '15,92', '15,80'],
  ['Mức giảm tỷ lệ sinh', '‰', '0,15', '0,12'],
  ['Tỷ lệ phụ nữ đẻ được khám thai từ 4 lần trở lên', '%', '82,7', '84'],
  ['Tỷ lệ hộ gia đình có nhà tiêu hợp vệ sinh', '%', '76,3', '78,5'],
  ['Số người nhiễm HIV được phát hiện mới', 'người', '118', '≤ 110'],
  ['Tỷ lệ bệnh nhân lao được điều trị khỏi', '%', '91,4', '92,0'],
  ['Tỷ lệ người dân được quản lý sức khỏe bằng hồ sơ điện tử', '%', '71,0', '80,0'],
  ['Công suất sử dụng giường bệnh tuyến tỉnh', '%', '96,8', '98'],
]

export const TASKS = [
  ['Rà soát, bổ sung danh mục kỹ thuật của các bệnh viện tuyến huyện', 'Phòng Nghiệp vụ Y', 'Các bệnh viện', 'Quý I', 'Báo cáo'],
  ['Tổ chức tập huấn giám sát, phát hiện sớm các bệnh truyền nhiễm cho cán bộ trạm y tế xã', 'Trung tâm Kiểm soát bệnh tật', 'Trung tâm y tế các huyện', 'Tháng 3', '12 lớp tập huấn'],
  ['Kiểm tra an toàn thực phẩm tại bếp ăn tập thể', 'Chi cục An toàn vệ sinh thực phẩm', 'Thanh tra Sở', 'Tháng 5 - 6', 'Biên bản kiểm tra'],
  ['Triển khai hồ sơ sức khỏe điện tử tại toàn bộ trạm y tế', 'Văn phòng Sở', 'Bưu điện tỉnh', 'Cả năm', 'Phần mềm hoạt động'],
  ['Mua sắm trang thiết bị cho khoa cấp cứu', 'Phòng Kế hoạch - Tài chính', 'Bệnh viện Đa khoa tỉnh', 'Quý II - III', 'Hợp đồng'],
  ['Đào tạo bác sĩ chuyên khoa cấp I theo địa chỉ cho các huyện miền núi, vùng đồng bào dân tộc thiểu số', 'Phòng Tổ chức cán bộ', 'Trường Cao đẳng Y tế', 'Từ tháng 9', 'Quyết định cử đi học'],
  ['Phun hóa chất diệt muỗi phòng bệnh sốt xuất huyết', 'Trung tâm Kiểm soát bệnh tật', 'Ủy ban nhân dân các xã', 'Tháng 6 - 8', '85 xã được phun'],
  ['Truyền thông về lợi ích của tiêm chủng', 'Trung tâm Kiểm soát bệnh tật', 'Đài Phát thanh - Truyền hình', 'Hằng tháng', 'Phóng sự, tin bài'],
  ['Sơ kết 6 tháng đầu năm', 'Văn phòng Sở', 'Các đơn vị trực thuộc', 'Tháng 7', 'Hội nghị'],
  ['Đánh giá chất lượng bệnh viện theo bộ tiêu chí', 'Phòng Nghiệp vụ Y', 'Các bệnh viện', 'Quý IV', 'Bảng điểm'],
] // biome-ignore format: a row a line

export const STAFF = [
  ['Lê Thị Hạnh', 'Bác sĩ chuyên khoa II', 'Trưởng đoàn'],
  ['Trần Văn Khoát', 'Thạc sĩ y tế công cộng', 'Phó trưởng đoàn'],
  ['Nguyễn Đức Thuận', 'Dược sĩ đại học', 'Thành viên'],
  ['Y Thoa Niê', 'Điều dưỡng', 'Thành viên'],
  ['Phạm Quỳnh Như', 'Kế toán viên', 'Thư ký'],
  ['Đỗ Hữu Ước', 'Lái xe', 'Phục vụ'],
]

/** A whole number that looks drawn by lot but is the same in every run. */
export function lot(seed, from, to) {
  let state = (seed * 2654435761) % 4294967296
  state = (state ^ (state >>> 15)) >>> 0
  state = (state * 2246822519) % 4294967296
  return from + (state % (to - from + 1))
}

/** 1234567 => 1.234.567 */
export const grouped = (number) => String(number).replace(/(?<=\d)(?=(?:\d{3})+$)/g, '.')

/** 12.5 => 12,5 */
export const decimal = (number, digits = 1) => number.toFixed(digits).replace('.', ',')

/** Rows with their number in front. */
export const numbered = (rows) => rows.map((row, i) => [String(i + 1), ...row])
