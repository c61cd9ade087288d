// The text of a plan becomes the parts of an Akoma Ntoso document, its sections the hierarchy.
import type { Plan, PlanTable, Section } from '../../model/plan.ts'
import { wholeDayOf } from '../../text/edtf.ts'
import { type HeadingPiece, piecesOf, type Range } from '../flow.ts'
import { type Element, type Mark, marksFinder, withMarks } from '../marks.ts'
import { hrefOf } from './meta.ts'
import { attribute, escapeXml } from './xml.ts'

export type Parts = { preface: string[]; preamble: string[]; body: string[]; conclusions: string[] }

/** Levels of the hierarchy, from the outermost; the naming convention abbreviates them in ids. */
const LEVELS = [
  { name: 'section', id: 'sec' },
  { name: 'subsection', id: 'subsec' },
  { name: 'paragraph', id: 'para' },
  { name: 'subparagraph', id: 'subpara' },
  { name: 'point', id: 'point' },
  { name: 'level', id: 'lvl' },
] as const

type Node = { heading: HeadingPiece; own: string[]; late: string[]; children: Section[] }

export function partsOf(plan: Plan): Parts {
  const { text, header } = plan
  const pieces = piecesOf(plan)
  const write = writerOf(plan)
  const nodes = new Map<Section, Node>()
  const parts: Parts = { preface: [], preamble: [], body: [], conclusions: [] }
  const titleEnd = header.spans.title?.end ?? header.spans.number?.end ?? 0
  const roots: (Section | string)[] = []
  for (const piece of pieces) {
    if (piece.kind === 'heading') {
      const parent = piece.path.at(-1)
      const node: Node = { heading: piece, own: [], late: [], children: [] }
      if (piece.rest) node.own.push(paragraph(write(piece.rest)))
      nodes.set(piece.section, node)
      const above = parent && nodes.get(parent)
      if (above) above.children.push(piece.section)
      else roots.push(piece.section)
      continue
    }
    const block = piece.kind === 'table' ? tableOf(piece.table, text, write) : paragraph(write(piece))
    const inner = piece.path.at(-1)
    const node = inner && nodes.get(inner)
    if (block === '') continue
    if (node) (node.children.length > 0 ? node.late : node.own).push(block)
    else if (nodes.size > 0) roots.push(block)
    else if (piece.end <= titleEnd) parts.preface.push(block)
    else parts.preamble.push(block)
  }
  // Without sections all that follows the title is the main part.
  if (nodes.size === 0) return { ...parts, preamble: [], body: parts.preamble }
  const lastSection = roots.findLastIndex((each) => typeof each !== 'string')
  const ids = new Set<string>()
  parts.body = roots.slice(0, lastSection + 1).flatMap((each) => (typeof each === 'string' ? [each] : hierarchy(each, null, 0)))
  parts.conclusions = roots.slice(lastSection + 1) as string[]
  return parts

  function hierarchy(section: Section, parent: string | null, depth: number): string[] {
    const { heading, own, late, children } = nodes.get(section)!
    const level = LEVELS[Math.min(depth, LEVELS.length - 1)]!
    const eId = uniqueId([...(parent ? [parent] : []), `${level.id}_${numberOf(section)}`].join('__'), ids)
    const container = (name: string, blocks: readonly string[]) =>
      blocks.length === 0 ? [] : [`<${name}${attribute('eId', `${eId}__${name}`)}>`, ...blocks, `</${name}>`]
    const inside = children.flatMap((child) => hierarchy(child, eId, depth + 1))
    return [
      `<${level.name}${attribute('eId', eId)}>`,
      ...headOf(heading, text, write),
      ...(children.length > 0
        ? [...container('intro', own), ...inside, ...container('wrapUp', late)]
        : container('content', own.length > 0 ? own : ['<p/>'])),
      `</${level.name}>`,
    ]
  }
}

