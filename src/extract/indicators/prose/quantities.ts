// A sentence becomes its quantities: numbers with comparator and unit, without those that belong to dates, references, ages or grades.
//
//   "trên 70% tập thể" => > 70 %    "ít nhất 01 đề tài" => >= 1    "từ 1-2 chiến sĩ" => range 1 2    "đạt mức 3" => none
import type { Range } from '../../../model/document.ts'
import type { Comparator } from '../../../model/plan.ts'
import { NUMBER, readNumber } from '../../../text/numbers.ts'
import { matchOf, type Term } from '../../../text/phrases.ts'
import { comparatorOf, normalUnit, PERCENT } from '../values.ts'
import { findFractions } from './fractions.ts'
import { GLUED, isRateBase, isScore, type Kind, measured, SCALE } from './rates.ts'
import { FARTHEST, termsBefore, termsIn } from './terms.ts'
import { hasMeasure, NO_NOUN } from './wording.ts'

export type Quantity = Range & {
  /** Where the number itself starts, behind the words of comparison. */
  numberStart: number
  comparator: Comparator
  value: number
  valueMax: number | null
  unit: string | null
  /** Whether words or signs of comparison are printed. */
  isCompared: boolean
  /** Followed by a unit of time, age, size, money or grade: a target only where a measure says so. */
  isMeasure: boolean
  kind: Kind
  /** The unit of a measure, as printed behind the number. */
  measureUnit: string | null
  isRange: boolean
  /** One of a list of counts in one unit. */
  isListed: boolean
  /** “2/3 số xã”: a share that is no number of the contract; its text is the value. */
  isFraction: boolean
}

const QUANTITY = new RegExp(
  String.raw`(?:(?<![\p{sc=Latn}\d.,/+]|\p{sc=Latn}-))(?<a>${NUMBER})(?<u1> ?(?:${PERCENT}))?(?: ?(?:-|đến(?: dưới)?) ?(?<b>${NUMBER}))?(?<u> ?(?:${PERCENT}))?(?<scale>${SCALE}(?![\d\p{sc=Latn}/]))?(?<after> ?trở (?:lên|xuống))?(?:(?=(?:${GLUED})(?![\p{sc=Latn}\d]))|(?!\d|/ ?(?!\d{1,3}(?:\.\d{3})+|1000|\p{Ll})|[.,]\d|-?\p{sc=Latn}\d|\p{sc=Latn}|-\p{Lu}))`,
  'giu',
)
const YEAR = /^(?:19|20)\d{2}$/
/** The words that lead to a number: “từ trên”, “tối thiểu đạt”, “không vượt quá”; and those that compare nothing. */
const LEADS = [
  '[<lead>từ? #Comparator đạt? #Comparator? đạt? (là|khoảng|gần|từ)?] #Number$',
  '[<lead>từ? (là|khoảng|gần|từ)?] #Number$',
]
/** What a lead ends with, but for a comparator. */
const ENDS_LEAD: ReadonlySet<string> = new Set(['từ', 'đạt', 'là', 'khoảng', 'gần'])
const LONGEST_LEAD = 7
const LONGEST_NAMING = 32
/** A number behind one of these is a grade, a rank, a name. */
const NAMING = ['(#Label|#Grade)$', '#Grade (trên|dưới|từ|là|đạt|:)$']

// “duy trì ở mức 2,1 con/phụ nữ”: a level of what is measured, no grade.
const LEVEL = /(?<!\p{sc=Latn})(?:ở|giữ|tại|đạt|lên|xuống|về|còn) mức(?: là)? ?$/iu

/** “… y tế xã đến 2030”: a year without its word. */
const BY_YEAR = /(?<!\p{sc=Latn})(?:đến|tới|giai đoạn|tầm nhìn) ?$/iu
const NEXT_GRADE = /^(?: ?,| và| hoặc| hay) $/iu

