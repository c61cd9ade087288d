// Unusual ruling: only across, double, dashed, dotted, open sides, missing in parts, thin boxes, shaded rows, only down.
import { decimal, grouped, INDICATORS, lot, numbered, PLACES, STAFF, TASKS } from './words.mjs'

const ALL = ['docx', 'office', 'browser']
const PDFS = ['office', 'browser']

const indicators = (rules, from, to) => ({
  widths: [1.2, 8.5, 2.2, 2.3, 2.3],
  align: 'clcrr',
  head: 1,
  rules,
  rows: [['TT', 'Chỉ tiêu', 'Đơn vị', 'Năm 2024', 'Năm 2025'], ...numbered(INDICATORS.slice(from, to))],
})
const staff = (rules) => ({
  widths: [1.5, 5, 5, 4],
  align: 'clll',
  head: 1,
  rules,
  rows: [['STT', 'Họ và tên', 'Trình độ chuyên môn', 'Nhiệm vụ'], ...numbered(STAFF)],
})
const places = (rules) => ({
  widths: [5, 2.8, 2.8, 2.8, 2.8],
  align: 'lrrrr',
  head: 2,
  rules,
  rows: [
    ['Huyện', 'Khám bệnh', '←', 'Điều trị nội trú', '←'],
    ['↑', 'Kế hoạch', 'Thực hiện', 'Kế hoạch', 'Thực hiện'],
    ...PLACES.slice(0, 8).map((place, i) => [place, ...[0, 1, 2, 3].map((j) => grouped(lot(i * 4 + j, 700, 48000)))]),
    ['*Cộng', '*312.440', '*298.705', '*61.230', '*59.918'],
  ],
})
const tasks = (rules) => ({
  widths: [1.2, 7, 4.3, 3.8],
  align: 'cllc',
  head: 1,
  rules,
  rows: [
    ['TT', 'Công việc', 'Chủ trì', 'Thời gian'],
    ...numbered(TASKS.slice(0, 7).map(([name, leader, , time]) => [name, leader, time])),
  ],
})
const plain = (rules) => ({
  widths: [1.2, 5, 3, 3, 3],
  align: 'clrrr',
  head: 1,
  rules,
  rows: [
    ['TT', 'Đơn vị', 'Giường bệnh', 'Lượt khám', 'Công suất (%)'],
    ...numbered(
      PLACES.slice(2, 11).map((place, i) => [
        place,
        String(lot(i, 40, 320)),
        grouped(lot(i, 9000, 88000)),
        decimal(lot(i, 600, 1100) / 10),
      ]),
    ),
  ],
})

const long = (rules, repeat) => ({
  widths: [1.4, 6, 3, 3, 3],
  align: 'clrrr',
  head: 1,
  rules,
  repeat,
  rows: [
    ['TT', 'Đơn vị', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ (%)'],
    ...numbered(
      Array.from({ length: 56 }, (_, i) => [
        `${PLACES[i % 12]} - khu vực ${Math.floor(i / 12) + 1}`,
        grouped(lot(i + 5, 300, 9900)),
        grouped(lot(i + 6, 300, 9900)),
        decimal(lot(i + 8, 500, 1200) / 10),
      ]),
    ),
  ],
})

export const RULES = [
  { slug: 'ke-ngang', kind: 'only across', formats: ALL, blocks: ['Các chỉ tiêu cơ bản:', indicators('across', 0, 8), 'Thành phần đoàn kiểm tra:', staff('across')] },
  { slug: 'ke-ngang-hai-tang', kind: 'only across', formats: ALL, blocks: ['Hoạt động khám bệnh, chữa bệnh:', places('across')] },
  { slug: 'ke-ngang-nhiem-vu', kind: 'only across', formats: PDFS, blocks: ['Phân công cụ thể:', tasks('across')] },
  { slug: 'ke-ngang-hai-trang', kind: 'only across, two pages', formats: PDFS, blocks: ['Kết quả thực hiện theo khu vực:', long('across', true)] },
  { slug: 'ke-ngang-khong-lap', kind: 'only across, two pages', formats: PDFS, blocks: ['Kết quả thực hiện theo khu vực:', long('across', false)] },
  { slug: 'khong-ke-hai-trang', kind: 'unruled, two pages', formats: PDFS, blocks: ['Kết quả thực hiện theo khu vực:', long('none', true)] },
  { slug: 'khong-ke-khong-lap', kind: 'unruled, two pages', formats: PDFS, blocks: ['Kết quả thực hiện theo khu vực:', long('none', false)] },
  { slug: 'ke-dau-cuoi', kind: 'only head and foot', formats: ALL, blocks: ['Tình hình các đơn vị:', plain('booktabs'), 'Danh sách tổ công tác:', staff('booktabs')] },
  { slug: 'ke-doi', kind: 'double rules', formats: ALL, blocks: ['Các chỉ tiêu của ngành:', indicators('double', 2, 9), 'Phân công:', tasks('double')] },
  { slug: 'net-dut', kind: 'dashed rules', formats: ALL, blocks: ['Các chỉ tiêu của ngành:', indicators('dashed', 4, 11), 'Tổ giúp việc:', staff('dotted')] },
  { slug: 'ho-hai-ben', kind: 'open sides', formats: ALL, blocks: ['Tình hình các đơn vị:', plain('open'), 'Kết quả:', places('open')] },
  { slug: 'thieu-net', kind: 'missing rules', formats: PDFS, blocks: ['Tình hình các đơn vị:', plain('gaps'), 'Tổ công tác liên ngành:', staff('headless')] },
  { slug: 'dong-cham', kind: 'missing rules', formats: ALL, blocks: ['Các chỉ tiêu:', indicators('rows-dotted', 1, 9)] },
  { slug: 'ke-doc', kind: 'only down', formats: PDFS, blocks: ['Tình hình các đơn vị:', plain('down'), 'Tổ giúp việc gồm:', staff('down')] },
  { slug: 'nen-mau', kind: 'shaded rows', formats: ALL, blocks: ['Các chỉ tiêu:', indicators('shaded', 3, 10), 'Phân công:', tasks('shaded')] },
  { slug: 'hop-manh', kind: 'thin boxes', formats: ['browser'], blocks: ['Tình hình các đơn vị:', plain('boxes'), 'Phân công:', tasks('boxes')] },
] // biome-ignore format: a paper a line
