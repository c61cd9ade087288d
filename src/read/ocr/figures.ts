// Figures of cells are held against their ink and, where that leaves doubt, read again beside words: what is not shared is doubtful.
import { type CellImage, PAD } from './cells.ts'
import type { Engine, Recognition, Word, WordLine } from './engine.ts'
import type { GreyImage } from './image.ts'
import type { Ink } from './ink.ts'
import { type Separators, separatorsIn } from './separators.ts'

// Figures have no letters without ascenders: standing alone they make an engine take their height for that of small letters, and
// it cuts their commas off. Words beside them tell it the true height of the line. Shares of the line height:
const CONTEXT_WIDTH = 5
const GAP = 0.75
const LEAST_HEIGHT = 0.4
const MARGIN = 10
// A row whose ink is so much of the fullest row's is part of the letters, not of a comma that hangs below them.
const BODY = 0.35
const SURE_WORD = 0.6
// Confidence of a figure that one of three readings contradicts, and of one that all contradict.
const CONTRADICTED = 0.6
const DOUBTFUL = 0.5
const SHARED = 0.75
// On made tables no second reading found another digit in a figure whose ink agrees and that the engine was so sure of.
const BEYOND_DOUBT = 0.93

const LINE = 7

type Strip = { image: GreyImage; baseline: number; middle: number }

/** The lines of one-line cells: `found` has the engine's first reading of each; figures among them that are not beyond doubt are read a second time. */
export async function readFigures(
  cells: readonly CellImage[],
  found: readonly Recognition[],
  others: readonly (readonly [CellImage, Recognition])[],
  ink: Ink,
  lineHeight: number,
  engine: Engine,
): Promise<Recognition[]> {
  const contexts = [...cells.map((cell, i) => [cell, found[i]!] as const), ...others]
    .flatMap(([cell, recognition]) => contextsIn(cell, recognition, lineHeight))
    .sort((a, b) => a.middle - b.middle)
  if (contexts.length === 0) return [...found]
  const doubtful = cells.flatMap((cell, i) => {
    if (!mayBeFigure(cell, found[i]!, lineHeight)) return []
    const separators = separatorsIn(ink, insideOf(cell))
    return isBeyondDoubt(found[i]!, separators) ? [] : [{ cell, i, separators }]
  })
  const composed = doubtful.map(({ cell }) => compose(cell, nearest(contexts, cell), lineHeight))
  const again = await engine.recognise(
    composed.map(({ image }) => image),
    { mode: LINE, canWait: true },
  )
  const settled = [...found]
  doubtful.forEach(({ i, separators }, k) => {
    settled[i] = settle(found[i]!, partBehind(again[k]!, composed[k]!), separators)
  })
  return settled
}

function insideOf({ image, x, y }: CellImage) {
  return { x0: x + PAD, y0: y + PAD, x1: x + image.width - PAD, y1: y + image.height - PAD }
}

/** Nothing but digits, that the engine was sure of and the ink has as many of, with the same commas and dots between them. */
function isBeyondDoubt(first: Recognition, separators: Separators | null): boolean {
  const text = textOf(first)
  return /^\d[\d.,]*$/.test(text) && sureOf(first) >= BEYOND_DOUBT && separators?.compare(text) === 'same'
}

/** Something with a digit and no word. */
function isFigure(text: string): boolean {
  return text.length <= 24 && /\d/.test(text) && !/\p{L}{3}/u.test(text)
}

/** A figure, or what may be one: a few letters that nobody is sure of, a sign as tall as a digit (dashes and ditto marks are lower). */
function mayBeFigure(cell: CellImage, recognition: Recognition, lineHeight: number): boolean {
  const text = textOf(recognition)
  if (isFigure(text)) return true
  // Letters that nobody is sure of; signs, or ink that nothing was read in, as tall as a digit.
  if (text !== '' && text.length <= 5 && sureOf(recognition) < DOUBTFUL) return true
  return /^[^\p{L}%‰]{0,3}$/u.test(text) && cell.image.height - 2 * PAD >= LEAST_HEIGHT * lineHeight
}

function textOf({ lines }: Recognition): string {
  return lines.flatMap(({ words }) => words.map(({ text }) => text)).join('')
}

/** The words of a cell that may stand beside figures: small letters that the engine was sure of. */
function contextsIn(cell: CellImage, { lines }: Recognition, lineHeight: number): Strip[] {
  return lines.flatMap((line) => {
    const words = [...line.words].sort((a, b) => a.x0 - b.x0)
    const first = words.findIndex(isContext)
    if (first < 0) return []
    let last = first
    const width = () => words[last]!.x1 - words[first]!.x0
    while (words[last + 1] && isContext(words[last + 1]!) && width() < CONTEXT_WIDTH * lineHeight) last++
    const letters = words.slice(first, last + 1).reduce((sum, { text }) => sum + text.length, 0)
    if (letters < 5) return []
    const area = { x0: words[first]!.x0, x1: Math.min(words[last]!.x1, words[first]!.x0 + 2 * CONTEXT_WIDTH * lineHeight) }
    const y0 = Math.max(0, Math.min(...words.map((word) => word.y0)))
    const y1 = Math.min(cell.image.height, Math.max(...words.map((word) => word.y1)))
    const image = part(cell.image, Math.max(0, Math.floor(area.x0)), y0, Math.min(cell.image.width, Math.ceil(area.x1)), y1)
    return [{ image, baseline: baselineOf(image), middle: cell.y + (y0 + y1) / 2 }]
  })
}

function isContext({ text, confidence }: Word): boolean {
  return confidence >= SURE_WORD && /\p{Ll}/u.test(text) && !/\d/.test(text)
}

