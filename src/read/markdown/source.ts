// Markdown as OCR and chat tools write it becomes Markdown that a parser reads as it was meant: no wrappers, no page marks, whole tables.
import { type Message, report } from '../../model/message.ts'
import { htmlTables } from './html-table.ts'

const FENCE = /^\s*(?:`{3,}|~{3,})\s*(?:markdown|md|text|txt)?\s*$/iu
const FRONT_MATTER = /^\s*---[ \t]*\n(?:(?!---|\.\.\.)(?:[\p{L}_][\p{L}\p{N}_ -]*:|[ \t#-]).*\n|\n)+(?:---|\.\.\.)[ \t]*(?:\n|$)/u
// “Page 2”, “--- Trang 3/10 ---”, “## Page 4”, “[Page 5]”, “{3}-----”, “<!-- page 6 -->”, “<page>”.
const PAGE_MARK =
  /^[\s#*_\-=–—[({<!]*(?:(?:page|trang)(?:[\s_:#-]*(?:number|số))?[\s:#-]*\d{1,4}(?:\s*(?:\/|of|trên)\s*\d{1,4})?|page[\s_-]*break)[\s*_\-=–—\])}>!]*$|^\s*\{\d{1,4}\}-{3,}\s*$|^\s*<\/?page[^<>]{0,60}>\s*$/iu
const COMMENT = /<!--[\s\S]{0,2000}?-->/g
const IMAGE = /!\[[^\]\n]{0,500}\]\([^()\n]{0,2000}\)|<img\s[^<>]{0,5000}>/gi
const RULE = /^\s*(?:-{3,}|={3,}|_{3,})\s*$/
const ROW = /^\s*\|.*\|\s*$/
const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

const CONTAINER = /[ \t]*(?:>|\[\^[^\]\s]{1,40}\]:|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y
// Deeper than any list of people; the parser needs a part of the stack for each.
const DEEPEST = 60
const INDENT = /^([ \t]{120})[ \t]+/
// What begins something that only its end closes: without one, the parser looks for it from every beginning.
const ENDS = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
] as const

const LONGEST_TABLE = 200
const LONGEST_PIECE = 8000
const MOST_MARKS = 1000
const MARK = /\\?[*_~`[\]<!]/g

const PAGE_MARKS = { vi: 'dấu ngắt trang', en: 'marks of pages' }
const IMAGES = { vi: 'ảnh', en: 'images' }
const DEEP = { vi: 'dấu lồng vào nhau quá sâu', en: 'marks nested too deeply' }
const MATTER = { vi: 'phần khai báo YAML ở đầu tệp', en: 'YAML front matter' }

/** The source with what no author wrote taken out, and what was left out reported. */
export function tidyMarkdown(source: string): { source: string; messages: Message[] } {
  const ignored: { vi: string; en: string }[] = []
  const without = (text: string, pattern: RegExp, what: { vi: string; en: string } | null, by = '') => {
    const rest = text.replace(pattern, by)
    if (rest !== text && what) ignored.push(what)
    return rest
  }
  let text = unfenced(source)
  text = without(text, FRONT_MATTER, MATTER)
  text = withoutNoteMarks(withoutOpen(without(text, COMMENT, null)))
  text = without(text, IMAGE, IMAGES)
  const shallow = withoutDepth(text)
  if (shallow !== text) ignored.push(DEEP)
  const { lines, marks } = withoutPageMarks(shallow.split('\n'))
  if (marks > 0) ignored.push(PAGE_MARKS)
  return {
    source: tidyInline(wholeTables(cutLongTables(headedTables(pipedTables(partRules(singleBlanks(lines))))).join('\n'))),
    messages: ignored.map((what) => report('read/ignored', null, { what })),
  }
}

/** Beginnings behind the last end go; their words stay. */
function withoutOpen(text: string): string {
  return ENDS.reduce((rest, [begin, end]) => {
    const last = rest.lastIndexOf(end) + 1
    return rest.includes(begin, last) ? rest.slice(0, last) + rest.slice(last).replaceAll(begin, '') : rest
  }, text)
}

