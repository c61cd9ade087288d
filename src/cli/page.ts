// A plan becomes a page of the terminal: what was understood, and below it the line of the document that it was read from.
import { typeLabel } from '../catalog/document-types.ts'
import type { Indicator, LegalReference, Plan, Section, Span } from '../model/plan.ts'
import { amountIn } from '../render/index.ts'
import { pathOf, printPath } from '../text/paths.ts'
import { type Context, widthFor } from './command.ts'
import { DATE_ROLES, LABELS, SECTION_ROLES } from './labels.ts'
import type { Language } from './language.ts'
import { cut, type Paint, paintFor, printable, widthOf, wrap } from './terminal.ts'

type Page = { language: Language; paint: Paint; width: number; text: string }

/** The lines of the page. */
export function planPage(plan: Plan, { stdout, language }: Context): string[] {
  const page: Page = { language, paint: paintFor(stdout), width: widthFor(stdout), text: plan.text }
  const label = (name: keyof typeof LABELS) => LABELS[name][language]
  const part = <T>(name: keyof typeof LABELS, items: readonly T[], lines: (item: T) => string[]) =>
    items.length === 0 ? [] : ['', page.paint('bold', `${label(name)} (${items.length})`), ...items.flatMap(lines)]
  return [
    ...titleLines(plan, page),
    ...headerFacts(plan, language).flatMap(([name, value]) =>
      value === '' ? [] : hanging(`  ${name.padEnd(12)}`, printable(value), page.width),
    ),
    ...part('sections', plan.sections, (section) => sectionLines(section, page)),
    ...part('indicators', plan.indicators, (indicator) => finding(indicatorWords(indicator, language), indicator, page)),
    ...part('references', plan.legalReferences, (reference) => finding(referenceWords(reference), reference.mentions[0]!, page)),
    ...part('dates', plan.dates, (date) => finding([date.edtf, DATE_ROLES[date.role][language]], date, page)),
    ...part('phases', plan.phases, (phase) =>
      finding([`${phase.start ?? '…'} – ${phase.end ?? '…'}`, phase.label, phase.focus ?? ''], phase, page),
    ),
    ...part('deadlines', plan.deadlines, (deadline) =>
      finding([deadline.date ?? deadline.recurrence ?? '…', deadline.who ?? '', deadline.what], deadline, page),
    ),
    ...part('assignments', plan.assignments, ({ unit, role, tasks, ...place }) =>
      finding([unit, role ? `[${label(role)}]` : '', tasks.join('; ')], place, page),
    ),
    ...part('messages', plan.messages, ({ severity, text, span }) => {
      const sign = severity === 'warning' ? page.paint('yellow', '!') : '·'
      return hanging(
        `  ${sign} `,
        [printable(text[language]), placeOf(span, language, plan.text)].filter(Boolean).join('  '),
        page.width,
        '    ',
      )
    }),
  ]
}

function titleLines({ header }: Plan, { language, paint, width }: Page): string[] {
  const type = typeLabel(header.documentType, language)
  const title = wrap(printable(header.title ?? LABELS.untitled[language]), width).map((line) => paint('bold', line))
  return [...(type ? [paint('dim', type)] : []), ...title, '']
}

function headerFacts({ header, source }: Plan, language: Language): [label: string, value: string][] {
  const { issuer, province, signer } = header
  const isMoved = province !== null && province.currentName !== province.name
  const label = (name: keyof typeof LABELS) => LABELS[name][language]
  return [
    [label('number'), header.number ?? ''],
    [label('issuedOn'), [header.place, header.issuedOn].filter(Boolean).join(', ')],
    [label('issuer'), [issuer?.name, issuer?.parent, ...header.coIssuers.map(({ name }) => name)].filter(Boolean).join(' · ')],
    [label('province'), province ? `${province.name}${isMoved ? ` (${label('today')} ${province.currentName})` : ''}` : ''],
    [label('year'), String(header.year ?? '')],
    [label('theme'), header.theme ?? ''],
    [label('addressees'), header.addressees.join('; ')],
    [label('signer'), [signer?.onBehalfOf, signer?.position, signer?.name].filter(Boolean).join(' · ')],
    [label('distribution'), header.distribution.join('; ')],
    [label('file'), `${source.path} (${source.mediaType}, ${source.sha256.slice(0, 12)})`],
  ]
}

function sectionLines({ depth, number, heading, roles, text, children }: Section, page: Page): string[] {
  const line = `${'  '.repeat(depth)}${number ? `${number}. ` : ''}${printable(heading ?? text)}`
  const marks = roles.length > 0 ? `  [${roles.map((role) => SECTION_ROLES[role][page.language]).join(', ')}]` : ''
  return [
    cut(line, page.width - widthOf(marks)) + page.paint('dim', marks),
    ...children.flatMap((child) => sectionLines(child, page)),
  ]
}

/** What was understood, then the line that says so, its words marked. */
function finding(
  words: readonly string[],
  { raw, span }: { raw: string; span: Span },
  { language, paint, width, text }: Page,
): string[] {
  const page = placeOf(span, language, text)
  const lead = page === '' ? '    ' : `    ${page} `
  const room = width - widthOf(lead)
  const lineStart = text.lastIndexOf('\n', span.start) + 1
  const lineEnd = text.indexOf('\n', span.end)
  const before = inLine(text.slice(lineStart, span.start))
  const after = inLine(text.slice(span.end, lineEnd < 0 ? text.length : lineEnd))
  const own = cut(inLine(raw), room - 2)
  const left = cutStart(before, Math.min(widthOf(before), Math.max(0, Math.floor((room - widthOf(own)) * 0.6))))
  const right = cut(after, Math.max(0, room - widthOf(own) - widthOf(left)))
  return [
    ...hanging('  ', words.filter(Boolean).map(printable).join('  '), width, '    '),
    paint('dim', lead + left) + paint('underline', own) + paint('dim', right),
  ]
}

/** One line of the terminal: cells of a row apart, blanks at the ends kept. */
function inLine(words: string): string {
  const start = /^\s/.test(words) ? ' ' : ''
  const end = /\s$/.test(words) ? ' ' : ''
  const inner = printable(words.replaceAll('\t', ' | '))
  return inner === '' ? start : start + inner + end
}

function cutStart(words: string, width: number): string {
  return widthOf(words) <= width ? words : width < 2 ? '' : `…${[...words].slice(-(width - 1)).join('')}`
}

/** The page, or the paragraph or cell where the format has no pages. */
function placeOf(span: Span | null, language: Language, text: string): string {
  if (!span) return ''
  return span.boxes[0] ? `${LABELS.page[language]}${span.boxes[0].page}` : printPath(pathOf(text, span.start))
}

function hanging(lead: string, words: string, width: number, indent = ' '.repeat(widthOf(lead))): string[] {
  return wrap(words, width - indent.length).map((line, i) => (i === 0 ? lead : indent) + line)
}

function indicatorWords(indicator: Indicator, language: Language): string[] {
  const { unit, change, year, yearBasis, name, no, parentId } = indicator
  const basis = yearBasis === 'implied' ? ` (${LABELS.implied[language]})` : ''
  return [
    no ? `${no}.` : parentId ? '+' : '',
    `${name}:`,
    `${change ? LABELS[change][language] : ''}${amountIn(language, indicator)} ${unit ?? ''}`.trim(),
    year === null ? '' : `${year}${basis}`,
  ]
}

function referenceWords({ key, date, issuer, title }: LegalReference): string[] {
  return [key, date ?? '', issuer ?? '', title ?? '']
}
