// Sentences as tests write them become the targets found in them, each printed in one line.
import { extractFindings } from '../../../src/extract/index.ts'
import { planSource, wordsOf } from '../../support.ts'

/** Where a sentence stands: in a list of targets, in a list of tasks. */
export const TARGETS = 'I. CHỈ TIÊU'
export const TASKS = 'II. NHIỆM VỤ, GIẢI PHÁP'

/** “name >= 95 %”, “name decrease = 5 % (2023)”, “name 2..3 lớp”: targets in the order of the sentence. */
export function targetsOf(heading: string, ...text: string[]): string[] {
  const source = planSource(heading, ...text)
  return extractFindings(source).indicators.map((found) => {
    const value = found.valueMax === null ? `${found.comparator} ${found.value}` : `${found.value}..${found.valueMax}`
    const change = found.change ? [found.change] : []
    const baseline = found.baselineYear ? [`(${found.baselineYear})`] : []
    return [wordsOf(source, found.name), ...change, value, ...(found.unit ? [found.unit] : []), ...baseline].join(' ')
  })
}
