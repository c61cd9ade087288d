// Tables without any rule: borderless tables of Word, columns set by tab stops.
import { decimal, grouped, INDICATORS, lot, numbered, PLACES, STAFF, TASKS } from './words.mjs'

const ALL = ['docx', 'office', 'browser']
const PDFS = ['office', 'browser']

const places = {
  widths: [1.3, 5.5, 3, 3, 3],
  align: 'clrrr',
  head: 1,
  rules: 'none',
  rows: [
    ['TT', 'Đơn vị', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ (%)'],
    ...numbered(
      PLACES.map((place, i) => {
        const [plan, done] = [lot(i + 60, 900, 9000), lot(i + 70, 900, 9000)]
        return [place, grouped(plan), grouped(done), decimal((100 * done) / plan)]
      }),
    ),
  ],
}
const indicators = {
  widths: [1.3, 8.2, 2.2, 2.2, 2.2],
  align: 'clccc',
  head: 1,
  rules: 'none',
  rows: [['TT', 'Chỉ tiêu', 'Đơn vị', 'Năm 2024', 'Năm 2025'], ...numbered(INDICATORS.slice(3, 12))],
}
const staff = {
  widths: [1.5, 5, 5, 4],
  align: 'clll',
  head: 1,
  rules: 'none',
  rows: [['STT', 'Họ và tên', 'Trình độ', 'Nhiệm vụ'], ...numbered(STAFF)],
}
const sparse = {
  widths: [6, 2.5, 2.5, 2.5, 2.5],
  align: 'lrrrr',
  head: 1,
  rules: 'none',
  rows: [
    ['Nhóm bệnh', 'Quý I', 'Quý II', 'Quý III', 'Quý IV'],
    ['Sốt xuất huyết', '12', '48', '130', '36'],
    ['Tay chân miệng', '5', '-', '22', ''],
    ['Thủy đậu', '', '9', '', '3'],
    ['Quai bị', '2', '', '', ''],
    ['Cúm mùa', '311', '204', '97', '420'],
    ['*Cộng', '*330', '*261', '*249', '*459'],
  ],
}
const wrapped = {
  widths: [1.3, 7, 4.5, 3.2],
  align: 'cllc',
  head: 1,
  rules: 'none',
  rows: [
    ['TT', 'Nội dung', 'Đơn vị thực hiện', 'Thời gian'],
    ...numbered(TASKS.slice(0, 5).map(([name, leader, , time]) => [name, leader, time])),
  ],
}
const twoLevels = {
  widths: [5, 2.6, 2.6, 2.6, 2.6],
  align: 'lrrrr',
  head: 2,
  rules: 'none',
  rows: [
    ['Huyện', 'Năm 2024', '←', 'Năm 2025', '←'],
    ['↑', 'Nam', 'Nữ', 'Nam', 'Nữ'],
    ...PLACES.slice(0, 7).map((place, i) => [place, ...[0, 1, 2, 3].map((j) => String(lot(i * 4 + j + 5, 20, 480)))]),
  ],
}
const pair = {
  widths: [7, 4],
  align: 'lr',
  head: 1,
  rules: 'none',
  rows: [['Tên bệnh', 'Số ca mắc'], ['Sốt xuất huyết', '1.204'], ['Tay chân miệng', '356'], ['Sởi', '12'], ['Bạch hầu', '0'], ['Ho gà', '3']], // biome-ignore format: small
}
const tabbed = {
  tabs: [1.2, 7.5, 10.5, 13.5],
  isTable: true,
  head: 1,
  rows: [
    ['TT', 'Vật tư', 'Đơn vị', 'Số lượng', 'Nơi nhận'],
    ['1', 'Khẩu trang y tế', 'hộp', '2.500', 'Kho tỉnh'],
    ['2', 'Dung dịch sát khuẩn', 'lít', '840', 'Kho tỉnh'],
    ['3', 'Cloramin B', 'kg', '1.200', 'Các huyện'],
    ['4', 'Bộ phòng hộ', 'bộ', '600', 'Bệnh viện tỉnh'],
    ['5', 'Que thử nhanh', 'hộp', '150', 'Các huyện'],
  ],
}

export const UNRULED = [
  { slug: 'khong-ke', kind: 'unruled', formats: ALL, blocks: ['Kết quả thực hiện theo huyện như sau:', places, 'Các đơn vị đối chiếu số liệu và phản hồi về Sở Y tế.'] },
  { slug: 'khong-ke-chi-tieu', kind: 'unruled', formats: ALL, blocks: ['Chỉ tiêu năm 2025 so với năm trước:', indicators] },
  { slug: 'khong-ke-danh-sach', kind: 'unruled', formats: ALL, blocks: ['Danh sách đoàn công tác:', staff, 'Đoàn làm việc từ ngày 03 đến ngày 05 tháng 3.', 'Số ca mắc theo quý được tổng hợp dưới đây:', sparse] },
  { slug: 'khong-ke-nhieu-dong', kind: 'unruled, wrapped', formats: ALL, blocks: ['Phân công nhiệm vụ cụ thể:', wrapped] },
  { slug: 'khong-ke-sat-dong', kind: 'unruled, tight', formats: ['browser'], blocks: ['Phân công nhiệm vụ cụ thể:', { ...wrapped, pad: 0, valign: 'top' }, 'Chỉ tiêu năm 2025 so với năm trước:', { ...indicators, pad: 0, valign: 'top', font: "'Liberation Sans'" }] },
  { slug: 'khong-ke-sat-dong-giua', kind: 'unruled, tight', formats: ['browser'], blocks: ['Phân công nhiệm vụ cụ thể:', { ...wrapped, pad: 0 }, 'Chỉ tiêu năm 2025 so với năm trước:', { ...indicators, pad: 0, font: "'DejaVu Sans'", size: 10 }] },
  { slug: 'khong-ke-hai-tang', kind: 'unruled', formats: PDFS, blocks: ['Số người được khám sàng lọc:', twoLevels] },
  { slug: 'khong-ke-hai-cot', kind: 'unruled', formats: PDFS, blocks: ['Tình hình dịch bệnh trong tháng được tổng hợp theo bảng sau:', pair, 'Sở Y tế đề nghị các địa phương tiếp tục giám sát chặt chẽ.'] },
  { slug: 'cot-bang-tab', kind: 'unruled', formats: PDFS, blocks: ['Vật tư phòng, chống dịch cấp phát đợt này:', tabbed, 'Các đơn vị ký nhận tại Văn phòng Sở.'] },
] // biome-ignore format: a paper a line
