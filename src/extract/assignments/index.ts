// Headings that are units, paragraphs that give one its duty, and the columns of task tables become assignments.
//
//   "- Phòng Nghiệp vụ Y chủ trì, phối hợp với các đơn vị kiểm tra." => Phòng Nghiệp vụ Y, lead    "- Xã đạt chuẩn." => none
//   "Giao Thanh tra Sở chủ trì, phối hợp với Phòng Nghiệp vụ Dược kiểm tra." => Thanh tra Sở, lead, Phòng Nghiệp vụ Dược, support

import { grammarsOf } from '../../catalog/lexicon.ts'
import { unitLength } from '../../catalog/units.ts'
import type { Range } from '../../model/document.ts'
import type { BodyParagraph, SectionNode } from '../../model/outline.ts'
import { within } from '../../model/ranges.ts'
import type { Source } from '../../model/source.ts'
import { bulletLength } from '../../text/bullets.ts'
import { type Grammar, matchOf } from '../../text/phrases.ts'
import { sentencesOf } from '../../text/sentences.ts'
import { type Role, roleIn, supportersIn, VAGUE } from './roles.ts'
import { assignmentsInTables } from './tables.ts'

export type FoundAssignment = { unit: string; role: Role; tasks: string[]; range: Range }

const HAS_DUTY = ['^(,|:)? (theo|#Basis) (chức năng|nhiệm vụ) * [<duty>#Duty]', '^(,|:)? [<duty>#Duty]']
const LONGEST_LEAD = 70
/** “Phòng Tài chính: cân đối kinh phí”; a value behind the colon is no duty. */
const RUN_IN = /^ ?: ?(?=\p{sc=Latn}[\p{sc=Latn}\p{sc=Zinh}]*(?: [\p{sc=Latn}\p{sc=Zinh},]+){3})/u
const ASKED = /^(?:(?:đề nghị|giao(?! ban)|yêu cầu|phân công)(?: cho)? )?/iu
const GIVES = /(?<!\p{sc=Latn})(?:giao(?! ban)|phân công|ủy quyền|đề nghị)(?: nhiệm vụ)?(?: cho)? /giu
const CLOSING = /^(?:trên đây là|yêu cầu|đề nghị|trong quá trình|căn cứ kế hoạch này)(?!\p{sc=Latn})/iu
/** The closing formula behind the last task. */
const LAST_WORDS =
  /^(?:trên đây là|trong quá trình (?:tổ chức |triển khai )*thực hiện|nhận được kế hoạch|yêu cầu (?:các|thủ trưởng|lãnh đạo)[^;:]{0,80}(?:thực hiện|triển khai)|đề nghị (?:các|thủ trưởng|lãnh đạo)[^;:]{0,80}(?:thực hiện|triển khai))(?!\p{sc=Latn})/iu
const HEADING_LEAD = /^(?:(?:trách nhiệm|nhiệm vụ)(?: thực hiện)?(?: của)? |đối với |giao |đề nghị |phân công |về phía )/iu
const HOLDS_UNITS = new Set(['assignment', 'organization'])

/** Assignments in document order. */
export function findAssignments(source: Source): FoundAssignment[] {
  const { outline } = source
  const headed = outline.sections.flatMap((section) => inSection(section, false, source))
  const firstSection = outline.sections[0]?.span.start ?? 0
  const covered = [...headed].sort((a, b) => a.range.start - b.range.start)
  let at = 0
  const free = outline.body.filter(({ start, end }) => {
    while (at < covered.length && covered[at]!.range.end <= start) at++
    const around = covered[at]
    return start >= firstSection && !(around && start >= around.range.start && end <= around.range.end)
  })
  const prose = free.flatMap((paragraph) => inParagraph(paragraph, source))
  return [...headed.flatMap((each) => withSupport(each, source)), ...prose, ...assignmentsInTables(source)].sort(
    (a, b) => a.range.start - b.range.start,
  )
}

/** A heading that is a unit's name holds its tasks; a heading like “Phân công” only holds such headings. */
function inSection(section: SectionNode, isInside: boolean, source: Source): FoundAssignment[] {
  const holds = isInside || section.roles.some((role) => HOLDS_UNITS.has(role))
  const children = section.children.flatMap((child) => inSection(child, holds, source))
  if (!section.heading || !holds || children.length > 0) return children
  const { agencies } = grammarsOf(source.lexicon)
  const unit = unitOfHeading(section.heading, source.folded, agencies)
  if (!unit) return children
  const tasks = within(source.outline.body, section.span)
    .filter((paragraph) => paragraph.end > section.own.start)
    .map((paragraph) => ({
      task: taskOf(Math.max(paragraph.start, section.own.start), paragraph.end, source),
      end: paragraph.end,
    }))
    .filter(({ task }) => task !== '' && !LAST_WORDS.test(task))
  const [first] = tasks
  if (!first) return []
  return [
    {
      unit: source.document.text.slice(unit.start, unit.end),
      role: roleIn(first.task, agencies) ?? (tasks.some(({ task }) => roleIn(task, agencies) === 'lead') ? 'lead' : null),
      tasks: tasks.map(({ task }) => task),
      range: { start: section.heading.start, end: tasks.at(-1)!.end },
    },
  ]
}

