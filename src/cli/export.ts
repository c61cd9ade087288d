// kehoach export <out>: the plans of an out folder as files of other tools.
import { basename, relative, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import {
  exportPlans,
  exportText,
  FORMAT_NAMES,
  MissingPackageError,
  OddPlanError,
  openFormat,
  TargetInUseError,
  TooLargeError,
} from '../export/index.ts'
import { type Command, written } from './command.ts'
import { InputError, UsageError, type Words } from './language.ts'
import { checkedOptions, oneOf } from './options.ts'
import { archiveIn } from './plans.ts'

export const exportCommand: Command = {
  help: {
    vi: `kehoach export <out> --format DẠNG [--out TỆP|THƯ_MỤC]

Xuất các kế hoạch trong thư mục kết quả của kehoach ingest ra dạng của công cụ khác.

  --format DẠNG      jsonl      mỗi kế hoạch một dòng JSON
                     markdown   mỗi kế hoạch một tệp Markdown dễ đọc
                     html       mỗi kế hoạch một trang HTML đọc và in được
                     akn        mỗi kế hoạch một tệp XML Akoma Ntoso 3.0
                     ics        các thời hạn và giai đoạn, dạng lịch (RFC 5545)
                     chunks     các đoạn văn cho tìm kiếm và hỏi đáp, mỗi đoạn một dòng JSON
                     csv        thư mục các bảng CSV, tự mô tả (Frictionless Data Package)
                     xlsx       sổ Excel, mỗi bảng một trang tính, có trang giới thiệu
                     parquet    thư mục các bảng Parquet
                     duckdb     một cơ sở dữ liệu DuckDB, có sẵn các khung nhìn
  --out TỆP          nơi ghi (mặc định: <out>.<đuôi>); “-” là đầu ra chuẩn, với các dạng văn bản
  --bom              đánh dấu UTF-8 ở đầu tệp CSV cho Excel`,
    en: `kehoach export <out> --format FORMAT [--out FILE|FOLDER]

Writes the plans in an out folder of kehoach ingest in the form of another tool.

  --format FORMAT    jsonl      JSON, a plan a line
                     markdown   a readable Markdown file a plan
                     html       an HTML page a plan, to read and to print
                     akn        an Akoma Ntoso 3.0 XML file a plan
                     ics        deadlines and phases as a calendar (RFC 5545)
                     chunks     pieces of text for retrieval, a JSON line each
                     csv        a folder of CSV tables that describes itself (Frictionless Data Package)
                     xlsx       an Excel workbook, a sheet a table, the first one explains
                     parquet    a folder of Parquet tables
                     duckdb     a DuckDB database, with views
  --out FILE         where to (default: <out>.<ending>); “-” is standard output, of formats that are text
  --bom              a UTF-8 mark at the beginning of CSV files, for Excel`,
  },
  async run(args, { stdout, stderr, language }) {
    const { values, positionals } = checkedOptions(() =>
      parseArgs({
        args,
        allowPositionals: true,
        options: { format: { type: 'string' }, out: { type: 'string' }, bom: { type: 'boolean', default: false } },
      }),
    )
    const [out, more] = positionals
    if (out === undefined)
      throw new UsageError({ vi: 'thiếu thư mục kết quả của kehoach ingest', en: 'the out folder of kehoach ingest is missing' })
    if (more !== undefined) throw new UsageError({ vi: `thừa “${more}”`, en: `“${more}” is not expected` })
    const format = await openFormat(oneOf('--format', values.format ?? '', FORMAT_NAMES))
    const archive = await archiveIn(out)
    const options = { language, bom: values.bom }
    if (values.out === '-') {
      if (format.shape !== 'text')
        throw new UsageError({
          vi: `dạng ${values.format} không ghi được ra đầu ra chuẩn`,
          en: `format ${values.format} cannot be written to standard output`,
        })
      try {
        for await (const part of exportText(archive, format, options)) await written(stdout, part)
      } catch (error) {
        throw toldToUser(error, values.out)
      }
      return 0
    }
    const target = values.out ?? `${/^\.{0,2}$/.test(basename(out)) ? resolve(out) : out.replace(/[\\/]+$/, '')}.${format.ending}`
    if (isOfTheRun(out, target))
      throw new InputError({
        vi: `“${target}” là của kehoach ingest; hãy chọn nơi khác`,
        en: `“${target}” belongs to kehoach ingest; choose another place`,
      })
    const stop = new AbortController()
    const stopped = () => stop.abort()
    // The second time ends the process at once.
    for (const signal of SIGNALS) process.once(signal, stopped)
    const count = await exportPlans(archive, format, target, { ...options, signal: stop.signal })
      .catch((error: unknown) => {
        throw stop.signal.aborted ? new InputError(STOPPED) : toldToUser(error, target)
      })
      .finally(() => {
        for (const signal of SIGNALS) process.off(signal, stopped)
      })
    stderr.write(language === 'vi' ? `Đã ghi ${count} kế hoạch vào ${target}\n` : `${count} plans written to ${target}\n`)
    return 0
  },
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

const STOPPED: Words = { vi: 'đã dừng; không có gì được ghi', en: 'stopped; nothing was written' }

// What a run keeps in its folder: an export there would end it.
const OF_THE_RUN = ['plans', 'cache', 'manifest.jsonl', 'run.log.jsonl', 'run.lock']

function isOfTheRun(out: string, target: string): boolean {
  return OF_THE_RUN.includes(relative(resolve(out), resolve(target)).split(sep)[0]!)
}

function toldToUser(error: unknown, target: string): unknown {
  if (error instanceof TargetInUseError)
    return new InputError({
      vi: `“${target}” đã có và không phải do kehoach export ghi; hãy chọn nơi khác`,
      en: `“${target}” is there already and was not written by kehoach export; choose another place`,
    })
  if (error instanceof MissingPackageError)
    return new InputError({
      vi: `dạng này cần gói ${error.packageName}, chưa được cài hoặc không chạy được trên máy này: npm install ${error.packageName}`,
      en: `this format needs the package ${error.packageName}, which is not installed or does not run on this machine: npm install ${error.packageName}`,
    })
  if (error instanceof TooLargeError)
    return new InputError({
      vi: 'nhiều kế hoạch hơn sức chứa của một tệp dạng này; hãy dùng csv, parquet hoặc duckdb',
      en: 'the plans are more than one file of this format holds; use csv, parquet or duckdb',
    })
  if (error instanceof OddPlanError)
    return new InputError({
      vi: `“${error.file}” không phải là kết quả của phiên bản kehoach này; hãy đọc lại bằng kehoach ingest`,
      en: `“${error.file}” is no plan of this version of kehoach; read it again with kehoach ingest`,
    })
  const { code, syscall, message } = error as NodeJS.ErrnoException
  // DuckDB says it in words only.
  if (/No space left on device/.test(message))
    return new InputError({ vi: `không ghi được “${target}” (ENOSPC)`, en: `cannot write “${target}” (ENOSPC)` })
  return code && syscall
    ? new InputError({ vi: `không ghi được “${target}” (${code})`, en: `cannot write “${target}” (${code})` })
    : error
}
