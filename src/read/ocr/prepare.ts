// A grey page becomes the image that is recognised: turned straight, its ruling lines lifted out and told apart.
import { type Affine, IDENTITY } from '../../model/affine.ts'
import type { Rule } from '../layout/grid.ts'
import { liftDrawings } from './drawings.ts'
import { wipeDust } from './dust.ts'
import type { GreyImage } from './image.ts'
import type { Ink } from './ink.ts'
import { liftRules } from './lift.ts'
import { findRules } from './rules.ts'
import { LEAST_SKEW, skewOf, straighten } from './skew.ts'

/** `rules` in pixels of `image`; `back` maps its pixels to those of the page as it came; `whole` is its ink, to be kept as it is. */
export type PreparedPage = { image: GreyImage; ink: Ink; whole: Ink; rules: Rule[]; back: Affine }

/** `lineHeight` in pixels of the page as it comes. The memory of `grey` and `known` is used again. */
export function preparePage(grey: GreyImage, known: Ink, lineHeight: number): PreparedPage {
  let ink = known
  let image = grey
  let back = IDENTITY
  wipeDust(image, ink)
  const angle = skewOf(ink)
  const isSlanted = Math.abs(angle) >= LEAST_SKEW
  if (isSlanted) ({ image, ink, back } = straighten(image, angle, ink))
  const { rules, across, down } = findRules(image, ink)
  liftRules(image, ink, across, down)
  liftDrawings(image, ink, lineHeight)
  const room = isSlanted ? grey.data : new Uint8Array(ink.data.length)
  room.set(ink.data)
  return { image, ink, whole: { ...ink, data: room }, rules, back }
}
