// kehoach compare <out>: targets of all provinces in a year, or of one province over the years.
import { parseArgs } from 'node:util'
import { openCatalog } from '../../catalog/index.ts'
import { PERIODS, REGIONS } from '../../catalog/provinces.ts'
import { compareArchive } from '../../compare/matrix.ts'
import { matrixCsv, matrixReport } from '../../render/index.ts'
import type { Command } from '../command.ts'
import { InputError, UsageError } from '../language.ts'
import { checkedOptions } from '../options.ts'
import { ownCatalog } from '../own-files.ts'
import { plansIn } from '../plans.ts'
import { formatOf, OUTPUT_HELP, OUTPUT_OPTIONS, writeResult } from './output.ts'
import { provinceCode, yearIn } from './province.ts'

export const compareCommand: Command = {
  help: {
    vi: `kehoach compare <out> [--year NĂM] [--province TỈNH] [--indicator MÃ]… [--region VÙNG]… [--today]

Chỉ tiêu của các tỉnh trong một năm (mặc định: năm mới nhất), hoặc với --province, của một tỉnh
qua các năm. Không nêu, chưa có kế hoạch và không so được (khác phạm vi, khác đơn vị, hai giá trị)
được phân biệt; xếp hạng theo chiều tốt hơn của danh mục; kèm khoảng cách đến mục tiêu quốc gia
của năm đó và văn bản giao.

  --year NĂM          năm của kế hoạch
  --province TỈNH     tên hoặc mã của một tỉnh: chỉ tiêu qua các năm
  --indicator MÃ      mã chỉ tiêu hoặc nhóm (kehoach catalog indicators); dùng được nhiều lần
  --region VÙNG       vùng, hoặc tên tỉnh; dùng được nhiều lần
  --today             theo tỉnh hiện nay: số của các tỉnh cũ để cạnh nhau, không lấy trung bình;
                      số đếm được cộng khi có đủ các tỉnh cũ
  --all-levels        tính cả kế hoạch của huyện và bệnh viện
  --catalog TỆP       danh mục riêng (JSON)
${OUTPUT_HELP.vi}`,
    en: `kehoach compare <out> [--year YEAR] [--province NAME] [--indicator CODE]… [--region REGION]… [--today]

Targets of all provinces in a year (default: the latest), or with --province, of one province over
the years. Not stated, no plan and not comparable (another scope, another unit, two values) are told
apart; ranks follow the better way of the catalogue; with the distance to the national target of the
year and its act.

  --year YEAR         year of the plans
  --province NAME     name or code of a province: its targets over the years
  --indicator CODE    code or category (kehoach catalog indicators); may be repeated
  --region REGION     a region, or a province; may be repeated
  --today             provinces of today: values of the old ones stand side by side, none is averaged;
                      counts are summed where all old ones are there
  --all-levels        plans of districts and hospitals count too
  --catalog FILE      a catalogue of your own (JSON)
${OUTPUT_HELP.en}`,
  },
  async run(args, context) {
    const { values, positionals } = checkedOptions(() =>
      parseArgs({
        args,
        allowPositionals: true,
        options: {
          year: { type: 'string' },
          province: { type: 'string' },
          indicator: { type: 'string', multiple: true, default: [] },
          region: { type: 'string', multiple: true, default: [] },
          today: { type: 'boolean', default: false },
          'all-levels': { type: 'boolean', default: false },
          catalog: { type: 'string' },
          ...OUTPUT_OPTIONS,
        },
      }),
    )
    formatOf(values)
    const [out = 'out', more] = positionals
    if (more !== undefined) throw new UsageError({ vi: `thừa “${more}”`, en: `“${more}” is not expected` })
    const catalog = openCatalog(values.catalog === undefined ? undefined : await ownCatalog(values.catalog))
    const indicators = values.indicator.flatMap((each) => each.split(','))
    for (const each of indicators)
      if (!catalog.indicators.some(({ code, category }) => code === each || category === each))
        throw new InputError({ vi: `không có chỉ tiêu hoặc nhóm “${each}”`, en: `there is no indicator or category “${each}”` })
    const asked = {
      year: values.year === undefined ? undefined : yearIn('--year', values.year),
      province: values.province === undefined ? undefined : provinceCode(values.province),
      view: values.today ? ('today' as const) : ('issued' as const),
      indicators,
      regions: values.region.map(regionKey),
      allLevels: values['all-levels'],
    }
    const matrix = compareArchive(await plansIn(out), asked, catalog)
    const { language } = context
    return writeResult(
      values,
      { data: matrix, report: () => matrixReport(matrix, language), csv: () => matrixCsv(matrix, language) },
      context,
    )
  },
}

/** A region by key or name, or the code of a province. Throws InputError. */
function regionKey(words: string): string {
  const wanted = words.toLowerCase()
  const region = REGIONS.find(({ key, vi, en }) => [key, vi, en].some((each) => each.toLowerCase() === wanted))
  return region && PERIODS.some((province) => province.region === region.key) ? region.key : provinceCode(words)
}
