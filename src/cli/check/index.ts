// kehoach check <plan.json|source file|out>…: what is odd in plans, as a page, JSON or SARIF; the exit status says whether there is something.
import { parseArgs } from 'node:util'
import { chooseRules, lintPlan, type Rule, unknownRule } from '../../check/lint.ts'
import { type PlacedFinding, placeFindings } from '../../check/place.ts'
import { toSarif } from '../../check/sarif.ts'
import type { Plan } from '../../model/plan.ts'
import { VERSION } from '../../version.ts'
import type { Command } from '../command.ts'
import { UsageError } from '../language.ts'
import { checkedOptions, READ_OPTIONS, readOptions } from '../options.ts'
import { plansOf } from '../plans.ts'
import { HELP } from './help.ts'
import { keyOf, knownFindings } from './known.ts'
import { findingsPage, rulesPage } from './page.ts'

export type Checked = { plan: Plan; findings: PlacedFinding[]; known: number }

const FORMATS = ['text', 'json', 'sarif']

export const checkCommand: Command = {
  help: HELP,
  async run(args, context) {
    const { values, positionals } = checkedOptions(() =>
      parseArgs({
        args,
        allowPositionals: true,
        options: {
          format: { type: 'string', default: 'text' },
          off: { type: 'string', multiple: true, default: [] },
          only: { type: 'string', multiple: true, default: [] },
          known: { type: 'string' },
          strict: { type: 'boolean', default: false },
          rules: { type: 'boolean', default: false },
          ...READ_OPTIONS,
        },
      }),
    )
    const { language, stdout } = context
    const { format } = values
    if (!FORMATS.includes(format))
      throw new UsageError({
        vi: `--format nhận một trong: ${FORMATS.join(', ')}`,
        en: `--format takes one of: ${FORMATS.join(', ')}`,
      })
    const rules = rulesFor(values.only, values.off)
    if (values.rules) {
      stdout.write(`${rulesPage(rules, context).join('\n')}\n`)
      return 0
    }
    if (positionals.length === 0)
      throw new UsageError({
        vi: 'thiếu plan.json, tệp nguồn hoặc thư mục kết quả',
        en: 'name a plan.json, a source file or an out folder',
      })
    const options = await readOptions(values)
    const known = values.known === undefined ? new Set<string>() : await knownFindings(values.known)
    const { openCatalog } = await import('../../catalog/index.ts')
    const catalog = openCatalog(options.catalog)
    const checked: Checked[] = []
    for await (const plan of plansOf(positionals, options)) {
      const all = placeFindings(plan, lintPlan(plan, catalog, rules))
      const findings = all.filter(({ fingerprint }) => !known.has(keyOf(plan.source.path, fingerprint)))
      checked.push({ plan, findings, known: all.length - findings.length })
    }
    const files = checked.map(({ plan: { source }, findings }) => ({ ...source, findings }))
    const write = (data: unknown) => stdout.write(`${JSON.stringify(data, null, 2)}\n`)
    if (format === 'json') write(jsonOf(checked, rules))
    else if (format === 'sarif') write(toSarif(files, rules, language, VERSION))
    else stdout.write(`${findingsPage(checked, context).join('\n')}\n`)
    const isOdd = checked.some(({ findings }) => findings.some(({ severity }) => values.strict || severity === 'warning'))
    return isOdd ? 1 : 0
  },
}

function jsonOf(checked: readonly Checked[], rules: readonly Rule[]): object {
  return {
    kehoach: VERSION,
    rules: rules.map(({ id, severity, about }) => ({ id, severity, about })),
    plans: checked.map(({ plan, findings, known }) => ({ path: plan.source.path, id: plan.id, known, findings })),
  }
}

/** Rules by --only, without those of --off. Throws UsageError for an id that is none. */
function rulesFor(only: readonly string[], off: readonly string[]): Rule[] {
  const [wanted, unwanted] = [idsIn(only), idsIn(off)]
  const unknown = unknownRule([...wanted, ...unwanted])
  if (unknown !== undefined)
    throw new UsageError({
      vi: `không có quy tắc “${unknown}” (xem: kehoach check --rules)`,
      en: `no rule “${unknown}” (see: kehoach check --rules)`,
    })
  return chooseRules(wanted, unwanted)
}

function idsIn(lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(',')).flatMap((id) => id.trim() || [])
}
