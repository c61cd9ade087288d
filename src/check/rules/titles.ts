// Where the acts that a plan cites stand in its text, their titles with them: what stands there is not the plan's own word.
import type { Plan } from '../../model/plan.ts'

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
