// kehoach show <plan.json|source file>: a readable page of what was found, each finding with the words that it came from.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { UnreadableError } from '../model/errors.ts'
import { type Plan, planModel } from '../model/plan.ts'
import { parsePlan } from '../pipeline.ts'
import type { Command } from './command.ts'
import { InputError, UsageError } from './language.ts'
import { checkedOptions, READ_OPTIONS, readOptions } from './options.ts'
import { planPage } from './page.ts'

export const showCommand: Command = {
  help: {
    vi: `kehoach show <plan.json|tệp nguồn> [--ocr …] [--engine …] [--lexicon TỆP] [--catalog TỆP]

In ra những gì đã đọc được từ một văn bản: thể thức, các mục, chỉ tiêu, văn bản viện dẫn,
ngày tháng, phân công, lưu ý; mỗi kết quả kèm nguyên văn và số trang.`,
    en: `kehoach show <plan.json|source file> [--ocr …] [--engine …] [--lexicon FILE] [--catalog FILE]

Prints what was found in a document: header, sections, indicators, references, dates,
assignments, messages; each with the source words and the page.`,
  },
  async run(args, context) {
    const { positionals, values } = checkedOptions(() => parseArgs({ args, allowPositionals: true, options: READ_OPTIONS }))
    const options = await readOptions(values)
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) {
      throw new UsageError({
        vi: 'cho đúng một tệp: plan.json hoặc tệp nguồn',
        en: 'name one file: a plan.json or a source file',
      })
    }
    context.stdout.write(`${planPage(await loadPlan(file, options), context).join('\n')}\n`)
    return 0
  },
}

/** A plan from its JSON, or from the document itself. Throws InputError. */
async function loadPlan(file: string, options: Awaited<ReturnType<typeof readOptions>>): Promise<Plan> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new InputError({ vi: `không đọc được “${file}” (${error.code})`, en: `cannot read “${file}” (${error.code})` })
  })
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
