// What parseArgs complains of becomes a complaint in the user's language.
import { UsageError } from './language.ts'
import { ownCatalog, ownLexicon } from './own-files.ts'

/** How documents are read, for every command that reads some. */
export const READ_OPTIONS = {
  ocr: { type: 'string', default: 'auto' },
  engine: { type: 'string', default: 'auto' },
  lexicon: { type: 'string' },
  catalog: { type: 'string' },
} as const

type ReadValues = { ocr: string; engine: string; lexicon?: string | undefined; catalog?: string | undefined }

const OCR = ['auto', 'always', 'never'] as const
const ENGINES = ['auto', 'system', 'embedded'] as const

/** Throws UsageError for a word that is none of those known, InputError for a file of the user's own that cannot be used. */
export async function readOptions({ ocr, engine, lexicon, catalog }: ReadValues) {
  return {
    ocr: oneOf('--ocr', ocr, OCR),
    engine: oneOf('--engine', engine, ENGINES),
    ...(lexicon !== undefined && { lexicon: await ownLexicon(lexicon) }),
    ...(catalog !== undefined && { catalog: await ownCatalog(catalog) }),
  }
}

export function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((word) => word === value)
  if (found) return found
  const words = known.join(', ')
  throw new UsageError({ vi: `${option} nhận một trong: ${words}`, en: `${option} takes one of: ${words}` })
}

/** Throws UsageError for what is no whole number. */
export function wholeNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,9}$/.test(value)) return Number(value)
  throw new UsageError({ vi: `${option} nhận một số nguyên`, en: `${option} takes a whole number` })
}

/** Runs a call of parseArgs. Throws UsageError for unknown or misused options. */
export function checkedOptions<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error
    const option = /'(?<option>-[^' ]*)/.exec(message)?.groups?.option ?? ''
    throw new UsageError(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? { vi: `không có tùy chọn “${option}”`, en: `no option “${option}”` }
        : { vi: `tùy chọn “${option}” dùng sai hoặc thiếu giá trị`, en: `option “${option}” is misused or lacks its value` },
    )
  }
}
