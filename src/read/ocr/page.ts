// A page's raster becomes content as a text layer would give it: glyphs and ruling lines on an upright sheet of A4 height.
import { type Affine, chain, scaling } from '../../model/affine.ts'
import type { PageContent } from '../pdf/content.ts'
import type { PageRaster } from '../pdf/images.ts'
import type { Engine } from './engine.ts'
import { toGrey } from './image.ts'
import { glyphsOf } from './words.ts'

/** A recognised page in its own frame, in points of a sheet of A4 height; `view` maps the frame to the page as viewed. */
export type RecognisedPage = { content: PageContent; width: number; height: number; view: Affine }

const A4_HEIGHT = 842
const MODE = 3

export async function recognisePage({ raster, toView }: PageRaster, engine: Engine): Promise<RecognisedPage> {
  const grey = toGrey(raster)
  const { width, height } = grey
  const unit = A4_HEIGHT / Math.max(width, height)
  const recognition = await engine.recognise(grey, { mode: MODE })
  return {
    content: { glyphs: glyphsOf(recognition, unit), stamped: [], turned: 0, rules: [], imageArea: 0 },
    width: width * unit,
    height: height * unit,
    view: chain(scaling(1 / unit), toView),
  }
}
