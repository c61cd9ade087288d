// kehoach show <plan.json|source file>: a readable page of what was found, each finding with the words that it came from.
import { parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { UsageError } from './language.ts'
import { checkedOptions, READ_OPTIONS, readOptions } from './options.ts'
import { planPage } from './page.ts'
import { loadPlan } from './plans.ts'

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
