import { describe, expect, it } from 'vitest'
import { TARGETS, TASKS, targetsOf } from './sentences.ts'

type Case = readonly [text: string, targets: readonly string[]]

const FINDS: readonly Case[] = [
  // Ranges of counts.
  [
    'Từ 3.200 đến 3.500 người cao tuổi được lập hồ sơ sức khỏe.',
    ['người cao tuổi được lập hồ sơ sức khỏe 3200..3500 người cao tuổi'],
  ],
  ['Khám tầm soát cho 4.100 - 4.300 phụ nữ.', ['phụ nữ 4100..4300 phụ nữ']],
  // Ages inside a name.
  ['Tiêm nhắc lại cho ít nhất 85% trẻ từ 2 đến dưới 6 tuổi.', ['trẻ từ 2 đến dưới 6 tuổi >= 85 %']],
  [
    'Tăng tỷ lệ trẻ từ 6 đến dưới 24 tháng tuổi uống vitamin A lên 94%.',
    ['tỷ lệ trẻ từ 6 đến dưới 24 tháng tuổi uống vitamin A = 94 %'],
  ],
  // A rate inside the name of those that reach it.
  ['90% xã có tỷ lệ tiêm đủ mũi trên 92%.', ['xã có tỷ lệ tiêm đủ mũi trên 92% = 90 %']],
  [
    '80% huyện, thành phố đạt tỷ lệ khám thai từ 95% trở lên, 70% xã có nữ hộ sinh.',
    ['huyện, thành phố đạt tỷ lệ khám thai từ 95% trở lên = 80 %', 'xã có nữ hộ sinh = 70 %'],
  ],
  // Rates of people, the measure said once.
  [
    'Tỷ lệ mắc tay chân miệng dưới 60/100.000 dân, thủy đậu dưới 20/100.000 dân.',
    ['Tỷ lệ mắc tay chân miệng < 60 /100.000 dân', 'thủy đậu < 20 /100.000 dân'],
  ],
  // One comparator over two verbs of one noun.
  [
    'Có ít nhất 90% ổ dịch được khoanh vùng trong 24 giờ và 75% không có ca mắc mới.',
    ['ổ dịch được khoanh vùng trong 24 giờ >= 90 %', 'không có ca mắc mới >= 75 %'],
  ],
  // The same, later.
  [
    'Tỷ lệ cấp mã định danh đạt 96% vào giữa năm và đạt 100% khi kết thúc chiến dịch.',
    ['Tỷ lệ cấp mã định danh = 96 %', 'Tỷ lệ cấp mã định danh = 100 %'],
  ],
  // Parts that stand in front of the noun of the whole.
  [
    'Thành lập 20 tổ giám sát, trong đó cụm phía Bắc 8 tổ, cụm phía Nam 12 tổ.',
    ['tổ giám sát = 20 tổ giám sát', 'cụm phía Bắc = 8 tổ', 'cụm phía Nam = 12 tổ'],
  ],
  // None of them.
  [
    '100% bếp ăn được kiểm tra, không để xảy ra vụ ngộ độc tập thể nào.',
    ['bếp ăn được kiểm tra = 100 %', 'vụ ngộ độc tập thể nào = 0'],
  ],
  ['Rà soát để không còn trạm y tế nào dưới 70 điểm.', ['trạm y tế nào dưới 70 điểm = 0']],
  // Words that would end a noun alone.
  [
    'In 5.000 áp phích; kiểm tra 40 cơ sở kinh doanh thực phẩm.',
    ['áp phích = 5000 áp phích', 'cơ sở kinh doanh thực phẩm = 40 cơ sở kinh doanh thực phẩm'],
  ],
  ['Tỷ lệ học sinh thừa cân giảm 0,5% so với năm học 2022 - 2023.', ['Tỷ lệ học sinh thừa cân decrease = 0.5 % (2023)']],
]

const KEEPS_APART: readonly Case[] = [
  ['90% xã có bác sĩ, tỷ lệ tiêm đủ mũi trên 92%.', ['xã có bác sĩ = 90 %', 'tỷ lệ tiêm đủ mũi > 92 %']],
  ['Trên 90% trẻ được cân và 85% bà mẹ được tư vấn.', ['trẻ được cân > 90 %', 'bà mẹ được tư vấn = 85 %']],
  ['Đào tạo 30 bác sĩ, trong đó có 10 bác sĩ chuyên khoa I.', ['bác sĩ = 30 bác sĩ', 'bác sĩ chuyên khoa I = 10 bác sĩ']],
  ['Tổ chức 12 lớp tập huấn, trong đó 4 lớp tại tuyến huyện.', ['lớp tập huấn = 12 lớp tập huấn', 'lớp tại tuyến huyện = 4 lớp']],
  ['Giai đoạn từ 2021 đến 2025 xã hội hóa công tác y tế.', []],
  ['Tăng cường kiểm tra để không có tình trạng thiếu thuốc.', []],
  ['100% trạm y tế có nhân viên trực, không để người dân phải chờ lâu.', ['trạm y tế có nhân viên trực = 100 %']],
  ['Giao các chỉ tiêu dự phòng, dân số cho 9 trung tâm y tế.', []],
]

describe('what numbers of one sentence share', () => {
  it.each(FINDS)('finds the targets of “%s”', (text, targets) => {
    expect(targetsOf(TARGETS, `- ${text}`)).toEqual(targets)
  })

  it.each(KEEPS_APART)('leaves what is apart alone in “%s”', (text, targets) => {
    expect(targetsOf(TARGETS, `- ${text}`)).toEqual(targets)
  })

  it('reads the numbered items below a line that announces targets', () => {
    const items = ['Đào tạo 06 bác sĩ chuyên khoa.', 'Sửa chữa 11 trạm y tế.']
    const numbered = items.map((item, i) => `${i + 1}. ${item}`)
    expect(targetsOf('Điều 1. Giao chỉ tiêu năm 2024 cho các đơn vị như sau:', ...numbered)).toEqual([
      'bác sĩ chuyên khoa = 6 bác sĩ',
      'trạm y tế = 11 trạm y tế',
    ])
    expect(targetsOf(TASKS, ...numbered)).toEqual([])
  })

  it('reads thousands of targets of one sentence in time that grows with their number', () => {
    const time = (count: number) => {
      const words = Array.from({ length: count }, (_, i) => `tỷ lệ tiêm ở khu vực ${i + 1} đạt ${40 + (i % 60)}%`)
      const started = process.cpuUsage().user
      targetsOf(TARGETS, `- Phấn đấu ${words.join(', ')}.`)
      return process.cpuUsage().user - started
    }
    time(300)
    expect(time(4000)).toBeLessThan(24 * Math.max(20_000, time(500)))
  })
})