/** Marks of quotations, notes and lists at the start of a line, each inside the one before it, go where they are too many. */
function withoutDepth(text: string): string {
  return text
    .split('\n')
    .map((deep) => {
      const line = deep.replace(INDENT, '$1')
      let [depth, kept, end] = [0, 0, 0]
      CONTAINER.lastIndex = 0
      while (CONTAINER.test(line)) {
        end = CONTAINER.lastIndex
        if (++depth === DEEPEST) kept = end
      }
      return depth > DEEPEST ? line.slice(0, kept) + line.slice(end) : line
    })
    .join('\n')
}

/** Lines that only mark a page, and page numbers that count up, each alone between blank lines. */
function withoutPageMarks(lines: readonly string[]): { lines: string[]; marks: number } {
  const isBlank = (i: number) => (lines[i] ?? '').trim() === '' || RULE.test(lines[i]!)
  const alone = lines.flatMap((line, i) => {
    const number = /^\s*(?:[-–]\s*)?\**(\d{1,3})\**(?:\s*[-–])?\s*$/u.exec(line)?.[1]
    return number && isBlank(i - 1) && isBlank(i + 1) ? [{ i, number: Number(number) }] : []
  })
  let next = alone[0]?.number ?? 0
  const counted = next <= 2 ? alone.filter(({ number }) => number === next && next++) : []
  const numbers = new Set(counted.length > 1 ? counted.map(({ i }) => i) : [])
  let marks = 0
  const rest = lines.map((line, i) => {
    const isMark = numbers.has(i) || (line.length < 80 && PAGE_MARK.test(line))
    if (isMark) marks++
    return isMark ? '' : line
  })
  return { lines: rest, marks }
}

function singleBlanks(lines: readonly string[]): string[] {
  return lines.filter((line, i) => i === 0 || line.trim() !== '' || lines[i - 1]!.trim() !== '')
}

/** A rule under a line is the end of a page or of a letterhead, no heading. */
function partRules(lines: readonly string[]): string[] {
  return lines.flatMap((line, i) => (RULE.test(line) && i > 0 && lines[i - 1]!.trim() !== '' ? ['', line] : [line]))
}

/** Tables without outer pipes: a row whose first cell is empty or begins like a list would be read as something else. */
function pipedTables(lines: readonly string[]): string[] {
  const piped = [...lines]
  let done = 0
  lines.forEach((line, i) => {
    if (i < done || !DELIMITER.test(line) || !/^[^|]+\|/.test(line) || !(lines[i - 1] ?? '').includes('|')) return
    const end = /\|\s*$/.test(line) ? '' : '|'
    for (let row = i - 1; row < lines.length && lines[row]!.includes('|'); row++) {
      piped[row] = `|${lines[row]}${end}`
      done = row + 1
    }
  })
  return piped
}

/** Rows of pipes without the row of dashes that makes a table of them. */
function headedTables(lines: readonly string[]): string[] {
  return lines.flatMap((line, i) => {
    const isFirst = ROW.test(line) && !ROW.test(lines[i - 1] ?? '') && !DELIMITER.test(line)
    if (!isFirst || !ROW.test(lines[i + 1] ?? '') || DELIMITER.test(lines[i + 1]!)) return [line]
    const columns = line.replace(/\\\|/g, '').split('|').length - 2
    return columns > 1 ? [line, `|${'---|'.repeat(columns)}`] : [line]
  })
}

/** The parser takes long for long tables: they are cut, with their head repeated as behind a page, and joined later. */
function cutLongTables(lines: readonly string[]): string[] {
  let head = 0
  return lines.flatMap((line, i) => {
    if (!ROW.test(line)) return [line]
    if (!ROW.test(lines[i - 1] ?? '')) head = i
    const isCut = i > head + 1 && (i - head) % LONGEST_TABLE === 0 && DELIMITER.test(lines[head + 1]!)
    return isCut ? ['', lines[head]!, lines[head + 1]!, line] : [line]
  })
}

