// Headings that are units, bullets that begin with one, and the columns of task tables become assignments.
//
//   "- Phòng Nghiệp vụ Y chủ trì, phối hợp với các đơn vị kiểm tra." => Phòng Nghiệp vụ Y, lead    "- Xã đạt chuẩn." => none
import type { Range } from '../../model/document.ts'
import type { BodyParagraph, OutlineTable, SectionNode } from '../../model/outline.ts'
import type { Source } from '../../model/source.ts'
import { bulletLength } from '../../text/bullets.ts'

export type FoundAssignment = { unit: string; role: 'lead' | 'support' | null; tasks: string[]; range: Range }

const DUTY = String.raw`(?:chủ trì|là (?:đầu mối|đơn vị)|làm đầu mối|phối hợp|có trách nhiệm|chịu trách nhiệm|tham mưu|tổng hợp|hướng dẫn|theo dõi|đôn đốc|tổ chức|xây dựng|triển khai|thực hiện|căn cứ|chỉ đạo|kiểm tra|giám sát|bố trí|đảm bảo|tăng cường|thường trực|phổ biến|quán triệt|cung cấp|báo cáo)`
const UNIT = String.raw`(?:giao |đề nghị )?(?<unit>(?:các )?(?:sở|phòng|trung tâm|bệnh viện|ubnd|ủy ban nhân dân|ban|chi cục|văn phòng|thanh tra|công đoàn|đơn vị|cơ quan|trạm|khoa|trưởng|thủ trưởng|lãnh đạo|giám đốc|hội|đoàn|bhxh|bảo hiểm xã hội|công an|đài|báo|trường|ttyt|tổ|hội đồng|mặt trận|liên đoàn)(?:(?! (?:gửi|nộp|lập|đăng ký|được|không|có(?! trách nhiệm)|tại|khi|nếu|trên cơ sở)(?!\p{L}))[^.;:\n]){0,140}?)`
const BULLET = new RegExp(String.raw`^${UNIT} ?(?:[,:] ?)?(?<duty>${DUTY})(?!\p{L})`, 'iu')
const CLOSING = /^trên đây là(?!\p{L})/iu
const LEADS = /^(?:chủ trì|là |làm đầu)/iu
const SUPPORTS = /^phối hợp/iu

/** Assignments in document order. */
export function findAssignments(source: Source): FoundAssignment[] {
  const { outline } = source
  const headed = outline.sections.flatMap((section) => inSection(section, source))
  const firstSection = outline.sections[0]?.span.start ?? 0
  const isFree = ({ start, end }: Range) =>
    start >= firstSection && !headed.some(({ range }) => start >= range.start && end <= range.end)
  const bullets = outline.body.filter(isFree).flatMap((paragraph) => inBullet(paragraph, source))
  const tables = outline.tables.flatMap((table) => inTable(table, source))
  return [...headed, ...bullets, ...tables].sort((a, b) => a.range.start - b.range.start)
}

/** A heading that is a unit's name holds its tasks; a heading like “Phân công” only holds such headings. */
function inSection(section: SectionNode, source: Source): FoundAssignment[] {
  const children = section.children.flatMap((child) => inSection(child, source))
  if (!section.heading || !section.roles.includes('assignment') || children.length > 0) return children
  const heading = source.document.text.slice(section.heading.start, section.heading.end)
  if (/^(?:tổ chức )?(?:phân công|trách nhiệm|giao nhiệm vụ)/iu.test(heading)) return children
  const tasks = source.outline.body
    .filter(
      (paragraph) =>
        paragraph.start >= section.own.start - 1 && paragraph.end <= section.span.end && paragraph.end > section.own.start,
    )
    .map((paragraph) => ({
      task: taskOf(Math.max(paragraph.start, section.own.start), paragraph.end, source),
      end: paragraph.end,
    }))
    .filter(({ task }) => task !== '' && !CLOSING.test(task))
  const [first] = tasks
  if (!first) return []
  return [
    {
      unit: heading,
      role: LEADS.test(first.task) ? 'lead' : SUPPORTS.test(first.task) ? 'support' : null,
      tasks: tasks.map(({ task }) => task),
      range: { start: section.heading.start, end: tasks.at(-1)!.end },
    },
  ]
}

function taskOf(start: number, end: number, { document, folded }: Source): string {
  const from = start + bulletLength(folded.slice(start, end))
  return document.text.slice(from, end).replace(/^[\s:.]+|[\s;.]+$/g, '')
}

function inBullet(paragraph: BodyParagraph, { folded, document }: Source): FoundAssignment[] {
  const start = paragraph.wordsStart
  const found = BULLET.exec(folded.slice(start, paragraph.end))
  if (!found) return []
  const unit = found.groups!.unit!.trimEnd()
  const unitStart = start + found[0].indexOf(unit)
  const taskStart = start + found[0].length - found.groups!.duty!.length
  const duty = folded.slice(taskStart, taskStart + 20)
  return [
    {
      unit: document.text.slice(unitStart, unitStart + unit.length).replace(/[\s,]+$/, ''),
      role: LEADS.test(duty) ? 'lead' : SUPPORTS.test(duty) ? 'support' : null,
      tasks: [document.text.slice(taskStart, paragraph.end).replace(/[\s;.]+$/, '')],
      range: { start: unitStart, end: paragraph.end },
    },
  ]
}

function inTable(table: OutlineTable, { document }: Source): FoundAssignment[] {
  const heads = table.columns.map((head) => head.toLowerCase())
  const find = (pattern: RegExp) => heads.findIndex((head) => pattern.test(head))
  const task = find(/nhiệm vụ|công việc|nội dung|hoạt động/u)
  const lead = find(/chủ trì|đơn vị thực hiện|cơ quan thực hiện|phụ trách|đơn vị đầu mối|trách nhiệm/u)
  const support = find(/phối hợp/u)
  if (task < 0 || (lead < 0 && support < 0)) return []
  return table.rows.flatMap((row): FoundAssignment[] => {
    if (row.kind !== 'data') return []
    const at = (column: number) =>
      row.cells.find((cell) => column >= 0 && cell.column <= column && cell.column + cell.colSpan > column)
    const duty = at(task)
    const words = duty ? document.text.slice(duty.start, duty.end) : ''
    const make = (column: number, role: 'lead' | 'support'): FoundAssignment[] => {
      const cell = at(column)
      const unit = cell ? document.text.slice(cell.start, cell.end).trim() : ''
      return cell && /\p{L}/u.test(unit) && words !== ''
        ? [{ unit, role, tasks: [words], range: { start: cell.start, end: cell.end } }]
        : []
    }
    return [...make(lead, 'lead'), ...(support === lead ? [] : make(support, 'support'))]
  })
}
