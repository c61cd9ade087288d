// A page's operator list becomes glyphs, ruling lines and image areas in viewed coordinates: points, y down from the top left.
import { type Affine, chain, IDENTITY, mapPoint } from '../../model/affine.ts'
import type { Rule } from '../layout/grid.ts'
import type { Glyph } from '../layout/segments.ts'
import { type OperatorNumbers, rulesOfPath } from './paths.ts'
import { placeStamps } from './stamps.ts'

export type FontFace = { name: string; fontMatrix: readonly number[]; vertical: boolean; italic: boolean; bold: boolean }

/** A glyph of a line that runs up, down, backwards or askew; `turn` is the clockwise turn that sets it upright, null where it is askew. */
export type TurnedGlyph = {
  text: string
  turn: 90 | 180 | 270 | null
  x0: number
  y0: number
  x1: number
  y1: number
  size: number
  bold: boolean
}

export type PageContent = {
  glyphs: Glyph[]
  /** Glyphs of each annotation that stays a stamp: signatures, filled forms. */
  stamped: Glyph[][]
  /** Glyphs that are not written from left to right, in the order of their drawing. */
  turned: TurnedGlyph[]
  rules: Rule[]
  /** Area under images in square points, overlaps counted once per image. */
  imageArea: number
}

/** What pdf.js gives for shown text: glyphs, and gaps in thousandths of the font size. */
type Shown = readonly ({ unicode: string; width: number; isSpace: boolean } | number)[]

type State = {
  ctm: Affine
  font: FontFace | null
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  mode: number
  lineWidth: number
}

// Text rendering mode (ISO 32000-1, 9.3.6): nothing is drawn. Mode 3, invisible, is how scanners lay text under an image.
const CLIP_ONLY = 7

// Symbol and Wingdings put their signs at U+F020 and up.
const PRIVATE_SIGNS: Readonly<Record<string, string>> = {
  '\uf0b7': '•', '\uf02d': '-', '\uf0a7': '▪', '\uf076': '❖', '\uf0d8': '➢', '\uf0fc': '✓', '\uf0b3': '≥', '\uf0a3': '≤',
  '\uf0b1': '±', '\uf0b4': '×', '\uf0b0': '°', '\uf02b': '+', '\uf03e': '>', '\uf03c': '<', '\uf025': '%', '\uf0e8': '➢',
} // biome-ignore format: signs side by side

/** Walks the operators of one page. `view` maps PDF user space to viewed coordinates; `fontOf` gives a loaded font. */
export function readContent(
  operators: { fnArray: readonly number[]; argsArray: readonly unknown[] },
  ops: OperatorNumbers,
  view: Affine,
  fontOf: (name: string) => FontFace | null,
): PageContent {
  const content: PageContent = { glyphs: [], stamped: [], turned: [], rules: [], imageArea: 0 }
  const names = new Map(Object.entries(ops).map(([name, number]) => [number, name]))
  const stack: State[] = []
  let state: State = {
    ctm: view,
    font: null,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    lineWidth: 1,
  }
  let text: Affine = IDENTITY
  let line: Affine = IDENTITY
  let annotations = 0
  const written: Glyph[][] = []

  const move = (x: number, y: number) => {
    line = chain([1, 0, 0, 1, x, y], line)
    text = line
  }
  const show = (glyphs: Shown) => {
    text = showGlyphs(glyphs, state, text, annotations > 0 ? written.at(-1)! : content.glyphs, content)
  }
  const save = () => {
    stack.push({ ...state })
  }
  const restore = () => {
    state = stack.pop() ?? state
  }

  for (const [i, fn] of operators.fnArray.entries()) {
    const args = (operators.argsArray[i] ?? []) as readonly unknown[]
    const n = (k: number) => args[k] as number
    switch (names.get(fn)) {
      case 'save':
        save()
        break
      case 'restore':
        restore()
        break
      case 'transform':
        state.ctm = chain(args as unknown as Affine, state.ctm)
        break
      case 'paintFormXObjectBegin':
        save()
        if (args[0]) state.ctm = chain(args[0] as Affine, state.ctm)
        break
      case 'paintFormXObjectEnd':
        restore()
        break
      case 'beginAnnotation':
        annotations++
        written.push([])
        save()
        state.ctm = chain(args[3] as Affine, chain(args[2] as Affine, view))
        break
      case 'endAnnotation':
        annotations--
        restore()
        break
      case 'setLineWidth':
        state.lineWidth = n(0)
        break
      case 'setCharSpacing':
        state.charSpacing = n(0)
        break
      case 'setWordSpacing':
        state.wordSpacing = n(0)
        break
      case 'setHScale':
        state.stretch = n(0) / 100
        break
      case 'setLeading':
        state.leading = -n(0)
        break
      case 'setTextRise':
        state.rise = n(0)
        break
      case 'setTextRenderingMode':
        state.mode = n(0)
        break
      case 'setFont':
        state.font = fontOf(args[0] as string)
        state.size = n(1)
        break
      case 'beginText':
        text = line = IDENTITY
        break
      case 'moveText':
        move(n(0), n(1))
        break
      case 'setLeadingMoveText':
        state.leading = n(1)
        move(n(0), n(1))
        break
      case 'nextLine':
        move(0, state.leading)
        break
      case 'setTextMatrix':
        text = line = [...(args[0] as Affine)]
        break
      case 'showText':
      case 'showSpacedText':
        show(args[0] as Shown)
        break
      case 'nextLineShowText':
        move(0, state.leading)
        show(args[0] as Shown)
        break
      case 'nextLineSetSpacingShowText':
        state.wordSpacing = n(0)
        state.charSpacing = n(1)
        move(0, state.leading)
        show(args[2] as Shown)
        break
      case 'constructPath':
        content.rules.push(...rulesOfPath(args, ops, state.ctm))
        break
      case 'paintImageXObject':
      case 'paintImageMaskXObject':
      case 'paintInlineImageXObject':
        content.imageArea += Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2])
        break
    }
  }
  const { body, stamps } = placeStamps(content.glyphs, written)
  content.glyphs.push(...body)
  content.stamped = stamps.filter((glyphs) => glyphs.length > 0)
  return content
}

