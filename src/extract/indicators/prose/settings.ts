// The sections of a plan become settings: where sentences set targets, where they may, and where they never do.
import type { Paragraph, Range } from '../../../model/document.ts'
import type { SectionNode } from '../../../model/outline.ts'
import type { Source } from '../../../model/source.ts'
import { chainAt, headingsOf, lastYear, yearOf } from '../headings.ts'

export type Setting = {
  paragraph: Paragraph
  /** The paragraph's words behind its number or bullet. */
  range: Range
  isBullet: boolean
  /** The paragraph carries a number of its own. */
  isNumbered: boolean
  weight: 'targets' | 'open' | 'closed'
  /** A year named by the heading or the line that introduces the list. */
  year: number | null
}

// Sections that look back, describe, set conditions or speak of money.
const CLOSED_HEADING =
  /(?<!\p{sc=Latn})(?:kết quả(?: (?:đạt được|thực hiện|hoạt động|công tác))|đánh giá (?:kết quả|tình hình|chung|thực trạng|việc)|tình hình (?:chung|thực hiện|dịch|bệnh)|thực trạng|đặc điểm|sự cần thiết|tồn tại|hạn chế|khó khăn|nguyên nhân|bài học|cơ sở pháp lý|căn cứ|tiêu chuẩn (?:khen|xét|bình)|điều kiện|tiêu chuẩn|hồ sơ|quy trình|thủ tục (?:xét|đề nghị)|kinh phí|dự toán|nhận định|dự báo|đặt vấn đề|bối cảnh)(?!\p{sc=Latn})/iu
/** “Kinh phí và tổ chức thực hiện”: more than money. */
const FUNDS_AND = /(?:nguồn |dự toán )?kinh phí(?=(?:,| và) (?:tổ chức|phân công|giải pháp|triển khai))/iu
const TARGET_HEADING = /(?<!\p{sc=Latn})(?:mục tiêu|chỉ tiêu|danh hiệu thi đua|chỉ số|kết quả cần đạt|phấn đấu)(?!\p{sc=Latn})/iu
const PLAN_HEADING = /(?<!\p{sc=Latn})(?:phương hướng|nhiệm vụ|kế hoạch năm|mục tiêu|chỉ tiêu)(?!\p{sc=Latn})/iu

/** Settings of the body's paragraphs, in order; the preamble sets no targets. */
export function settingsOf({ folded, outline }: Source): Setting[] {
  const preamble = new Set(outline.preamble)
  // What leads to the plan may be long and tell of last year.
  const firstSection = outline.sections[0]?.span.start ?? 0
  let introducedYear: number | null = null
  let introducedTargets = false
  let introducing: SectionNode | null = null
  const known = new Map<SectionNode | null, { weight: Setting['weight']; year: number | null }>()
  const saidOf = (chain: readonly SectionNode[]) => {
    const innermost = chain.at(-1) ?? null
    let said = known.get(innermost)
    if (!said) {
      const headings = headingsOf(chain, folded)
      said = { weight: weightOf(headings), year: yearOf(headings) }
      known.set(innermost, said)
    }
    return said
  }
  return outline.body.flatMap((paragraph): Setting[] => {
    if (preamble.has(paragraph) && outline.sections.length > 0) return []
    if (paragraph.start < firstSection && !paragraph.isBullet && !paragraph.isNumbered) return []
    const chain = chainAt(outline.sections, paragraph.start)
    const section = chain.at(-1) ?? null
    // A heading may hold a target itself: “4. 100% cán bộ y tế nắm được …”.
    const start = paragraph.isNumbered && section?.heading ? section.heading.start : paragraph.wordsStart
    const words = folded.slice(start, paragraph.end)
    // What introduces a list introduces the numbered items below it too.
    const isInside = section === introducing || (introducing !== null && chain.includes(introducing))
    if (!isInside || !(paragraph.isBullet || paragraph.isNumbered)) {
      introducedYear = null
      introducedTargets = false
    }
    const said = saidOf(chain)
    const setting: Setting = {
      paragraph,
      range: { start, end: paragraph.end },
      isBullet: paragraph.isBullet,
      isNumbered: paragraph.isNumbered,
      weight: introducedTargets && said.weight === 'open' ? 'targets' : said.weight,
      year: introducedYear ?? said.year,
    }
    if (/: ?$/.test(words)) {
      introducedYear = lastYear(words)
      introducedTargets = TARGET_HEADING.test(words)
      introducing = section
    }
    return [setting]
  })
}

/** The innermost heading that says anything decides; a plan's part behind a report's part opens again. */
function weightOf(headings: readonly string[]): Setting['weight'] {
  for (const heading of [...headings].reverse()) {
    if (heading === '') continue
    const closed = heading.replace(FUNDS_AND, '').search(CLOSED_HEADING)
    const plan = heading.search(PLAN_HEADING)
    if (closed >= 0 && (plan < 0 || closed < plan)) return 'closed'
    if (TARGET_HEADING.test(heading)) return 'targets'
  }
  return 'open'
}
