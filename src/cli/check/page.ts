// What was found in plans becomes a page of the terminal: a block for each plan, a line for each finding, the sum below.
import type { Rule } from '../../check/lint.ts'
import type { PlacedFinding } from '../../check/place.ts'
import type { Plan } from '../../model/plan.ts'
import { pathOf, printPath } from '../../text/paths.ts'
import { type Context, widthFor } from '../command.ts'
import { LABELS } from '../labels.ts'
import type { Language } from '../language.ts'
import { paintFor, printable, tableLines, wrap } from '../terminal.ts'
import type { Checked } from './index.ts'

/** The lines of the page; a plan in which nothing was found takes none. */
export function findingsPage(checked: readonly Checked[], { stdout, language }: Context): string[] {
  const paint = paintFor(stdout)
  const width = widthFor(stdout)
  const blocks = checked.flatMap(({ plan, findings }) =>
    findings.length === 0
      ? []
      : [
          paint('bold', printable(plan.source.path)),
          ...findings.flatMap((finding) => {
            const sign = finding.severity === 'warning' ? paint('yellow', '!') : '·'
            const words = [printable(finding.text[language]), placeOf(finding, plan, language), `[${finding.rule}]`]
            return wrap(words.filter(Boolean).join('  '), width - 4).map((line, i) => `  ${i === 0 ? sign : ' '} ${line}`)
          }),
          '',
        ],
  )
  return [...blocks, sumOf(checked, language)]
}

/** The rules with their severities. */
export function rulesPage(rules: readonly Rule[], { stdout, language }: Context): string[] {
  const heads = { vi: ['Quy tắc', 'Mức', 'Tìm'], en: ['Rule', 'Severity', 'Finds'] }[language]
  const columns = heads.map((head) => ({ head }))
  const rows = rules.map(({ id, severity, about }) => [id, SEVERITIES[severity][language], about[language]])
  return tableLines(columns, rows, widthFor(stdout))
}

const SEVERITIES = {
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'lưu ý', en: 'info' },
}

function placeOf({ span, page, sectionId }: PlacedFinding, plan: Plan, language: Language): string {
  if (!span) return ''
  const place = page === null ? printPath(pathOf(plan.text, span.start)) : `${LABELS.page[language]}${page}`
  return sectionId === null ? place : `${place}, ${sectionId}`
}

function sumOf(checked: readonly Checked[], language: Language): string {
  const all = checked.flatMap(({ findings }) => findings)
  const warnings = all.filter(({ severity }) => severity === 'warning').length
  const known = checked.reduce((sum, each) => sum + each.known, 0)
  return language === 'vi'
    ? `${checked.length} kế hoạch: ${warnings} cảnh báo, ${all.length - warnings} lưu ý${known > 0 ? `, ${known} đã biết` : ''}`
    : `${checked.length} plans: ${warnings} warnings, ${all.length - warnings} notes${known > 0 ? `, ${known} known` : ''}`
}
