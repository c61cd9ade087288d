// A value becomes words: its comparator as a sign, its number as the language writes it, a range with both ends.
import type { Indicator } from '../model/plan.ts'
import { numberIn } from './report.ts'

/** Of an indicator or of a cell of its series. */
export type Amount = Pick<Indicator, 'comparator' | 'value' | 'valueMax' | 'valueText'>

const SIGNS: Readonly<Record<Indicator['comparator'], string>> = {
  '=': '',
  '>=': '≥ ',
  '<=': '≤ ',
  '>': '> ',
  '<': '< ',
  range: '',
  text: '',
}

/** “≥ 95”, “10 – 12,5”; the words of a target without a number. */
export function amountIn(language: 'vi' | 'en', { comparator, value, valueMax, valueText }: Amount): string {
  if (value === null) return valueText ?? ''
  return `${SIGNS[comparator]}${numberIn(language, value)}${valueMax === null ? '' : ` – ${numberIn(language, valueMax)}`}`
}
