// Printed numbers become numbers: Vietnamese style, a decimal comma and grouping dots, with the slips that plans have.
//
//   "12,5" => 12.5    "1.950.000" => 1950000    "18.8" => 18.8    "2.80" => 2.8    "0.125" => 0.125    "01" => 1

/** Source of a pattern for one printed number. */
export const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d])|\d{1,3}(?:,\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?`

const GROUPED_BY_DOTS = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/
const GROUPED_BY_COMMAS = /^[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?$/
const GROUPED_BY_BLANKS = /^[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?$/
const PLAIN = /^\d+(?:[.,]\d+)?$/

/** The value of a printed number, or null where it is none. Blanks around it do not matter. */
export function readNumber(printed: string): number | null {
  const text = printed.trim()
  if (GROUPED_BY_DOTS.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  if (GROUPED_BY_COMMAS.test(text)) return Number(text.replaceAll(',', ''))
  if (GROUPED_BY_BLANKS.test(text)) return Number(text.replaceAll(' ', '').replace(',', '.'))
  if (PLAIN.test(text)) return Number(text.replace(',', '.'))
  return null
}
