// Sentences that allow nothing become targets of zero.
//
//   "không có tiêu chí nào ở mức 1" => tiêu chí nào ở mức 1    "Không để dịch lớn xảy ra" => dịch lớn xảy ra
//   "không có điều kiện" => none    "không để ai bị bỏ lại phía sau" => none
import type { Range } from '../../../model/document.ts'
import type { Setting } from './settings.ts'

export type Zero = { name: Range; range: Range }

const ZERO =
  /(?<=^|[,;:(] ?|(?:và|ph[ấâ]n đ[ấâ]u|đảm bảo|bảo đảm|tuyệt đối|quyết tâm|để|tiến tới) )không (?<verb>để xảy ra|để|có|còn|xảy ra|phát sinh) (?<name>(?:[^,;.:()]|(?<=\d)[.,](?=\d)){4,220}(?:, (?!không|\d|phấn|đảm|bảo|trong|đạt|hạn|tăng|nâng|góp|giảm|thực)[^,;.:()]{3,80})?)/giu
/** “không trạm nào thiếu …”, “không còn trạm, phòng khám nào có tỷ lệ … dưới 75%”: its numbers are part of what none has. */
const NONE_OF =
  /(?<=^|[,;:(] ?|(?:và|ph[ấâ]n đ[ấâ]u|đảm bảo|bảo đảm) )không (?<verb>(?:để xảy ra|để|có|còn|xảy ra|phát sinh) )?(?<name>(?:(?!không|và|nào)\p{sc=Latn}+,? ){1,8}nào(?!\p{sc=Latn})(?:[^,;.:()]|(?<=\d)[.,](?=\d)){0,200})/giu
const NO_THING =
  /^(?:(?:quá|vượt|trên|hơn|dưới|đến|tới) \d|khả năng|điều kiện|nhu cầu|ai(?!\p{sc=Latn})|ý kiến|lý do|sự(?! cố)|phép|thời|kế hoạch|việc làm|thẻ|nghĩa|hồ sơ(?! (?:bị|trễ|quá|chậm|tồn|giải|sai))|chỉ định|chuyên môn|nguồn|kinh phí|dấu hiệu|triệu chứng)(?!\p{sc=Latn})/iu
/** A promise, or the title of a list item: “Bệnh dại: không có …”. */
const OPENING = /(?:ph[ấâ]n đ[ấâ]u|đảm bảo|bảo đảm|tuyệt đối) ?$|^[^:;.]{2,80}: ?$/iu

/** “… để không còn xã nào …”: what is done so that. */
const AIM = /(?:để|tiến tới) ?$/iu
/** “không … vụ ngộ độc nào”: said of each. */
const NONE = /\p{sc=Latn} nào(?!\p{sc=Latn})/iu

/** Stretches of a sentence that say of what there shall be none, as offsets into its words. */
export function noneOf(words: string): Range[] {
  return / nào(?!\p{sc=Latn})/iu.test(words)
    ? [...words.matchAll(NONE_OF)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
    : []
}

/** “không có ca bệnh từ năm 2018”: it has been so. */
function isOld(name: string, firstYear: number | null): boolean {
  const since = /(?<!\p{sc=Latn})(?:từ|kể từ)(?: năm| tháng \d{1,2}\/)? ?(?<year>(?:19|20)\d{2})/iu.exec(name)?.groups?.year
  return since !== undefined && firstYear !== null && Number(since) < firstYear
}

/** Zero targets of a sentence. `isAsked`: the sentence asks for something; `taken` are the names of its other targets. */
export function findZeros(
  words: string,
  offset: number,
  setting: Setting,
  isAsked: boolean,
  taken: readonly Range[],
  firstYear: number | null,
): Zero[] {
  const each = [...words.matchAll(NONE_OF)]
  const others = [...words.matchAll(ZERO)].filter(({ index }) => !each.some((found) => found.index === index))
  return [...each, ...others].flatMap((found): Zero[] => {
    const { verb = '', name: printed } = found.groups as { verb?: string; name: string }
    const start = offset + found.index
    const name = printed.trimEnd()
    const lead = words.slice(0, found.index)
    const isOfEach = NONE.test(name)
    const opens = found.index <= 2 || OPENING.test(lead) || isOfEach
    if ((!isOfEach && AIM.test(lead)) || isOld(name, firstYear)) return []
    const isNarrative = verb.toLowerCase().includes('để')
    const isListed = setting.isBullet || setting.isNumbered
    const isTarget = setting.weight === 'targets'
    const counts = isNarrative
      ? opens && ((isTarget && isListed) || (isAsked && /xảy ra/iu.test(verb)))
      : isAsked || (isTarget && opens)
    if (!counts || NO_THING.test(name) || taken.some((range) => start > range.start && start < range.end)) return []
    const nameStart = start + found[0].indexOf(printed, verb.length)
    return [{ name: { start: nameStart, end: nameStart + name.length }, range: { start, end: nameStart + name.length } }]
  })
}
