// The title becomes the years that the plan is for.
//
//   "Kế hoạch giai đoạn 2021 - 2025" => 2021 2025    "Đề án đến năm 2030" => 2024 2030    "Phòng chống dịch" => 2024 2024
import { type Message, report } from '../../model/message.ts'
import { yearOf } from '../../text/edtf.ts'
import { foldText } from '../../text/fold.ts'

const NAMED_YEAR =
  /(?<!\p{sc=Latn})(?:(?:đến )?năm|giai đoạn|đến|năm học|nhiệm kỳ|và) (?<from>(?:19|20)\d{2})(?: ?[-/] ?(?<to>(?:19|20)\d{2}))?(?!\d)/giu

/** The last year that the title names, else the year of issue. */
export function readYear(title: string | null, issuedOn: string | null, messages: Message[]): number | null {
  const named = [...foldText(title ?? '').matchAll(NAMED_YEAR)]
    .map((found) => Number(found.groups!.to ?? found.groups!.from))
    .at(-1)
  if (named !== undefined) return named
  const issued = yearOf(issuedOn)
  if (issued !== null) messages.push(report('header/year-implied', null, { year: issued }))
  return issued
}

/** “giai đoạn 2021 - 2030” begins in 2021; “đến năm 2030” begins with the year of issue. */
export function readFirstYear(title: string | null, year: number | null, issuedOn: string | null): number | null {
  const named = [...foldText(title ?? '').matchAll(NAMED_YEAR)].at(-1)
  if (named?.groups?.to) return Number(named.groups.from)
  const issued = yearOf(issuedOn)
  return named && /đến/iu.test(named[0]) && issued !== null && year !== null ? Math.min(issued, year) : year
}