/** Quantities of one sentence, in order; `terms` are its terms, `isMasked` tells what dates and references have taken. */
export function findQuantities(
  folded: string,
  sentence: Range,
  terms: readonly Term[],
  isMasked: (offset: number) => boolean,
): Quantity[] {
  const words = folded.slice(sentence.start, sentence.end)
  const found: Quantity[] = []
  const isQuoted = quotationsOf(words)
  let gradeEnd = -1
  for (const match of words.matchAll(QUANTITY)) {
    const groups = match.groups!
    const numberStart = sentence.start + match.index
    if (isMasked(numberStart)) continue
    const unit = normalUnit(groups.u ?? groups.u1)
    const value = readNumber(groups.a!)
    if (value === null) continue
    const end = numberStart + match[0].length
    // The number of a phrase, as in “ca/1.000 dân”, is none of its own.
    const [number] = termsIn(terms, numberStart, end, 1)
    if (number?.start !== numberStart) continue
    const lead = leadOf(number, termsBefore(terms, found.at(-1)?.end ?? sentence.start, numberStart, LONGEST_LEAD))
    const start = lead[0]?.start ?? numberStart
    const said = folded.slice(start, numberStart)
    const before = folded.slice(Math.max(sentence.start, start - FARTHEST), start)
    const behind = termsIn(terms, end, sentence.end, 4)
    const after = folded.slice(end, Math.min(sentence.end, end + 24))
    const isSigned = said.replace(/(?:từ|trên|dưới|là|khoảng|gần)/giu, '').trim() !== ''
    const isGrade =
      !isSigned &&
      NAMING.some((pattern) => matchOf(pattern, termsBefore(terms, start - LONGEST_NAMING, start, 2)) !== null) &&
      !(LEVEL.test(before.slice(-LONGEST_NAMING)) && hasMeasure(before) && /^ \p{sc=Latn}/u.test(after))
    // “mức 2, 3”: one more grade.
    const isListed = gradeEnd >= 0 && NEXT_GRADE.test(folded.slice(gradeEnd, numberStart)) && NO_NOUN.test(after)
    if (unit === null && (isGrade || isListed)) {
      gradeEnd = end
      continue
    }
    if (unit === null && isQuoted(match.index)) continue
    if (unit === null && YEAR.test(groups.a!) && NO_NOUN.test(after) && BY_YEAR.test(`${before}${said}`)) continue
    if (/^ thứ (?:nhất|hai|ba|tư|năm)(?!\p{sc=Latn})/iu.test(after)) continue
    if (/^: ?\d|^ : \d/.test(after) || /\d:$/.test(before.slice(-2))) continue
    if (groups.scale !== undefined && !isScore(groups.a!, before)) continue
    if (unit === null && isRateBase(said, value, before, behind)) continue
    const b = groups.b === undefined ? null : readNumber(groups.b)
    const isRange = b !== null && b > value && !(unit === null && YEAR.test(groups.a!) && YEAR.test(groups.b!))
    if (b !== null && !isRange) continue
    const measure = unit === null ? measured(behind) : null
    const comparison = comparisonOf(lead)
    const isCompared = comparison !== null || groups.after !== undefined || isRange
    found.push({
      start: isCompared ? start : numberStart,
      end,
      numberStart,
      comparator: isRange ? 'range' : comparatorOf(comparison, groups.after),
      value,
      valueMax: isRange ? b : null,
      unit,
      isCompared,
      isRange,
      isMeasure: measure !== null,
      kind: measure?.kind ?? 'count',
      measureUnit: measure?.unit ?? null,
      isListed: false,
      isFraction: false,
    })
  }
  return markLists(withFractions(found, words, sentence, terms, isMasked), folded)
}

/** With the fractions, which no other quantity has taken. */
function withFractions(
  found: readonly Quantity[],
  words: string,
  sentence: Range,
  terms: readonly Term[],
  isMasked: (offset: number) => boolean,
): Quantity[] {
  const fractions = findFractions(words).flatMap(({ value, isShare, ...part }): Quantity[] => {
    const numberStart = sentence.start + part.start
    const end = sentence.start + part.end
    const [number] = termsIn(terms, numberStart, end, 1)
    if (isMasked(numberStart) || !number || found.some((other) => other.start < end && other.end > numberStart)) return []
    const lead = leadOf(number, termsBefore(terms, sentence.start, numberStart, LONGEST_LEAD))
    const comparison = comparisonOf(lead)
    return [
      {
        start: comparison ? lead[0]!.start : numberStart,
        end,
        numberStart,
        comparator: comparatorOf(comparison),
        value,
        valueMax: null,
        unit: null,
        isCompared: comparison !== null,
        isRange: false,
        isMeasure: false,
        kind: 'count',
        measureUnit: null,
        isListed: false,
        isFraction: isShare,
      },
    ]
  })
  return fractions.length === 0 ? [...found] : [...found, ...fractions].sort((a, b) => a.start - b.start)
}

/** The words of comparison right before a number. */
function leadOf(number: Term, before: readonly Term[]): Term[] {
  const last = before.at(-1)
  if (!last || !(last.tags.has('Comparator') || ENDS_LEAD.has(last.normal))) return []
  const near = [...before, number]
  return LEADS.map((pattern) => matchOf(pattern, near)).find((match) => match !== null)?.groups.lead ?? []
}

/** “đạt tối thiểu trên 90”: the first words of comparison count; “vượt ít nhất 5%”: to exceed is what is done, at least is how far. */
function comparisonOf(lead: readonly Term[]): Term | null {
  const [first = null, second = null] = lead.filter(({ tags }) => tags.has('Comparator'))
  return second && /^(?:vượt|hơn)$/u.test(first!.normal) ? second : first
}

/** “triệt sản 45 người, dụng cụ tử cung 4.200 người”: counts of one noun that follow each other are a list. */
function markLists(quantities: Quantity[], folded: string): Quantity[] {
  const counted = quantities.map(({ unit, end }) =>
    unit === null ? (/^ ?(\p{sc=Latn}+)(?=;|,| và )/u.exec(folded.slice(end, end + 24))?.[1]?.toLowerCase() ?? null) : null,
  )
  const noun = (i: number) =>
    /^ ?(\p{sc=Latn}+)/u
      .exec(folded.slice(quantities[i]?.end ?? folded.length, (quantities[i]?.end ?? 0) + 24))?.[1]
      ?.toLowerCase()
  const continues = (i: number) => counted[i] != null && quantities[i + 1]?.unit === null && noun(i + 1) === counted[i]
  return quantities.map((quantity, i) =>
    continues(i) || (i > 0 && continues(i - 1)) ? { ...quantity, isListed: true } : quantity,
  )
}

/** Whether an offset lies in a quotation of the words; asked in order of place. */
function quotationsOf(words: string): (at: number) => boolean {
  let next = words.indexOf('"')
  let isOpen = false
  return (at) => {
    while (next >= 0 && next < at) {
      isOpen = !isOpen
      next = words.indexOf('"', next + 1)
    }
    return isOpen && next >= 0
  }
}
