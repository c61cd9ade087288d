// The start of a paragraph becomes the printed number that it carries, if any.
//
//   "II. NỘI DUNG" => roman 2    "2.10. Đơn vị" => dotted 10    "đ) Kinh phí" => letter 5    "2.95 % bệnh nhân" => arabic 2    "2,95 % bệnh nhân" => none
//   "1- Mục tiêu chung" => arabic 1    "1-2 chiến sĩ" => none    "2-Đường lây" => arabic 2
//   "a- Khám lâm sàng" => letter 1    "a-xít folic" => none    "II.3. Giám sát" => dotted 3    "1 - Mục tiêu" => arabic 1
//   "Mẫu số 02" => annex 1    "Phụ lục II được thay" => annex 1
import { foldText } from '../text/fold.ts'
import { letterRank, readOrdinal, readRoman } from '../text/numerals.ts'

export type MarkKind =
  | 'annex'
  | 'part'
  | 'chapter'
  | 'division'
  | 'article'
  | 'roman'
  | 'capital'
  | 'arabic'
  | 'dotted'
  | 'letter'
  | 'paren'

export type Mark = {
  kind: MarkKind
  /** As printed, without closing mark. */
  printed: string
  /** Rank in its list; for dotted numbers the last part. */
  value: number
  /** The parts of a dotted number; one part for the others. */
  path: readonly number[]
  /** Units from the paragraph's start to its words. */
  length: number
}

type Form = { kind: MarkKind; pattern: RegExp; value: (printed: string) => number | null }

const ORDINAL = String.raw`thứ\s+\p{sc=Latn}+`
const ROMAN = '[IVXLC]{1,7}'

const numeral = (printed: string): number | null => {
  const last = printed.split(/\s+/).slice(1).join(' ')
  return /^\d+$/.test(last) ? Number(last) : (readRoman(last.toUpperCase()) ?? readOrdinal(last))
}

// In this order: the longer forms first. The patterns are matched against folded text.
const FORMS: readonly Form[] = [
  { kind: 'annex', pattern: new RegExp(String.raw`^(?<n>(?:phụ\s+lục|phụ\s+biểu|biểu\s+số|biểu\s+mẫu)(?:\s+số)?\s*(?:${ROMAN}|\d{1,2}[a-z]?)?|(?:biểu|mẫu)(?:\s+số)?\s*\d{1,2}[a-z]?)(?![\p{sc=Latn}\p{N}])\s*[.:)]?\s*`, 'iu'), value: () => 1 },
  { kind: 'part', pattern: new RegExp(String.raw`^(?<n>phần\s+(?:${ORDINAL}|${ROMAN}|\d{1,2}))(?!\p{sc=Latn})\s*[.:)-]?\s*`, 'iu'), value: numeral },
  { kind: 'chapter', pattern: new RegExp(String.raw`^(?<n>chương\s+(?:${ORDINAL}|${ROMAN}|\d{1,2}))(?!\p{sc=Latn})\s*[.:)-]?\s*`, 'iu'), value: numeral },
  { kind: 'division', pattern: new RegExp(String.raw`^(?<n>(?:tiểu\s+)?mục\s+(?:${ORDINAL}|${ROMAN}|\d{1,2}))(?!\p{sc=Latn})\s*[.:)-]?\s*`, 'iu'), value: numeral },
  { kind: 'article', pattern: /^(?<n>điều\s+\d{1,3})\s*[.:]\s*/iu, value: numeral },
  { kind: 'dotted', pattern: /^(?<n>[IVX]{1,5}(?:\.\d{1,2}){1,3})(?:\s*[.):/]+\s*|\s+)(?=[\p{sc=Latn}"(*])/u, value: (printed) => Number(printed.split('.').at(-1)) },
  { kind: 'roman', pattern: new RegExp(String.raw`^(?<n>${ROMAN})\s*(?:[.):]\s*|/\s*(?![vV])|[-]\s+)(?=[\p{sc=Latn}\p{N}"(*])`, 'u'), value: readRoman },
  { kind: 'roman', pattern: /^(?<n>[IVX]{2,6})\s+(?=\p{Lu})/u, value: readRoman },
  // “2.95 % bệnh nhân”, “3.100% số”: a list number and a figure printed without a blank.
  { kind: 'arabic', pattern: /^(?<n>\d{1,2})\.(?=\d{1,3}\s?[%‰])/u, value: Number },
  { kind: 'dotted', pattern: /^(?<n>\d{1,2}(?:\.\d{1,2}){1,4})(?:\s*[.):/]+\s+(?=[\p{sc=Latn}\d"(*])|\s*[.):/]*\s*(?=[\p{sc=Latn}"(*]))/u, value: (printed) => Number(printed.split('.').at(-1)) },
  { kind: 'arabic', pattern: /^(?<n>\d{1,2})\s*(?:(?:[.):]|\.\/)(?:\s+|(?=[\p{sc=Latn}"(*]))|\/\s?(?=\p{sc=Latn}))(?=[\p{sc=Latn}\p{N}"(*≥≤><])/u, value: Number },
  { kind: 'arabic', pattern: /^(?<n>\d{1,2})\s?-\s*(?=\p{Lu}\p{Ll}*(?:[\s:]|$))/u, value: Number },
  { kind: 'letter', pattern: /^(?<n>[a-zđ])\s*(?:[)/]|\.(?=\s))\s*(?=[\p{sc=Latn}\p{N}"(*])/u, value: letterRank },
  { kind: 'letter', pattern: /^(?<n>[a-zđ])\s?-\s*(?=\p{Lu}\p{Ll}*[\s:])/u, value: letterRank },
  { kind: 'capital', pattern: /^(?<n>[A-HĐ])\s*[.)/-]\s+(?=[\p{sc=Latn}"(*])/u, value: (printed) => letterRank(printed.toLowerCase()) },
  { kind: 'paren', pattern: /^\((?<n>\d{1,2}|[a-zđ])\)\s*(?=[\p{sc=Latn}\p{N}"*])/u, value: (printed) => (/\d/.test(printed) ? Number(printed) : letterRank(printed)) },
] // biome-ignore format: a form a line

/** The printed number at the start of a paragraph, or null. */
export function readMark(text: string): Mark | null {
  const start = foldText(text.slice(0, 60))
  for (const { kind, pattern, value } of FORMS) {
    const found = pattern.exec(start)
    const printed = found?.groups?.n
    if (!found || !printed) continue
    const rank = value(printed)
    if (rank === null || (rank === 0 && kind !== 'dotted')) continue
    const path = kind === 'dotted' ? printed.split('.').map((part) => readRoman(part) ?? Number(part)) : [rank]
    return {
      kind,
      printed: text.slice(found[0].indexOf(printed), found[0].indexOf(printed) + printed.length),
      value: rank,
      path,
      length: found[0].length,
    }
  }
  return null
}

/** A date, a quantity or a decimal at the start of a paragraph looks like a number of a list. */
export function isFigure(text: string): boolean {
  return /^\d{1,2}\/\d{1,4}(?!\p{sc=Latn})|^\d+(?:[.,]\d{3})+(?!\d)|^\d+[.,]\d+\s?[%‰]/u.test(text)
}
