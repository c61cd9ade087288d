// kehoach cascade <out>: which plan implements which, and what became of the targets on the way.
import { parseArgs } from 'node:util'
import { openCatalog } from '../../catalog/index.ts'
import { cascadeOf } from '../../compare/cascade.ts'
import { cascadeCsv, cascadeReport } from '../../render/index.ts'
import type { Command } from '../command.ts'
import { UsageError } from '../language.ts'
import { checkedOptions } from '../options.ts'
import { ownCatalog } from '../own-files.ts'
import { plansIn } from '../plans.ts'
import { formatOf, OUTPUT_HELP, OUTPUT_OPTIONS, writeResult } from './output.ts'

export const cascadeCommand: Command = {
  help: {
    vi: `kehoach cascade <out> [--format …] [--out TỆP]

Kế hoạch nào thực hiện kế hoạch nào (Bộ, tỉnh, sở, đơn vị), theo văn bản viện dẫn; chỉ tiêu nào
được nâng, hạ, bỏ hoặc thêm trên đường đi.

  --catalog TỆP                    danh mục riêng (JSON)
${OUTPUT_HELP.vi}`,
    en: `kehoach cascade <out> [--format …] [--out FILE]

Which plan implements which (ministry, province, department, unit), by the references; which targets
were raised, lowered, dropped or added on the way.

  --catalog FILE                   a catalogue of your own (JSON)
${OUTPUT_HELP.en}`,
  },
  async run(args, context) {
    const { values, positionals } = checkedOptions(() =>
      parseArgs({ args, allowPositionals: true, options: { catalog: { type: 'string' }, ...OUTPUT_OPTIONS } }),
    )
    formatOf(values)
    const [out = 'out', more] = positionals
    if (more !== undefined) throw new UsageError({ vi: `thừa “${more}”`, en: `“${more}” is not expected` })
    const catalog = openCatalog(values.catalog === undefined ? undefined : await ownCatalog(values.catalog))
    const cascade = cascadeOf(await plansIn(out), catalog)
    return writeResult(
      values,
      { data: cascade, report: () => cascadeReport(cascade, context.language), csv: () => cascadeCsv(cascade) },
      context,
    )
  },
}
