// kehoach schema: the JSON Schema of a plan, a catalogue or a comparison, on stdout or in a file.
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { planSchema } from '../model/plan.ts'
import type { Command } from './command.ts'
import { UsageError } from './language.ts'
import { checkedOptions } from './options.ts'

const SCHEMAS = {
  plan: planSchema,
  catalog: async () => (await import('../model/catalog.ts')).catalogSchema(),
  diff: async () => (await import('../model/diff.ts')).diffSchema(),
  matrix: async () => (await import('../model/matrix.ts')).matrixSchema(),
  cascade: async () => (await import('../model/cascade.ts')).cascadeSchema(),
}

export const schemaCommand: Command = {
  help: {
    vi: `kehoach schema [plan|catalog|diff|matrix|cascade] [--out TỆP]

In JSON Schema (bản 2020-12) của tệp kết quả (plan, mặc định), của danh mục (catalog) hoặc của
kết quả so sánh (diff, matrix, cascade) ra màn hình, hoặc ghi vào TỆP.`,
    en: `kehoach schema [plan|catalog|diff|matrix|cascade] [--out FILE]

Prints the JSON Schema (draft 2020-12) of a plan (default), of a catalogue, or of a comparison
(diff, matrix, cascade), or writes it to FILE.`,
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
