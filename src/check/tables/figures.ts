// A cell's words become the number that they print, and the numbers that one slip makes of it.
//
//   "12,5" => 12.5    "1.950.000" => 1950000    "-" => none    "nt" => none    "≥ 96" => 96 with a sign
import { readNumber } from '../../text/numbers.ts'

export type Figure = {
  value: number
  decimals: number
  /** A limit (≥ 96) or an amount with words: it is no term of a sum or a ratio. */
  isBare: boolean
  /** The printed digits with their separators, and what stands around them. */
  printed: string
  before: string
  after: string
}

const FIGURE = /^(?<before>[^\d]*?)(?<minus>[-–−]\s?)?(?<printed>\d[\d.,]*(?: \d{3})*(?:,\d+)?)(?<after>\s*(?:%|‰)?)$/u

/** Null where the cell is no single number. */
export function figureOf(text: string): Figure | null {
  const found = FIGURE.exec(text.trim())?.groups
  if (!found || found.before!.length > 12) return null
  const printed = found.printed!.replace(/[.,]$/, '')
  const value = readNumber(printed)
  if (value === null) return null
  const isGrouped = Number.isInteger(value) && /[. ]\d{3}$/.test(printed)
  const decimals = isGrouped ? 0 : (/[.,](\d+)$/.exec(printed)?.[1]?.length ?? 0)
  const sign = found.minus ? -1 : 1
  const isBare = found.before!.trim() === '' || found.before!.trim() === '+'
  return { value: sign * value, decimals, isBare, printed, before: found.before! + (found.minus ?? ''), after: found.after! }
}

/** The same digits with a separator put in or moved. */
export function separatorSlips(printed: string): string[] {
  const digits = printed.replace(/\D/g, '')
  const found: string[] = []
  for (let at = 1; at < digits.length && at <= 12; at++) found.push(`${digits.slice(0, at)},${digits.slice(at)}`)
  if (digits.length > 3) found.push(digits.replace(/(?<=\d)(?=(?:\d{3})+$)/g, '.'))
  return found.filter((slip) => slip !== printed && !/^0\d/.test(slip) && readNumber(slip) !== readNumber(printed))
}

/** The same digits without a separator: seldomer, for commas are lost more often than put in. */
export function separatorsLost(printed: string): string[] {
  const digits = printed.replace(/\D/g, '')
  return digits === printed || readNumber(digits) === readNumber(printed) ? [] : [digits]
}

/** One digit misread, lost or put in. */
export function digitSlips(printed: string): string[] {
  const found: string[] = []
  if (printed.length > 14) return found
  for (let at = 0; at <= printed.length; at++) {
    const before = printed.slice(0, at)
    const isDigit = /\d/.test(printed[at] ?? '')
    for (let digit = 0; digit < 10; digit++) {
      if (isDigit && printed[at] !== String(digit)) found.push(before + digit + printed.slice(at + 1))
      found.push(before + digit + printed.slice(at))
    }
    if (isDigit && printed.length > 1) found.push(before + printed.slice(at + 1))
  }
  return [...new Set(found)].filter((slip) => !/^0\d|^[.,]|[.,]$/.test(slip) && readNumber(slip) !== null)
}
