// Document, outline and findings become the plan: ids, links, spans with boxes; nothing is read here.

import type { Catalog } from './catalog/index.ts'
import { authorityOf, isLocal, issuerCodeOf, issuerCodeOfNumber } from './catalog/issuers.ts'
import type { Findings } from './extract/index.ts'
import type { FoundIndicator } from './extract/indicators/index.ts'
import type { FoundMention, FoundReference } from './extract/legal-references/index.ts'
import { mapBox, type Rectangle } from './model/affine.ts'
import type { Document, Range } from './model/document.ts'
import { confidenceOf, firstLine } from './model/lines.ts'
import { type Message, report } from './model/message.ts'
import type { Outline, OutlineTable, SectionNode } from './model/outline.ts'
import type { Box, Indicator, LegalReference, PageInfo, Plan, PlanTable, Section, Span } from './model/plan.ts'
import { lastUpTo } from './model/ranges.ts'
import { foldText, plainLetters } from './text/fold.ts'

/** What is known of the file besides its bytes. */
export type FileInfo = { path: string; sha256: string; bytes: number; version: string }

/** Builds the plan; `sectionId` and `parentId` link by position and by object. */
export function assemblePlan(document: Document, outline: Outline, findings: Findings, file: FileInfo, catalog: Catalog): Plan {
  const { text } = document
  const span = (range: Range) => spanOf(document, range)
  const raw = (range: Range) => text.slice(range.start, range.end)
  const place = (range: Range) => ({ raw: raw(range), span: span(range) })
  const sure = (range: Range) => confidenceOf(document, range)
  const sectionAt = sectionFinder(outline.sections)
  const referenceIds = new Map(findings.references.map((reference, i) => [reference, `ref-${i + 1}`]))
  const indicatorIds = new Map(findings.indicators.map((indicator, i) => [indicator, `indicator-${i + 1}`]))
  const { spans, messages: headerMessages, firstYear: _, ...header } = findings.header
  const nullable = (range: Range | null) => (range ? span(range) : null)

  return {
    schemaVersion: '1.0',
    id: file.sha256.slice(0, 12),
    source: {
      path: file.path,
      mediaType: document.mediaType,
      sha256: file.sha256,
      bytes: file.bytes,
      textOrigin: document.textOrigin,
      encoding: document.encoding,
      pages: document.pages,
      signatures: document.signatures,
      producedBy: { kehoach: file.version, engines: document.engines, catalog: catalog.version },
    },
    text,
    header: {
      ...header,
      legalBasis: legalBasis(findings.references, outline, text, referenceIds),
      spans: {
        number: nullable(spans.number),
        issuedOn: nullable(spans.issuedOn),
        title: nullable(spans.title),
        theme: nullable(spans.theme),
        issuer: nullable(spans.issuer),
        signer: nullable(spans.signer),
      },
    },
    sections: outline.sections.map((node) => sectionOf(node, text, span)),
    tables: outline.tables.map((table) => tableOf(table, raw, span)),
    indicators: findings.indicators.map((indicator) =>
      indicatorOf(indicator, findings.header.year, { indicatorIds, sectionAt, raw, span, place, sure, catalog }),
    ),
    legalReferences: findings.references.map((reference): LegalReference => {
      const mentions = reference.mentions.map((mention) => ({
        ...place(mention),
        role: mention.role,
        sectionId: sectionAt(mention.start),
      }))
      const title = reference.title && raw(reference.title)
      const issuer = reference.issuer && raw(reference.issuer)
      const issuerCode = (issuer && issuerCodeOf(issuer)) ?? (reference.number && issuerCodeOfNumber(reference.number))
      const key = reference.number ?? `${reference.type} ${title ?? ''}`.trim()
      return {
        id: referenceIds.get(reference)!,
        key,
        type: reference.type,
        number: reference.number,
        issuer,
        issuerCode,
        date: reference.date,
        title,
        urn: urnOf(reference, issuer, issuerCode, findings.header.province?.name ?? null),
        act: actOf(reference, title, findings.header.issuedOn, catalog),
        mentions,
      }
    }),
    dates: findings.dates.map((date) => ({
      ...place(date),
      edtf: date.edtf,
      role: date.role,
      basis: date.basis,
      precision: date.precision,
    })),
    phases: findings.phases.map((phase) => ({
      ...place(phase.range),
      label: raw(phase.label),
      start: phase.start,
      end: phase.end,
      focus: phase.focus && raw(phase.focus),
    })),
    deadlines: findings.deadlines.map((deadline) => ({
      ...place(deadline.range),
      date: deadline.date,
      what: deadline.what,
      who: deadline.who && raw(deadline.who),
      to: deadline.to && raw(deadline.to),
      recurrence: deadline.recurrence,
    })),
    assignments: findings.assignments.map((assignment) => ({
      ...place(assignment.range),
      unit: assignment.unit,
      role: assignment.role,
      tasks: assignment.tasks,
      sectionId: sectionAt(assignment.range.start),
    })),
    messages: messagesOf(
      [
        ...document.messages,
        ...outline.messages,
        ...headerMessages,
        ...findings.messages,
        ...doubtful(findings.indicators, outline.tables, sure, raw),
      ],
      nullable,
    ),
  }
}

