// Files of the user's own become entries that stand beside ours; what is wrong in them is told with its place.
import { readFile } from 'node:fs/promises'
import type { CatalogFile } from '../model/catalog.ts'
import { LexiconError } from '../model/errors.ts'
import type { Lexicon } from '../model/lexicon.ts'
import { InputError } from './language.ts'

/** The file behind --catalog. Throws InputError. */
export async function ownCatalog(file: string): Promise<CatalogFile> {
  const { catalogModel } = await import('../model/catalog.ts')
  const parsed = catalogModel.safeParse(await jsonIn(file))
  if (parsed.success) {
    const { unknownNames } = await import('../catalog/provinces.ts')
    const [unknown] = unknownNames(parsed.data.spellings ?? {})
    if (unknown === undefined) return parsed.data
    throw new InputError({
      vi: `“${file}”: spellings: không có tỉnh “${unknown}” (xem: kehoach catalog provinces)`,
      en: `“${file}”: spellings: there is no province “${unknown}” (see: kehoach catalog provinces)`,
    })
  }
  const { path, message } = parsed.error.issues[0]!
  const place = path.join('.') || '.'
  throw new InputError({
    vi: `“${file}” không đúng dạng danh mục (xem: kehoach schema catalog); ${place}: ${message}`,
    en: `“${file}” is no catalogue (see: kehoach schema catalog); ${place}: ${message}`,
  })
}

/** The file behind --lexicon. Throws InputError. */
export async function ownLexicon(file: string): Promise<Lexicon> {
  const { readLexicon } = await import('../catalog/lexicon.ts')
  const json = await jsonIn(file)
  try {
    return readLexicon(json)
  } catch (error) {
    if (!(error instanceof LexiconError)) throw error
    throw new InputError({
      vi: `“${file}” không dùng được làm từ vựng: ${error.message}`,
      en: `“${file}” is of no use as a lexicon: ${error.message}`,
    })
  }
}

async function jsonIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError({ vi: `không đọc được “${file}” (${error.code})`, en: `cannot read “${file}” (${error.code})` })
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new InputError({ vi: `“${file}” không phải là JSON`, en: `“${file}” is no JSON` })
  }
}
