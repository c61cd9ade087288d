// Several targets and years in one sentence, past results beside a target, fractions, and titles that name nothing.
import { describe, expect, it } from 'vitest'
import { extractFindings } from '../../../src/extract/index.ts'
import { planSource, wordsOf } from '../../support.ts'
import { TARGETS, TASKS } from './sentences.ts'

type Case = readonly [text: string, ...targets: string[]]

/** “name = 95 % (2024) | actual 2023 92”: value, unit, year where one is printed, and what stands beside. */
function targetsOf(heading: string, ...text: Parameters<typeof planSource>): string[] {
  const source = planSource(heading, ...text)
  return extractFindings(source).indicators.map((found) => {
    const value = found.valueText ?? (found.valueMax === null ? `${found.value}` : `${found.value}..${found.valueMax}`)
    const words = [wordsOf(source, found.name), found.change, found.comparator, value, found.unit]
    const year = found.year === null ? [] : [`(${found.year})`]
    const series = found.series.map((cell) => `| ${cell.kind} ${cell.year} ${cell.value}`)
    return [...words.filter((word) => word !== null), ...year, ...series].join(' ')
  })
}

const BESIDE: readonly Case[] = [
  [
    'Tỷ lệ trẻ dưới 1 tuổi tiêm đủ mũi: Kết quả năm 2023 đạt 92 %, năm 2024 phấn đấu 95 %.',
    'Tỷ lệ trẻ dưới 1 tuổi tiêm đủ mũi = 95 % (2024) | actual 2023 92',
  ],
  [
    'Tỷ lệ tham gia bảo hiểm y tế năm 2023 đạt 91,5%, năm 2024 phấn đấu đạt 93%.',
    'Tỷ lệ tham gia bảo hiểm y tế = 93 % (2024) | actual 2023 91.5',
  ],
  [
    'Tỷ lệ sàng lọc sơ sinh: ước thực hiện năm 2023 đạt 60%, năm 2024 đạt trên 65%.',
    'Tỷ lệ sàng lọc sơ sinh > 65 % (2024) | estimate 2023 60',
  ],
  ['Tỷ lệ xã đạt chuẩn: 85% (năm 2023: 80%).', 'Tỷ lệ xã đạt chuẩn = 85 % | actual 2023 80'],
  [
    'Tỷ lệ hài lòng của người bệnh tăng từ 85% năm 2023 lên 90% năm 2024.',
    'Tỷ lệ hài lòng của người bệnh = 90 % (2024) | actual 2023 85',
  ],
  ['Giảm tỷ lệ thấp còi từ 18,2% (2023) xuống còn 17,5% (2024).', 'tỷ lệ thấp còi = 17.5 % (2024) | actual 2023 18.2'],
  [
    'Nâng tỷ lệ quản lý tăng huyết áp từ 45% năm 2023 lên 50% vào năm 2024.',
    'tỷ lệ quản lý tăng huyết áp = 50 % (2024) | actual 2023 45',
  ],
  ['Tỷ lệ quản lý đái tháo đường từ 40% lên 46%.', 'Tỷ lệ quản lý đái tháo đường = 46 %'],
  [
    'Bao phủ tiêm nhắc sởi. Kết quả năm 2023 đạt 88%, năm 2024 phấn đấu 92%.',
    'Bao phủ tiêm nhắc sởi = 92 % (2024) | actual 2023 88',
  ],
  ['Tỷ lệ khám thai đủ 4 lần: năm 2023 đạt 80%; năm 2024 đạt 85%.', 'Tỷ lệ khám thai đủ 4 lần = 85 % (2024)'],
  ['Năm 2023, tỷ lệ tiêm nhắc đạt 70%; năm 2024 phấn đấu đạt 78%.', 'tỷ lệ tiêm nhắc = 78 % (2024)'],
]

