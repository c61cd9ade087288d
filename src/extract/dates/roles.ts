// Dates become dates with a role: what the findings around them say, else what the words before them say.
import type { Range } from '../../model/document.ts'
import type { DateMention } from '../../model/plan.ts'
import type { Source } from '../../model/source.ts'
import type { FoundReference } from '../legal-references/index.ts'
import type { FoundDate } from './index.ts'

export type Claims = {
  issued: Range | null
  references: readonly FoundReference[]
  phases: ReadonlySet<FoundDate>
  deadlines: ReadonlySet<FoundDate>
}

const EVENT =
  /(?<!\p{sc=Latn})(?:kỷ niệm|chào mừng|thành lập|quốc khánh|ngày (?:thầy thuốc|quốc tế|thế giới|giải phóng|sinh|hội|toàn dân|nhà giáo|vì |gia đình|môi trường|dân số|truyền thống|lễ|chiến thắng|phụ nữ|thương binh|điều dưỡng|không thuốc|sức khỏe|phòng|hiến máu|bảo hiểm|báo chí|pháp luật|chuyển đổi|đái tháo|người |trẻ em|bác hồ|tim mạch|tim |rửa tay|lao động|tết|cách mạng|thành lập|toàn quốc|việt nam)|(?<!buổi |tổ chức )lễ (?!phát động|ra quân|ký|khai|bế|mít|công bố|trao|tổng kết|hưởng ứng)|giải phóng|tháng tám|quốc tế lao động|thống nhất đất nước|tết |ngày \p{Lu})/iu
const BORN = /(?<!\p{sc=Latn})(?:sinh|tuổi|trẻ)(?!\p{sc=Latn})[^.;]{0,24}$/iu
/** When something takes place, not what is kept: “tổ chức vào 8 giờ ngày …”. */
const TAKES_PLACE =
  /(?:trước|chậm nhất|từ|đến|sau|hạn|lúc|hồi|giờ|phút|dự kiến|diễn ra|tổ chức|khai mạc|vào (?:sáng|chiều|tối|ngày)|thời gian:?|(?:sáng|chiều|tối|vào)) ?(?:thứ \p{sc=Latn}+,? ?)?(?:ngày ?)?$/iu
/** “Thời gian thực hiện: Từ tháng 8/2024”: a period with its start alone. */
const OPENS_PERIOD = /thời gian[^.;:\n\t\d]{0,40}: ?(?:từ|bắt đầu từ|kể từ) (?:ngày )?$/iu
const IN_FORCE = /hiệu lực(?: thi hành)?,? (?:kể )?từ (?:ngày )?$/iu

/** The role of every date, in the order of the dates. */
export function roleOfDates(dates: readonly FoundDate[], { folded, outline }: Source, claims: Claims): DateMention['role'][] {
  const legal = claims.references
    .flatMap((reference) => reference.mentions.map((mention) => mention.extent))
    .sort((a, b) => a.start - b.start)
  const tables = outline.tables.map(({ table }) => table)
  const issued = claims.issued && dates.find(({ start, end }) => start >= claims.issued!.start && end <= claims.issued!.end)
  const others = outline.others.map(({ letterhead }) => letterhead.placeAndDate)
  const letterheads = [claims.issued, ...others].filter((line) => line !== null)
  let at = 0
  return dates.map((date) => {
    while (at < legal.length && legal[at]!.end <= date.start) at++
    if (letterheads.some((line) => date.start >= line.start && date.end <= line.end)) return 'issued'
    const isEvent = looksAnniversary(date, folded)
    const isLegal = legal.slice(at, at + 4).some((extent) => date.start >= extent.start && date.end <= extent.end)
    if (isLegal) return isEvent && isBracketed(date, folded) ? 'anniversary' : 'legal'
    if (isInForce(date, legal[at - 1], folded)) return 'legal'
    if (claims.deadlines.has(date)) return 'deadline'
    if (claims.phases.has(date)) return 'phase'
    if (isEvent) return 'anniversary'
    if (issued && date.first > issued.last && isGoal(date, folded)) return 'deadline'
    if (OPENS_PERIOD.test(folded.slice(Math.max(0, date.start - 70), date.start))) return 'phase'
    if (date.precision !== 'interval' || BORN.test(folded.slice(Math.max(0, date.start - 40), date.start))) return 'other'
    // A row of a timetable is no phase of the campaign.
    return tables.some((table) => date.start >= table.start && date.end <= table.end) ? 'other' : 'phase'
  })
}

/** “Đến 30/9/2024, 100% phòng khám …”: a clause opens with the day by which its goal is reached. */
function isGoal(date: FoundDate, folded: string): boolean {
  if (date.precision !== 'day' && date.precision !== 'month') return false
  return (
    /(?:^|[.;:\n]\s*(?:[-+*] ?)?)(?:đến|hết) (?:hết )?(?:ngày )?$/iu.test(
      folded.slice(Math.max(0, date.start - 30), date.start),
    ) && folded[date.end] === ','
  )
}

/** “Luật … có hiệu lực từ ngày …”: the day belongs to the act that the same sentence names. */
function isInForce(date: FoundDate, act: Range | undefined, folded: string): boolean {
  if (!act || !IN_FORCE.test(folded.slice(Math.max(0, date.start - 40), date.start))) return false
  return !/[.;\n]/.test(folded.slice(act.end, date.start))
}

/** A day that is kept: its event stands before it in the same clause, or it is in the brackets behind one. */
function looksAnniversary(date: FoundDate, folded: string): boolean {
  if (date.precision !== 'day') return false
  const before = folded.slice(Math.max(0, date.start - 110), date.start)
  const clause = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('.'), before.lastIndexOf('\n')) + 1)
  if (TAKES_PLACE.test(clause)) return false
  return (
    EVENT.test(clause.slice(-90)) ||
    (isBracketed(date, folded) && EVENT.test(folded.slice(Math.max(0, date.start - 180), date.start)))
  )
}

function isBracketed(date: FoundDate, folded: string): boolean {
  return (
    /\([^()]{0,24}$/.test(folded.slice(Math.max(0, date.start - 26), date.start)) &&
    /^[^()]{0,24}\)/.test(folded.slice(date.end, date.end + 26))
  )
}
