// kehoach ingest <file|folder>…: every file becomes a plan in the out folder; progress on stderr, the summary on stdout.
import { parseArgs } from 'node:util'
import { typeLabel } from '../catalog/document-types.ts'
import {
  type FilePrediction,
  FolderInUseError,
  type IngestOptions,
  ingest,
  type ManifestLine,
  MissingInputError,
  type PlanDigest,
  predictIngest,
} from '../ingest/index.ts'
import { type Command, type Context, widthFor } from './command.ts'
import { changesOf, listedInputs } from './inputs.ts'
import { InputError, type Language, UsageError, type Words } from './language.ts'
import { checkedOptions, oneOf, READ_OPTIONS, readOptions, wholeNumber } from './options.ts'
import { isUnread, type ProgressMode, progressOn, STATUS } from './progress.ts'
import { paintFor, printable, tableLines } from './terminal.ts'

const HELP: Words = {
  vi: `kehoach ingest <tệp|thư mục>… [--out THƯ_MỤC] [--strict] [--ocr …]

Đọc từng tệp (PDF, bản quét, DOCX, DOC, ODT, RTF, HTML, Markdown, văn bản) thành một tệp JSON.
Tệp nén .zip được đọc như một thư mục.

  --out THƯ_MỤC   nơi ghi kết quả (mặc định: out)
                    plans/<tỉnh-năm-loại>.<mã>.json   mỗi văn bản một tệp
                    manifest.jsonl                    mỗi tệp đầu vào một dòng: trạng thái, lý do
                    run.log.jsonl                     thời gian và lỗi của từng lần chạy
                    cache/                            những gì đã đọc, đã nhận dạng, để lần sau không phải làm lại
  --strict        mã thoát 1 nếu có cảnh báo
  --ocr auto|always|never
                  nhận dạng chữ: chỉ trang không có lớp chữ dùng được (mặc định), mọi trang, hoặc không
  --engine auto|system|embedded
                  bộ nhận dạng: Tesseract của máy nếu có tiếng Việt, nếu không thì bộ đi kèm (chậm hơn)
  --lexicon TỆP   từ vựng riêng (JSON) cho ngữ pháp cụm từ: từ so sánh, đơn vị tính, tên cơ quan
  --no-cache      không dùng và không ghi cache/
  --catalog TỆP   danh mục riêng (JSON): thêm chỉ tiêu, tên gọi, đơn vị tính, văn bản

  --force         đọc lại cả những tệp không đổi
  --prune         xóa kết quả của những tệp không còn
  --dry-run       chỉ cho biết tệp nào sẽ được đọc
  --watch         chạy tiếp, đọc tệp mới và tệp vừa đổi
  --include MẪU, --exclude MẪU
                  chỉ đọc, hoặc bỏ qua, các tệp khớp mẫu: *.pdf, 2024/** (dùng được nhiều lần)
  --workers N     số tiến trình đọc tệp (mặc định: số nhân máy; 0: đọc ngay trong tiến trình này)
  --time-limit GIÂY, --memory-limit MB, --max-pages N
                  giới hạn cho mỗi tệp; tệp vượt quá được ghi là lỗi, các tệp khác vẫn được đọc
  --quiet         không báo tiến độ;  --log json: báo tiến độ bằng JSON, mỗi dòng một việc

Dấu “-” đọc danh sách tệp từ đầu vào chuẩn, mỗi dòng một tệp. Tệp không đổi thì không đọc lại.
Tệp ẩn (.…, ~$…) được bỏ qua. Mã thoát: 0 đọc được hết; 1 có cảnh báo, khi dùng --strict;
2 có tệp không đọc được, hoặc lệnh sai.`,
  en: `kehoach ingest <file|folder>… [--out FOLDER] [--strict] [--ocr …]

Reads each file (PDF, scans, DOCX, DOC, ODT, RTF, HTML, Markdown, text) into a JSON file.
A .zip archive is read like a folder.

  --out FOLDER    where the results go (default: out)
                    plans/<province-year-type>.<id>.json   one file per document
                    manifest.jsonl                         one line per input file: status, reason
                    run.log.jsonl                          times and errors of each run
                    cache/                                 what was read and recognised, for the next run
  --strict        exit status 1 where there are warnings
  --ocr auto|always|never
                  recognition: of pages without a text layer that is fit to use (default), of all pages, or none
  --engine auto|system|embedded
                  the machine's Tesseract where it knows Vietnamese, else the one that comes along (slower)
  --lexicon FILE  words of your own (JSON) for the phrase grammar: comparisons, units, names of agencies
  --no-cache      neither use nor write cache/
  --catalog FILE  a catalogue of your own (JSON): more indicators, names, units, acts

  --force         read unchanged files again
  --prune         remove results of files that are gone
  --dry-run       only say which files would be read
  --watch         go on, and read files that come or change
  --include GLOB, --exclude GLOB
                  read only, or leave out, the files that fit: *.pdf, 2024/** (may be repeated)
  --workers N     processes that read (default: one a core; 0: this process reads)
  --time-limit SECONDS, --memory-limit MB, --max-pages N
                  limits for each file; one that goes beyond is marked failed, the others are read
  --quiet         no progress;  --log json: progress as JSON lines

“-” takes a list of files from standard input, one a line. Unchanged files are not read again.
Hidden files (.…, ~$…) are skipped. Exit status: 0 all read; 1 warnings, with --strict;
2 a file could not be read, or wrong use.`,
}

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Tệp', 'Loại', 'Năm', 'Tỉnh', 'Mục', 'Chỉ tiêu', 'Viện dẫn', 'Lưu ý'],
  en: ['File', 'Type', 'Year', 'Province', 'Sections', 'Indicators', 'References', 'Messages'],
}