const YEARS: readonly Case[] = [
  [
    'Tỷ lệ bao phủ bảo hiểm y tế đạt 90% vào năm 2025 và 95% vào năm 2030.',
    'Tỷ lệ bao phủ bảo hiểm y tế = 90 % (2025)',
    'Tỷ lệ bao phủ bảo hiểm y tế = 95 % (2030)',
  ],
  [
    'Tỷ lệ quản lý hen năm 2024 đạt 60%, năm 2025 đạt 65%, năm 2026 đạt 70%.',
    'Tỷ lệ quản lý hen = 60 % (2024)',
    'Tỷ lệ quản lý hen = 65 % (2025)',
    'Tỷ lệ quản lý hen = 70 % (2026)',
  ],
  ['Tỷ lệ trạm có bác sĩ: 92% (2025), 96% (2030).', 'Tỷ lệ trạm có bác sĩ = 92 % (2025)', 'Tỷ lệ trạm có bác sĩ = 96 % (2030)'],
  [
    'Đến năm 2025, tối thiểu 70% và đến năm 2030, tối thiểu 85% người cao tuổi được khám định kỳ.',
    'người cao tuổi được khám định kỳ >= 70 % (2025)',
    'người cao tuổi được khám định kỳ >= 85 % (2030)',
  ],
  [
    'Tuổi thọ trung bình đạt 74,5 tuổi vào năm 2025 và 75 tuổi vào năm 2030.',
    'Tuổi thọ trung bình = 74.5 tuổi (2025)',
    'Tuổi thọ trung bình = 75 tuổi (2030)',
  ],
  [
    'Tỷ lệ hút thuốc ở nam giảm còn dưới 40% vào năm 2025, dưới 36% vào năm 2030.',
    'Tỷ lệ hút thuốc ở nam < 40 % (2025)',
    'Tỷ lệ hút thuốc ở nam < 36 % (2030)',
  ],
]

const FRACTIONS: readonly Case[] = [
  ['Phấn đấu 2/3 số xã đạt tiêu chí quốc gia về y tế.', 'số xã đạt tiêu chí quốc gia về y tế text 2/3'],
  ['Ít nhất 3/4 trạm y tế có bác sĩ làm việc.', 'trạm y tế có bác sĩ làm việc text 3/4'],
  ['12/12 huyện duy trì đội cơ động chống dịch.', 'huyện duy trì đội cơ động chống dịch = 12 huyện'],
  ['Có 15/18 xã đạt chuẩn quốc gia về y tế.', 'xã đạt chuẩn quốc gia về y tế = 15 xã'],
  ['Tối thiểu 40/52 trường có phòng y tế.', 'trường có phòng y tế >= 40 trường'],
  ['Số xã đạt chuẩn: 45/50 xã.', 'Số xã đạt chuẩn = 45 xã'],
  ['100% (12/12) huyện có trung tâm y tế đạt chuẩn.', 'huyện có trung tâm y tế đạt chuẩn = 100 %'],
  ['100% thôn (86/86 thôn) có nhân viên y tế.', 'thôn (86/86 thôn) có nhân viên y tế = 100 %'],
]

const TITLES: readonly Case[] = [
  ['Số lượng viên chức hoàn thành xuất sắc: Tối thiểu 20% tổng số viên chức.', 'Số lượng viên chức hoàn thành xuất sắc >= 20 %'],
  ['Số lượng: Tối thiểu 20% tổng số cơ sở được kiểm tra.', 'tổng số cơ sở được kiểm tra >= 20 %'],
  ['Số lượng mẫu giám sát: Ít nhất 30 mẫu/huyện.', 'Số lượng mẫu giám sát >= 30 mẫu/huyện'],
  ['Số lượng kiểm tra: tối thiểu 15 cơ sở.', 'cơ sở >= 15 cơ sở'],
  ['Tỷ lệ: trên 60% học sinh được khám mắt.', 'học sinh được khám mắt > 60 %'],
]

const COMPARED: readonly Case[] = [
  ['Tỷ lệ tiêm đủ mũi không thấp hơn 94%.', 'Tỷ lệ tiêm đủ mũi >= 94 %'],
  ['Tỷ lệ nhiễm khuẩn bệnh viện không lớn hơn 3%.', 'Tỷ lệ nhiễm khuẩn bệnh viện <= 3 %'],
  ['Tỷ lệ quản lý thai đạt và vượt 97%.', 'Tỷ lệ quản lý thai >= 97 %'],
  ['Tỷ lệ mắc tay chân miệng thấp hơn 0,5%.', 'Tỷ lệ mắc tay chân miệng < 0.5 %'],
  ['Tỷ lệ cán bộ được tập huấn tối thiểu đạt 80%.', 'Tỷ lệ cán bộ được tập huấn >= 80 %'],
  ['Công suất giường bệnh từ trên 85%.', 'Công suất giường bệnh > 85 %'],
  ['Số mẫu nước giám sát ≥ 24 mẫu.', 'Số mẫu nước giám sát >= 24 mẫu'],
  ['Tổ chức ít nhất 10 lớp trở lên.', 'lớp >= 10 lớp'],
  ['Tập huấn cho 300 nhân viên trở lên.', 'nhân viên >= 300 nhân viên'],
  ['Thu dịch vụ đạt 12 tỷ đồng trở lên.', 'Thu dịch vụ >= 12 tỷ đồng'],
  ['Điểm hài lòng trung bình đạt 4,1 điểm trở lên.', 'Điểm hài lòng trung bình >= 4.1 điểm'],
  ['Thời gian chờ khám không quá 45 phút.', 'Thời gian chờ khám <= 45 phút'],
  ['Chỉ số cải cách hành chính tăng 03 bậc.', 'Chỉ số cải cách hành chính increase = 3 bậc'],
]

