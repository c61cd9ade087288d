// An out folder becomes the list of indicator names that have no code, the most frequent first: what a catalogue of one's own could add.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plan } from '../../model/plan.ts'
import { nameKey } from '../../text/fold.ts'
import { InputError, UsageError } from '../language.ts'
import { NONE, type Page } from './page.ts'

type Unknown = { name: string; unit: string | null; count: number; plans: string[] }

/** The catalogue at hand is asked again, so that a new alias shows its effect without reading the documents anew. */
export const unmatchedPage: Page = async ({ words }, catalog, language) => {
  if (words === '') throw new UsageError({ vi: 'thiếu thư mục kết quả', en: 'name an out folder' })
  const unknown = new Map<string, Unknown>()
  let total = 0
  for (const plan of await plansOf(words)) {
    const byId = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]))
    for (const { name, unit, change, group, parentId } of plan.indicators) {
      total++
      const parent = parentId === null ? null : (byId.get(parentId)?.name ?? null)
      if (catalog.matchIndicator({ name, unit, isChange: change !== null, parent, group })) continue
      const key = `${nameKey(name)}\t${nameKey(unit ?? '')}`
      const known = unknown.get(key) ?? { name, unit, count: 0, plans: [] }
      known.count++
      if (!known.plans.includes(plan.source.path)) known.plans.push(plan.source.path)
      unknown.set(key, known)
    }
  }
  const names = [...unknown.values()].sort(
    (a, b) => b.plans.length - a.plans.length || b.count - a.count || a.name.localeCompare(b.name, 'vi'),
  )
  const missing = names.reduce((sum, { count }) => sum + count, 0)
  const summary = { vi: `${missing} trong ${total} chỉ tiêu chưa có mã`, en: `${missing} of ${total} indicators have no code` }[
    language
  ]
  return {
    data: { total, unmatched: missing, names },
    columns: [
      { head: COUNT[language], align: 'right' },
      { head: summary, isElastic: true },
      { head: UNIT[language] },
      { head: FILE[language] },
    ],
    rows: names.map(({ name, unit, count, plans }) => [
      String(count),
      name,
      unit ?? NONE,
      plans.length > 1 ? `${plans[0]} +${plans.length - 1}` : plans[0]!,
    ]),
    isFound: true,
  }
}

const COUNT = { vi: 'Số lần', en: 'Times' }
const UNIT = { vi: 'Đơn vị', en: 'Unit' }
const FILE = { vi: 'Kế hoạch', en: 'Plan' }

async function plansOf(out: string): Promise<Plan[]> {
  const folder = join(out, 'plans')
  const files = await readdir(folder).catch(() => {
    throw new InputError({ vi: `“${out}” không phải là thư mục kết quả của kehoach`, en: `“${out}” is no out folder of kehoach` })
  })
  const plans: Plan[] = []
  for (const file of files.filter((name) => name.endsWith('.json')).sort()) {
    const plan = (await readFile(join(folder, file), 'utf8')
      .then(JSON.parse)
      .catch(() => null)) as Plan | null
    if (!plan || !Array.isArray(plan.indicators))
      throw new InputError({
        vi: `“${join(folder, file)}” không phải là kết quả của kehoach`,
        en: `“${join(folder, file)}” is no plan of kehoach`,
      })
    plans.push(plan)
  }
  return plans
}
