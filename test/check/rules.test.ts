// What the rules find in a plan, and what they leave alone.
import { describe, expect, it } from 'vitest'
import { openCatalog } from '../../src/catalog/index.ts'
import { lintPlan, RULES } from '../../src/check/lint.ts'
import { placeFindings } from '../../src/check/place.ts'
import { checkPlan } from '../../src/check/plan.ts'
import type { Plan } from '../../src/model/plan.ts'
import { type BlockInput, planOf, readPlan } from '../support.ts'

const catalog = openCatalog()

/** “rule: words”, or the rule alone where it speaks of the whole document. */
function oddIn(plan: Plan): string[] {
  return lintPlan(plan, catalog).map(({ rule, span }) => (span ? `${rule}: ${plan.text.slice(span.start, span.end)}` : rule))
}

const HEADS = ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm 2024']

describe('the rules', () => {
  it('have ids that are unique, and sentences in both languages', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
    for (const { about } of RULES) expect([about.vi, about.en].every((words) => words.endsWith('.'))).toBe(true)
  })

  it.each(['h', '\u{1D459}'])('quote from a whole word on, where letters are %s', (letter) => {
    const words = `- Kinh phí ${letter.repeat(40)} ${'thực hiện các hoạt động '.repeat(2)}lấy từ dự toán được giao năm 2023.`
    const told = lintPlan(planOf(words), catalog).filter(({ rule }) => rule === 'leftover-year')
    expect(told).toHaveLength(1)
    const quoted = /^“… (?<start>\S+)/u.exec(told[0]!.text.vi)!.groups!.start!
    expect(words.split(' ')).toContain(quoted)
  })

  it('find nothing in a plan without faults', () => {
    expect(oddIn(planOf('1. Khám bệnh, chữa bệnh.', '2. Tiêm chủng đạt 95%.'))).toEqual([])
  })

  it.each<[string, BlockInput[]]>([
    ['leftover-year: năm 2023', ['- Kinh phí lấy từ dự toán được giao năm 2023.']],
    ['leftover-year: năm 2022', ['- Căn cứ các chỉ tiêu chủ yếu năm 2022, các khoa triển khai thực hiện.']],
    ['leftover-year: năm 2023', ['- Trên cơ sở nội dung đã phát động, phấn đấu hoàn thành nhiệm vụ của ngành năm 2023.']],
    ['act-not-in-force: Nghị định số 91/2017/NĐ-CP', ['- Thực hiện Nghị định số 91/2017/NĐ-CP về thi đua.']],
    ['above-100: trên 100%', ['- Có trên 100% đơn vị hoàn thành tốt nhiệm vụ.']],
    ['phases-overlap: Đợt 1: từ ngày 30/6/2024 đến ngày 01/3/2024', ['- Đợt 1: từ ngày 30/6/2024 đến ngày 01/3/2024']],
    ['annex-missing: phụ lục', ['- Số lượng cụ thể có phụ lục đính kèm.']],
    [
      'annex-missing: Biểu mẫu số 02',
      ['- Các đơn vị báo cáo (theo Biểu mẫu số 02 đính kèm).', 'Biểu mẫu số 01', 'Danh sách đơn vị'],
    ],
    ['annex-missing: phụ biểu', ['- Chỉ tiêu giao cho từng đơn vị (có phụ biểu kèm theo).']],
    ['annex-missing: Phụ lục 3', ['- Chỉ tiêu tại Phụ lục 3 kèm theo Kế hoạch này.', 'PHỤ LỤC 1', 'Danh sách đơn vị']],
  ])('find “%s”', (expected, body) => {
    expect(oddIn(planOf(...body))).toContain(expected)
  })

  it.each<[string, BlockInput[]]>([
    ['results of last year', ['II. KẾT QUẢ NĂM 2023', '- Các đơn vị phấn đấu hoàn thành nhiệm vụ năm 2023.']],
    ['what was wrong last year', ['- Khắc phục triệt để những hạn chế trong công tác thi đua năm 2023.']],
    ['the year of a baseline', ['- Phấn đấu giảm 5% số ca mắc so với thực hiện kế hoạch năm 2023.']],
    ['the year of a law', ['- Triển khai thực hiện nhiệm vụ theo Luật Thi đua, khen thưởng năm 2022.']],
    ['a year in the title of an act', ['- Thực hiện Quyết định số 12/QĐ-UBND ngày 05/01/2023 của UBND tỉnh về giao chỉ tiêu kế hoạch năm 2023.']],
    ['a year in a column of results', [[HEADS.with(2, 'Thực hiện năm 2023'), ['1', 'Số giường bệnh', '300', '310']]]],
    ['an act that replaces another', ['- Thực hiện Nghị định số 98/2023/NĐ-CP thay thế Nghị định số 91/2017/NĐ-CP.']],
    ['an act still to come into force', ['- Chuẩn bị thực hiện Nghị định số 152/2025/NĐ-CP.']],
    ['an act that the catalogue does not know', ['- Thực hiện Nghị định số 999/2001/NĐ-CP.']],
    ['a deadline that recurs', ['- Báo cáo định kỳ hằng tháng, trước ngày 25.']],
    ['an annex of another act', ['- Theo mẫu tại Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP.']],
    ['an annex that is there', ['- Chỉ tiêu tại Phụ lục II kèm theo.', 'PHỤ LỤC II', 'Chỉ tiêu năm 2024']],
    ['a form that is there', ['- Đăng ký theo Mẫu số 02 kèm theo Kế hoạch này.', 'Mẫu số 02', 'Bản đăng ký thi đua']],
    ['a form within an annex', ['- Báo cáo theo Biểu số 3 đính kèm.', 'PHỤ LỤC 1', 'Các biểu báo cáo']],
    ['a form of an act', ['- Theo Mẫu số 05 ban hành kèm theo Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ.']],
    ['words that only sound like a form', ['- Biểu dương 5 tập thể, 10 mẫu nước, kèm theo tiền thưởng.', '- Lấy mẫu 2 lần, kèm theo biên bản.']],
    ['bounds that agree', ['- Tỷ lệ hài lòng của người bệnh đạt từ 90% trở lên.', 'II. CHỈ TIÊU', '- Tỷ lệ hài lòng của người bệnh đạt 92%.']],
    ['an index, which has no unit', [[HEADS, ['1', 'Số lượt khám', 'Lượt', '900'], ['2', 'Số giường', 'Giường', '30'], ['3', 'Chỉ số Breteau', '', '20']]]],
  ])('leave alone %s', (_, body) => {
    expect(oddIn(planOf(...body)).filter((odd) => !odd.startsWith('numbering'))).toEqual([])
  }) // biome-ignore format: a table reads best in lines of a kind

  it('say nothing of the numbers of a blank form', () => {
    const body = [
      'I. NỘI DUNG',
      '1. Khám bệnh.',
      'GIÁM ĐỐC',
      'Nguyễn Văn An',
      'Mẫu số 02',
      'PHIẾU ĐĂNG KÝ',
      '1. Họ và tên:',
      '3. Ngày sinh:',
      '2. Giới tính:',
    ]
    const plan = readPlan('SỞ Y TẾ', 'KẾ HOẠCH', 'Công tác y tế năm 2024', ...body)
    expect(plan.messages.map(({ code }) => code)).toContain('sections/number-odd')
    expect(oddIn(plan).filter((odd) => odd.startsWith('numbering'))).toEqual([])
  })

  it('tell what is missing on a scan as a note: it may only be unread', () => {
    const plan = readPlan('SỞ Y TẾ', 'KẾ HOẠCH', 'Công tác y tế năm 2024', 'I. NỘI DUNG', '1. Khám bệnh.', '3. Tiêm chủng.')
    const severities = (origin: Plan['source']['textOrigin']) =>
      lintPlan({ ...plan, source: { ...plan.source, textOrigin: origin } }, catalog).flatMap(({ rule, severity }) =>
        /^(?:part-missing|numbering)$/.test(rule) ? [severity] : [],
      )
    expect(severities('text-layer').filter((each) => each === 'warning')).toHaveLength(3)
    expect(severities('ocr')).not.toContain('warning')
  })

  it('tell what is blank and what is missing', () => {
    const plan = readPlan(
      'UBND TỈNH BẮC GIANG',
      'SỞ Y TẾ',
      'Số:      /KH-SYT',
      'Bắc Giang, ngày     tháng    năm 2024',
      'KẾ HOẠCH',
      'Công tác y tế năm 2024',
      'I. NỘI DUNG',
      '1. Khám bệnh.',
    )
    const found = lintPlan(plan, catalog)
    expect(found.map(({ rule }) => rule).sort()).toEqual([
      'blank-date',
      'blank-number',
      'part-missing',
      'part-missing',
      'part-missing',
    ])
    expect(found.filter(({ severity }) => severity === 'warning').map(({ text }) => text.en)).toEqual([
      'No distribution was found.',
      'No signer was found.',
    ])
  })

  it('take the latest act that is cited for the earliest day of issue where none is printed', () => {
    const plan = readPlan(
      'SỞ Y TẾ BẮC GIANG',
      'KẾ HOẠCH',
      'Tổ chức phong trào thi đua năm 2024',
      'Thực hiện Công văn số 20/SYT-TCCB ngày 19/01/2024 của Sở Y tế;',
      'I. NỘI DUNG',
      '- Thực hiện Nghị định số 91/2017/NĐ-CP về thi đua.',
    )
    const [found] = lintPlan(
      plan,
      catalog,
      RULES.filter(({ id }) => id === 'act-not-in-force'),
    )
    expect(found!.text.en).toMatch(/then 98\/2023\/NĐ-CP; .* 2024-01-19 or later \(implied .*confidence of the catalogue: C/)
  })

  it('can be chosen and turned off by a program', () => {
    const plan = planOf('- Hoàn thành nhiệm vụ năm 2023.', '- Có trên 100% đơn vị hoàn thành tốt nhiệm vụ.')
    const rulesOf = (options?: Parameters<typeof checkPlan>[1]) => checkPlan(plan, options).map(({ rule }) => rule)
    expect(rulesOf()).toEqual(['leftover-year', 'above-100'])
    expect(rulesOf({ only: ['above-100'] })).toEqual(['above-100'])
    expect(rulesOf({ off: ['above-100'] })).toEqual(['leftover-year'])
    expect(checkPlan(plan)[0]).toMatchObject({
      words: 'năm 2023',
      sectionId: 'I',
      page: null,
      fingerprint: 'leftover-year năm 2023',
    })
    expect(() => checkPlan(plan, { off: ['no-such-rule'] })).toThrow(new RangeError('no rule “no-such-rule”'))
  })

  it('give repeats fingerprints of their own', () => {
    const plan = planOf('- Hoàn thành nhiệm vụ năm 2023.', '- Thực hiện kế hoạch năm 2023.')
    expect(placeFindings(plan, lintPlan(plan, catalog)).map(({ fingerprint }) => fingerprint)).toEqual([
      'leftover-year năm 2023',
      'leftover-year năm 2023 #2',
    ])
  })
})