type Ingested = { line: ManifestLine; digest: PlanDigest | null }

const OPTIONS = {
  out: { type: 'string', default: 'out' },
  strict: { type: 'boolean', default: false },
  'no-cache': { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  prune: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  log: { type: 'string', default: 'words' },
  include: { type: 'string', multiple: true },
  exclude: { type: 'string', multiple: true },
  workers: { type: 'string' },
  'time-limit': { type: 'string' },
  'memory-limit': { type: 'string' },
  'max-pages': { type: 'string' },
  ...READ_OPTIONS,
} as const

const PREDICTIONS: Readonly<Record<FilePrediction['prediction'], Words>> = {
  new: { vi: 'sẽ đọc', en: 'would be read' },
  same: { vi: 'không đổi', en: 'unchanged' },
  moved: { vi: 'đổi chỗ', en: 'moved' },
  duplicate: STATUS.duplicate,
  unreadable: STATUS.refused,
}

export const ingestCommand: Command = {
  help: HELP,
  async run(args, context) {
    const { values, positionals } = checkedOptions(() => parseArgs({ args, allowPositionals: true, options: OPTIONS }))
    if (positionals.length === 0)
      throw new UsageError({ vi: 'thiếu tệp hoặc thư mục cần đọc', en: 'name a file or a folder to read' })
    const mode = values.quiet ? 'quiet' : oneOf('--log', values.log, ['words', 'json'])
    const workers = wholeNumber('--workers', values.workers)
    const seconds = wholeNumber('--time-limit', values['time-limit'])
    const megabytes = wholeNumber('--memory-limit', values['memory-limit'])
    const pages = wholeNumber('--max-pages', values['max-pages'])
    const options: IngestOptions = {
      out: values.out,
      cache: !values['no-cache'],
      force: values.force,
      prune: values.prune,
      limits: { ...(seconds && { seconds }), ...(megabytes && { megabytes }), ...(pages && { pages }) },
      ...(workers !== undefined && { workers }),
      ...(values.include && { include: values.include }),
      ...(values.exclude && { exclude: values.exclude }),
      ...(await readOptions(values)),
    }
    const inputs = positionals.includes('-')
      ? [...positionals.filter((input) => input !== '-'), ...(await listedInputs())]
      : positionals
    if (values['dry-run']) return await orComplain(options, () => predict(inputs, options, context))
    const once = () => ingestOnce(inputs, options, mode, values, context)
    if (!values.watch) return await once()
    return await orComplain(options, async () => {
      for await (const _ of changesOf(inputs, options)) await once()
      return 0
    })
  },
}

async function ingestOnce(
  inputs: readonly string[],
  options: IngestOptions,
  mode: ProgressMode,
  { strict, watch }: { strict: boolean; watch: boolean },
  context: Context,
): Promise<number> {
  const files = await orComplain(options, () => ingestAll(inputs, options, mode, context))
  if (files.length === 0 && watch) return 0
  if (files.length === 0) throw new InputError({ vi: 'không có tệp nào để đọc', en: 'there is no file to read' })
  context.stdout.write(`${summaryPage(files, options.out, context).join('\n')}\n`)
  if (files.some(({ line }) => isUnread(line))) return 2
  return strict && files.some(({ line, digest }) => line.status === 'partial' || (digest?.warnings ?? 0) > 0) ? 1 : 0
}

async function ingestAll(
  inputs: readonly string[],
  options: IngestOptions,
  mode: ProgressMode,
  { stderr, language }: Context,
): Promise<Ingested[]> {
  const files: Ingested[] = []
  const progress = progressOn(stderr, language, mode)
  try {
    for await (const file of ingest(inputs, { ...options, onPage: progress.turn })) {
      progress.show(file)
      files.push({ line: file.line, digest: file.digest })
    }
  } finally {
    progress.end()
  }
  return files
}

async function predict(inputs: readonly string[], options: IngestOptions, { stdout, language }: Context): Promise<number> {
  for await (const { path, prediction } of predictIngest(inputs, options))
    stdout.write(`${PREDICTIONS[prediction][language]}: ${printable(path)}\n`)
  return 0
}

/** What is wrong with the inputs or the out folder is said in the user's language. */
async function orComplain<T>(options: IngestOptions, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof MissingInputError)
      throw new InputError({ vi: `không có tệp hoặc thư mục “${error.input}”`, en: `no such file or folder: “${error.input}”` })
    if (error instanceof FolderInUseError) {
      const { pid, host, since } = error.owner ?? { pid: '?', host: '?', since: '?' }
      throw new InputError({
        vi: `“${options.out}” đang được một lần chạy khác dùng (tiến trình ${pid} trên ${host}, từ ${since})`,
        en: `“${options.out}” is in use by another run (process ${pid} on ${host}, since ${since})`,
      })
    }
    const { code, syscall } = error as NodeJS.ErrnoException
    if (code && syscall)
      throw new InputError({
        vi: `không ghi được vào “${options.out}” (${code})`,
        en: `cannot write to “${options.out}” (${code})`,
      })
    throw error
  }
}