/** Pieces of a source that can be parsed apart: a long parse takes more than its share of time. A table in HTML is one block, and costs none. */
export function piecesOf(source: string): string[] {
  const tables = htmlTables(source)
  const pieces: string[] = []
  let piece: string[] = []
  let [length, marks] = [0, 0]
  let [at, next] = [0, 0]
  let isFenced = false
  for (const whole of source.split('\n')) {
    const start = at
    at += whole.length + 1
    while (tables[next] && tables[next]!.end <= start) next++
    const table = tables[next]
    const isTable = table !== undefined && table.start < at
    const line = isTable ? whole : plainMarks(whole)
    const isJoint = line.trim() === '' || /^(?:[-+*]|\d{1,9}[.)])\s/.test(line)
    const isFull = length > LONGEST_PIECE && (isJoint || marks > MOST_MARKS || length > 2 * LONGEST_PIECE)
    const isInside = isTable && table.start < start
    if (isFull && (isJoint || !ROW.test(line)) && !isFenced && !isInside) {
      pieces.push(piece.join('\n'))
      piece = []
      length = marks = 0
    }
    if (/^ {0,3}(?:`{3,}|~{3,})/.test(line)) isFenced = !isFenced
    piece.push(line)
    length += line.length + 1
    if (!isTable) marks += line.match(MARK)?.length ?? 0
  }
  return [...pieces, piece.join('\n')]
}

/** Marks of which a line has more than any author sets are signs: the parser tries each with each. */
function plainMarks(lines: string): string {
  if ((lines.match(MARK)?.length ?? 0) <= MOST_MARKS) return lines
  return lines
    .split('\n')
    .map((line) =>
      (line.match(MARK)?.length ?? 0) > MOST_MARKS ? line.replace(MARK, (mark) => (mark.length > 1 ? mark : `\\${mark}`)) : line,
    )
    .join('\n')
}

/** Marks of footnotes that the document has go from the text. */
function withoutNoteMarks(text: string): string {
  const known = new Set(Array.from(text.matchAll(/^\[\^([^\]\s]{1,40})\]:/gm), ([, name]) => name))
  return known.size === 0
    ? text
    : text.replace(/\[\^([^\]\s]{1,40})\](?!:)/g, (mark, name: string) => (known.has(name) ? '' : mark))
}

/** A table in HTML is one block: a blank line in it would end it. */
function wholeTables(text: string): string {
  let whole = ''
  let at = 0
  for (const { start, end } of htmlTables(text)) {
    whole += `${text.slice(at, start)}\n\n${text.slice(start, end).replace(/\n\s*(?=\n)/g, '')}\n\n`
    at = end
  }
  return whole + text.slice(at)
}

function tidyInline(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      tidyBold(line)
        // “> 95%” at the start of a line is a quotation to Markdown and a comparator to the author.
        .replace(/^([ \t]*)>(?=[ \t]*(?:=[ \t]*)?\d)/, '$1\\>')
        .replace(/(?<=\d)\*(?=\d)/g, '\\*')
        .replace(/\\\(([^()]{0,60}?\\[a-z%][^()]{0,60}?)\\\)/gi, '$$$1$$'),
    )
    .join('\n')
}

/** Bold that opens before a blank, or closes behind a sign and before a letter, is none to CommonMark. */
function tidyBold(line: string): string {
  const pieces = line.split('**')
  if (pieces.length < 3 || pieces.length % 2 === 0 || line.includes('***') || line.includes('\\*')) return line
  return pieces
    .map((piece, i) => {
      if (i % 2 === 0 || piece.trim() === '') return i % 2 === 0 ? piece : `**${piece}**`
      const after = /[^\p{L}\p{N}]$/u.test(piece.trim()) && /^[\p{L}\p{N}]/u.test(pieces[i + 1]!) ? ' ' : ''
      return `${/^\s/.test(piece) ? ' ' : ''}**${piece.trim()}**${/\s$/.test(piece) ? ' ' : after}`
    })
    .join('')
}

/** A code fence around the whole document is how chat tools hand Markdown over. */
function unfenced(source: string): string {
  const lines = source.trim().split('\n')
  if (!FENCE.test(lines[0]!) || lines.length < 2) return source
  const fences = lines.slice(1).filter((line) => /^\s*(?:`{3,}|~{3,})/.test(line)).length
  const isClosed = /^\s*(?:`{3,}|~{3,})\s*$/.test(lines.at(-1)!)
  if (fences !== (isClosed ? 1 : 0)) return source
  return lines.slice(1, isClosed ? -1 : undefined).join('\n')
}
