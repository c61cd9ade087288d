// Files and folders that the user names become plans.
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { UnreadableError } from '../model/errors.ts'
import { type Plan, planModel } from '../model/plan.ts'
import { type ParseOptions, parsePlan } from '../pipeline.ts'
import { InputError } from './language.ts'

/** A plan from its JSON, or from the document itself. Throws InputError. */
export async function loadPlan(file: string, options: ParseOptions): Promise<Plan> {
  const bytes = await readFile(file).catch(unreadable(file))
  if (!file.endsWith('.json')) {
    return parsePlan(bytes, { path: basename(file), ...options }).catch((error: unknown) => {
      if (!(error instanceof UnreadableError)) throw error
      throw new InputError({ vi: `${file}: ${error.vi}`, en: `${file}: ${error.message}` })
    })
  }
  try {
    return planModel.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    throw new InputError({ vi: `“${file}” không phải là kết quả của kehoach`, en: `“${file}” is no plan of kehoach` })
  }
}

/** One plan after the other: of files, and of all that an out folder holds. Throws InputError. */
export async function* plansOf(names: readonly string[], options: ParseOptions): AsyncGenerator<Plan> {
  for (const name of names) {
    const info = await stat(name).catch(unreadable(name))
    if (!info.isDirectory()) yield await loadPlan(name, options)
    else for (const file of await planFiles(name)) yield await loadPlan(file, options)
  }
}

async function planFiles(out: string): Promise<string[]> {
  const folder = join(out, 'plans')
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new InputError({
      vi: `“${out}” không phải là thư mục kết quả của kehoach (${error.code})`,
      en: `“${out}” is no out folder of kehoach (${error.code})`,
    })
  })
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}

function unreadable(file: string) {
  return (error: NodeJS.ErrnoException): never => {
    throw new InputError({ vi: `không đọc được “${file}” (${error.code})`, en: `cannot read “${file}” (${error.code})` })
  }
}

/** The plans of an out folder, in order of their file names. Throws InputError. */
export async function plansIn(out: string): Promise<Plan[]> {
  const plans: Plan[] = []
  for (const file of await planFiles(out)) {
    const plan = await readFile(file, 'utf8')
      .then((text) => JSON.parse(text) as Partial<Plan>)
      .catch(() => null)
    // Written by this program and whole: the full check of a thousand plans takes longer than the comparison.
    if (
      plan?.schemaVersion !== '1.0' ||
      typeof plan.text !== 'string' ||
      !plan.header ||
      !plan.source ||
      !Array.isArray(plan.indicators) ||
      !Array.isArray(plan.legalReferences)
    )
      throw new InputError({ vi: `“${file}” không phải là kết quả của kehoach`, en: `“${file}” is no plan of kehoach` })
    plans.push(plan as Plan)
  }
  if (plans.length === 0)
    throw new InputError({ vi: `không có kế hoạch nào trong “${out}”`, en: `there are no plans in “${out}”` })
  return plans
}

/** A plan by its id (or the first digits of it) in the out folder, or by a file. Throws InputError. */
export async function findPlan(named: string, out: string, options: ParseOptions): Promise<Plan> {
  if (!/^[0-9a-f]{4,12}$/.test(named)) return loadPlan(named, options)
  const names = await readdir(join(out, 'plans')).catch(() => [])
  const found = names.filter((name) => new RegExp(`\\.${named}[0-9a-f]*\\.json$`).test(name))
  if (found.length === 1) return loadPlan(join(out, 'plans', found[0]!), options)
  if (found.length > 1)
    throw new InputError({ vi: `“${named}” là đầu mã của nhiều kế hoạch`, en: `“${named}” begins the id of several plans` })
  return loadPlan(named, options).catch(() => {
    throw new InputError({ vi: `không có kế hoạch “${named}” trong “${out}”`, en: `there is no plan “${named}” in “${out}”` })
  })
}
