// Plans in memory become an export in a folder.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ExportOptions, exportPlans, type FormatName, openFormat } from '../../src/export/index.ts'
import type { Plan } from '../../src/model/plan.ts'
import { parsePlan } from '../../src/pipeline.ts'

const samples = join(import.meta.dirname, '../../corpus/sources')

/** Writes the plans to `name` in the folder and gives the place. */
export async function exportTo(
  folder: string,
  name: string,
  format: FormatName,
  plans: readonly Plan[],
  options: Partial<ExportOptions> = {},
): Promise<string> {
  const entries = plans.map(({ id }) => ({ id, name: `${id}.json` }))
  const source = {
    entries,
    plans: async function* () {
      yield* plans
    },
  }
  const target = join(folder, name)
  await exportPlans(source, await openFormat(format), target, { language: 'vi', bom: false, ...options })
  return target
}

/** The sample plans of one ending, read. */
export async function samplePlans(ending: string): Promise<Plan[]> {
  const files = readdirSync(samples)
    .filter((name) => name.endsWith(ending))
    .sort()
  return Promise.all(files.map((path) => parsePlan(readFileSync(join(samples, path)), { path })))
}
