// A page's raster becomes content as a text layer would give it: glyphs and ruling lines on an upright sheet of A4 height.
import { type Affine, chain, mapBox, scaling } from '../../model/affine.ts'
import type { Rule } from '../layout/grid.ts'
import type { PageContent } from '../pdf/content.ts'
import type { PageRaster } from '../pdf/images.ts'
import { hashOfImage, type OcrCache, throughCache } from './cache.ts'
import { type CellImage, cellAreas, cutAreas, moveWords } from './cells.ts'
import { findColumns } from './columns.ts'
import type { Engine, Recognition, WordLine } from './engine.ts'
import { readFigures } from './figures.ts'
import { type GreyImage, type Raster, toGrey } from './image.ts'
import { countInk, type Ink, inkOf } from './ink.ts'
import { wipeMargins } from './margins.ts'
import { partNoise, withoutDust } from './noise.ts'
import { type PreparedPage, preparePage } from './prepare.ts'
import { fitImage } from './scale.ts'
import { evenLight } from './shade.ts'
import { readSigns } from './signs.ts'
import { readStacks } from './stacks.ts'
import { likelyTurns, type Quarters, turnImage } from './turn.ts'

/** A recognised page in its own frame, in points of a sheet of A4 height; `view` maps the frame to the page as viewed. */
export type RecognisedPage = {
  /** All but its glyphs: those are made of the lines when every page is read. */
  content: PageContent
  lines: WordLine[]
  /** Points per pixel of the lines. */
  unit: number
  width: number
  height: number
  view: Affine
  /** How many spots were read as words that are none. */
  noise: number
  /** There is nothing on it. */
  isBlank: boolean
}

/** An image that was read before: what the same words come from again without its pixels. */
export type KnownImage = { hash: string; toView: Affine }

// Points. Page sizes of scans lie; paper is A4, upright or laid across, and a longer sheet has its width.
const A4_WIDTH = 595
const A4_HEIGHT = 842
// Points: running text of offices is set in 13 or 14.
const LINE_HEIGHT = 14
// Page segmentation modes of Tesseract.
const PAGE = 3
const BLOCK = 6
const LINE = 7
// Below this mean confidence a page may stand on its head.
const POOR = 0.6
// Share of the page under ink: below it stand a few letters at most.
const SPARSE = 0.001

/** What an image gives, in pixels of the upright image; `back` maps them to pixels of the image as it came. */
export type Reading = {
  lines: WordLine[]
  noise: number
  rules: Rule[]
  width: number
  height: number
  back: Affine
  isSparse: boolean
}

type Reader = { engine: Engine; onSmall: () => void }
type Attempt = { lines: WordLine[]; noise: number; page: PreparedPage; back: Affine; confidence: number }

/** `onSmall` is called when nothing is left to recognise but cells, which may wait for those of other pages. */
export async function recognisePage(
  { raster, toView }: PageRaster,
  engine: Engine,
  cache?: OcrCache,
  onSmall: () => void = () => {},
): Promise<{ page: RecognisedPage; image: KnownImage | null }> {
  const hash = cache ? hashOfImage(raster) : ''
  const reading = await throughCache(cache, hash, engine, () => readRaster(raster, { engine, onSmall }))
  return { page: pageOf(reading, toView), image: cache ? { hash, toView } : null }
}

export function pageOf(reading: Reading, toView: Affine): RecognisedPage {
  const { lines, noise, width, height, isSparse } = reading
  const unit = pointsPerPixel(reading)
  return {
    content: {
      glyphs: [],
      stamped: [],
      turned: [],
      rules: reading.rules.map((rule) => mapBox(scaling(unit), rule)),
      imageArea: 0,
    },
    lines,
    unit,
    width: width * unit,
    height: height * unit,
    view: chain(scaling(1 / unit), chain(reading.back, toView)),
    noise,
    isBlank: isSparse && lines.length === 0,
  }
}

