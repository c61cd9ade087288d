// Tables and pages: rows cut by a page break, heads repeated or not, tables of many pages, pages laid across and turned.
import { COMMUNES, decimal, grouped, INDICATORS, lot, numbered, PLACES, TASKS } from './words.mjs'

const ALL = ['docx', 'office', 'browser']
const PDFS = ['office', 'browser']

const rowsOf = (count) =>
  numbered(
    Array.from({ length: count }, (_, i) => [
      `${COMMUNES[i % 16]} (${PLACES[i % 12].replace(/^Huyện |^Thị xã |^Thành phố /, '')})`,
      grouped(lot(i, 1800, 19000)),
      String(lot(i + 9, 40, 900)),
      decimal(lot(i + 4, 700, 1000) / 10),
    ]),
  )
const COMMUNE_HEAD = ['TT', 'Xã (huyện)', 'Dân số', 'Trẻ dưới 1 tuổi', 'Tỷ lệ tiêm chủng (%)']
const communes = (count, repeat) => ({
  widths: [1.3, 6.6, 2.8, 2.8, 3],
  align: 'clrrr',
  head: 1,
  repeat,
  rows: [COMMUNE_HEAD, ...rowsOf(count)],
})

const twoLevelCommunes = (count) => ({
  widths: [1.3, 6.6, 2.8, 2.8, 3],
  align: 'clrrr',
  head: 2,
  repeat: true,
  rows: [['TT', 'Xã (huyện)', 'Quy mô', '←', 'Tỷ lệ (%)'], ['↑', '↑', 'Dân số', 'Trẻ dưới 1 tuổi', '↑'], ...rowsOf(count)], // biome-ignore format: head
})

const LONG = [
  'Chỉ đạo các đơn vị trực thuộc rà soát toàn bộ hồ sơ, sổ sách chuyên môn, bảo đảm ghi chép đầy đủ, đúng biểu mẫu; phân công lãnh đạo phụ trách từng cụm xã, hằng tháng đi cơ sở ít nhất hai lần để nắm tình hình và tháo gỡ vướng mắc; kịp thời biểu dương tập thể, cá nhân làm tốt',
  'Phối hợp với ngành giáo dục tổ chức khám sức khỏe đầu năm cho học sinh, tẩy giun định kỳ, cân đo và theo dõi biểu đồ tăng trưởng; hướng dẫn nhà trường bảo đảm nước sạch, nhà vệ sinh và bếp ăn bán trú đạt yêu cầu; xử lý nghiêm các trường hợp vi phạm quy định về an toàn thực phẩm',
  'Tăng cường quản lý người mắc bệnh không lây nhiễm tại trạm y tế, bảo đảm đủ thuốc điều trị tăng huyết áp và đái tháo đường; cập nhật hồ sơ sức khỏe sau mỗi lần khám; chuyển tuyến kịp thời khi vượt khả năng chuyên môn',
]
const longTasks = (count, repeat) => ({
  widths: [1.2, 9.6, 3.4, 2.3],
  align: 'cllc',
  head: 1,
  repeat,
  rows: [
    ['TT', 'Nhiệm vụ, giải pháp', 'Đơn vị thực hiện', 'Thời hạn'],
    ...numbered(
      Array.from({ length: count }, (_, i) => {
        const [, leader, partner, time] = TASKS[i % 10]
        return [`${LONG[i % 3]} (nhóm ${i + 1}).`, i % 2 ? leader : `${leader}; ${partner}`, time]
      }),
    ),
  ],
})

const across = {
  widths: [1.2, 8.8, 2.4, 2.6, 2.6, 2.6, 4.4],
  align: 'clcrrrl',
  head: 2,
  repeat: true,
  rows: [
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Lộ trình', '←', '←', 'Cơ quan theo dõi'],
    ['↑', '↑', '↑', '2024', '2025', '2026', '↑'],
    ...numbered(INDICATORS.map(([name, unit, a, b], i) => [name, unit, a, b, b, TASKS[i % 10][1]])),
  ],
}

const turned = {
  ...across,
  rows: [...across.rows.slice(0, 9)],
}
const turnedMonths = {
  widths: [1.2, 4.5, ...Array(6).fill(2.6), 3],
  align: 'clrrrrrrl',
  head: 1,
  rows: [
    ['TT', 'Huyện', ...[1, 2, 3, 4, 5, 6].map((month) => `Tháng ${month}`), 'Ghi chú'],
    ...numbered(
      PLACES.map((place, p) => [
        place,
        ...Array.from({ length: 6 }, (_, i) => grouped(lot(p * 6 + i, 80, 2100))),
        p % 4 ? '' : 'Ước tính',
      ]),
    ),
  ],
}

export const PAGES = [
  { slug: 'hang-bi-ngat', kind: 'row cut by page', formats: ALL, blocks: ['Nhiệm vụ, giải pháp cụ thể:', longTasks(16, false)] },
  { slug: 'hang-bi-ngat-lap-dau', kind: 'row cut by page', formats: PDFS, blocks: ['Phụ lục nhiệm vụ, giải pháp chủ yếu của ngành', { ...longTasks(13, true), size: 13 }] },
  { slug: 'lap-dau-bang', kind: 'head repeated', formats: ALL, blocks: ['Kết quả tiêm chủng theo xã:', communes(58, true)] },
  { slug: 'lap-dau-hai-tang', kind: 'head repeated', formats: PDFS, blocks: ['Kết quả theo xã:', twoLevelCommunes(52)] },
  { slug: 'khong-lap-dau', kind: 'head not repeated', formats: ALL, blocks: ['Kết quả tiêm chủng mở rộng theo xã:', communes(60, false)] },
  { slug: 'nhieu-trang', kind: 'many pages', formats: ALL, blocks: ['Danh sách các xã:', communes(140, true), 'Danh sách này thay cho danh sách đã gửi tháng trước.'] },
  { slug: 'nhieu-trang-khong-lap', kind: 'many pages', formats: PDFS, blocks: ['Danh sách các xã:', communes(120, false)] },
  { slug: 'trang-ngang', kind: 'landscape', formats: ALL, page: 'landscape', blocks: [{ words: 'PHỤ LỤC II', align: 'c', bold: true }, { words: 'Lộ trình thực hiện các chỉ tiêu', align: 'c' }, across] },
  { slug: 'trang-xoay', kind: 'rotated page', formats: PDFS, page: 'landscape', turn: 90, blocks: [{ words: 'Biểu số 3', align: 'c', bold: true }, turned] },
  { slug: 'trang-xoay-nguoc', kind: 'rotated page', formats: PDFS, page: 'landscape', turn: 270, blocks: [turnedMonths] },
] // biome-ignore format: a paper a line
