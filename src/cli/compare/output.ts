// A comparison becomes text, JSON, Markdown, CSV or HTML, on the terminal or in a file.
import { writeFile } from 'node:fs/promises'
import { type Report, reportHtml, reportMarkdown } from '../../render/index.ts'
import type { Context } from '../command.ts'
import { InputError, UsageError, type Words } from '../language.ts'
import { reportPage } from '../report-text.ts'

export const OUTPUT_OPTIONS = { format: { type: 'string' }, out: { type: 'string' } } as const

export const OUTPUT_HELP: Words = {
  vi: `  --format text|json|md|csv|html   dạng kết quả (mặc định: text, hoặc theo đuôi của TỆP)
  --out TỆP                        ghi vào tệp; html là một tệp xem được không cần mạng, in được`,
  en: `  --format text|json|md|csv|html   form of the result (default: text, or by the ending of FILE)
  --out FILE                       write to a file; html is one file that needs no network and prints`,
}

const FORMATS = ['text', 'json', 'md', 'csv', 'html'] as const
type Format = (typeof FORMATS)[number]

const ENDINGS: Readonly<Record<string, Format>> = { json: 'json', md: 'md', csv: 'csv', html: 'html', htm: 'html', txt: 'text' }

type Values = { format?: string | undefined; out?: string | undefined }

/** Checked before any work is done. Throws UsageError. */
export function formatOf({ format, out }: Values): Format {
  if (format === undefined) return ENDINGS[/\.(?<ending>[a-z]+)$/i.exec(out ?? '')?.groups?.ending?.toLowerCase() ?? ''] ?? 'text'
  const found = FORMATS.find((each) => each === format)
  if (found) return found
  throw new UsageError({
    vi: `--format nhận một trong: ${FORMATS.join(', ')}`,
    en: `--format takes one of: ${FORMATS.join(', ')}`,
  })
}

export async function writeResult(
  values: Values,
  { data, report, csv }: { data: object; report: () => Report; csv: () => string },
  { stdout, language }: Context,
): Promise<number> {
  const { out } = values
  const write = {
    text: () => `${reportPage(report(), { stdout: out === undefined ? stdout : { write: () => true } }).join('\n')}\n`,
    json: () => `${JSON.stringify(data, null, 2)}\n`,
    md: () => reportMarkdown(report()),
    csv,
    html: () => reportHtml(report()),
  }[formatOf(values)]
  if (out === undefined) stdout.write(write())
  else
    await writeFile(out, write()).catch((error: NodeJS.ErrnoException) => {
      throw new InputError({ vi: `không ghi được “${out}” (${error.code})`, en: `cannot write “${out}” (${error.code})` })
    })
  if (out !== undefined) stdout.write(language === 'vi' ? `Đã ghi ${out}\n` : `Written: ${out}\n`)
  return 0
}