function summaryPage(files: readonly Ingested[], out: string, { stdout, language }: Context): string[] {
  const paint = paintFor(stdout)
  const width = widthFor(stdout)
  const columns = HEADS[language].map((head, i) => ({
    head,
    ...(i === 0 ? { isElastic: true } : {}),
    ...(i > 3 ? { align: 'right' as const } : {}),
  }))
  const rows = files.flatMap(({ line, digest }) => (digest ? [[line.path, ...cellsOf(digest, language)].map(printable)] : []))
  const [heads, ...body] = tableLines(columns, rows, width)
  const others = files
    .filter(({ line }) => line.status !== 'done')
    .map(
      ({ line }) =>
        `${paint(line.status === 'duplicate' ? 'dim' : 'yellow', STATUS[line.status][language])}  ${printable(line.path)}: ${printable(line.detail?.[language] ?? '')}`,
    )
  const counts = (Object.keys(STATUS) as ManifestLine['status'][])
    .map((status) => ({ status, number: files.filter(({ line }) => line.status === status).length }))
    .filter(({ number }) => number > 0)
    .map(({ status, number }) => `${number} ${STATUS[status][language]}`)
  const total =
    language === 'vi'
      ? `${files.length} tệp: ${counts.join(', ')}. Kết quả: ${out}`
      : `${files.length} files: ${counts.join(', ')}. Results: ${out}`
  return [...(rows.length > 0 ? [paint('bold', heads!), ...body, ''] : []), ...(others.length > 0 ? [...others, ''] : []), total]
}

function cellsOf(digest: PlanDigest, language: Language): string[] {
  const numbers = [digest.sections, digest.indicators, digest.legalReferences, digest.messages]
  return [
    typeLabel(digest.documentType, language) ?? '-',
    String(digest.year ?? '-'),
    digest.province ?? '-',
    ...numbers.map(String),
  ]
}
