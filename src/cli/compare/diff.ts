// kehoach diff A B: what changed from one plan to another.
import { parseArgs } from 'node:util'
import { openCatalog } from '../../catalog/index.ts'
import { diffPlans } from '../../compare/index.ts'
import type { Plan } from '../../model/plan.ts'
import { diffCsv, diffReport } from '../../render/index.ts'
import type { Command } from '../command.ts'
import { InputError, UsageError } from '../language.ts'
import { checkedOptions, READ_OPTIONS, readOptions } from '../options.ts'
import { findPlan, plansIn } from '../plans.ts'
import { formatOf, OUTPUT_HELP, OUTPUT_OPTIONS, writeResult } from './output.ts'
import { provinceCode, yearIn } from './province.ts'

export const diffCommand: Command = {
  help: {
    vi: `kehoach diff <kế hoạch> <kế hoạch> [--in out] [--format …] [--out TỆP]
kehoach diff --province TỈNH --from NĂM --to NĂM [--in out] [--format …] [--out TỆP]

So sánh hai kế hoạch: mã trong thư mục kết quả, tệp JSON, hoặc tệp nguồn. Thể thức, các mục
(chuyển chỗ, tách, gộp; đánh số lại không phải là thay đổi), chỉ tiêu (kể cả quy đổi đơn vị,
đổi cách tính), văn bản viện dẫn, các đợt, thời hạn, phân công, đoạn giống nguyên văn.

  --in THƯ_MỤC                     thư mục kết quả của kehoach ingest (mặc định: out)
${OUTPUT_HELP.vi}
  --catalog TỆP, --lexicon TỆP, --ocr …, --engine …   như kehoach ingest`,
    en: `kehoach diff <plan> <plan> [--in out] [--format …] [--out FILE]
kehoach diff --province NAME --from YEAR --to YEAR [--in out] [--format …] [--out FILE]

Compares two plans: ids in an out folder, JSON files, or source files. Header, sections (moved,
split, merged; renumbering is no change), indicators (with converted units and changed
definitions), references, phases, deadlines, assignments, passages word for word.

  --in FOLDER                      out folder of kehoach ingest (default: out)
${OUTPUT_HELP.en}
  --catalog FILE, --lexicon FILE, --ocr …, --engine …   as for kehoach ingest`,
  },
  async run(args, context) {
    const { values, positionals } = checkedOptions(() =>
      parseArgs({
        args,
        allowPositionals: true,
        options: {
          in: { type: 'string', default: 'out' },
          province: { type: 'string' },
          from: { type: 'string' },
          to: { type: 'string' },
          ...OUTPUT_OPTIONS,
          ...READ_OPTIONS,
        },
      }),
    )
    formatOf(values)
    const options = await readOptions(values)
    const byProvince = values.province !== undefined || values.from !== undefined || values.to !== undefined
    let plans: [Plan, Plan]
    if (byProvince) {
      if (values.province === undefined || values.from === undefined || values.to === undefined || positionals.length > 1)
        throw new UsageError({ vi: 'cần đủ --province, --from và --to', en: '--province, --from and --to go together' })
      const all = await plansIn(positionals[0] ?? values.in)
      plans = [
        ofYear(all, values.province, yearIn('--from', values.from)),
        ofYear(all, values.province, yearIn('--to', values.to)),
      ]
    } else {
      const [a, b, more] = positionals
      if (a === undefined || b === undefined || more !== undefined)
        throw new UsageError({
          vi: 'cho đúng hai kế hoạch: mã, plan.json hoặc tệp nguồn',
          en: 'name two plans: ids, plan.json or source files',
        })
      plans = [await findPlan(a, values.in, options), await findPlan(b, values.in, options)]
    }
    const diff = diffPlans(...plans, openCatalog(options.catalog))
    const { language } = context
    return writeResult(
      values,
      { data: diff, report: () => diffReport(diff, ...plans, language), csv: () => diffCsv(diff, language) },
      context,
    )
  },
}

/** The plan of a department before that of a district; of one document in several formats the first. Throws InputError. */
function ofYear(plans: readonly Plan[], province: string, year: number): Plan {
  const code = provinceCode(province)
  const found = plans.filter(({ header }) => header.province?.code === code && header.year === year)
  const level = ({ header }: Plan) =>
    (header.issuer?.level === 'department' ? 0 : 1) + (header.documentType === 'ke-hoach' ? 0 : 0.5)
  const best = [...found].sort((a, b) => level(a) - level(b))[0]
  if (best) return best
  throw new InputError({
    vi: `không có kế hoạch năm ${year} của “${province}”`,
    en: `there is no plan of “${province}” for ${year}`,
  })
}
