// A page's raster becomes content as a text layer would give it: glyphs and ruling lines on an upright sheet of A4 height.
import { type Affine, chain, mapBox, scaling } from '../../model/affine.ts'
import type { PageContent } from '../pdf/content.ts'
import type { PageRaster } from '../pdf/images.ts'
import { cellAreas, cutAreas, moveWords } from './cells.ts'
import { findColumns } from './columns.ts'
import type { Engine, WordLine } from './engine.ts'
import { type GreyImage, toGrey } from './image.ts'
import { preparePage } from './prepare.ts'
import { scaleImage } from './scale.ts'
import { glyphsOf } from './words.ts'

/** A recognised page in its own frame, in points of a sheet of A4 height; `view` maps the frame to the page as viewed. */
export type RecognisedPage = { content: PageContent; width: number; height: number; view: Affine }

const A4_HEIGHT = 842
// Points: running text of offices is set in 13 or 14.
const LINE_HEIGHT = 14
// Page segmentation modes of Tesseract.
const PAGE = 3
const BLOCK = 6
const LINE = 7

export async function recognisePage({ raster, toView }: PageRaster, engine: Engine): Promise<RecognisedPage> {
  const factor = Number(process.env.SCALE ?? 1)
  const first = toGrey(raster)
  const { image, ink, rules, back: turnedBack } = preparePage(factor === 1 ? first : scaleImage(first, factor))
  const back = chain(turnedBack, scaling(1 / factor))
  const { width, height } = image
  const unit = A4_HEIGHT / Math.max(width, height)
  const lineHeight = LINE_HEIGHT / unit
  const cells = cutAreas(image, ink, cellAreas(image, rules, unit), lineHeight)
  if (!process.env.NOCOLS) cells.push(...cutAreas(image, ink, findColumns(ink, lineHeight), lineHeight))
  const read = async (isOneLine: boolean): Promise<WordLine[]> => {
    const own = cells.filter((cell) => cell.isOneLine === isOneLine)
    const found = await engine.recognise(
      own.map((cell) => cell.image),
      { mode: isOneLine ? LINE : BLOCK },
    )
    return found.flatMap((recognition, i) => moveWords(recognition, own[i]!))
  }
  const page = isBlank(image) ? [] : (await engine.recognise([image], { mode: PAGE })).flatMap(({ lines }) => lines)
  const lines = [...page, ...(await read(true)), ...(await read(false))]
  return {
    content: {
      glyphs: glyphsOf({ lines }, unit),
      stamped: [],
      turned: 0,
      rules: rules.map((rule) => mapBox(scaling(unit), rule)),
      imageArea: 0,
    },
    width: width * unit,
    height: height * unit,
    view: chain(scaling(1 / unit), chain(back, toView)),
  }
}

function isBlank({ data }: GreyImage): boolean {
  return !data.some((grey) => grey < 128)
}
