// What the words around a target hand on to it: a name told of the past, a year of comparison, an act of which none may be.
import { describe, expect, it } from 'vitest'
import { TARGETS, TASKS, targetsOf } from './sentences.ts'

type Case = readonly [text: string, ...targets: string[]]

const TOLD: readonly Case[] = [
  ['Năm 2023, tỷ lệ mổ lấy thai là 41,5%; phấn đấu đến năm 2027 giảm còn dưới 38%.', 'tỷ lệ mổ lấy thai < 38 %'],
  ['Tỷ lệ trạm y tế có bác sĩ năm 2023 là 81%; phấn đấu đạt trên 86%.', 'Tỷ lệ trạm y tế có bác sĩ > 86 %'],
  [
    'Năm 2023, tỷ số giới tính khi sinh là 112,3 bé trai/100 bé gái; phấn đấu năm 2024 giữ dưới 111 bé trai/100 bé gái.',
    'tỷ số giới tính khi sinh < 111 bé trai/100 bé gái',
  ],
  [
    'Tỷ lệ hài lòng năm 2023 là 88%; phấn đấu 92% người bệnh được tư vấn trước khi ra viện.',
    'người bệnh được tư vấn trước khi ra viện = 92 %',
  ],
]

const NOT_TOLD: readonly string[] = [
  'Năm 2023, tỷ lệ trạm có bác sĩ là 81%; 04 trạm đang sửa chữa.',
  'Tỷ lệ hài lòng năm 2023 là 88%; giao ban mỗi quý 01 lần.',
  'Năm 2023, tỷ lệ mổ lấy thai là 41,5%; năm 2022 là 40,2%.',
]

const AMONG_TARGETS: readonly Case[] = [
  ['Không khoa nào có tỷ lệ tuân thủ vệ sinh tay dưới 70%.', 'khoa nào có tỷ lệ tuân thủ vệ sinh tay dưới 70% = 0'],
  [
    'Không để huyện, thị xã nào có dưới 2 điểm tiêm, trên 97% trẻ được cân khi sinh.',
    'huyện, thị xã nào có dưới 2 điểm tiêm = 0',
    'trẻ được cân khi sinh > 97 %',
  ],
  ['Ít nhất 60% hồ sơ nộp qua mạng mức độ 2, 3.', 'hồ sơ nộp qua mạng mức độ 2, 3 >= 60 %'],
  [
    'Ít nhất 12 phòng xét nghiệm đạt mức 2, 05 phòng xét nghiệm đạt mức 3.',
    'phòng xét nghiệm đạt mức 2 >= 12 phòng xét nghiệm',
    'phòng xét nghiệm đạt mức 3 = 5 phòng xét nghiệm',
  ],
  ['95% thứ hai: 95% người được chẩn đoán lao được điều trị.', 'người được chẩn đoán lao được điều trị = 95 %'],
  ['90% cơ sở lưu mẫu thức ăn theo Quyết định số 15/QĐ-SYT.', 'cơ sở lưu mẫu thức ăn = 90 %'],
  ['90% cơ sở lưu mẫu thức ăn theo quy định.', 'cơ sở lưu mẫu thức ăn theo quy định = 90 %'],
  ['Thanh toán vốn sửa chữa trạm y tế không thấp hơn 96% kế hoạch vốn được giao.', 'Thanh toán vốn sửa chữa trạm y tế >= 96 %'],
  ['Số con trung bình của một phụ nữ nâng lên mức 2,05 con/phụ nữ.', 'Số con trung bình của một phụ nữ = 2.05 con/phụ nữ'],
  ['Mật độ muỗi tại các xã trọng điểm dưới 0,5.', 'Mật độ muỗi tại các xã trọng điểm < 0.5'],
  ['Có 04 mô hình cấp huyện, số mô hình cấp xã gấp 2 lần năm 2022.', 'mô hình cấp huyện = 4 mô hình'],
  [
    'Đào tạo lại: 90 lượt người, trong đó tuyến tỉnh là 30 lượt, tuyến xã là 60 lượt.',
    'Đào tạo lại = 90 lượt người',
    'tuyến tỉnh = 30 lượt',
    'tuyến xã = 60 lượt',
  ],
  ['Mở 06 lớp với 240 học viên (chi tiết tại Phụ lục).', 'lớp = 6 lớp'],
  ['Tỷ lệ tập thể được tặng Cờ không quá 12% tổng số tập thể được xét khen.', 'Tỷ lệ tập thể được tặng Cờ <= 12 %'],
  ['Không quá 12% tổng số tập thể được tặng Cờ.', 'tổng số tập thể được tặng Cờ <= 12 %'],
  [
    'Đạt tỷ lệ 9,5 bác sĩ/vạn dân, 2 dược sĩ/vạn dân.',
    'bác sĩ/vạn dân = 9.5 bác sĩ/vạn dân',
    'dược sĩ/vạn dân = 2 dược sĩ/vạn dân',
  ],
  ['96% số phường đạt bộ tiêu chí về y tế đến 2030.', 'số phường đạt bộ tiêu chí về y tế đến 2030 = 96 %'],
  ['Dịch vụ công mức độ 3 và mức độ 4 đạt 70%.', 'Dịch vụ công mức độ 3 và mức độ 4 = 70 %'],
  ['Giữ không quá 08 phòng chức năng.', 'phòng chức năng <= 8 phòng chức năng'],
  ['Viết ít nhất 20 tin, bài gửi Cổng thông tin điện tử.', 'tin, bài gửi Cổng thông tin điện tử >= 20 tin, bài'],
  [
    'Giảm tỷ suất sinh thô 0,1‰ so với năm 2023; tỷ lệ tảo hôn giảm 0,4%.',
    'tỷ suất sinh thô decrease = 0.1 ‰ (2023)',
    'tỷ lệ tảo hôn decrease = 0.4 % (2023)',
  ],
  ['Số người hiến máu tăng 6% so với thực hiện năm trước.', 'Số người hiến máu increase = 6 % (2023)'],
]

const TASKS_ALONE: readonly string[] = [
  'Khuyến khích các trạm duy trì trên 40% lượt khám có hẹn trước.',
  'Duy trì kết quả loại trừ bệnh phong (không có ca mắc mới từ năm 2019).',
  'Bố trí cán bộ chuyên trách tối thiểu 01 người/120 giường bệnh.',
]

describe('what is handed on to a target', () => {
  it.each(TOLD)('a name told of the past: “%s”', (text, ...targets) => {
    expect(targetsOf(TASKS, text)).toEqual(targets)
  })

  it.each(NOT_TOLD)('nothing in “%s”', (text) => {
    expect(targetsOf(TASKS, text)).toEqual([])
  })

  it.each(AMONG_TARGETS)('“%s”', (text, ...targets) => {
    expect(targetsOf(TARGETS, `- ${text}`)).toEqual(targets)
  })

  it.each(TASKS_ALONE)('no target in “%s”', (text) => {
    expect(targetsOf(TASKS, text)).toEqual([])
  })

  it('takes duties below “Kinh phí và tổ chức thực hiện”, and none below “Kinh phí”', () => {
    const duty = 'Tư vấn dinh dưỡng cho ít nhất 90% bà mẹ có con nhỏ.'
    expect(targetsOf('I. KINH PHÍ VÀ TỔ CHỨC THỰC HIỆN', '1. Trạm y tế', duty)).toEqual(['bà mẹ có con nhỏ >= 90 %'])
    expect(targetsOf('I. KINH PHÍ', duty)).toEqual([])
  })
})
