// A PDF's bytes become a draft: words by the positions of their glyphs, tables by their ruling lines.
import type { Affine } from '../../model/affine.ts'
import type { Draft } from '../../model/draft.ts'
import { UnreadableError } from '../../model/errors.ts'
import { type Message, report } from '../../model/message.ts'
import type { PageInfo } from '../../model/plan.ts'
import { buildSegments } from '../layout/segments.ts'
import type { ReadOptions } from '../options.ts'
import { judgePage, type PageVerdict, VERDICTS } from '../verdict.ts'
import { assetFolders } from './assets.ts'
import { lendBrowser, MOST_PIXELS } from './browser.ts'
import { withoutOutlines } from './canvas.ts'
import { type FontFace, type PageContent, readContent } from './content.ts'
import { loadPdfJs, type PdfJs } from './engine.ts'
import { rasterOf } from './images.ts'
import { keepPages, recallPages } from './known.ts'
import { withLargeImages } from './large.ts'
import { draftPages } from './pages.ts'
import { scanReader, setViews } from './scans.ts'
import { type Sheet, sheetOf } from './sheets.ts'
import { signaturesIn } from './signatures.ts'
import { withoutStrays } from './strays.ts'

const ENGINE = 'pdfjs-dist'
const HEADER_ZONE = 4096

// Fonts are forgotten after so many pages: a file put together of many has new ones for each.
const PAGES_WITH_FONTS = 40

// What pdf.js would else decide by where it runs: a browser reads the same as Node does, and fetches nothing.
const SAME_EVERYWHERE = {
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  isOffscreenCanvasSupported: false,
} as const

type Operators = { fnArray: readonly number[]; argsArray: readonly unknown[] }
type PdfPage = import('pdfjs-dist/legacy/build/pdf.mjs').PDFPageProxy

/** Reads a PDF, page by page from its text or its image; its pages count from `firstPage`. Throws UnreadableError: encrypted, damaged, or no page with readable text. */
export function readPdf(bytes: Uint8Array, options: ReadOptions = {}, firstPage = 1): Promise<Draft> {
  return withoutStrays(() => readPages(bytes, options, firstPage))
}

async function readPages(bytes: Uint8Array, options: ReadOptions, firstPage: number): Promise<Draft> {
  const pdfjs = await loadPdfJs()
  const known = await recallPages(bytes, pdfjs.version, options)
  const workers: ReturnType<typeof pdfjs.openWorker>[] = []
  const open = ({ isDrawn = false, stopAtErrors = false } = {}) =>
    pdfjs.getDocument({
      ...assetFolders(),
      ...SAME_EVERYWHERE,
      ...(!isDrawn && withoutOutlines),
      data: fromHeader(bytes),
      isEvalSupported: false,
      verbosity: 0,
      stopAtErrors,
      // What is not decoded is left out; empty pages are looked at once more, with all errors.
      maxImageSize: known && !stopAtErrors ? 0 : MOST_PIXELS,
      isImageDecoderSupported: true,
      worker: workers.at(workers.push(pdfjs.openWorker()) - 1)!,
    })
  const task = open()
  // A page that is no image must be drawn to be recognised: a second reading of the file knows its letters.
  let drawn = null as ReturnType<typeof open> | null
  const toDraw = async (index: number) => {
    drawn ??= open({ isDrawn: true })
    return (await drawn.promise).getPage(index)
  }
  const scans = scanReader(options, firstPage)
  const release = lendBrowser()
  try {
    const pdf = await task.promise.catch(refuse)
    const sheets: Sheet[] = []
    const pages: PageInfo[] = []
    const messages: Message[] = []
    const empty: PageInfo[] = []
    const imageAreas: number[] = []
    // Unpacking a page goes on beside the reading of the one before.
    const load = async (index: number) => {
      const page = await pdf.getPage(index).catch(() => null)
      return { page, operators: page ? await page.getOperatorList().catch(() => null) : null }
    }
    let next = load(1)
    for (let index = 1; index <= pdf.numPages; index++) {
      const number = index + firstPage - 1
      const { page, operators } = await next
      const isLastOfFonts = index % PAGES_WITH_FONTS === 0
      if (index < pdf.numPages && !isLastOfFonts) next = load(index + 1)
      const { content, rotation } = (page && operators && contentOf(page, operators, pdfjs)) || { content: null, rotation: 0 }
      if (content && known) content.imageArea = known[index - 1]!.imageArea
      imageAreas.push(content?.imageArea ?? 0)
      const { info, verdict } = judge(page, content, rotation)
      pages.push(info)
      if (verdict === 'empty') empty.push(info)
      const isScan = page !== null && operators !== null && content !== null && (await scans.wants(verdict))
      options.onPage?.({ page: index, pages: pdf.numPages, textOrigin: isScan ? 'ocr' : info.textOrigin })
      if (isScan)
        await scans.take(info, content, number, known?.[index - 1]?.recognised ?? null, () =>
          rasterOf(page, operators, pdfjs.OPS as unknown as Record<string, number>, rotation, () => toDraw(index)),
        )
      else if (content && verdict === 'fit')
        sheets.push(sheetOf(number, viewedWidth(info), viewedHeight(info), content, sheets.at(-1)))
      else if (verdict !== 'empty') messages.push(report('read/empty-page', null, { page: number, reason: VERDICTS[verdict] }))
      page?.cleanup()
      if (!isLastOfFonts) continue
      for (const each of [task, drawn]) await each?.promise.then((file) => file.cleanup()).catch(() => {})
      if (index < pdf.numPages) next = load(index + 1)
    }
    for (const info of empty.length > 0 ? await withLargeImages(empty, pages, () => open({ stopAtErrors: true })) : []) {
      info.reason = 'large-image'
      messages.push(report('read/empty-page', null, { page: pages.indexOf(info) + firstPage, reason: VERDICTS['large-image'] }))
    }
    const recognised = await scans.results(pages, messages)
    const images = known ? null : scans.images()
    if (images) await keepPages(bytes, pdfjs.version, options, imageAreas, images)
    const all = [...sheets, ...recognised.sheets].sort((a, b) => a.page - b.page)
    if (all.length === 0) throw noText(pages)
    const drafted = draftPages(all, messages)
    setViews(drafted.blocks, recognised.views)
    return {
      ...drafted,
      pages,
      mediaType: 'application/pdf',
      textOrigin: recognised.sheets.length === 0 ? 'text-layer' : sheets.length === 0 ? 'ocr' : 'mixed',
      encoding: null,
      signatures: signaturesIn(bytes),
      engines: { [ENGINE]: pdfjs.version, ...recognised.engines },
    }
  } finally {
    await scans.results([], [])
    release()
    await task.destroy()
    await drawn?.destroy()
    for (const worker of workers) worker.destroy()
  }
}

