// kehoach schema: the JSON Schema of a plan, on stdout or in a file.
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { planSchema } from '../model/plan.ts'
import type { Command } from './command.ts'
import { UsageError } from './language.ts'
import { checkedOptions } from './options.ts'

export const schemaCommand: Command = {
  help: {
    vi: `kehoach schema [--out TỆP]

In JSON Schema (bản 2020-12) của tệp kết quả ra màn hình, hoặc ghi vào TỆP.`,
    en: `kehoach schema [--out FILE]

Prints the JSON Schema (draft 2020-12) of a plan, or writes it to FILE.`,
  },
  async run(args, { stdout }) {
    const { values, positionals } = checkedOptions(() =>
      parseArgs({ args, allowPositionals: true, options: { out: { type: 'string' } } }),
    )
    if (positionals.length > 0)
      throw new UsageError({ vi: `thừa “${positionals[0]}”`, en: `“${positionals[0]}” is not expected` })
    const schema = `${JSON.stringify(planSchema(), null, 2)}\n`
    if (values.out === undefined) stdout.write(schema)
    else await writeFile(values.out, schema)
    return 0
  },
}
