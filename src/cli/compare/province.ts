// Words of the command line become a province or a year.
import { findProvince, provinceAt } from '../../catalog/provinces.ts'
import { InputError, UsageError } from '../language.ts'

/** The code of a province that is named or given by its code. Throws InputError. */
export function provinceCode(words: string): string {
  const province = /^\d{2}$/.test(words)
    ? (provinceAt(words, '2025-06-30') ?? provinceAt(words, '2999-01-01'))
    : findProvince(words, null)
  if (province) return province.code
  throw new InputError({ vi: `không có tỉnh “${words}”`, en: `there is no province “${words}”` })
}

/** Throws UsageError. */
export function yearIn(option: string, words: string): number {
  if (/^(?:19|20)\d\d$/.test(words)) return Number(words)
  throw new UsageError({ vi: `${option} nhận một năm, như 2024`, en: `${option} takes a year, such as 2024` })
}
