// Tasks and targets of a year before the plan's: words left over from the file of an earlier year.
//
//   "- Các đơn vị phấn đấu hoàn thành xuất sắc nhiệm vụ năm 2023." => năm 2023    "- Hoàn thành kế hoạch giao năm 2024." => none
//   "- Khắc phục hạn chế trong thực hiện nhiệm vụ năm 2023." => none    "- Giảm 5% số vụ so với thực hiện kế hoạch năm 2023." => none
import { type Message, report } from '../../model/message.ts'
import type { Plan } from '../../model/plan.ts'
import { yearOf } from '../../text/edtf.ts'
import { foldText } from '../../text/fold.ts'
import { citedRanges, pastRanges } from './ranges.ts'
import { type Rule, said } from './rule.ts'

/** Kinds of documents that set tasks; reports and law look back. */
const FORWARD: ReadonlySet<string> = new Set(['ke-hoach', 'phat-dong', 'chuong-trinh', 'cong-van', 'huong-dan', 'quyet-dinh'])
const OLDEST = 3
const TASK = /(?<!\p{L})(?:chỉ tiêu|nhiệm vụ|kế hoạch|mục tiêu|dự toán|kinh phí|công tác)(?!\p{L})[^.;:\n\t]{0,90}$/iu
const ASKS = /(?<!\p{L})(?:hoàn thành|phấn đấu|thi đua|thực hiện|triển khai|quyết tâm|căn cứ|giao|bố trí|lấy từ)(?!\p{L})/iu
const INSISTS =
  /(?<!\p{L})(?:phấn đấu|quyết tâm|thi đua (?:hoàn thành|thực hiện|đạt))(?!\p{L})(?!.*(?<!\p{L})(?:phấn đấu|quyết tâm)(?!\p{L}))/iu
const LOOKS_BACK =
  /(?<!\p{L})(?:kết quả|kết thúc|đã|so với|so sánh|khắc phục|tồn tại|hạn chế|tổng kết|sơ kết|đánh giá|phát huy|kế thừa|báo cáo|thành tích|rà soát|tiếp nối|tiếp tục|giai đoạn|từ năm|đến nay|cuối năm|trong năm|hết năm|quyết toán|bằng|tăng|giảm|chuyển nguồn|chuyển tiếp|năm trước|đến|luật|pháp lệnh)(?!\p{L})/iu

export const leftoverYear: Rule = {
  id: 'leftover-year',
  severity: 'warning',
  about: { vi: 'Nhiệm vụ, chỉ tiêu ghi năm cũ.', en: "A task or target of a year before the plan's." },
  find: (plan) => said(plan, 'check/leftover-year'),
  tell(plan) {
    const first = firstYear(plan)
    if (first === null || !FORWARD.has(plan.header.documentType ?? '')) return []
    const folded = foldText(plan.text)
    const closed = [...citedRanges(plan), ...pastRanges(plan.sections), ...tableRanges(plan)]
    return [...folded.matchAll(/(?<!\p{L})năm\s{1,2}(?<year>20\d\d)(?!\d| ?[-/])/giu)].flatMap((found): Message[] => {
      const year = Number(found.groups!.year)
      if (year >= first || year < first - OLDEST) return []
      const { index } = found
      if (closed.some(({ start, end }) => start <= index && index < end)) return []
      const clause = folded
        .slice(Math.max(0, index - 400), index)
        .split(/[.;:]\s|\n|\t|[()]/)
        .at(-1)!
      // What stands before the word that asks for more is another matter: “… đã phát động, phấn đấu hoàn thành …”.
      const asked = clause.slice(Math.max(0, clause.search(INSISTS)))
      if (!TASK.test(clause) || !ASKS.test(clause) || LOOKS_BACK.test(asked)) return []
      const words = `${lastWords(clause.trim())} ${found[0]}`
      // The document's own name: “Căn cứ Kế hoạch công tác năm 2023 của …” is a paper of that year.
      if (/^ (?:của (?:Bộ|Sở|UBND|Ủy ban|Chính phủ)|là|đạt|được)(?!\p{L})/u.test(folded.slice(index + found[0].length))) return []
      const range = { start: index, end: index + found[0].length }
      return [report('check/leftover-year', range, { words, year: plan.header.year! })]
    })
  },
}

const LONGEST = 60

/** The end of a clause, from a whole word on. */
function lastWords(clause: string): string {
  return clause.length <= LONGEST ? clause : clause.slice(-LONGEST).replace(/^(?:\S*\s|\p{Cs})/u, '')
}

/** The first year that the plan can speak for: of a span of years its first, and never one after its issue. */
function firstYear({ header }: Plan): number | null {
  if (header.year === null) return null
  const span = /(?<from>20\d\d) ?[-–—] ?20\d\d/.exec(header.title ?? '')?.groups?.from
  return Math.min(header.year, yearOf(header.issuedOn) ?? header.year, span ? Number(span) : header.year)
}

function tableRanges({ tables }: Plan): { start: number; end: number }[] {
  return tables.flatMap(({ rows }) => {
    const cells = rows.flatMap((row) => row.cells)
    return cells.length > 0 ? [{ start: cells[0]!.span.start, end: cells.at(-1)!.span.end }] : []
  })
}