/** A range with its boxes. */
export function spanOf(document: Document, { start, end }: Range): Span {
  return { start, end, boxes: boxesOf(document, { start, end }) }
}

/** Boxes of a range: one per printed line, in points of the unrotated page. */
export function boxesOf(document: Document, range: Range): Box[] {
  const boxes: Box[] = []
  for (let i = firstLine(document.lines, range.start); i < document.lines.length && document.lines[i]!.start < range.end; i++) {
    const line = document.lines[i]!
    const from = Math.max(range.start, line.start) - line.start
    const to = Math.min(range.end, line.end) - line.start
    if (to <= from) continue
    let left = Number.POSITIVE_INFINITY
    let right = Number.NEGATIVE_INFINITY
    for (let k = from; k < to; k++) {
      left = Math.min(left, line.lefts[k]!)
      right = Math.max(right, line.rights[k]!)
    }
    const box = { x0: left, y0: line.top, x1: right, y1: line.bottom }
    const viewed = line.view ? mapBox(line.view, box) : box
    boxes.push({ page: line.page, bbox: unrotated(viewed, document.pages[line.page - 1]!) })
  }
  return boxes
}

// Below this a person should look at the page.
const DOUBTFUL = 0.7

/** Figures that recognition was not sure of; the values stay as read. */
function doubtful(
  indicators: readonly FoundIndicator[],
  tables: readonly OutlineTable[],
  sure: (range: Range) => number | null,
  raw: (range: Range) => string,
): Message[] {
  const read = indicators.flatMap(({ range, series }) => [range, ...series.map((cell) => cell.range)])
  const known = new Set(read.map(({ start }) => start))
  const figures = tables
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .filter((cell) => !known.has(cell.start) && isFigure(raw(cell)))
  return [...read, ...figures]
    .filter((range) => (sure(range) ?? 1) < DOUBTFUL)
    .map((range) => report('assemble/number-unsure', range, { printed: raw(range), percent: Math.round(100 * sure(range)!) }))
}

/** A cell of a table that holds a number and no words. */
function isFigure(printed: string): boolean {
  return /\d/.test(printed) && !/\p{sc=Latn}{3}/u.test(printed)
}

/** A box on the page as viewed becomes a box on the page before its rotation. */
function unrotated({ x0, y0, x1, y1 }: Rectangle, page: PageInfo): [number, number, number, number] {
  const { width, height, rotation } = page
  const box =
    rotation === 90
      ? [y0, height - x1, y1, height - x0]
      : rotation === 180
        ? [width - x1, height - y1, width - x0, height - y0]
        : rotation === 270
          ? [width - y1, x0, width - y0, x1]
          : [x0, y0, x1, y1]
  return box.map((points) => Math.round(points * 10) / 10) as [number, number, number, number]
}

