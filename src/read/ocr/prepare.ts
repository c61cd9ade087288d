// A grey page becomes the image that is recognised: turned straight, its ruling lines lifted out and told apart.
import { type Affine, IDENTITY } from '../../model/affine.ts'
import type { Rule } from '../layout/grid.ts'
import { wipeDust } from './dust.ts'
import type { GreyImage } from './image.ts'
import { type Ink, inkOf } from './ink.ts'
import { liftRules } from './lift.ts'
import { findRules } from './rules.ts'
import { LEAST_SKEW, skewOf, straighten } from './skew.ts'

/** `rules` in pixels of `image`; `back` maps its pixels to those of the page as it came. */
export type PreparedPage = { image: GreyImage; ink: Ink; rules: Rule[]; back: Affine }

export function preparePage(grey: GreyImage, known: Ink): PreparedPage {
  const steps = new Set((process.env.STEPS ?? 'skew,dust,rules,lift').split(','))
  let ink = known
  let image = grey
  let back = IDENTITY
  if (steps.has('dust')) {
    const n = wipeDust(image, ink)
    if (process.env.STEPS_LOG) console.error('dust', n)
  }
  const angle = steps.has('skew') ? skewOf(ink) : 0
  if (Math.abs(angle) >= LEAST_SKEW) {
    const turned = straighten(image, angle)
    image = turned.image
    back = turned.back
    ink = inkOf(image, ink.threshold)
  }
  if (process.env.STEPS_LOG) console.error('skew', angle.toFixed(2))
  if (!steps.has('rules')) return { image, ink, rules: [], back }
  const { rules, across, down } = findRules(image, ink)
  if (steps.has('lift')) liftRules(image, ink, across, down)
  return { image, ink, rules, back }
}
