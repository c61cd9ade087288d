// What stands side by side or in columns and is no table: letterheads, closing blocks, lists, leaders, columns of running text.
const ALL = ['docx', 'office', 'browser']
const PDFS = ['office', 'browser']

const letterhead = {
  sides: [
    ['UBND TỈNH HÒA BẮC', '*SỞ Y TẾ', '', 'Số: 17/KH-SYT'],
    ['*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '*Độc lập - Tự do - Hạnh phúc', '', 'Hòa Bắc, ngày 14 tháng 01 năm 2025'],
  ],
}
const subjectLetterhead = {
  sides: [
    ['UBND TỈNH HÒA BẮC', '*SỞ Y TẾ', 'Số: 208/SYT-KHTC', 'V/v đăng ký nhu cầu trang thiết bị', 'cho tuyến xã năm 2025'],
    ['*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '*Độc lập - Tự do - Hạnh phúc', '', 'Hòa Bắc, ngày 06 tháng 02 năm 2025'],
  ],
}
const closing = {
  sides: [
    ['*Nơi nhận:', '- Như trên;', '- Bộ Y tế (để báo cáo);', '- Ban Giám đốc Sở;', '- Lưu: VT, KHTC.'],
    ['*KT. GIÁM ĐỐC', '*PHÓ GIÁM ĐỐC', '', '', '', '*Trần Văn Khoát'],
  ],
}
const jointClosing = {
  sides: [
    ['*TM. BAN CHẤP HÀNH CÔNG ĐOÀN', '*CHỦ TỊCH', '', '', '', '*Phạm Quỳnh Như'],
    ['*GIÁM ĐỐC SỞ Y TẾ', '', '', '', '', '*Lê Thị Hạnh'],
  ],
}

const PROSE = [
  'Thực hiện chương trình công tác năm 2025, Sở Y tế xây dựng kế hoạch với các nội dung cụ thể sau đây.',
  'Các đơn vị chủ động bố trí nhân lực, kinh phí, bảo đảm hoàn thành đúng tiến độ và chất lượng được giao.',
  'Định kỳ hằng quý, các đơn vị báo cáo kết quả về Sở Y tế để tổng hợp, báo cáo Ủy ban nhân dân tỉnh theo quy định.',
  'Trong quá trình thực hiện nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Sở để được hướng dẫn giải quyết.',
]

const list = {
  tabs: [1.2],
  rows: [
    ['1.', 'Rà soát cơ sở vật chất của trạm y tế'],
    ['2.', 'Lập danh mục thuốc thiết yếu'],
    ['3.', 'Phân công trực dịch trong dịp Tết'],
    ['4.', 'Báo cáo kết quả trước ngày 20'],
    ['5.', 'Lưu hồ sơ'],
  ],
}
const twoStepList = {
  tabs: [1, 2.2],
  rows: [
    ['I.', 'Công tác chuẩn bị', ''],
    ['', 'a)', 'Thành lập tổ công tác'],
    ['', 'b)', 'Chuẩn bị tài liệu'],
    ['II.', 'Tổ chức thực hiện', ''],
    ['', 'a)', 'Tập huấn cho cán bộ'],
    ['', 'b)', 'Giám sát tại cơ sở'],
  ],
}
const leaders = {
  tabs: [15.5],
  leader: true,
  rows: [
    ['Khám bệnh', '120.000 lượt'],
    ['Điều trị nội trú', '8.400 lượt'],
    ['Xét nghiệm', '96.500 mẫu'],
    ['Siêu âm', '14.250 lượt'],
    ['Phẫu thuật', '1.980 ca'],
  ],
}
const contents = {
  tabs: [15.8],
  leader: true,
  rows: [
    ['I. MỤC ĐÍCH, YÊU CẦU', '1'],
    ['II. CHỈ TIÊU', '2'],
    ['III. NHIỆM VỤ, GIẢI PHÁP', '3'],
    ['1. Y tế dự phòng', '3'],
    ['2. Khám bệnh, chữa bệnh', '5'],
    ['IV. TỔ CHỨC THỰC HIỆN', '7'],
  ],
}

const threeSigners = {
  tabs: [5.6, 11.2],
  rows: [
    ['*NGƯỜI LẬP BIỂU', '*KẾ TOÁN TRƯỞNG', '*GIÁM ĐỐC'],
    ['(Ký, họ tên)', '(Ký, họ tên)', '(Ký, đóng dấu)'],
    ['', '', ''],
    ['', '', ''],
    ['Y Thoa Niê', 'Phạm Quỳnh Như', 'Lê Thị Hạnh'],
  ],
}
const contacts = {
  tabs: [7.5],
  rows: [
    ['Họ và tên: Lê Thị Hạnh', 'Điện thoại: 0203 555 014'],
    ['Chức vụ: Trưởng phòng', 'Thư điện tử: hanh.lt@syt.example'],
    ['Đơn vị: Phòng Nghiệp vụ Y', 'Ngày sinh: 14/6/1979'],
    ['Số tài khoản: 1020 3040', 'Mã số thuế: 5700 123 456'],
  ],
}
const bars = {
  chart: [
    ['Quý I', 74],
    ['Quý II', 52],
    ['Quý III', 91],
    ['Quý IV', 66],
  ],
}

const TITLE = [{ words: 'KẾ HOẠCH', align: 'c', bold: true }, { words: 'Công tác y tế năm 2025', align: 'c', bold: true }] // biome-ignore format: small

export const NEGATIVES = [
  { slug: 'khong-phai-bang-dau-van-ban', kind: 'no table: letterhead', formats: ALL, blocks: [letterhead, ...TITLE, ...PROSE] },
  { slug: 'khong-phai-bang-cong-van', kind: 'no table: letterhead', formats: ALL, blocks: [subjectLetterhead, { words: 'Kính gửi: Các đơn vị trực thuộc', align: 'c' }, ...PROSE, closing] },
  { slug: 'khong-phai-bang-chu-ky', kind: 'no table: signatures', formats: ALL, blocks: [...PROSE, closing] },
  { slug: 'khong-phai-bang-hai-chu-ky', kind: 'no table: signatures', formats: ALL, blocks: [...PROSE, jointClosing] },
  { slug: 'khong-phai-bang-danh-sach', kind: 'no table: list', formats: ALL, blocks: [PROSE[0], list, PROSE[1], twoStepList, PROSE[2]] },
  { slug: 'khong-phai-bang-dan-cham', kind: 'no table: leaders', formats: ALL, blocks: [PROSE[0], leaders, PROSE[1], { words: 'MỤC LỤC', align: 'c', bold: true }, contents] },
  { slug: 'khong-phai-bang-ba-chu-ky', kind: 'no table: signatures', formats: ALL, blocks: [PROSE[0], PROSE[1], threeSigners] },
  { slug: 'khong-phai-bang-lien-he', kind: 'no table: list', formats: ALL, blocks: [PROSE[0], contacts, PROSE[3]] },
  { slug: 'khong-phai-bang-bieu-do', kind: 'no table: chart', formats: ['browser'], blocks: [PROSE[0], bars, PROSE[2]] },
  { slug: 'khong-phai-bang-hai-cot-chu', kind: 'no table: columns of text', formats: PDFS, blocks: [{ words: 'BẢN TIN Y TẾ', align: 'c', bold: true }, { flow: [...PROSE, ...PROSE.toReversed(), PROSE[1], PROSE[3]] }] },
] // biome-ignore format: a paper a line
