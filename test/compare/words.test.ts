// Words compared: syllables and numbers, not spelling of signs.
import { describe, expect, it } from 'vitest'
import { differsInYearsOnly, wordRuns } from '../../src/compare/words.ts'

const runs = (before: string, after: string) => {
  const whole = (text: string) => ({ text, ranges: [[0, text.length]] as const })
  return wordRuns(whole(before), whole(after))
}
const changed = (before: string, after: string) =>
  runs(before, after)
    .filter(({ op }) => op !== 'same')
    .map(({ op, text }) => (op === 'added' ? '+' : '-') + text)

describe('words', () => {
  it.each([
    ['đạt 92,5% trở lên', 'đạt 93,5% trở lên', ['-92,5', '+93,5']],
    ['Trung tâm Y tế huyện', 'Trung tâm Y tế thành phố', ['-huyện', '+thành phố']],
    ['giám sát dịch', 'giám sát chặt chẽ dịch', ['+chặt chẽ']],
    ['theo 91/2017/NĐ-CP', 'theo 98/2023/NĐ-CP', ['-91/2017', '+98/2023']],
  ])('of “%s” and “%s” differ', (before, after, expected) => expect(changed(before, after)).toEqual(expected))

  it.each([
    ['Tổ chức – Hành chính', 'Tổ chức - Hành chính'],
    ['KHEN THƯỞNG', 'Khen thưởng'],
    ['hoà bình', 'hòa bình'],
    ['“Năm an toàn”', '"Năm an toàn"'],
    ['- Rà soát\n- Báo cáo', '+ Rà soát\n\n• Báo cáo'],
    ['đạt 9,49/ 9,5 điểm', 'đạt 9,49/9,5 điểm'],
    ['3\tSố giường\t25', '2\tSố giường\t25'],
    ['', ''],
  ])('of “%s” and “%s” are the same', (before, after) => expect(runs(before, after)).toEqual([]))

  it.each([
    ['trước ngày 15/7/2023', 'trước ngày 15/7/2024', 1, true],
    ['năm 2023', 'năm 2024', 1, true],
    ['trước ngày 15/7/2023', 'trước ngày 16/7/2024', 1, false],
    ['năm 2022', 'năm 2024', 1, false],
    ['đạt 2023 lượt', 'đạt 2030 lượt', 1, false],
    ['năm 2023', 'năm 2024', null, false],
  ] as const)('“%s” → “%s” with %s years between: years only is %s', (before, after, by, expected) =>
    expect(differsInYearsOnly(runs(before, after), by)).toBe(expected),
  )

  it('that are no words of each other stand as a whole', () => {
    const [a, b] = ['x', 'y'].map((letter) => Array.from({ length: 6000 }, (_, i) => `${letter}${i}`).join(' ')) as [
      string,
      string,
    ]
    expect(runs(a, b).map(({ op }) => op)).toEqual(['removed', 'added'])
  })
})