function nearest(contexts: readonly Strip[], cell: CellImage): Strip {
  const middle = cell.y + cell.image.height / 2
  return contexts.reduce((best, next) => (Math.abs(next.middle - middle) < Math.abs(best.middle - middle) ? next : best))
}

type Composed = { image: GreyImage; cut: number; dx: number; dy: number }

/** Words and figures on one baseline; `dx` and `dy` lead from the composed image to the cell's. */
function compose(cell: CellImage, context: Strip, lineHeight: number): Composed {
  const own = part(cell.image, PAD, PAD, cell.image.width - PAD, cell.image.height - PAD)
  const baseline = baselineOf(own)
  const gap = Math.round(GAP * lineHeight)
  const above = MARGIN + Math.max(context.baseline, baseline)
  const below = MARGIN + Math.max(context.image.height - context.baseline, own.height - baseline)
  const start = PAD + context.image.width + gap
  const width = start + own.width + PAD
  const image = { width, height: above + below, data: new Uint8Array(width * (above + below)).fill(255) }
  paste(image, context.image, PAD, above - context.baseline)
  paste(image, own, start, above - baseline)
  return { image, cut: start - gap / 2, dx: PAD - start, dy: PAD - (above - baseline) }
}

/** The foot of the letters: what hangs below has little ink. */
function baselineOf({ width, height, data }: GreyImage): number {
  const rows = Array.from({ length: height }, (_, y) => {
    let sum = 0
    for (let at = y * width; at < (y + 1) * width; at++) sum += 255 - data[at]!
    return sum
  })
  const full = BODY * rows.reduce((most, sum) => Math.max(most, sum), 0)
  return rows.findLastIndex((sum) => sum > full) + 1
}

function part({ width, data }: GreyImage, x0: number, y0: number, x1: number, y1: number): GreyImage {
  const image = { width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0), data: new Uint8Array(0) }
  image.data = new Uint8Array(image.width * image.height)
  for (let y = 0; y < image.height; y++) {
    const from = (y0 + y) * width + x0
    image.data.set(data.subarray(from, from + image.width), y * image.width)
  }
  return image
}

function paste(image: GreyImage, { width, height, data }: GreyImage, x: number, y: number): void {
  for (let row = 0; row < height; row++)
    image.data.set(data.subarray(row * width, (row + 1) * width), (y + row) * image.width + x)
}

/** The figures of a composed image, in the places of their own cell. */
function partBehind({ lines }: Recognition, { cut, dx, dy }: Composed): WordLine[] {
  return lines.flatMap((line) => {
    const words = line.words
      .filter(({ x0, x1 }) => (x0 + x1) / 2 > cut)
      .map((word) => ({ ...word, x0: word.x0 + dx, x1: word.x1 + dx, y0: word.y0 + dy, y1: word.y1 + dy }))
    if (words.length === 0) return []
    const x0 = Math.min(...words.map((word) => word.x0))
    const offset = line.offset + line.slope * (x0 - dx - line.x0)
    return [{ ...line, words, x0, x1: Math.max(...words.map((word) => word.x1)), y0: line.y0 + dy, y1: line.y1 + dy, offset }]
  })
}

/** What two readings and the ink agree on is sure; else the best supported reading stays, and is marked as doubtful. */
function settle(first: Recognition, lines: WordLine[], separators: Separators | null): Recognition {
  const second: Recognition = { lines }
  const a = textOf(first)
  const b = textOf(second)
  const sureA = sureOf(first)
  const sureB = sureOf(second)
  if (!isFigure(b)) return /\d/.test(a) ? marked(first, Math.min(sureA, DOUBTFUL)) : first
  const inkA = separators?.compare(a) ?? 'unknown'
  const inkB = separators?.compare(b) ?? 'unknown'
  if (a === b) {
    if (inkB === 'other-signs') return marked(withSigns(second, separators!), Math.min(sureB, CONTRADICTED))
    return marked(second, inkB === 'other-places' ? Math.min(sureB, DOUBTFUL) : Math.max(sureA, sureB))
  }
  const sameDigits = digitsOf(a) === digitsOf(b)
  if (sameDigits && inkB === 'same') return marked(second, Math.max(sureB, SHARED))
  if (sameDigits && inkA === 'same') return marked(first, Math.max(sureA, SHARED))
  if (sameDigits && inkB === 'other-signs') return marked(withSigns(second, separators!), Math.min(sureB, CONTRADICTED))
  if (inkA === 'same' && inkB === 'other-places') return marked(first, Math.min(sureA, DOUBTFUL))
  return marked(second, Math.min(sureB, DOUBTFUL))
}

function digitsOf(text: string): string {
  return text.replace(/[.,/⁄'’\s]/gu, '')
}

function sureOf({ lines }: Recognition): number {
  return Math.min(1, ...lines.flatMap(({ words }) => words.map(({ confidence }) => confidence)))
}

function marked({ lines }: Recognition, confidence: number): Recognition {
  return { lines: lines.map((line) => ({ ...line, words: line.words.map((word) => ({ ...word, confidence })) })) }
}

/** Commas and dots as the ink has them. */
function withSigns({ lines }: Recognition, separators: Separators): Recognition {
  let text = separators.printed(lines.flatMap(({ words }) => words.map((word) => word.text)).join(''))
  return {
    lines: lines.map((line) => ({
      ...line,
      words: line.words.map((word) => {
        const own = text.slice(0, word.text.length)
        text = text.slice(word.text.length)
        return { ...word, text: own }
      }),
    })),
  }
}