/** Some servers put other bytes before the header; offsets in the file count from the header. */
export function fromHeader(bytes: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEADER_ZONE)).indexOf('%PDF-')
  return new Uint8Array(at > 0 ? bytes.subarray(at) : bytes)
}

function refuse(error: unknown): never {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') {
    throw new UnreadableError(
      'encrypted',
      'the PDF is encrypted: remove its password and try again',
      'tệp PDF có mật khẩu: hãy bỏ mật khẩu rồi đọc lại',
      error,
    )
  }
  throw new UnreadableError('damaged', 'the PDF is damaged and cannot be opened', 'tệp PDF bị hỏng, không mở được', error)
}

function noText(pages: readonly PageInfo[]): UnreadableError {
  const reasons = [...new Set(pages.map((page) => page.reason as PageVerdict | null))].map(
    (reason) => VERDICTS[reason ?? 'empty'],
  )
  const listed = (language: 'vi' | 'en') => reasons.map((reason) => reason[language]).join('; ')
  return new UnreadableError(
    'no-text',
    `no page has text that can be read (${listed('en') || 'no page'}); recognition was switched off, or found no words`,
    `không trang nào có chữ đọc được (${listed('vi') || 'không có trang'}); chưa bật nhận dạng chữ, hoặc nhận dạng không ra chữ nào`,
  )
}

/** The page's content as a reader sees it: a page whose words run sideways is turned first. `rotation` is the clockwise turn, in degrees. */
function contentOf(page: PdfPage, operators: Operators, pdfjs: PdfJs): { content: PageContent; rotation: number } | null {
  const faces = new Map<string, FontFace | null>()
  const fontOf = (id: string) => {
    if (!faces.has(id)) faces.set(id, faceOf(page, id))
    return faces.get(id)!
  }
  const readTurned = (rotation: number) => {
    const view = page.getViewport({ scale: 1, rotation }).transform as unknown as Affine
    return readContent(operators, pdfjs.OPS as unknown as Record<string, number>, view, fontOf)
  }
  const rotation = ((page.rotate % 360) + 360) % 360
  try {
    const content = readTurned(rotation)
    const turn = ([90, 180, 270] as const).find(
      (angle) => content.turned.filter((glyph) => glyph.turn === angle).length > 2 * content.glyphs.length,
    )
    if (!turn) return { content, rotation }
    return { content: readTurned((rotation + turn) % 360), rotation: (rotation + turn) % 360 }
  } catch {
    return null
  }
}

function faceOf(page: PdfPage, id: string): FontFace | null {
  const store = id.startsWith('g_') ? page.commonObjs : page.objs
  if (!store.has(id)) return null
  const font = store.get(id) as { name?: string; fontMatrix?: number[]; vertical?: boolean; bold?: boolean; italic?: boolean }
  const name = font.name ?? ''
  return {
    name,
    fontMatrix: font.fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0],
    vertical: font.vertical === true,
    bold: font.bold === true || /bold|black|heavy|demi/i.test(name),
    italic: font.italic === true || /italic|oblique/i.test(name),
  }
}

function judge(page: PdfPage | null, content: PageContent | null, rotation: number): { info: PageInfo; verdict: PageVerdict } {
  if (!page || !content)
    return { info: { width: 0, height: 0, rotation: 0, textOrigin: null, reason: 'damaged' }, verdict: 'damaged' }
  const [x0, y0, x1, y1] = page.view as [number, number, number, number]
  const width = x1 - x0
  const height = y1 - y0
  const words = (glyphs: PageContent['glyphs']) => glyphs.reduce((text, glyph) => text + glyph.text, '')
  const inOrder = () =>
    buildSegments(content.glyphs)
      .map(({ text }) => text)
      .join(' ')
  const verdict = judgePage(words(content.glyphs), words(content.stamped.flat()), content.imageArea, width * height, inOrder)
  const isFit = verdict === 'fit'
  const info = {
    width: round(width),
    height: round(height),
    rotation,
    textOrigin: isFit ? ('text-layer' as const) : null,
    reason: isFit ? null : verdict,
  }
  return { info, verdict }
}

function viewedWidth(info: PageInfo): number {
  return info.rotation % 180 === 0 ? info.width : info.height
}

function viewedHeight(info: PageInfo): number {
  return info.rotation % 180 === 0 ? info.height : info.width
}

function round(points: number): number {
  return Math.round(points * 100) / 100
}
