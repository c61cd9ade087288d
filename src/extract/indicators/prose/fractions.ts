// Bare fractions become quantities: “15/18 xã” counts 15, “2/3 số xã” is a share that stays as it is printed.
// “24/24 giờ”, “1/3 dân số” of a description and numbers of documents are none.

export type Fraction = { start: number; end: number; value: number; isShare: boolean }

const FRACTION = /(?<![\p{sc=Latn}\d.,/+-])(?<a>\d{1,4}) ?\/ ?(?<b>\d{1,4})(?= (?:số |tổng số )?\p{sc=Latn}|[.,;)]|$)(?![.,]\d)/gu
/** Behind it: time, what a rate counts in, words of a date. */
const NO_PART = /^ ?(?:giờ|h|ngày|tháng|năm|tuần|phút|lần|quý|dân|mmHg|người dân|của năm)(?!\p{sc=Latn})/iu
/** Before it: what makes two numbers a name, a day, a grade; or a bracket that says in numbers what stands before it. */
const NAMED =
  /\( ?$|(?<!\p{sc=Latn})(?:ngày|tháng|số|mức|loại|tờ|bản đồ|tỷ lệ bản đồ|đường|ngõ|nhà|quý|tiết|điều|khoản|phim|độ|giai đoạn) ?$/iu
/** Of more than this many, what is printed counts: 15/18 communes. */
const LARGEST_SHARE = 10

/** Fractions of the words, in order, as offsets into them. */
export function findFractions(words: string): Fraction[] {
  return [...words.matchAll(FRACTION)].flatMap((found): Fraction[] => {
    const [a, b] = [Number(found.groups!.a), Number(found.groups!.b)]
    const end = found.index + found[0].length
    if (a === 0 || a > b || b < 2 || NO_PART.test(words.slice(end)) || NAMED.test(words.slice(0, found.index))) return []
    return [{ start: found.index, end, value: a, isShare: a < b && b <= LARGEST_SHARE }]
  })
}
