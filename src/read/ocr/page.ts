// A page's raster becomes content as a text layer would give it: glyphs and ruling lines on an upright sheet of A4 height.
import { type Affine, chain, mapBox, scaling } from '../../model/affine.ts'
import type { PageContent } from '../pdf/content.ts'
import type { PageRaster } from '../pdf/images.ts'
import { type CellImage, cellAreas, cutAreas, moveWords } from './cells.ts'
import { findColumns } from './columns.ts'
import type { Engine, WordLine } from './engine.ts'
import { type GreyImage, toGrey } from './image.ts'
import { type Ink, inkOf } from './ink.ts'
import { partNoise } from './noise.ts'
import { type PreparedPage, preparePage } from './prepare.ts'
import { readSigns } from './signs.ts'
import { isSideways, type Quarters, turnImage } from './turn.ts'
import { glyphsOf } from './words.ts'

/** A recognised page in its own frame, in points of a sheet of A4 height; `view` maps the frame to the page as viewed. */
export type RecognisedPage = {
  content: PageContent
  width: number
  height: number
  view: Affine
  /** How many spots were read as words that are none. */
  noise: number
}

const A4_HEIGHT = 842
// Points: running text of offices is set in 13 or 14.
const LINE_HEIGHT = 14
// Page segmentation modes of Tesseract.
const PAGE = 3
const BLOCK = 6
const LINE = 7
// Below this mean confidence a page may stand on its head.
const POOR = 0.6

type Attempt = { lines: WordLine[]; noise: number; page: PreparedPage; back: Affine; confidence: number }

export async function recognisePage({ raster, toView }: PageRaster, engine: Engine): Promise<RecognisedPage> {
  const grey = toGrey(raster)
  const turns: readonly Quarters[] = isSideways(inkOf(grey)) ? [1, 3, 0] : [0, 2]
  let best: Attempt | null = null
  for (const quarters of turns) {
    const next = await attempt(grey, quarters, engine)
    if (!best || next.confidence > best.confidence + 0.1) best = next
    if (best.confidence >= POOR) break
  }
  if (!best) throw new Error('a page has at least one way up')
  const { width, height } = best.page.image
  const unit = A4_HEIGHT / Math.max(width, height)
  const { lines, noise } = best
  return {
    content: {
      glyphs: glyphsOf({ lines }, unit),
      stamped: [],
      turned: [],
      rules: best.page.rules.map((rule) => mapBox(scaling(unit), rule)),
      imageArea: 0,
    },
    width: width * unit,
    height: height * unit,
    view: chain(scaling(1 / unit), chain(best.back, toView)),
    noise,
  }
}

async function attempt(grey: GreyImage, quarters: Quarters, engine: Engine): Promise<Attempt> {
  const turned = turnImage(grey, quarters)
  const page = preparePage(turned.image)
  const { lines, noise } = await readPage(page, engine)
  const words = lines.flatMap((line) => line.words)
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  const confidence = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / Math.max(1, letters)
  return { lines, noise, page, back: chain(page.back, turned.back), confidence }
}

/** The cells of tables, the columns that stand side by side, and the rest of the page, each by itself. */
async function readPage({ image, ink, rules }: PreparedPage, engine: Engine): Promise<{ lines: WordLine[]; noise: number }> {
  const unit = A4_HEIGHT / Math.max(image.width, image.height)
  const lineHeight = LINE_HEIGHT / unit
  const whole: Ink = { ...ink, data: ink.data.slice() }
  const cells = cutAreas(image, ink, cellAreas(image, rules, unit), lineHeight)
  const columns = cutAreas(image, ink, findColumns(ink, lineHeight), lineHeight)
  const read = async (parts: readonly CellImage[], isOneLine: boolean): Promise<WordLine[]> => {
    const own = parts.filter((part) => part.isOneLine === isOneLine)
    const found = await engine.recognise(
      own.map((part) => part.image),
      { mode: isOneLine ? LINE : BLOCK },
    )
    return found.flatMap((recognition, i) => moveWords(recognition, own[i]!))
  }
  const rest = ink.data.includes(1) ? await engine.recognise([image], { mode: PAGE }) : []
  const running = [...rest.flatMap(({ lines }) => lines), ...(await read(columns, true)), ...(await read(columns, false))]
  const { lines, noise } = partNoise(running)
  // What stands in a cell is meant, be it a dash or a single sign.
  lines.push(...(await read(cells, true)), ...(await read(cells, false)))
  return { lines: readSigns(lines, whole), noise }
}
