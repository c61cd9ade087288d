// Files and folders that the user names become plans.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Archive, ArchiveError, openArchive } from '../archive/index.ts'
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
    else yield* (await archiveIn(name)).plans()
  }
}

/** The plans of an out folder, to be read one by one. Throws InputError where it is none, or has none. */
export async function archiveIn(out: string): Promise<Archive> {
  const archive = await openArchive(out).catch(ofNoUse)
  if (archive.entries.length > 0) return { ...archive, plans: () => toldApart(archive.plans()) }
  throw new InputError({ vi: `không có kế hoạch nào trong “${out}”`, en: `there are no plans in “${out}”` })
}

/** All plans of an out folder, in order of their file names. Throws InputError. */
export async function plansIn(out: string): Promise<Plan[]> {
  const plans: Plan[] = []
  for await (const plan of (await archiveIn(out)).plans()) plans.push(plan)
  return plans
}

/** A plan by its id (or the first digits of it) in the out folder, or by a file. Throws InputError. */
export async function findPlan(named: string, out: string, options: ParseOptions): Promise<Plan> {
  if (!/^[0-9a-f]{4,12}$/.test(named)) return loadPlan(named, options)
  const archive = await openArchive(out).catch(() => null)
  const found = archive?.named(named) ?? []
  if (found.length > 1)
    throw new InputError({ vi: `“${named}” là đầu mã của nhiều kế hoạch`, en: `“${named}” begins the id of several plans` })
  const plan = await archive?.plan(named).catch(ofNoUse)
  return (
    plan ??
    loadPlan(named, options).catch(() => {
      throw new InputError({ vi: `không có kế hoạch “${named}” trong “${out}”`, en: `there is no plan “${named}” in “${out}”` })
    })
  )
}

async function* toldApart(plans: AsyncGenerator<Plan>): AsyncGenerator<Plan> {
  try {
    yield* plans
  } catch (error) {
    ofNoUse(error)
  }
}

function ofNoUse(error: unknown): never {
  if (!(error instanceof ArchiveError)) throw error
  throw new InputError({ vi: error.vi, en: error.message })
}

function unreadable(file: string) {
  return (error: NodeJS.ErrnoException): never => {
    throw new InputError({ vi: `không đọc được “${file}” (${error.code})`, en: `cannot read “${file}” (${error.code})` })
  }
}
