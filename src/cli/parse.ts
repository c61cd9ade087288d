// kehoach parse <file|->: one document becomes a plan on standard output; what a person should know of it goes to stderr.
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { planJson } from '../ingest/index.ts'
import { UnreadableError } from '../model/errors.ts'
import { parsePlan } from '../pipeline.ts'
import type { Command } from './command.ts'
import { boundedBytes, TooLongError } from './inputs.ts'
import { InputError, UsageError } from './language.ts'
import { checkedOptions, READ_OPTIONS, readOptions, wholeNumber } from './options.ts'
import { printable } from './terminal.ts'

const MEGA = 1024 * 1024
const MOST_MEGABYTES = 256

const OPTIONS = {
  name: { type: 'string' },
  strict: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  'max-size': { type: 'string' },
  ...READ_OPTIONS,
} as const

export const parseCommand: Command = {
  help: {
    vi: `kehoach parse <tệp|-> [--name TÊN] [--strict] [--ocr …] [--engine …] [--lexicon TỆP] [--catalog TỆP]

Đọc một văn bản và in kế hoạch (JSON) ra đầu ra chuẩn; lưu ý ra đầu ra lỗi. “-” đọc từ đầu vào chuẩn:

  cat plan.docx | kehoach parse - --name plan.docx > plan.json

  --name TÊN      tên tệp ghi vào source.path (mặc định: tên của tệp)
  --max-size MB   không đọc tệp lớn hơn (mặc định: ${MOST_MEGABYTES})
  --strict        mã thoát 1 nếu có cảnh báo
  --quiet         không in lưu ý`,
    en: `kehoach parse <file|-> [--name NAME] [--strict] [--ocr …] [--engine …] [--lexicon FILE] [--catalog FILE]

Reads one document and prints its plan (JSON) to standard output, messages to standard error. “-” reads standard input:

  cat plan.docx | kehoach parse - --name plan.docx > plan.json

  --name NAME     name of the file for source.path (default: that of the file)
  --max-size MB   read no larger file (default: ${MOST_MEGABYTES})
  --strict        exit status 1 where there are warnings
  --quiet         no messages`,
  },
  async run(args, { stdout, stderr, language }) {
    const { positionals, values } = checkedOptions(() => parseArgs({ args, allowPositionals: true, options: OPTIONS }))
    const [file, more] = positionals
    if (file === undefined || more !== undefined)
      throw new UsageError({ vi: 'cho đúng một tệp, hoặc “-” cho đầu vào chuẩn', en: 'name one file, or “-” for standard input' })
    const options = await readOptions(values)
    const megabytes = wholeNumber('--max-size', values['max-size']) ?? MOST_MEGABYTES
    const name = values.name ?? (file === '-' ? '' : basename(file))
    const bytes = await bytesOf(file, megabytes)
    const plan = await parsePlan(bytes, { path: name, ...options }).catch((error: unknown) => {
      if (!(error instanceof UnreadableError)) throw error
      const shown = name || file
      throw new InputError({ vi: `${shown}: ${error.vi}`, en: `${shown}: ${error.message}` })
    })
    stdout.write(planJson(plan))
    if (!values.quiet)
      for (const { severity, text } of plan.messages)
        stderr.write(`${severity === 'warning' ? '!' : '·'} ${printable(text[language])}\n`)
    return values.strict && plan.messages.some(({ severity }) => severity === 'warning') ? 1 : 0
  },
}

async function bytesOf(file: string, megabytes: number): Promise<Uint8Array> {
  try {
    if (file === '-') return await boundedBytes(process.stdin, megabytes * MEGA)
    const handle = await open(file)
    try {
      return await boundedBytes(handle.createReadStream(), megabytes * MEGA)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof TooLongError)
      throw new InputError({
        vi: `“${file}” lớn hơn ${megabytes} MB (xem --max-size)`,
        en: `“${file}” has more than ${megabytes} MB (see --max-size)`,
      })
    const { code } = error as NodeJS.ErrnoException
    if (!code) throw error
    throw new InputError({ vi: `không đọc được “${file}” (${code})`, en: `cannot read “${file}” (${code})` })
  }
}