/** “Trách nhiệm của Sở Y tế” => Sở Y tế; null where the heading says more than a unit. */
function unitOfHeading(heading: Range, folded: string, agencies: Grammar): Range | null {
  const words = folded.slice(heading.start, heading.end)
  const lead = HEADING_LEAD.exec(words)?.[0].length ?? 0
  const length = unitLength(words.slice(lead), agencies)
  const isWhole = length > 0 && /^[\s:.]*(?:có trách nhiệm[\s:.]*)?$/iu.test(words.slice(lead + length))
  return isWhole ? { start: heading.start + lead, end: heading.start + lead + length } : null
}

function taskOf(start: number, end: number, { document, folded }: Source): string {
  const from = start + bulletLength(folded.slice(start, end))
  return document.text.slice(from, end).replace(/^[\s:.]+|[\s;.]+$/g, '')
}

/** The unit that opens a paragraph, and those to which its sentences give something. */
function inParagraph(paragraph: BodyParagraph, source: Source): FoundAssignment[] {
  const { folded } = source
  const words = folded.slice(paragraph.wordsStart, paragraph.end)
  // “Yêu cầu các đơn vị nghiêm túc thực hiện ./.” closes the document.
  if (LAST_WORDS.test(words) && /\.\s*\/\s*\.?\s*$/u.test(words)) return []
  const opening = paragraph.wordsStart + (ASKED.exec(folded.slice(paragraph.wordsStart, paragraph.end))?.[0].length ?? 0)
  const first = dutyAt(opening, paragraph.end, paragraph.isBullet || paragraph.isNumbered, source)
  if (first) return withSupport(first, source)
  return sentencesOf(folded, { start: paragraph.wordsStart, end: paragraph.end }).flatMap((sentence) =>
    [...folded.slice(sentence.start, sentence.end).matchAll(GIVES)].slice(0, 1).flatMap((found) => {
      const given = dutyAt(sentence.start + found.index + found[0].length, sentence.end, false, source)
      return given && given.role !== null ? withSupport(given, source) : []
    }),
  )
}

function dutyAt(start: number, end: number, mayRunIn: boolean, { folded, document, lexicon }: Source): FoundAssignment | null {
  const { agencies } = grammarsOf(lexicon)
  const words = folded.slice(start, end)
  if (CLOSING.test(words)) return null
  const length = unitLength(words, agencies)
  if (length === 0) return null
  const behind = words.slice(length)
  const terms = agencies.read(behind, 0, Math.min(behind.length, LONGEST_LEAD))
  const duty = HAS_DUTY.map((pattern) => matchOf(pattern, terms)).find((match) => match !== null)?.groups.duty?.[0]
  const skipped = duty ? duty.start : mayRunIn ? (RUN_IN.exec(behind)?.[0].length ?? -1) : -1
  if (skipped < 0) return null
  const taskStart = start + length + skipped
  const task = document.text.slice(taskStart, end).replace(/[\s;./]+$/, '')
  const role = roleIn(folded.slice(taskStart, end), agencies)
  const unit = words.slice(0, length)
  // One syllable (“Ban”, “Sở”) names nobody where it is not said to lead; nor do “các sở, ngành, đơn vị”, asked at the end to go on.
  if ((!unit.includes(' ') && role !== 'lead') || (VAGUE.test(unit) && /^phối hợp thực hiện$/iu.test(task))) return null
  return {
    unit: document.text.slice(start, start + length),
    role,
    tasks: [task],
    range: { start, end },
  }
}

/** “… chủ trì, phối hợp với Phòng A kiểm tra”: who is named there supports. */
function withSupport(assignment: FoundAssignment, source: Source): FoundAssignment[] {
  const { folded, document, lexicon } = source
  const { agencies } = grammarsOf(lexicon)
  const { tasks } = assignment
  if (assignment.role !== 'lead') return [assignment]
  const { start, end } = assignment.range
  const supporters = sentencesOf(folded, { start, end }).flatMap((sentence) => {
    const task = tasks.length === 1 ? tasks[0]! : taskOf(sentence.start, sentence.end, source)
    return supportersIn(folded.slice(sentence.start, sentence.end), agencies).map((range): FoundAssignment => {
      const unit = { start: sentence.start + range.start, end: sentence.start + range.end }
      return {
        unit: document.text.slice(unit.start, unit.end),
        role: 'support',
        tasks: [task],
        range: { start: unit.start, end: sentence.end },
      }
    })
  })
  return [assignment, ...supporters]
}
