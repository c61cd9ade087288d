// The command line: words after `kehoach` become the run of a command and an exit status.
import { parseArgs } from 'node:util'
import { VERSION } from '../version.ts'
import type { Command, Context } from './command.ts'
import { InputError, languageOf, UsageError, type Words } from './language.ts'
import { printable } from './terminal.ts'

/** Each is loaded when it is asked for: a run shall not wait for what others need. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  ingest: async () => (await import('./ingest.ts')).ingestCommand,
  parse: async () => (await import('./parse.ts')).parseCommand,
  show: async () => (await import('./show.ts')).showCommand,
  check: async () => (await import('./check/index.ts')).checkCommand,
  diff: async () => (await import('./compare/diff.ts')).diffCommand,
  compare: async () => (await import('./compare/matrix.ts')).compareCommand,
  cascade: async () => (await import('./compare/cascade.ts')).cascadeCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
  mcp: async () => (await import('./mcp.ts')).mcpCommand,
  catalog: async () => (await import('./catalog/index.ts')).catalogCommand,
  schema: async () => (await import('./schema.ts')).schemaCommand,
}

const HELP: Words = {
  vi: `kehoach: đọc kế hoạch của các Sở Y tế thành dữ liệu có cấu trúc

  kehoach ingest <tệp|thư mục>… [--out out]   đọc các tệp thành JSON và in bảng tóm tắt
  kehoach parse <tệp|->                       in kế hoạch của một tệp, hay của đầu vào chuẩn, dạng JSON
  kehoach show <plan.json|tệp nguồn>          xem những gì đã đọc được, kèm nguyên văn
  kehoach check <plan.json|tệp nguồn|out>…    những điểm lạ trong kế hoạch
  kehoach diff <kế hoạch> <kế hoạch>          so sánh hai kế hoạch (mã, JSON hoặc tệp nguồn)
  kehoach compare <out>                       chỉ tiêu của các tỉnh trong một năm, hoặc của một tỉnh qua các năm
  kehoach cascade <out>                       kế hoạch nào thực hiện kế hoạch nào, chỉ tiêu nâng hay hạ
  kehoach export <out> --format …             xuất ra dạng của công cụ khác: bảng tính, cơ sở dữ liệu …
  kehoach serve <out>                         mở cho trình duyệt và chương trình khác (REST), tìm toàn văn
  kehoach mcp <out>                           cho tác tử AI dùng (Model Context Protocol)
  kehoach catalog provinces|indicators|acts   tra danh mục tỉnh, chỉ tiêu, văn bản
  kehoach catalog unmatched <out>             các tên chỉ tiêu chưa có mã
  kehoach schema [--out tệp]                  in JSON Schema của kết quả

  --lang vi|en   ngôn ngữ (hoặc biến môi trường KEHOACH_LANG)
  --help         trợ giúp; kehoach <lệnh> --help cho từng lệnh
  --version      phiên bản

Mã thoát: 0 đọc được; 1 có cảnh báo, khi dùng --strict hoặc check; 2 có tệp không đọc được, hoặc lệnh sai.`,
  en: `kehoach: reads the plans of Vietnamese health departments into structured data

  kehoach ingest <file|folder>… [--out out]   read files into JSON and print a summary
  kehoach parse <file|->                      print the plan of a file, or of standard input, as JSON
  kehoach show <plan.json|source file>        what was found, with the source words
  kehoach check <plan.json|source file|out>…  what is odd in plans
  kehoach diff <plan> <plan>                  two plans compared (ids, JSON or source files)
  kehoach compare <out>                       targets of all provinces in a year, or of one over the years
  kehoach cascade <out>                       which plan implements which, targets raised or lowered
  kehoach export <out> --format …             for other tools: spreadsheets, databases …
  kehoach serve <out>                         for browsers and programs (REST), with full-text search
  kehoach mcp <out>                           for agents (Model Context Protocol)
  kehoach catalog provinces|indicators|acts   look up provinces, indicators, acts
  kehoach catalog unmatched <out>             names of indicators without a code
  kehoach schema [--out file]                 print the JSON Schema of the results

  --lang vi|en   language (or the environment variable KEHOACH_LANG)
  --help         this page; kehoach <command> --help for each command
  --version      version

Exit status: 0 read; 1 warnings, with --strict or check; 2 a file could not be read, or wrong use.`,
}

const HINT: Words = { vi: 'Xem: kehoach --help', en: 'See: kehoach --help' }

/** Runs one command line; gives the exit status. */
export async function runCommandLine(argv: readonly string[], streams: Pick<Context, 'stdout' | 'stderr'>): Promise<number> {
  const { args, lang, isHelp, isVersion } = splitGlobal(argv)
  let context: Context = { ...streams, language: 'vi' }
  try {
    context = { ...streams, language: languageOf(lang, process.env.KEHOACH_LANG) }
    const [name, ...rest] = args
    if (isVersion) return print(context, VERSION)
    const command = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : await COMMANDS[name]!()
    if (name !== undefined && !command) throw new UsageError({ vi: `không có lệnh “${name}”`, en: `no command “${name}”` })
    if (isHelp || !command) return print(context, (command?.help ?? HELP)[context.language], isHelp ? 0 : 2)
    return await command.run(rest, context)
  } catch (error) {
    return complain(error, context)
  }
}

function print({ stdout }: Context, page: string, status = 0): number {
  stdout.write(`${page}\n`)
  return status
}

function complain(error: unknown, { stderr, language }: Context): number {
  if (error instanceof UsageError)
    stderr.write(`kehoach: ${printable(error.words[language])}\n${error instanceof InputError ? '' : `${HINT[language]}\n`}`)
  else stderr.write(`kehoach: ${(error as Error).stack ?? String(error)}\n`)
  return 2
}

/** Takes --lang, --help and --version out, wherever they stand. */
function splitGlobal(argv: readonly string[]): { args: string[]; lang: string | undefined; isHelp: boolean; isVersion: boolean } {
  const { values, tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } },
  })
  const taken = new Set<number>()
  for (const token of tokens) {
    if (token.kind !== 'option' || !['lang', 'help', 'version'].includes(token.name)) continue
    taken.add(token.index)
    if (token.value !== undefined && token.inlineValue === false) taken.add(token.index + 1)
  }
  const lang = typeof values.lang === 'boolean' ? '' : values.lang
  return { args: argv.filter((_, i) => !taken.has(i)), lang, isHelp: values.help === true, isVersion: values.version === true }
}
