// Turns every corpus/sources/*.md, with corpus/layout/*.json for what Markdown cannot say, into a DOCX laid out by Decree
// 30/2020/NĐ-CP and, through LibreOffice (`soffice` must be installed), into a PDF.
//
//   node scripts/make-corpus.mjs [slug …]
//
// A layout may hold: size (points), letterhead (two widths in cm), numbering: "word" (labels I. 1. a) counted by Word), and for
// each table widths (cm), align (a letter a column: l c r), size, headRows.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as docx from 'docx'
import { unzipSync, zipSync } from 'fflate'

const { AlignmentType, Header, LevelFormat, Paragraph, Table, TableCell, TableRow, TextRun } = docx
const { CENTER, JUSTIFIED, LEFT, RIGHT } = AlignmentType
const corpus = fileURLToPath(new URL('../corpus', import.meta.url))
const cm = (n) => Math.round(n * 567)

// --- Markdown to blocks --------------------------------------------------------------------------------------------------

// '## I. A' => heading; '- a', '  + a' => items; '| a | b |' => table; all else => paragraph
function readBlocks(markdown) {
  return markdown.split(/\n{2,}/).flatMap((chunk) => {
    const lines = chunk.split('\n')
    const [, marks, heading] = /^(#+) (.*)$/.exec(chunk) ?? []
    if (heading) return { kind: 'heading', level: marks.length - 1, text: heading }
    if (chunk.startsWith('- ')) return lines.map((line) => ({ kind: 'item', text: line.trim() }))
    if (chunk.startsWith('|'))
      return { kind: 'table', text: '', rows: lines.map(readCells).filter((cells) => cells[0] !== '---') }
    return { kind: 'paragraph', text: chunk }
  })
}

const readCells = (line) => Array.from(line.matchAll(/\|([^|]*)(?=\|)/g), ([, cell]) => cell.trim())
const isSampleMark = (block) => block.text === '*(Văn bản mẫu, số liệu giả định)*'
const isBold = (text) => /^\*\*[^*]+\*\*$/.test(text)

// the parts of a paper: '---' stands before the closing and before the annex
function readPaper(markdown) {
  const [main, closing, annex] = markdown.trim().split('\n\n---\n\n').map(readBlocks)
  const title = main.findIndex((block) => block.kind === 'heading' || isSampleMark(block))
  const addressees = main.findIndex(isSampleMark) + 1
  const length = main.slice(addressees).findIndex((block) => block.kind !== 'item' && block.text !== 'Kính gửi:')
  const text = main[addressees].kind === 'item' ? addressees : addressees + length
  return {
    letterhead: main.slice(0, title).map((block) => block.text),
    title: main.slice(title, addressees),
    addressees: main.slice(addressees, text),
    text: main.slice(text),
    closing: closing.map((block) => block.text),
    annex,
  }
}

// --- blocks to Word ------------------------------------------------------------------------------------------------------

// 'a **b** *c* ***d***' => runs
function runs(text, size, style) {
  const pieces = text.split(/(\*+[^*]+\*+)/).filter(Boolean)
  return pieces.map((piece) => {
    const stars = /^\**/.exec(piece)[0].length
    return new TextRun({ text: piece.replaceAll('*', ''), bold: stars >= 2, italics: stars % 2 === 1, size: size * 2, ...style })
  })
}

const line = (text, { size = 14, align = CENTER, indent = 0, before = 0, after = 0, ...style } = {}) =>
  new Paragraph({ alignment: align, indent: { left: cm(indent) }, spacing: { before, after }, children: runs(text, size, style) })

// a short ruled line, `side` cm in from both edges
const rule = (side) =>
  new Paragraph({
    indent: { left: cm(side), right: cm(side) },
    spacing: { line: 60, lineRule: 'exact', after: 60 },
    border: { bottom: { style: 'single', size: 6 } },
  })

// cells are lists of paragraphs that stand side by side, without visible borders
function layoutTable(widths, rows) {
  const cell = (children, i) => new TableCell({ width: { size: cm(widths[i]), type: 'dxa' }, children })
  return new Table({
    columnWidths: widths.map(cm),
    layout: 'fixed',
    borders: docx.TableBorders.NONE,
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
  })
}

function letterhead(lines, widths = [6.6, 9.9]) {
  const find = (pattern) => lines.find((text) => pattern.test(text))
  const subject = find(/^V\/v/)
  const names = [line(lines[0], { size: 13 }), line(lines[1], { size: 13 }), rule(widths[0] / 3)]
  const motto = [line(find(/CỘNG HÒA/), { size: 12 }), line(find(/Độc lập/)), rule(widths[1] / 4.4)]
  const number = [line(find(/^Số:/), { size: 13 }), ...(subject ? [line(subject, { size: 12, before: 60 })] : [])]
  return layoutTable(widths, [
    [names, motto],
    [number, [line(find(/, ngày/))]],
  ])
}

const title = (blocks) =>
  blocks.flatMap((block) => {
    if (!isSampleMark(block)) return line(block.text, { bold: true, before: block.kind === 'heading' ? 240 : 0 })
    return [...(blocks.length > 1 ? [rule(5.8)] : []), line(block.text, { size: 13, before: 60, after: 160 })]
  })

const addressee = (block) => line(block.text, { align: LEFT, indent: block.kind === 'item' ? 4.4 : 3, after: 60 })

function text(blocks, layout) {
  const tables = [...(layout.tables ?? [])]
  const isPart = (block) => /^\*\*Phần [IVX]+\*\*$/.test(block?.text)
  return blocks.flatMap((block, i) => {
    if (block.kind === 'table') return [table(block.rows, tables.shift()), new Paragraph({ spacing: { line: 120 } })]
    if (isPart(block) || isPart(blocks[i - 1])) return line(block.text, { before: isPart(block) ? 160 : 0, after: 60 })
    return paragraph(block, layout)
  })
}

const LABELS = [/^[IVX]+\. /, /^\d+\. /, /^[a-zđ]\) /] // what Word prints at each level of its numbering