async function readRaster(raster: Raster, reader: Reader): Promise<Reading> {
  let { image: grey, back } = fitImage(toGrey(raster))
  let ink = cleanInk(grey)
  const isSparse = countInk(ink) < SPARSE * ink.data.length
  let best: Attempt | null = null
  for (const quarters of likelyTurns(ink)) {
    // Preparing changes the pixels.
    if (best) {
      grey = fitImage(toGrey(raster)).image
      ink = cleanInk(grey)
    }
    const next = await attempt(grey, ink, quarters, isSparse, reader)
    if (!best || next.confidence > best.confidence + 0.1) best = next
    if (best.confidence >= POOR || isSparse) break
  }
  if (!best) throw new Error('a page has at least one way up')
  const { lines, noise, page } = best
  const { width, height } = page.image
  return { lines, noise, rules: page.rules, width, height, back: chain(best.back, back), isSparse }
}

/** The ink of the sheet, evenly lit, without what lies around it. */
function cleanInk(grey: GreyImage): Ink {
  evenLight(grey)
  const ink = inkOf(grey)
  wipeMargins(grey, ink)
  return ink
}

function pointsPerPixel({ width, height }: { width: number; height: number }): number {
  return (width > height ? A4_HEIGHT : A4_WIDTH) / width
}

async function attempt(grey: GreyImage, ink: Ink, quarters: Quarters, isSparse: boolean, reader: Reader): Promise<Attempt> {
  const turned = turnImage(grey, quarters)
  const page = preparePage(
    turned.image,
    quarters === 0 ? ink : inkOf(turned.image, ink.threshold),
    LINE_HEIGHT / pointsPerPixel(turned.image),
  )
  const { lines, noise } = await readPage(page, isSparse, reader)
  const words = lines.flatMap((line) => line.words)
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  const confidence = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / Math.max(1, letters)
  return { lines, noise, page, back: chain(page.back, turned.back), confidence }
}

/** The cells of tables, the columns that stand side by side, and the rest of the page, each by itself. */
async function readPage(
  { image, ink, whole, rules }: PreparedPage,
  isSparse: boolean,
  { engine, onSmall }: Reader,
): Promise<{ lines: WordLine[]; noise: number }> {
  const unit = pointsPerPixel(image)
  const lineHeight = LINE_HEIGHT / unit
  const cells = cutAreas(image, ink, cellAreas(image, rules, unit), lineHeight)
  const areas = findColumns(ink, lineHeight)
  // A page number alone on its page: the engine's own search for text passes it over.
  if (isSparse) areas.push({ x0: 0, y0: 0, x1: image.width, y1: image.height })
  const columns = cutAreas(image, ink, areas, lineHeight)
  const imagesOf = (parts: readonly CellImage[]) => parts.map((part) => part.image)
  const placed = (parts: readonly CellImage[], found: readonly Recognition[]) =>
    parts.flatMap((part, i) => moveWords(found[i]!, part))
  const [rows, blocks] = partLines(columns)
  const large = [...(ink.data.includes(1) ? [{ image, x: 0, y: 0, isOneLine: false }] : []), ...blocks]
  // Images of one mode go together: a call may start a process.
  const wide = await engine.recognise(imagesOf(large), { mode: PAGE })
  onSmall()
  const parted = large.map((part, i) => readStacks(part, wide[i]!, ink.threshold, lineHeight))
  const [single, several] = partLines([...cells, ...parted.flatMap((each) => each.cells)])
  const [flat, full] = await Promise.all([
    engine.recognise([...imagesOf(rows), ...imagesOf(single)], { mode: LINE, canWait: true }),
    engine.recognise(imagesOf(several), { mode: BLOCK, canWait: true }),
  ])
  const running = [...parted.flatMap(({ lines }) => lines), ...placed(rows, flat)]
  const { lines, noise } = partNoise(running)
  // What stands in a cell is meant, be it a dash or a single sign.
  const filled = full.map((recognition, i) => [several[i]!, recognition] as const)
  const figures = await readFigures(single, flat.slice(rows.length), filled, whole, lineHeight, engine)
  const inCells = [...placed(single, figures), ...filled.flatMap(([cell, recognition]) => moveWords(recognition, cell))]
  lines.push(...withoutDust(inCells, whole, lineHeight))
  return { lines: readSigns(lines, whole), noise }
}

/** Those of one line, and those of several. */
function partLines(parts: readonly CellImage[]): [CellImage[], CellImage[]] {
  return [parts.filter((part) => part.isOneLine), parts.filter((part) => !part.isOneLine)]
}
