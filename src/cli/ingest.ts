// kehoach ingest <file|folder>…: every file becomes a plan in the out folder; progress on stderr, the summary on stdout.
import { parseArgs } from 'node:util'
import { typeLabel } from '../catalog/document-types.ts'
import {
  type IngestedFile,
  type IngestedPage,
  type IngestOptions,
  ingest,
  type ManifestLine,
  MissingInputError,
} from '../ingest/index.ts'
import type { Plan } from '../model/plan.ts'
import { type Command, type Context, type Stream, widthFor } from './command.ts'
import { InputError, type Language, UsageError, type Words } from './language.ts'
import { checkedOptions, READ_OPTIONS, readOptions } from './options.ts'
import { cut, paintFor, printable, tableLines } from './terminal.ts'

const HELP: Words = {
  vi: `kehoach ingest <tệp|thư mục>… [--out THƯ_MỤC] [--strict] [--ocr …]

Đọc từng tệp (PDF, bản quét, DOCX, DOC, ODT, RTF, HTML, Markdown, văn bản) thành một tệp JSON.
Tệp nén .zip được đọc như một thư mục.

  --out THƯ_MỤC   nơi ghi kết quả (mặc định: out)
                    plans/<tỉnh-năm-loại>.<mã>.json   mỗi văn bản một tệp
                    manifest.jsonl                    mỗi tệp đầu vào một dòng: trạng thái, lý do
                    run.log.jsonl                     thời gian và lỗi của từng lần chạy
                    cache/ocr/                        chữ đã nhận dạng, để lần sau không phải làm lại
  --strict        mã thoát 1 nếu có cảnh báo
  --ocr auto|always|never
                  nhận dạng chữ: chỉ trang không có lớp chữ dùng được (mặc định), mọi trang, hoặc không
  --engine auto|system|embedded
                  bộ nhận dạng: Tesseract của máy nếu có tiếng Việt, nếu không thì bộ đi kèm (chậm hơn)
  --lexicon TỆP   từ vựng riêng (JSON) cho ngữ pháp cụm từ: từ so sánh, đơn vị tính, tên cơ quan
  --no-cache      không dùng và không ghi cache/ocr/
  --catalog TỆP   danh mục riêng (JSON): thêm chỉ tiêu, tên gọi, đơn vị tính, văn bản

Tệp ẩn (.…, ~$…) được bỏ qua. Mã thoát: 0 đọc được hết; 1 có cảnh báo, khi dùng --strict;
2 có tệp không đọc được, hoặc lệnh sai.`,
  en: `kehoach ingest <file|folder>… [--out FOLDER] [--strict] [--ocr …]

Reads each file (PDF, scans, DOCX, DOC, ODT, RTF, HTML, Markdown, text) into a JSON file.
A .zip archive is read like a folder.

  --out FOLDER    where the results go (default: out)
                    plans/<province-year-type>.<id>.json   one file per document
                    manifest.jsonl                         one line per input file: status, reason
                    run.log.jsonl                          times and errors of each run
                    cache/ocr/                             what was recognised, for the next run
  --strict        exit status 1 where there are warnings
  --ocr auto|always|never
                  recognition: of pages without a text layer that is fit to use (default), of all pages, or none
  --engine auto|system|embedded
                  the machine's Tesseract where it knows Vietnamese, else the one that comes along (slower)
  --lexicon FILE  words of your own (JSON) for the phrase grammar: comparisons, units, names of agencies
  --no-cache      neither use nor write cache/ocr/
  --catalog FILE  a catalogue of your own (JSON): more indicators, names, units, acts

Hidden files (.…, ~$…) are skipped. Exit status: 0 all read; 1 warnings, with --strict;
2 a file could not be read, or wrong use.`,
}

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Tệp', 'Loại', 'Năm', 'Tỉnh', 'Mục', 'Chỉ tiêu', 'Viện dẫn', 'Lưu ý'],
  en: ['File', 'Type', 'Year', 'Province', 'Sections', 'Indicators', 'References', 'Messages'],
}

const STATUS: Readonly<Record<ManifestLine['status'], Words>> = {
  done: { vi: 'đọc được', en: 'read' },
  partial: { vi: 'đọc một phần', en: 'read in part' },
  duplicate: { vi: 'trùng', en: 'duplicate' },
  refused: { vi: 'không đọc được', en: 'refused' },
  failed: { vi: 'lỗi', en: 'failed' },
}