function headOf(piece: HeadingPiece, text: string, write: (range: Range) => string): string[] {
  const { section, start, end, rest } = piece
  const until = start + text.slice(start, rest?.start ?? end).trimEnd().length
  const numberEnd = start + (section.number?.length ?? 0)
  const found = section.heading === null ? -1 : text.indexOf(section.heading, numberEnd)
  const headingAt = found < 0 || found >= until ? until : found
  const number = text.slice(start, headingAt).trim()
  return [
    ...(number === '' ? [] : [`<num>${escapeXml(number)}</num>`]),
    ...(headingAt < until ? [`<heading>${write({ start: headingAt, end: until })}</heading>`] : []),
  ]
}

function numberOf({ number, id }: Section): string {
  const last = number ?? id.split('.').at(-1) ?? ''
  const clean = last.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
  return clean === '' ? 'x' : clean
}

function uniqueId(id: string, known: Set<string>): string {
  let unique = id
  for (let count = 2; known.has(unique); count++) unique = `${id}-${count}`
  known.add(unique)
  return unique
}

function paragraph(words: string): string {
  return `<p>${words}</p>`
}

function tableOf({ id, rows }: PlanTable, text: string, write: (range: Range) => string): string {
  if (rows.length === 0) return ''
  const lines = rows.map(({ kind, cells }) => {
    const name = kind === 'head' ? 'th' : 'td'
    const written = cells.map((cell) => {
      const spans = `${cell.rowSpan > 1 ? attribute('rowspan', cell.rowSpan) : ''}${cell.colSpan > 1 ? attribute('colspan', cell.colSpan) : ''}`
      const isOurs = text.slice(cell.span.start, cell.span.end) === cell.text
      const words = isOurs ? write(cell.span) : escapeXml(cell.text)
      return `<${name}${spans}>${paragraph(words)}</${name}>`
    })
    return `<tr>${written.join('') || '<td/>'}</tr>`
  })
  return [`<table${attribute('eId', id.replace(/\s+/g, '-'))}>`, ...lines, '</table>'].join('\n')
}

type Kind = 'ref' | 'date' | 'docNumber' | 'docDate' | 'docTitle' | 'organization' | 'person'

/** Writes words with their references, dates and what the header names; a reference lies in no other one. */
function writerOf(plan: Plan): (range: Range) => string {
  const { text, header, legalReferences } = plan
  const hrefs = legalReferences.map(hrefOf)
  const mark = (kind: Kind, span: Range | null, index = 0): Mark<Kind>[] =>
    span ? [{ kind, start: span.start, end: span.end, id: null, index }] : []
  const { spans } = header
  const days = plan.dates.flatMap(({ edtf, span }, i) => (wholeDayOf(edtf) ? mark('date', span, i) : []))
  const issued = wholeDayOf(header.issuedOn)
  const marksIn = marksFinder([
    ...legalReferences.flatMap(({ mentions }, i) => mentions.flatMap(({ span }) => mark('ref', span, i))),
    ...days.filter(({ start, end }) => !(issued && spans.issuedOn && start < spans.issuedOn.end && end > spans.issuedOn.start)),
    ...mark('docNumber', spans.number),
    ...(issued ? mark('docDate', spans.issuedOn) : []),
    ...mark('docTitle', spans.title),
    ...(header.issuer ? mark('organization', spans.issuer) : []),
    ...(header.signer?.name ? mark('person', spans.signer) : []),
  ])
  const elementOf = ({ kind, index }: Mark<Kind>, around: readonly Mark<Kind>[]): Element | null => {
    if (around.some((outer) => outer.kind === kind)) return null
    const attributes: Readonly<Record<Kind, string>> = {
      ref: attribute('href', hrefs[index] ?? ''),
      date: attribute('date', plan.dates[index]?.edtf ?? ''),
      docNumber: '',
      docDate: attribute('date', issued ?? ''),
      docTitle: '',
      organization: attribute('refersTo', '#issuer'),
      person: attribute('refersTo', '#signer'),
    }
    return { open: `<${kind}${attributes[kind]}>`, close: `</${kind}>` }
  }
  const words = ({ start, end }: Range) => escapeXml(text.slice(start, end))
  return (range) => withMarks(range, marksIn(range), words, elementOf)
}
