// The ink of a figure becomes its commas and dots: low marks between digits, told apart by whether they hang below the line.
import type { Ink } from './ink.ts'
import { type Box, lettersIn } from './signs.ts'

/** How the separators of a text compare with those in the ink. */
export type Comparison = 'same' | 'other-signs' | 'other-places' | 'unknown'

export type Separators = {
  compare: (text: string) => Comparison
  /** The text with the separators as the ink has them; only where they differ in nothing but their signs. */
  printed: (text: string) => string
}

// Shares of the height of a digit.
const TALL = 0.75
const LOW = 0.5
const HANGS = 0.1
const STANDS = 0.05
const WIDEST_DIGIT = 0.95
const FIGURE = /^(?<before>[^\d.,]{0,3})(?<figure>\d[\d.,]*)$/u

/** Null where marks and digits do not stand apart. */
export function separatorsIn(ink: Ink, box: Box): Separators | null {
  const letters = lettersIn(ink, box)
  const height = Math.max(0, ...letters.map(({ y0, y1 }) => y1 - y0))
  if (height < 8) return null
  const tall = letters.filter(({ y0, y1 }) => y1 - y0 >= TALL * height)
  const feet = tall.map(({ y1 }) => y1).sort((a, b) => a - b)
  const foot = feet[feet.length >> 1]!
  const signs = letters.map((letter) => signOf(letter, height, foot)).join('')
  const bare = signs.replaceAll('~', '')

  const compare = (text: string): Comparison => {
    const figure = FIGURE.exec(text)?.groups?.figure
    if (figure === undefined || bare.includes('x')) return 'unknown'
    const wanted = figure.replace(/\d/g, 'd')
    const own = bare.slice(-wanted.length)
    // A sign before the figure has ink of its own, of any shape.
    const hasSign = figure.length < text.length
    if (hasSign ? bare.length <= wanted.length : bare.length !== wanted.length) return 'other-places'
    if ([...wanted].some((sign, i) => (sign === 'd') !== (own[i] === 'd'))) return 'other-places'
    return [...wanted].every((sign, i) => own[i] === '?' || sign === own[i]) ? 'same' : 'other-signs'
  }
  const printed = (text: string): string => {
    const figure = FIGURE.exec(text)?.groups?.figure ?? ''
    const own = bare.slice(-figure.length)
    const signed = [...figure].map((sign, i) => (/\d/.test(sign) || own[i] === '?' ? sign : own[i]!)).join('')
    return text.slice(0, text.length - figure.length) + signed
  }
  return { compare, printed }
}

/** d for a digit, x for digits that touch, a comma or a dot, ? for either, ~ for specks. */
function signOf({ x0, y0, x1, y1 }: Box, height: number, foot: number): string {
  const own = y1 - y0
  if (own >= TALL * height) return x1 - x0 <= WIDEST_DIGIT * height ? 'd' : 'x'
  if (own < 0.09 * height) return '~'
  if (own > LOW * height || y0 < foot - 0.4 * height || y1 < foot - 0.1 * height) return 'x'
  const below = (y1 - foot) / height
  return below >= HANGS ? ',' : below <= STANDS && own <= 0.3 * height ? '.' : '?'
}