const RECOGNISING: Words = { vi: 'đang nhận dạng trang', en: 'recognising page' }

/** What the table says of a plan; the plan itself is not kept. */
type Summary = { cells: string[]; warnings: number }

type Ingested = { line: ManifestLine; summary: Summary | null }

export const ingestCommand: Command = {
  help: HELP,
  async run(args, context) {
    const { values, positionals } = checkedOptions(() =>
      parseArgs({
        args,
        allowPositionals: true,
        options: {
          out: { type: 'string', default: 'out' },
          strict: { type: 'boolean', default: false },
          'no-cache': { type: 'boolean', default: false },
          ...READ_OPTIONS,
        },
      }),
    )
    if (positionals.length === 0)
      throw new UsageError({ vi: 'thiếu tệp hoặc thư mục cần đọc', en: 'name a file or a folder to read' })
    const files = await ingestAll(
      positionals,
      { out: values.out, cache: !values['no-cache'], ...(await readOptions(values)) },
      context,
    )
    if (files.length === 0) throw new InputError({ vi: 'không có tệp nào để đọc', en: 'there is no file to read' })
    context.stdout.write(`${summaryPage(files, values.out, context).join('\n')}\n`)
    if (files.some(({ line }) => line.status === 'refused' || line.status === 'failed')) return 2
    return values.strict && files.some(({ line, summary }) => line.status === 'partial' || (summary?.warnings ?? 0) > 0) ? 1 : 0
  },
}

async function ingestAll(inputs: readonly string[], options: IngestOptions, { stderr, language }: Context): Promise<Ingested[]> {
  const files: Ingested[] = []
  const progress = progressOn(stderr, language)
  try {
    for await (const file of ingest(inputs, { ...options, onPage: progress.turn })) {
      progress.show(file)
      files.push({ line: file.line, summary: file.plan && summaryOf(file.plan, language) })
    }
  } catch (error) {
    if (error instanceof MissingInputError)
      throw new InputError({ vi: `không có tệp hoặc thư mục “${error.input}”`, en: `no such file or folder: “${error.input}”` })
    const { code, syscall } = error as NodeJS.ErrnoException
    if (code && syscall)
      throw new InputError({
        vi: `không ghi được vào “${options.out}” (${code})`,
        en: `cannot write to “${options.out}” (${code})`,
      })
    throw error
  } finally {
    progress.end()
  }
  return files
}

type Progress = { turn: (page: IngestedPage) => void; show: (file: IngestedFile) => void; end: () => void }

/** One line that changes on a terminal, with the page that is recognised; a line for each file elsewhere. */
function progressOn(stderr: Stream, language: Language): Progress {
  const clear = () => stderr.write('\r\u001b[K')
  const rewrite = (words: string) => {
    clear()
    stderr.write(cut(words, (stderr.columns ?? 80) - 1))
  }
  return {
    turn({ path, index, total, page, pages, textOrigin }) {
      if (!stderr.isTTY || textOrigin !== 'ocr') return
      rewrite(`[${index + 1}/${total}] ${RECOGNISING[language]} ${page}/${pages}: ${printable(path)}`)
    },
    show({ line, index, total }) {
      const words = `[${index + 1}/${total}] ${STATUS[line.status][language]}: ${printable(line.path)}`
      if (stderr.isTTY) rewrite(words)
      else
        stderr.write(
          `${words}${line.status === 'refused' || line.status === 'failed' ? ` (${printable(line.detail?.[language] ?? '')})` : ''}\n`,
        )
    },
    end: () => void (stderr.isTTY && clear()),
  }
}

function summaryOf({ header, sections, indicators, legalReferences, messages }: Plan, language: Language): Summary {
  const count = (nodes: Plan['sections']): number => nodes.reduce((sum, node) => sum + 1 + count(node.children), 0)
  const numbers = [count(sections), indicators.length, legalReferences.length, messages.length]
  return {
    cells: [
      typeLabel(header.documentType, language) ?? '-',
      String(header.year ?? '-'),
      header.province?.name ?? '-',
      ...numbers.map(String),
    ],
    warnings: messages.filter(({ severity }) => severity === 'warning').length,
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
  const rows = files.flatMap(({ line, summary }) => (summary ? [[printable(line.path), ...summary.cells.map(printable)]] : []))
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
