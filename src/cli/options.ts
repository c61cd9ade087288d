// What parseArgs complains of becomes a complaint in the user's language.
import { readFile } from 'node:fs/promises'
import { readLexicon } from '../catalog/lexicon.ts'
import { LexiconError } from '../model/errors.ts'
import type { Lexicon } from '../model/lexicon.ts'
import { InputError, UsageError } from './language.ts'

/** How documents are read, for every command that reads some. */
export const READ_OPTIONS = {
  ocr: { type: 'string', default: 'auto' },
  engine: { type: 'string', default: 'auto' },
  lexicon: { type: 'string' },
} as const

const OCR = ['auto', 'always', 'never'] as const
const ENGINES = ['auto', 'system', 'embedded'] as const

/** Throws UsageError for a word that is none of those known, InputError for a lexicon that cannot be used. */
export async function readOptions(values: { ocr: string; engine: string; lexicon?: string | undefined }) {
  const scans = { ocr: oneOf('--ocr', values.ocr, OCR), engine: oneOf('--engine', values.engine, ENGINES) }
  return values.lexicon === undefined ? scans : { ...scans, lexicon: await lexiconFrom(values.lexicon) }
}

async function lexiconFrom(file: string): Promise<Lexicon> {
  const words = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError({ vi: `không đọc được “${file}” (${error.code})`, en: `cannot read “${file}” (${error.code})` })
  })
  try {
    return readLexicon(JSON.parse(words))
  } catch (error) {
    if (!(error instanceof LexiconError || error instanceof SyntaxError)) throw error
    throw new InputError({
      vi: `“${file}” không dùng được làm từ vựng: ${error.message}`,
      en: `“${file}” is of no use as a lexicon: ${error.message}`,
    })
  }
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((word) => word === value)
  if (found) return found
  const words = known.join(', ')
  throw new UsageError({ vi: `${option} nhận một trong: ${words}`, en: `${option} takes one of: ${words}` })
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