function sectionFinder(sections: readonly SectionNode[]): (offset: number) => string | null {
  const starts = new Map<readonly SectionNode[], (Range & { node: SectionNode })[]>()
  const rangesOf = (nodes: readonly SectionNode[]) => {
    const known = starts.get(nodes) ?? nodes.map((node) => ({ start: node.span.start, end: node.span.end, node }))
    starts.set(nodes, known)
    return known
  }
  const find = (nodes: readonly SectionNode[], offset: number): string | null => {
    const found = lastUpTo(rangesOf(nodes), offset)
    return found && offset < found.end ? (find(found.node.children, offset) ?? found.node.id) : null
  }
  return (offset) => find(sections, offset)
}

/** “Theo đề nghị của … tại Tờ trình …”: who asked for the paper, not what it rests on. */
const PROPOSED = /^\s*(?:theo|xét) (?:đề nghị|tờ trình)(?!\p{sc=Latn})/iu

/** “Qua theo dõi, … chưa khai báo theo Thông tư …”: what was found, and the rule that was not kept. */
const LOOKS_BACK =
  /^\s*(?:qua (?:theo dõi|kiểm tra|giám sát|rà soát|thanh tra|tổng hợp)|(?:trong )?thời gian (?:qua|vừa qua|gần đây)|vừa qua|hiện nay|tuy nhiên)(?!\p{sc=Latn})/iu

/** “Kế hoạch … thực hiện Nghị quyết …”: the act behind the title's first act is a basis too. */
const IMPLEMENTED = /(?<!\p{sc=Latn})(?:thực hiện|triển khai) $/iu

/** Acts named in the preamble, but for those that only stand in the title of another. */
function legalBasis(
  references: readonly FoundReference[],
  outline: Outline,
  text: string,
  ids: ReadonlyMap<FoundReference, string>,
): string[] {
  const mentions = references.flatMap((reference) => reference.mentions)
  const isNested = (range: Range) =>
    mentions.some((other) => other.start < range.start && range.end <= other.extent.end && other.end < range.start)
  const isBasis = ({ role }: FoundMention) => role !== 'replace' && role !== 'amend'
  const paragraphs = basisParagraphs(outline).filter(({ start, end }) => {
    const words = foldText(text.slice(start, end))
    return !PROPOSED.test(words) && !LOOKS_BACK.test(words)
  })
  return references
    .filter((reference) =>
      reference.mentions.some(
        (mention) =>
          isBasis(mention) &&
          paragraphs.some((paragraph) => mention.start >= paragraph.start && mention.end <= paragraph.end) &&
          (!isNested(mention) || IMPLEMENTED.test(foldText(text.slice(Math.max(0, mention.start - 12), mention.start)))),
      ),
    )
    .map((reference) => ids.get(reference)!)
}

/** Without sections the whole text is preamble: only the paragraphs up to “như sau:” count. */
function basisParagraphs(outline: Outline): Range[] {
  return outline.sections.length > 0 ? outline.preamble : outline.preamble.slice(0, 12)
}

function sectionOf(node: SectionNode, text: string, span: (range: Range) => Span): Section {
  return {
    id: node.id,
    number: node.number,
    heading: node.heading && text.slice(node.heading.start, node.heading.end),
    depth: node.depth,
    roles: node.roles,
    text: text.slice(node.own.start, node.own.end).trim(),
    span: span(node.span),
    children: node.children.map((child) => sectionOf(child, text, span)),
  }
}

function tableOf(
  { id, caption, columns, rows, table, sectionId }: OutlineTable,
  raw: (range: Range) => string,
  span: (range: Range) => Span,
): PlanTable {
  return {
    id,
    caption: caption && raw(caption),
    columns,
    rows: rows.map(({ kind, cells }) => ({
      kind,
      cells: cells.map((cell) => ({ text: raw(cell), colSpan: cell.colSpan, rowSpan: cell.rowSpan, span: span(cell) })),
    })),
    pages: table.pages,
    sectionId,
  }
}

type Tools = {
  indicatorIds: ReadonlyMap<FoundIndicator, string>
  sectionAt: (offset: number) => string | null
  raw: (range: Range) => string
  span: (range: Range) => Span
  place: (range: Range) => { raw: string; span: Span }
  sure: (range: Range) => number | null
  catalog: Catalog
}

