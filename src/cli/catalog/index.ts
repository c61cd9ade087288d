// kehoach catalog: what the program knows of provinces, indicators, units and acts, and which names of a run it does not know.
import { parseArgs } from 'node:util'
import { type Command, widthFor } from '../command.ts'
import { UsageError } from '../language.ts'
import { checkedOptions, READ_OPTIONS } from '../options.ts'
import { ownCatalog } from '../own-files.ts'
import { printable, tableLines } from '../terminal.ts'
import type { Page } from './page.ts'

/** Loaded when they are asked for: they bring the data along. */
const PAGES: Readonly<Record<string, () => Promise<Page>>> = {
  provinces: async () => (await import('./provinces.ts')).provincesPage,
  indicators: async () => (await import('./indicators.ts')).indicatorsPage,
  units: async () => (await import('./units.ts')).unitsPage,
  acts: async () => (await import('./acts.ts')).actsPage,
  unmatched: async () => (await import('./unmatched.ts')).unmatchedPage,
}

export const catalogCommand: Command = {
  help: {
    vi: `kehoach catalog provinces [tên|mã|cơ quan] [--date NGÀY]
kehoach catalog indicators [tên chỉ tiêu] [--unit ĐƠN_VỊ]
kehoach catalog units [đơn vị tính]
kehoach catalog acts [số|tên] [--date NGÀY]
kehoach catalog unmatched <out>

Tra danh mục: tỉnh theo tên, mã hoặc cơ quan, tại một ngày; mã của một tên chỉ tiêu và lý do;
mã UCUM, hệ số và cách quy đổi của một đơn vị tính; hiệu lực của văn bản tại một ngày;
các tên chỉ tiêu trong thư mục kết quả chưa có mã.
Không có từ cần tra thì in cả danh mục.

  --date NGÀY     ngày cần tra, ví dụ 2024-03-01
  --unit ĐƠN_VỊ   đơn vị tính đi cùng tên chỉ tiêu
  --catalog TỆP   danh mục riêng (JSON), xem: kehoach schema catalog
  --json          in JSON`,
    en: `kehoach catalog provinces [name|code|body] [--date DAY]
kehoach catalog indicators [name of an indicator] [--unit UNIT]
kehoach catalog units [printed unit]
kehoach catalog acts [number|name] [--date DAY]
kehoach catalog unmatched <out>

Looks up: a province by name, code or body, on a day; the code of an indicator's name, and why;
the UCUM code, scale and conversions of a unit; whether an act is in force on a day;
the names of an out folder that have no code.
Without words to look up, the whole list.

  --date DAY      the day that is asked for, as 2024-03-01
  --unit UNIT     the unit printed with the name of the indicator
  --catalog FILE  a catalogue of your own (JSON), see: kehoach schema catalog
  --json          print JSON`,
  },
  async run(args, context) {
    const { values, positionals } = checkedOptions(() =>
      parseArgs({
        args,
        allowPositionals: true,
        options: {
          date: { type: 'string' },
          unit: { type: 'string' },
          json: { type: 'boolean', default: false },
          catalog: READ_OPTIONS.catalog,
        },
      }),
    )
    const [name = '', ...words] = positionals
    const page = Object.hasOwn(PAGES, name) ? PAGES[name]! : null
    if (!page)
      throw new UsageError({
        vi: `cho một trong: ${Object.keys(PAGES).join(', ')}`,
        en: `name one of: ${Object.keys(PAGES).join(', ')}`,
      })
    if (values.date !== undefined && !/^\d{4}(?:-\d{2}){0,2}$/.test(values.date))
      throw new UsageError({
        vi: `“${values.date}” không phải là ngày: viết 2024-03-01`,
        en: `“${values.date}” is no day: write 2024-03-01`,
      })
    const own = values.catalog === undefined ? undefined : await ownCatalog(values.catalog)
    const { openCatalog } = await import('../../catalog/index.ts')
    const query = { words: words.join(' ').normalize('NFC').trim(), date: values.date ?? null, unit: values.unit ?? null }
    const answer = await page()
    const { data, columns, rows, isFound } = await answer(query, openCatalog(own), context.language)
    if (values.json) context.stdout.write(`${JSON.stringify(data, null, 2)}\n`)
    else
      context.stdout.write(
        `${tableLines(
          columns,
          rows.map((row) => row.map(printable)),
          widthFor(context.stdout),
        ).join('\n')}\n`,
      )
    return isFound ? 0 : 1
  },
}
