// Pages whose own text is missing or unfit become content by recognition, a few at a time, while further pages are read.
import { type Affine, inverse, mapPoint } from '../../model/affine.ts'
import type { DraftBlock, DraftLine } from '../../model/draft.ts'
import { type Message, report } from '../../model/message.ts'
import type { PageInfo } from '../../model/plan.ts'
import type { Glyph } from '../layout/segments.ts'
import type { Engine } from '../ocr/engine.ts'
import { type KnownImage, type RecognisedPage, recognisePage } from '../ocr/page.ts'
import { type Repair, repairPages } from '../ocr/repair/index.ts'
import { glyphsOf } from '../ocr/words.ts'
import type { ReadOptions } from '../options.ts'
import { type PageVerdict, VERDICTS } from '../verdict.ts'
import type { PageContent } from './content.ts'
import type { PageRaster } from './images.ts'
import { type Sheet, sheetOf } from './sheets.ts'

type ReadPage = Omit<RecognisedPage, 'isBlank'> & { number: number }
type Recognised = ReadPage | { failed: number }

const UNFIT: readonly PageVerdict[] = ['no-text', 'stamp-only', 'ruined-text', 'no-unicode']

// Pages whose cells wait to be read with those of other pages.
const MOST_SMALL = 4

export type ScanResults = { sheets: Sheet[]; views: ReadonlyMap<number, Affine>; engines: Record<string, string> }

/** Takes pages one by one and gives all results in the end; holds no more large images than the engine works on, and one that waits. */
export function scanReader({ ocr = 'auto', engine: open, cache }: ReadOptions, firstPage: number) {
  let engine: Engine | null = null
  const running = new Set<Promise<unknown>>()
  const large = new Set<Promise<unknown>>()
  const done: Recognised[] = []
  /** By page of the file; null where an image gave none. */
  let images: Map<number, KnownImage> | null = new Map()

  /** Shall this page be recognised? Opens the engine at the first page that shall. */
  const wants = async (verdict: PageVerdict) => {
    if (ocr === 'never' || !open || !(ocr === 'always' ? verdict !== 'empty' : UNFIT.includes(verdict))) return false
    engine ??= await open()
    return engine !== null
  }

  /** The raster is taken before this returns: afterwards the page may be forgotten. `known` is the page as it was read before. */
  const take = async (
    info: PageInfo,
    own: PageContent,
    number: number,
    known: RecognisedPage | null,
    rasterOf: () => Promise<PageRaster>,
  ) => {
    const raster = known ? null : await rasterOf().catch(() => null)
    let onSmall = () => {}
    const small = new Promise<void>((resolve) => {
      onSmall = resolve
    })
    const reading = async () => {
      if (known) return known
      if (!raster) throw new Error('the page could not be drawn')
      const { page, image } = await recognisePage(raster, engine!, cache, onSmall)
      if (image) images?.set(number - firstPage + 1, image)
      return page
    }
    const job = reading()
      .then(({ isBlank, content, ...read }) => {
        if (isBlank) info.reason = 'empty'
        else if (read.lines.length === 0) done.push({ failed: number })
        else {
          info.textOrigin = 'ocr'
          const stamped = info.reason === 'stamp-only' ? [own.glyphs, ...own.stamped] : own.stamped
          const all = { ...content, stamped: stamped.map((glyphs) => inFrame(glyphs, read.view)) }
          done.push({ ...read, number, content: all })
        }
      })
      .catch(() => {
        images = null
        info.reason = 'not-recognised'
        done.push({ failed: number })
      })
      .finally(() => running.delete(job))
    running.add(job)
    const whole: Promise<unknown> = Promise.race([job, small]).finally(() => large.delete(whole))
    large.add(whole)
    while (large.size > engine!.parallel) await Promise.race(large)
    while (running.size > engine!.parallel + MOST_SMALL) await Promise.race(running)
  }

  const results = async (pages: readonly PageInfo[], messages: Message[]): Promise<ScanResults> => {
    await Promise.all(running)
    const views = new Map<number, Affine>()
    const sheets: Sheet[] = []
    const sorted = [...done].sort((a, b) => numberOf(a) - numberOf(b))
    const read = sorted.filter((each): each is ReadPage => 'number' in each)
    const { pages: repaired, repairs } = repairPages(read.map(({ number, lines }) => ({ page: number, lines })))
    read.forEach(({ number, width, height, content, unit }, i) => {
      sheets.push(sheetOf(number, width, height, { ...content, glyphs: glyphsOf(repaired[i]!, unit) }))
    })
    for (const each of sorted) {
      if ('failed' in each) {
        const reason = VERDICTS[(pages[each.failed - firstPage]?.reason as PageVerdict | null) ?? 'no-text']
        messages.push(report('read/empty-page', null, { page: each.failed, reason }))
      } else {
        views.set(each.number, each.view)
        if (each.noise > 0) messages.push(report('read/ignored', null, { what: noiseOf(each.noise, each.number) }))
      }
    }
    messages.push(...repairsTold(repairs))
    return { sheets, views, engines: engine && sheets.length > 0 ? { ocr: engine.name } : {} }
  }

  return { wants, take, results, images: () => images }
}

function numberOf(each: Recognised): number {
  return 'failed' in each ? each.failed : each.number
}

/** One message for each pair of words, however often it occurs. */
function repairsTold(repairs: readonly Repair[]): Message[] {
  const told = new Map<string, { before: string; after: string; pages: Set<number> }>()
  for (const { before, after, page } of repairs) {
    const key = `${before}\n${after}`
    const same = told.get(key) ?? { before, after, pages: new Set() }
    told.set(key, same)
    same.pages.add(page)
  }
  return [...told.values()].map(({ before, after, pages }) =>
    report('read/ocr-repaired', null, { before, after, pages: [...pages].join(', ') }),
  )
}

function noiseOf(count: number, page: number): { vi: string; en: string } {
  return {
    vi: `${count} vết trên ảnh trang ${page} không phải chữ`,
    en: `${count} spots on the image of page ${page} that are no words`,
  }
}

/** Glyphs of the page as viewed, in the frame of its recognised words. */
function inFrame(glyphs: readonly Glyph[], view: Affine): Glyph[] {
  const back = inverse(view)
  if (!back) return []
  const scale = Math.sqrt(Math.abs(back[0] * back[3] - back[1] * back[2]))
  return glyphs.map((glyph) => {
    const [x0, baseline] = mapPoint(back, glyph.x0, glyph.baseline)
    return { ...glyph, x0, x1: x0 + (glyph.x1 - glyph.x0) * scale, baseline, size: glyph.size * scale }
  })
}

/** Notes for every line of a recognised page how its places lead to the page as viewed. */
export function setViews(blocks: readonly DraftBlock[], views: ReadonlyMap<number, Affine>): void {
  const set = ({ place }: DraftLine) => {
    if (place) place.view = views.get(place.page) ?? null
  }
  for (const block of blocks) {
    if (block.kind === 'paragraph') block.lines.forEach(set)
    else for (const row of block.rows) for (const cell of row.cells) cell.lines.forEach(set)
  }
}