function indicatorOf(
  found: FoundIndicator,
  planYear: number | null,
  { indicatorIds, sectionAt, raw, place, sure, catalog }: Tools,
): Indicator {
  const name = raw(found.name)
  const parent = found.parent && raw(found.parent.name)
  const match = catalog.matchIndicator({ name, unit: found.unit, isChange: found.change !== null, parent, group: found.group })
  return {
    id: indicatorIds.get(found)!,
    parentId: found.parent ? (indicatorIds.get(found.parent) ?? null) : null,
    source: found.source,
    no: found.no,
    group: found.group,
    name,
    scope: /\(([^()]{3,})\)/u.exec(name)?.[1]?.trim() ?? null,
    code: match?.code ?? null,
    codeMatch: match && { confidence: match.confidence, basis: match.basis, matched: match.matched },
    category: found.category,
    unit: found.unit,
    unitCode: catalog.units.codeOf(found.unit, name),
    comparator: found.comparator,
    value: found.value,
    valueMax: found.valueMax,
    valueText: found.valueText,
    change: found.change,
    baselineYear: found.baselineYear,
    year: found.year ?? planYear,
    yearBasis: found.year === null ? 'implied' : 'printed',
    series: found.series.map(({ range, label, kind, year, comparator, value, valueMax, valueText }) => ({
      label,
      kind,
      year,
      comparator,
      value,
      valueMax,
      valueText,
      ...place(range),
    })),
    cell: found.cell,
    confidence: sure(found.range),
    sectionId: sectionAt(found.range.start),
    ...place(found.range),
  }
}

/** What the catalogue knows of an act: by its number, else by its name and the year that it is named with, else the day of issue. */
function actOf(
  { number, type, date }: FoundReference,
  title: string | null,
  issuedOn: string | null,
  { registry }: Catalog,
): LegalReference['act'] {
  const year = date === null ? null : Number(date.slice(0, 4))
  const act = number ? registry.byKey(number) : type === 'luat' && title ? registry.byName(title, issuedOn, year) : null
  if (!act) return null
  const { isInForce, replacement } = registry.on(act, issuedOn)
  return { key: act.key, from: act.from, to: act.to, isInForce, replacedBy: replacement?.key ?? null, confidence: act.confidence }
}

/**
 * urn:lex after RFC 9676; the assignment is our own: vn, and the province for acts of its bodies; authority, type, day; number.
 * Null where one of them is not known.
 */
function urnOf(reference: FoundReference, issuer: string | null, code: string | null, province: string | null): string | null {
  if (!reference.number || !reference.date || !/^\d{4}-\d{2}-\d{2}$/.test(reference.date)) return null
  // Committees and councils of districts and communes go by their names.
  const isLower = issuer !== null && /huyện|thị xã|quận|phường|(?<!\p{sc=Latn})xã(?!\p{sc=Latn})/iu.test(issuer)
  const named = issuer?.replace(/^(?:Hội nghị .{0,40}?)?(Ban Chấp hành Trung ương).*/u, '$1') ?? null
  const authority = (code && !isLower ? authorityOf(code) : null) ?? named
  if (!authority) return null
  const part = (words: string) =>
    plainLetters(words)
      .replace(/[^a-z0-9]+/g, '.')
      .replace(/^\.|\.$/g, '')
  const jurisdiction = code && isLocal(code) && province ? `vn;${part(province)}` : 'vn'
  return `urn:lex:${jurisdiction}:${part(authority)}:${reference.type.replaceAll('-', '.')}:${reference.date};${part(reference.number).replaceAll('.', '-')}`
}

function messagesOf(messages: readonly Message[], nullable: (range: Range | null) => Span | null): Plan['messages'] {
  return [...messages]
    .sort((a, b) => (a.range?.start ?? -1) - (b.range?.start ?? -1))
    .map(({ code, severity, text, range }) => ({ code, severity, text, span: nullable(range) }))
}
