// Numbers that are the base of a rate, the grade of a scale or a measure of size: told apart from counts.
// “bác sĩ trên 1 vạn dân” has the base of a rate, “trên 3,5 điểm” a grade, “tăng 04 bậc” a rank, “35 tỷ đồng” money.
import { hasMeasure } from './wording.ts'

export type Kind = 'count' | 'grade' | 'rank' | 'money' | 'size'

/** Units written right at the number: 168,5cm. */
export const GLUED = 'cm|mm|kg|km|ml|m2|m²'
/** A score out of a full one: 4,1/5. */
export const SCALE = String.raw`/(?:5|10|100)(?:[.,]0)?`

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  [
    'grade',
    /^ ?điểm(?! (?:%|phần trăm)|\p{L})(?= ?(?:[.,;:)/]|$)| (?:trở|theo|trên|so|vào|năm|trong|và|hoặc|thì|được|phải|đối|bị|của|đến|là)(?!\p{L}))/iu,
  ],
  ['rank', /^ ?(?:bậc|thứ bậc|hạng|vị trí)(?!\p{L})/iu],
  [
    'money',
    /^ ?(?:(?:triệu|tỷ|tỉ|nghìn|ngàn|trăm)(?: (?:triệu|tỷ))? ?)?(?:đồng|vnđ|usd)(?!\p{L})|^ ?(?:triệu|tỷ|tỉ)(?= ?(?:[.,;)]|$))/iu,
  ],
  [
    'size',
    /^ ?(?:(?:tuổi|tháng tuổi|con(?!\/)|lần|ngày|tháng|năm|giờ|phút|giây|tuần|mũi|liều|thời kỳ|thời điểm|thì|chiều|km|m2|m²|cm|mm|mg|mcg|µg|kcal|ml|lít|kg|gam|gram|độ|ppm|triệu|tỷ(?! ?(?:lệ|suất|số))|nghìn|h|giai đoạn|cấp|tuyến|quý|kỳ|tiết|trang|bản)(?![\p{L}\p{M}])|°|x ?\d)/iu,
  ],
]

/** What kind of thing a number without a sign measures, by the words behind it. */
export function kindOf(after: string): Kind {
  return KINDS.find(([, pattern]) => pattern.test(after))?.[0] ?? 'count'
}

/** The unit of a measure of size, rank or money: the word behind its number. */
export function sizeUnit(after: string): string | null {
  const found = KINDS.find(([, pattern]) => pattern.test(after))?.[1]
    .exec(after)?.[0]
    .trim()
  return found ? found : null
}

const BASES: ReadonlySet<number> = new Set([1, 10, 100, 1000, 10_000, 100_000, 1_000_000])
const PEOPLE =
  /^ ?(?:(?:vạn|nghìn|ngàn|triệu) )?(?:dân|người dân|trẻ (?:đẻ|sinh|em sinh)|ca đẻ|(?:bé|trẻ|em) (?:gái|trai)|nữ|nam)(?!\p{L})/iu

/** “trên 10.000 dân”, “trên 100 bé gái”: behind a measure or a number, the people that a rate counts in. */
export function isRateBase(lead: string, value: number, before: string, after: string): boolean {
  if (!BASES.has(value) || (value === 1 && !/^ ?(?:vạn|nghìn|ngàn|triệu)/iu.test(after))) return false
  if (!/^(?:tính )?trên$/iu.test(lead.trim()) || !PEOPLE.test(after)) return false
  return hasMeasure(before) || /\d[^,;]*$/u.test(before)
}

/** A score stands where a scale is printed behind a decimal or a measured score. */
export function isScore(printed: string, before: string): boolean {
  return /[.,]/.test(printed) || /(?:chỉ số|điểm|mức độ hài lòng)[^,;]*(?:đạt|từ|là|:) ?$/iu.test(before)
}
