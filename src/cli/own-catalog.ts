// The file behind --catalog becomes entries that stand beside ours; what is wrong in it is told with its place.
import { readFile } from 'node:fs/promises'
import type { CatalogFile } from '../model/catalog.ts'
import { InputError } from './language.ts'

/** Reads and checks a user's catalogue; nothing where none is named. Throws InputError. */
export async function ownCatalog(file: string | undefined): Promise<{ catalog?: CatalogFile }> {
  if (file === undefined) return {}
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError({ vi: `không đọc được “${file}” (${error.code})`, en: `cannot read “${file}” (${error.code})` })
  })
  const { catalogModel } = await import('../model/catalog.ts')
  const parsed = catalogModel.safeParse(jsonOf(text, file))
  if (parsed.success) return { catalog: parsed.data }
  const { path, message } = parsed.error.issues[0]!
  const place = path.join('.') || '.'
  throw new InputError({
    vi: `“${file}” không đúng dạng danh mục (xem: kehoach schema catalog); ${place}: ${message}`,
    en: `“${file}” is no catalogue (see: kehoach schema catalog); ${place}: ${message}`,
  })
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new InputError({ vi: `“${file}” không phải là JSON`, en: `“${file}” is no JSON` })
  }
}