function paragraph(block, { size = 14, numbering }) {
  const level = numbering === 'word' ? LABELS.findIndex((label) => label.test(block.text)) : -1
  const isHeading = block.kind === 'heading'
  return new Paragraph({
    heading: isHeading ? `Heading${block.level}` : undefined,
    numbering: level < 0 ? undefined : { reference: 'sections', level },
    alignment: JUSTIFIED,
    indent: { firstLine: cm(1.27) },
    keepNext: isHeading || isBold(block.text) || block.text.endsWith('./.'), // a signature never stands alone on a page
    spacing: { before: 60, after: 60, line: 288 },
    children: runs(level < 0 ? block.text : block.text.replace(LABELS[level], ''), size, isHeading ? { bold: true } : {}),
  })
}

// An empty cell of the head belongs to the cell at its left where that one has cells below it, else to the cell above; a row
// that has only its first cell is a group over the whole width.
function table(rows, { widths, align, size = 12, headRows = 1 }) {
  const cell = (text, column, style = {}, columnSpan = 1, rowSpan = 1) =>
    new TableCell({
      columnSpan,
      rowSpan,
      verticalAlign: 'center',
      width: { size: widths.slice(column, column + columnSpan).reduce((sum, width) => sum + cm(width), 0), type: 'dxa' },
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
      children: [line(text, { size, align: { l: LEFT, c: CENTER, r: RIGHT }[align[column]], ...style })],
    })
  const headCell = (text, x, y) => {
    const below = rows.slice(y + 1, headRows)
    const isWide = below.some((other) => other[x])
    const end = rows[y].findIndex((other, i) => i > x && (other || !isWide))
    const columnSpan = isWide ? (end < 0 ? rows[y].length : end) - x : 1
    return cell(text, x, { align: CENTER, bold: true }, columnSpan, isWide ? 1 : 1 + below.length)
  }
  const bodyCells = (row) => {
    if (!row.slice(1).some(Boolean)) return [cell(row[0], 0, { align: LEFT }, row.length)]
    const isColumnNumbers = row.every((text) => /^\d(=\d\/\d)?$/.test(text))
    return row.map((text, x) => cell(text, x, isColumnNumbers ? { align: CENTER, italics: true } : {}))
  }
  const toRow = (row, y) =>
    y < headRows
      ? new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: row.flatMap((text, x) => (text ? headCell(text, x, y) : [])),
        })
      : new TableRow({ children: bodyCells(row) })
  return new Table({ columnWidths: widths.map(cm), alignment: CENTER, layout: 'fixed', rows: rows.map(toRow) })
}

// 'Nơi nhận' with its list, and for each signer the lines above the name and the name, which alone is not in capitals
function closing(lines) {
  const distribution = lines
    .filter((text) => !isBold(text))
    .map((text, i) => line(text, { size: i === 0 ? 12 : 11, align: LEFT }))
  const signers = [[]]
  for (const text of lines.filter(isBold)) {
    const isName = text !== text.toUpperCase()
    signers.at(-1).push(line(text, isName ? { before: 1500 } : { size: 13 }))
    if (isName) signers.push([])
  }
  const [first, second] = signers.slice(0, -1)
  if (!second) return [layoutTable([6.6, 9.9], [[distribution, first]])]
  return [layoutTable([8.25, 8.25], [[first, second]]), new Paragraph({}), ...distribution]
}

