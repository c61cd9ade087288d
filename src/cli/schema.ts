// kehoach schema: the JSON Schema of a plan or of a catalogue, on stdout or in a file.
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { planSchema } from '../model/plan.ts'
import type { Command } from './command.ts'
import { UsageError } from './language.ts'
import { checkedOptions } from './options.ts'

const SCHEMAS = { plan: planSchema, catalog: async () => (await import('../model/catalog.ts')).catalogSchema() }

export const schemaCommand: Command = {
  help: {
    vi: `kehoach schema [plan|catalog] [--out TỆP]

In JSON Schema (bản 2020-12) của tệp kết quả (plan, mặc định) hoặc của danh mục (catalog)
ra màn hình, hoặc ghi vào TỆP.`,
    en: `kehoach schema [plan|catalog] [--out FILE]

Prints the JSON Schema (draft 2020-12) of a plan (default) or of a catalogue,
or writes it to FILE.`,
  },
  async run(args, { stdout }) {
    const { values, positionals } = checkedOptions(() =>
      parseArgs({ args, allowPositionals: true, options: { out: { type: 'string' } } }),
    )
    const [which = 'plan', more] = positionals
    const wrong = Object.hasOwn(SCHEMAS, which) ? more : which
    if (wrong !== undefined) throw new UsageError({ vi: `thừa “${wrong}”`, en: `“${wrong}” is not expected` })
    const schema = `${JSON.stringify(await SCHEMAS[which as keyof typeof SCHEMAS](), null, 2)}\n`
    if (values.out === undefined) stdout.write(schema)
    else await writeFile(values.out, schema)
    return 0
  },
}
