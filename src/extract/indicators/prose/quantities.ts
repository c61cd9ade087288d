// A sentence becomes its quantities: numbers with comparator and unit, without those that belong to dates, references, ages or grades.
//
//   "trên 70% tập thể" => > 70 %    "ít nhất 01 đề tài" => >= 1    "từ 1-2 chiến sĩ" => range 1 2    "đạt mức 3" => none
import type { Range } from '../../../model/document.ts'
import type { Comparator } from '../../../model/plan.ts'
import { NUMBER, readNumber } from '../../../text/numbers.ts'
import { COMPARATOR_WORDS, comparatorOf, normalUnit, PERCENT } from '../values.ts'
import { GLUED, isRateBase, isScore, type Kind, kindOf, SCALE } from './rates.ts'
import { hasMeasure } from './wording.ts'

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
  isRange: boolean
  /** One of a list of counts in one unit. */
  isListed: boolean
}

const QUANTITY = new RegExp(
  String.raw`(?:(?<![\p{L}\d.,/+]|\p{L}-)|(?<=\p{L})(?=[≥≤]))(?<lead>(?:từ )?(?:(?:${COMPARATOR_WORDS})(?: đạt)? ?){0,2}(?:là |khoảng |gần |từ )?)(?<a>${NUMBER})(?<u1> ?(?:${PERCENT}))?(?: ?(?:-|đến) ?(?<b>${NUMBER}))?(?<u> ?(?:${PERCENT}))?(?<scale>${SCALE}(?![\d\p{L}/]))?(?<after> ?trở (?:lên|xuống))?(?:(?=(?:${GLUED})(?![\p{L}\d]))|(?!\d|/ ?(?!\d{1,3}(?:\.\d{3})+|1000|\p{Ll})|[.,]\d|-?\p{L}\d|\p{L}|-\p{Lu}))`,
  'giu',
)

// A number behind one of these is a grade, a rank, a name.
const GRADE_BEFORE =
  /(?<![\p{L}\p{M}])(?:(?:mức(?: độ)?|loại|hạng|cấp|bậc|(?<!thí )điểm) ?(?:trên|dưới|từ|là|:|đạt)?|(?:tuyến|giai đoạn|quý|thứ|khóa|số|điều|khoản|nhóm|mũi|lớp|phụ lục|biểu|độ|vòng|đợt|bước|mục|phần|khối|phiên bản|type|ca|quyển|chương|(?<!(?:hằng|hàng|mỗi|từng|cả|trong) )(?:tháng|năm|ngày)|lần|tổ|đội|khu|đường|ngõ|phường|quận|tiêu chí|chỉ số|top|level|nghị quyết|đề án|chương trình|kế hoạch|covid|sars)) ?$/iu

// “duy trì ở mức 2,1 con/phụ nữ”: a level of what is measured, no grade.
const LEVEL = /(?<!\p{L})(?:ở|giữ|tại|đạt) mức(?: là)? ?$/iu

/** Quantities of one sentence, in order; `isMasked` tells what dates and references have taken. */
export function findQuantities(folded: string, sentence: Range, isMasked: (offset: number) => boolean): Quantity[] {
  const words = folded.slice(sentence.start, sentence.end)
  const found: Quantity[] = []
  for (const match of words.matchAll(QUANTITY)) {
    const groups = match.groups!
    const lead = groups.lead ?? ''
    const at = sentence.start + match.index
    const numberStart = at + lead.length
    if (isMasked(numberStart)) continue
    const unit = normalUnit(groups.u ?? groups.u1)
    const value = readNumber(groups.a!)
    if (value === null) continue
    const end = at + match[0].length
    const before = words.slice(0, match.index + (lead.match(/^ ?/)?.[0].length ?? 0))
    const after = folded.slice(end, Math.min(sentence.end, end + 24))
    const isSigned = lead.replace(/(?:từ|trên|dưới|là|khoảng|gần)/giu, '').trim() !== ''
    const isGrade =
      !isSigned && GRADE_BEFORE.test(before) && !(LEVEL.test(before) && hasMeasure(before) && /^ \p{L}/u.test(after))
    if (unit === null && (isGrade || isQuoted(words, match.index))) continue
    if (/^: ?\d|^ : \d/.test(after) || /\d:$/.test(before)) continue
    if (groups.scale !== undefined && !isScore(groups.a!, before)) continue
    if (unit === null && isRateBase(lead, value, before, after)) continue
    const b = groups.b === undefined ? null : readNumber(groups.b)
    const isRange = b !== null && b > value && !(unit === null && b > 1900 && value > 1900)
    if (b !== null && !isRange) continue
    const kind = unit === null ? kindOf(after) : 'count'
    const words2 = lead.replace(/^từ\s+(?!trên)|(?:là|khoảng|gần|từ)\s*$/giu, '').trim()
    const isCompared = words2 !== '' || groups.after !== undefined || isRange
    found.push({
      start: isCompared ? at + (lead.match(/^ ?/)?.[0].length ?? 0) : numberStart,
      end,
      numberStart,
      comparator: isRange ? 'range' : comparatorOf(firstComparator(words2), groups.after),
      value,
      valueMax: isRange ? b : null,
      unit,
      isCompared,
      isRange,
      isMeasure: unit === null && kind !== 'count',
      kind,
      isListed: false,
    })
  }
  return markLists(found, folded)
}

/** “triệt sản 45 người, dụng cụ tử cung 4.200 người”: counts of one noun that follow each other are a list. */
function markLists(quantities: Quantity[], folded: string): Quantity[] {
  const counted = quantities.map(({ unit, end }) =>
    unit === null ? (/^ ?(\p{L}+)(?=;|,| và )/u.exec(folded.slice(end, end + 24))?.[1]?.toLowerCase() ?? null) : null,
  )
  const noun = (i: number) =>
    /^ ?(\p{L}+)/u.exec(folded.slice(quantities[i]?.end ?? folded.length, (quantities[i]?.end ?? 0) + 24))?.[1]?.toLowerCase()
  const continues = (i: number) => counted[i] != null && quantities[i + 1]?.unit === null && noun(i + 1) === counted[i]
  return quantities.map((quantity, i) =>
    continues(i) || (i > 0 && continues(i - 1)) ? { ...quantity, isListed: true } : quantity,
  )
}

const FIRST = new RegExp(`^(?:${COMPARATOR_WORDS})`, 'iu')

/** “đạt tối thiểu trên 90”: the first words of comparison count. */
function firstComparator(words: string): string {
  // “vượt ít nhất 5%”: to exceed is what is done, at least is how far.
  const rest = words.replace(/^(?:vượt|hơn) (?=\p{L})/iu, '')
  return FIRST.exec(rest)?.[0] ?? FIRST.exec(words)?.[0] ?? words
}

function isQuoted(words: string, at: number): boolean {
  const quotes = words.slice(0, at).split('"').length - 1
  return quotes % 2 === 1 && words.indexOf('"', at) >= 0
}