function annex(blocks, layout) {
  const start = blocks.findIndex((block) => block.kind === 'table')
  const heads = blocks.slice(0, start).map((block) => line(block.text, { after: 40 }))
  return [...heads, new Paragraph({}), ...text(blocks.slice(start), layout)]
}

// --- files ---------------------------------------------------------------------------------------------------------------

// Letters of a Vietnamese list are meant as a b c d đ e g; LibreOffice counts a b c d e f, so PDF files get typed labels.
const level = (format, text, level) => ({
  level,
  format,
  text,
  suffix: 'space',
  style: {
    run: { bold: level < 2, language: { value: 'vi-VN' } },
    paragraph: { indent: { left: 0, firstLine: cm(1.27) } },
  },
})
const sectionLabels = [
  level(LevelFormat.UPPER_ROMAN, '%1.', 0),
  level(LevelFormat.DECIMAL, '%2.', 1),
  level(LevelFormat.LOWER_LETTER, '%3)', 2),
]

const PORTRAIT = { orientation: 'portrait', margin: { top: cm(2), bottom: cm(2), left: cm(3), right: cm(1.5) } }
const LANDSCAPE = { orientation: 'landscape', margin: { top: cm(2.5), bottom: cm(1.5), left: cm(2), right: cm(2) } }

// pages are numbered at the top from the second on, annexes anew
function section(children, { orientation, margin }) {
  const number = new Paragraph({ alignment: CENTER, children: [new TextRun({ children: [docx.PageNumber.CURRENT], size: 26 })] })
  const page = { size: { width: cm(21), height: cm(29.7), orientation }, margin, pageNumbers: { start: 1 } }
  const headers = { default: new Header({ children: [number] }), first: new Header({ children: [] }) }
  return { properties: { titlePage: true, page }, headers, children }
}

async function toDocx(paper, layout) {
  const head = [letterhead(paper.letterhead, layout.letterhead), ...title(paper.title), ...paper.addressees.map(addressee)]
  const body = [...head, ...text(paper.text, layout), new Paragraph({ keepNext: true }), ...closing(paper.closing)]
  const sections = [section(body, PORTRAIT), ...(paper.annex ? [section(annex(paper.annex, layout), LANDSCAPE)] : [])]
  const document = { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } } }
  const heading = { run: { font: 'Times New Roman', color: '000000' } }
  const file = new docx.Document({
    creator: 'kehoach',
    lastModifiedBy: 'kehoach',
    numbering: { config: [{ reference: 'sections', levels: sectionLabels }] },
    styles: { default: { document, heading1: heading, heading2: heading } },
    sections,
  })
  return withoutClock(await docx.Packer.toBuffer(file))
}

// Same Markdown, same bytes: docx and LibreOffice stamp the hour of the run, and LibreOffice a random id, into their files.
function withoutClock(bytes) {
  const files = unzipSync(bytes)
  const core = new TextDecoder().decode(files['docProps/core.xml'])
  files['docProps/core.xml'] = new TextEncoder().encode(core.replace(/(?<=>)\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2025-01-01T00:00:00Z'))
  return zipSync(files, { mtime: new Date(2025, 0, 1), level: 9 })
}

function toPdf(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'make-corpus-'))
  try {
    writeFileSync(join(folder, 'paper.docx'), bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', 'paper.docx'], { cwd: folder, stdio: 'ignore' })
    const id = createHash('md5').update(bytes).digest('hex').toUpperCase()
    const pdf = readFileSync(join(folder, 'paper.pdf'), 'latin1').replace(/(?<=\/CreationDate\(D:)\d{14}/, '20250101000000')
    return Buffer.from(pdf.replace(/(?<=[</])(?!FEFF)[0-9A-F]{32}(?=[>\s])/g, id), 'latin1')
  } catch (error) {
    if (error.code === 'ENOENT') console.error('PDF files need LibreOffice: install it so that `soffice` can be run')
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const papers = readdirSync(join(corpus, 'sources')).filter((name) => name.endsWith('.md'))
const slugs = process.argv.length > 2 ? process.argv.slice(2) : papers.map((name) => name.slice(0, -3))
for (const slug of slugs) {
  const output = join(corpus, 'sources', slug)
  const paper = readPaper(readFileSync(`${output}.md`, 'utf8').normalize('NFC'))
  const layoutFile = join(corpus, 'layout', `${slug}.json`)
  const layout = existsSync(layoutFile) ? JSON.parse(readFileSync(layoutFile, 'utf8')) : {}
  const bytes = await toDocx(paper, layout)
  writeFileSync(`${output}.docx`, bytes)
  const printed = layout.numbering ? await toDocx(paper, { ...layout, numbering: 'typed' }) : bytes // see sectionLabels
  writeFileSync(`${output}.pdf`, toPdf(printed))
  console.log(slug)
}
