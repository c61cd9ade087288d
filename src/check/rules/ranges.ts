// Where a plan does not speak of what it sets: the acts that it cites with their titles, and the sections that look back.
import type { Plan, Section } from '../../model/plan.ts'
import { foldText } from '../../text/fold.ts'

type Range = { start: number; end: number }

/** How far behind a mention its title may begin: issuer and “về việc” stand between. */
const REACH = 160

/** Ranges of mentions and their titles, in order of place. */
export function citedRanges({ text, legalReferences }: Plan): Range[] {
  return legalReferences
    .flatMap(({ title, mentions }) =>
      mentions.map(({ span: { start, end } }) => {
        const at = title ? text.indexOf(title, start) : -1
        return { start, end: title && at >= 0 && at <= end + REACH ? Math.max(end, at + title.length) : end }
      }),
    )
    .sort((a, b) => a.start - b.start)
}

const PAST_HEADING = /kết quả|đánh giá|tình hình|thực trạng|đặc điểm|tồn tại|hạn chế|bối cảnh/iu

/** Sections whose headings say that they tell of what was. */
export function pastRanges(sections: readonly Section[]): Range[] {
  return sections.flatMap(({ heading, span, children }) =>
    heading && PAST_HEADING.test(foldText(heading)) ? [span] : pastRanges(children),
  )
}