const NOTHING: readonly (readonly [heading: string, text: string])[] = [
  [TARGETS, 'Trực cấp cứu 24/24 giờ, 7/7 ngày trong tuần.'],
  [TARGETS, 'Thực hiện theo Kế hoạch số 12/15 của đơn vị.'],
  [TARGETS, 'Kỷ niệm ngày 27/2 tại các đơn vị.'],
  [TARGETS, 'Năm 2023, tỷ lệ tiêm đủ mũi đạt 92%.'],
  [TARGETS, 'Kết quả năm 2023 đạt 92%.'],
  [TARGETS, 'Bệnh viện đạt mức trên 3 theo bộ tiêu chí.'],
  [TARGETS, 'Quý 2 tổ chức thi tay nghề.'],
  [TASKS, 'Bệnh gặp ở 1/3 dân số của vùng.'],
  [TASKS, 'Hiện nay 2/3 số xã đã có bác sĩ.'],
  [TASKS, 'Tại 5/12 huyện đã ghi nhận ca bệnh.'],
  [TASKS, 'Tỷ lệ mắc tăng từ 2% năm 2021 lên 3% năm 2022.'],
  [TASKS, 'Cơ sở có trên 20 giường phải có phương án chữa cháy.'],
]

const ALL = { BESIDE, YEARS, FRACTIONS, TITLES, COMPARED }

for (const [name, cases] of Object.entries(ALL))
  describe(`targets of sentences, ${name.toLowerCase()}`, () => {
    it.each(cases)('finds those of “%s”', (text, ...targets) => {
      expect(targetsOf(TARGETS, `- ${text}`)).toEqual(targets)
    })
  })

describe('sentences that set no target', () => {
  it.each(NOTHING)('in “%s”: %s', (heading, text) => {
    expect(targetsOf(heading, heading === TARGETS ? `- ${text}` : text)).toEqual([])
  })
})

describe('tables with several years', () => {
  const table = (...heads: string[]) => [
    ['TT', 'Chỉ tiêu', 'Đơn vị', ...heads],
    ['1', 'Tỷ lệ xã có bác sĩ', '%', ...heads.map((_, i) => String(90 + i))],
  ]
  it.each<[string[], string]>([
    [['Kế hoạch 2024', 'Kế hoạch 2025'], 'Tỷ lệ xã có bác sĩ = 90 % (2024) | target 2025 91'],
    [['Mục tiêu 2025', 'Mục tiêu 2030'], 'Tỷ lệ xã có bác sĩ = 91 % (2030) | target 2025 90'],
    [['Thực hiện 2023', 'Năm 2024', 'Năm 2025'], 'Tỷ lệ xã có bác sĩ = 91 % (2024) | actual 2023 90 | target 2025 92'],
    [['2022', '2023', '2024'], 'Tỷ lệ xã có bác sĩ = 92 % (2024) | actual 2022 90 | actual 2023 91'],
    [
      ['Thực hiện 2023', 'Chỉ tiêu giao 2024', 'Chỉ tiêu phấn đấu 2024'],
      'Tỷ lệ xã có bác sĩ = 92 % (2024) | actual 2023 90 | assigned 2024 91',
    ],
  ])('%j', (heads, expected) => {
    expect(targetsOf('I. CHỈ TIÊU', table(...heads))).toEqual([expected])
  })

  it('read words of comparison in cells by the lexicon', () => {
    const cells = [
      'không thấp hơn 94',
      'Tối đa 5',
      'trên 1.200',
      'Phấn đấu ≥ 96',
      'từ 85 trở lên',
      'dưới 3,5',
      '12,5',
      '2/3',
      'Đạt',
    ]
    const rows = cells.map((cell, i) => [String(i + 1), `Chỉ tiêu thứ ${'abcdeghik'[i]}`, cell])
    expect(
      targetsOf('I. CHỈ TIÊU', [['TT', 'Chỉ tiêu', 'Kế hoạch 2024'], ...rows]).map((line) =>
        line.replace(/^Chỉ tiêu thứ . | \(2024\)$/g, ''),
      ),
    ).toEqual(['>= 94', '<= 5', '> 1200', '>= 96', '>= 85', '< 3.5', '= 12.5', 'text 2/3', 'text Đạt'])
  })
})
