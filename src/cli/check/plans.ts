// Names on the command line become plans: a plan.json, all plans of an out folder, or a source file that is read now.
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { UnreadableError } from '../../model/errors.ts'
import { type Plan, planModel } from '../../model/plan.ts'
import { type ParseOptions, parsePlan } from '../../pipeline.ts'
import { InputError } from '../language.ts'

/** One plan after the other. Throws InputError. */
export async function* plansOf(names: readonly string[], options: ParseOptions): AsyncGenerator<Plan> {
  for (const name of names) {
    const info = await stat(name).catch(unreadable(name))
    if (!info.isDirectory()) yield await planIn(name, options)
    else for (const file of await planFiles(name)) yield await planIn(file, options)
  }
}

async function planFiles(out: string): Promise<string[]> {
  const folder = join(out, 'plans')
  const names = await readdir(folder).catch(() => {
    throw new InputError({ vi: `“${out}” không phải là thư mục kết quả của kehoach`, en: `“${out}” is no out folder of kehoach` })
  })
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}

async function planIn(file: string, options: ParseOptions): Promise<Plan> {
  const bytes = await readFile(file).catch(unreadable(file))
  if (!file.endsWith('.json'))
    return parsePlan(bytes, { path: basename(file), ...options }).catch((error: unknown) => {
      if (!(error instanceof UnreadableError)) throw error
      throw new InputError({ vi: `${file}: ${error.vi}`, en: `${file}: ${error.message}` })
    })
  try {
    return planModel.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    throw new InputError({ vi: `“${file}” không phải là kết quả của kehoach`, en: `“${file}” is no plan of kehoach` })
  }
}

function unreadable(file: string) {
  return (error: NodeJS.ErrnoException): never => {
    throw new InputError({ vi: `không đọc được “${file}” (${error.code})`, en: `cannot read “${file}” (${error.code})` })
  }
}