function showGlyphs(glyphs: Shown, state: State, start: Affine, into: Glyph[], content: PageContent): Affine {
  const { font, size, stretch } = state
  if (!font || font.vertical) return start
  const bold = font.bold || state.mode === 2
  // Along a line only the origin moves: what lies behind the glyphs shown so far.
  let shown = 0
  const line = chain(start, state.ctm)
  const [a, b] = line
  const [originX, originY] = mapPoint(line, 0, state.rise)
  const height = Math.abs(size) * Math.hypot(line[2], line[3])
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      shown -= (glyph / 1000) * size * stretch
      continue
    }
    const width = glyph.width * font.fontMatrix[0]! * size * stretch
    const advance = width + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * stretch
    const from = shown
    shown += advance
    const letters = lettersOf(glyph.unicode)
    if (letters === '' || state.mode === CLIP_ONLY) continue
    const x0 = originX + a * from
    const baseline = originY + b * from
    const x1 = x0 + a * width
    const endY = baseline + b * width
    // Damaged numbers: it stands nowhere, and no viewer shows it.
    if (!Number.isFinite(x0 + x1 + baseline + endY + height)) continue
    if (Math.abs(endY - baseline) > 0.2 * Math.abs(x1 - x0) || x1 < x0) {
      const [topX, topY] = mapPoint(line, from, state.rise + 0.75 * size)
      content.turned.push({
        text: letters,
        turn: turnOf(x1 - x0, endY - baseline),
        x0: Math.min(x0, x1, topX),
        y0: Math.min(baseline, endY, topY),
        x1: Math.max(x0, x1, topX),
        y1: Math.max(baseline, endY, topY),
        size: height,
        bold,
      })
      continue
    }
    const last = into.at(-1)
    if (last && letters > '~' && /^\p{M}/u.test(letters) && Math.abs(last.baseline - baseline) < size)
      last.text = (last.text + letters).normalize('NFC')
    else into.push({ text: letters, x0, x1, baseline, size: height, bold, italic: font.italic })
  }
  return chain([1, 0, 0, 1, shown, 0], start)
}

function turnOf(dx: number, dy: number): TurnedGlyph['turn'] {
  if (Math.abs(dx) < 0.2 * Math.abs(dy)) return dy < 0 ? 90 : 270
  return dx < 0 && Math.abs(dy) < 0.2 * Math.abs(dx) ? 180 : null
}

/** Plain letters and figures are most of a page. */
function lettersOf(unicode: string): string {
  return unicode.length === 1 && unicode > ' ' && unicode <= '~' ? unicode : cleanGlyph(unicode)
}

function cleanGlyph(unicode: string): string {
  let text = ''
  for (const character of unicode.normalize('NFC')) {
    const sign = PRIVATE_SIGNS[character] ?? character
    if (/\s/u.test(sign)) text += ' '
    else if (sign === '\u00AD' || !/[\p{Cc}\p{Cf}]/u.test(sign)) text += sign
  }
  return text
}
