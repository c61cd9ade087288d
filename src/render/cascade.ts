// Links between plans become a report and a table for spreadsheets.
import type { Cascade } from '../model/cascade.ts'
import { toCsv } from './escape.ts'
import { DIRECTIONS, LABELS, TARGETS } from './labels.ts'
import { type Block, type Language, type Line, line, type Report } from './report.ts'

export function cascadeReport({ plans, links }: Cascade, language: Language): Report {
  const label = (name: keyof typeof LABELS) => LABELS[name][language]
  const byId = new Map(plans.map((plan) => [plan.id, plan]))
  const name = (id: string) => {
    const { issuer, number, title, path } = byId.get(id)!
    return `${[issuer, number, title].filter(Boolean).join(', ')} (${path})`
  }
  const blocks = links.flatMap(({ upper, lower, raw, targets }): Block[] => {
    const rows = targets.map((each): Line[] => {
      const mark = each.direction === 'better' ? 'good' : each.direction === 'worse' ? 'bad' : undefined
      return [
        line(each.name),
        line(each.upper?.raw ?? '–'),
        line(each.lower?.raw ?? '–'),
        line(TARGETS[each.change]![language], mark),
        line(each.direction === null || each.direction === 'neither' ? '' : DIRECTIONS[each.direction]![language], mark),
      ]
    })
    const columns = [label('indicator'), label('upper'), label('lower'), '', label('direction')].map((head) => ({ head }))
    return [
      { kind: 'heading', text: `${name(lower)} → ${label('implements')} → ${name(upper)}`, level: 2 },
      { kind: 'line', runs: line(`“${raw.replace(/\s+/g, ' ')}”`, 'dim') },
      ...(rows.length > 0 ? [{ kind: 'table', columns, rows } as const] : []),
    ]
  })
  return {
    language,
    title: label('cascade'),
    blocks: links.length > 0 ? blocks : [{ kind: 'line', runs: line(label('noLinks')) }],
    sources: [],
  }
}

export function cascadeCsv({ plans, links }: Cascade): string {
  const path = new Map(plans.map((plan) => [plan.id, plan.path]))
  const heads = ['upper', 'lower', 'basis', 'code', 'indicator', 'change', 'upperValue', 'lowerValue', 'direction']
  return toCsv(
    heads,
    links.flatMap(({ upper, lower, basis, targets }) =>
      targets.map((each) => [
        path.get(upper)!,
        path.get(lower)!,
        basis,
        each.code,
        each.name,
        each.change,
        each.upper?.raw ?? null,
        each.lower?.raw ?? null,
        each.direction,
      ]),
    ),
  )
}
