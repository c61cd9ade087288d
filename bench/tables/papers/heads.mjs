// Merged heads on two and three levels, group rows, and what stands right above and below a table.
import { decimal, grouped, INDICATORS, lot, numbered, PLACES } from './words.mjs'

const ALL = ['docx', 'office', 'browser']

const twoLevels = {
  widths: [1.1, 6.2, 1.8, 1.8, 1.8, 1.9, 1.9],
  align: 'clcrrrr',
  head: 2,
  rows: [
    ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2024', '←', 'Kế hoạch 2025', '←'],
    ['↑', '↑', '↑', 'Kế hoạch', 'Ước thực hiện', 'Giao', 'Phấn đấu'],
    ...numbered(
      INDICATORS.slice(3, 11).map(([name, unit, now, next], i) => [name, unit, now, decimal(lot(i, 10, 999) / 10), next, next]),
    ),
  ],
}

const threeLevels = {
  widths: [1, 3.8, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5],
  align: 'clrrrrrrrr',
  head: 3,
  size: 11,
  rows: [
    ['TT', 'Huyện, thành phố', 'Nhân lực hiện có', '←', '←', '←', 'Nhu cầu tuyển dụng năm 2025', '←', '←', 'Tổng'],
    ['↑', '↑', 'Bác sĩ', '←', 'Dược sĩ', 'Khác', 'Bác sĩ', '←', 'Khác', '↑'],
    ['↑', '↑', 'Nam', 'Nữ', '↑', '↑', 'Đa khoa', 'YHCT', '↑', '↑'],
    ...numbered(
      PLACES.slice(0, 7).map((place, i) => [place, ...Array.from({ length: 8 }, (_, j) => String(lot(i * 8 + j, 0, 60)))]),
    ),
  ],
}

const allMerged = {
  widths: [1.2, 5.1, 2.5, 2.5, 2.5, 2.7],
  align: 'clrrrr',
  head: 3,
  rows: [
    ['BIỂU TỔNG HỢP NGUỒN KINH PHÍ', '←', '←', '←', '←', '←'],
    ['STT', 'Nguồn', 'Phân kỳ', '←', '←', 'Tổng số'],
    ['↑', '↑', '2024', '2025', '2026', '↑'],
    ...numbered(
      ['Ngân sách tỉnh', 'Ngân sách trung ương', 'Tài trợ', 'Xã hội hóa'].map((name, i) => {
        const years = [0, 1, 2].map((year) => lot(i * 3 + year, 90, 4000))
        return [name, ...years.map(grouped), grouped(years[0] + years[1] + years[2])]
      }),
    ),
  ],
}

const groups = {
  widths: [1.2, 8.8, 2.5, 4],
  align: 'clcc',
  head: 1,
  rows: [
    ['TT', 'Tên chỉ tiêu', 'ĐVT', 'Kế hoạch năm 2025'],
    ['*I. NHÓM CHỈ TIÊU VỀ Y TẾ DỰ PHÒNG', '←', '←', '←'],
    ...numbered(INDICATORS.slice(3, 6).map(([name, unit, , next]) => [name, unit, next])),
    ['*II. NHÓM CHỈ TIÊU VỀ KHÁM BỆNH, CHỮA BỆNH', '←', '←', '←'],
    ...numbered(INDICATORS.slice(1, 3).map(([name, unit, , next]) => [name, unit, next])),
    ['*III. DÂN SỐ', '←', '←', '←'],
    ...numbered(INDICATORS.slice(7, 9).map(([name, unit, , next]) => [name, unit, next])),
  ],
}

const lettered = {
  widths: [1.4, 8.4, 2.3, 2.2, 2.2],
  align: 'clccc',
  head: 1,
  rows: [
    ['Mã số', 'Nội dung', 'Đơn vị', 'Số lượng', 'Ghi chú'],
    ['*A', '*TRANG THIẾT BỊ', '', '', ''],
    ['*I', '*Thiết bị cấp cứu', '', '', ''],
    ['1', 'Máy thở xách tay', 'cái', '4', ''],
    ['2', 'Bơm tiêm điện', 'cái', '12', 'Ưu tiên 1'],
    ['*II', '*Thiết bị xét nghiệm', '', '', ''],
    ['1', 'Máy ly tâm', 'cái', '3', ''],
    ['*B', '*ĐÀO TẠO', '←', '←', '←'],
    ['1', 'Lớp hồi sức cấp cứu', 'lớp', '2', ''],
  ],
}

const short = (head, rows) => ({ widths: [1.2, 9, 3], align: 'clc', head: 1, rows: [head, ...rows] })
const first = short(['TT', 'Chức danh', 'Số người'], numbered([['Bác sĩ', '14'], ['Điều dưỡng', '38'], ['Kỹ thuật viên', '9']])) // biome-ignore format: small
const second = short(['TT', 'Trang bị', 'Số lượng'], numbered([['Xe cứu thương', '2'], ['Máy siêu âm', '3']])) // biome-ignore format: small
const third = { widths: [4, 3, 3, 3.2], align: 'lccc', head: 1, rows: [['Quý', 'Kế hoạch', 'Đã làm', 'Còn lại'], ['Quý I', '40', '36', '4'], ['Quý II', '55', '55', '0']] } // biome-ignore format: small

export const HEADS = [
  { slug: 'hai-tang', kind: 'merged heads', formats: ALL, blocks: ['Kết quả và kế hoạch:', twoLevels] },
  { slug: 'ba-tang', kind: 'merged heads', formats: ALL, blocks: ['Nhân lực theo huyện như sau:', threeLevels, 'Nguồn kinh phí (triệu đồng):', allMerged] },
  { slug: 'nhom-dong', kind: 'group rows', formats: ALL, blocks: [groups, 'Danh mục đề nghị mua sắm, đào tạo:', lettered] },
  { slug: 'hai-bang-lien-nhau', kind: 'stacked tables', formats: ALL, blocks: ['Nhân lực và trang bị của đội cơ động:', first, { gap: 4 }, second, { gap: 4 }, third] },
  {
    slug: 'giua-doan-van', kind: 'between words', formats: ALL,
    blocks: [
      'Căn cứ khả năng cân đối ngân sách, Sở Y tế giao chỉ tiêu cho các đơn vị theo bảng dưới đây. Đơn vị nào có khó khăn thì báo cáo trước ngày 15 tháng 3 để được xem xét, điều chỉnh cho phù hợp với tình hình thực tế.',
      { ...second, rows: second.rows.slice(0, 3) },
      'Ghi chú: Số lượng trên chưa gồm trang bị do dự án tài trợ.',
      'Trường hợp phát sinh thêm nhu cầu, thủ trưởng đơn vị có văn bản đề nghị gửi về Phòng Kế hoạch - Tài chính để tổng hợp.',
      third,
      { words: '(*) Số liệu ước tính đến ngày 30/6.', italics: true },
    ],
  },
] // biome-ignore format: a paper a line
