// A page's operator list becomes glyphs, ruling lines and image areas in viewed coordinates: points, y down from the top left.
import type { Rule } from '../layout/grid.ts'
import type { Glyph } from '../layout/segments.ts'

export type Matrix = readonly [number, number, number, number, number, number]

export type FontFace = { name: string; fontMatrix: readonly number[]; vertical: boolean; italic: boolean; bold: boolean }

export type PageContent = {
  glyphs: Glyph[]
  /** Glyphs of annotations: signature stamps, filled forms. */
  stamped: Glyph[]
  /** How many glyphs are not written from left to right. */
  turned: number
  rules: Rule[]
  /** Area under images in square points, overlaps counted once per image. */
  imageArea: number
}

/** The operator numbers of pdf.js that matter here. */
export type OperatorNumbers = Readonly<Record<string, number>>

/** What pdf.js gives for shown text: glyphs, and gaps in thousandths of the font size. */
type Shown = readonly ({ unicode: string; width: number; isSpace: boolean } | number)[]

type State = {
  ctm: Matrix
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

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
// Points: a filled rectangle no thicker than this is a line; a stroke shorter than that is a dash.
const THICKEST_RULE = 3
const SHORTEST_RULE = 4
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
  view: Matrix,
  fontOf: (name: string) => FontFace | null,
): PageContent {
  const content: PageContent = { glyphs: [], stamped: [], turned: 0, rules: [], imageArea: 0 }
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
  let text: Matrix = IDENTITY
  let line: Matrix = IDENTITY
  let annotations = 0

  const move = (x: number, y: number) => {
    line = multiply([1, 0, 0, 1, x, y], line)
    text = line
  }
  const show = (glyphs: Shown) => {
    text = showGlyphs(glyphs, state, text, annotations > 0 ? content.stamped : content.glyphs, content)
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
        state.ctm = multiply(args as unknown as Matrix, state.ctm)
        break
      case 'paintFormXObjectBegin':
        save()
        if (args[0]) state.ctm = multiply(args[0] as Matrix, state.ctm)
        break
      case 'paintFormXObjectEnd':
        restore()
        break
      case 'beginAnnotation':
        annotations++
        save()
        state.ctm = multiply(args[3] as Matrix, multiply(args[2] as Matrix, view))
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
        text = line = [...(args[0] as Matrix)]
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
        content.rules.push(...rulesOfPath(args, ops, state))
        break
      case 'paintImageXObject':
      case 'paintImageMaskXObject':
      case 'paintInlineImageXObject':
        content.imageArea += Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2])
        break
    }
  }
  return content
}

function showGlyphs(glyphs: Shown, state: State, start: Matrix, into: Glyph[], content: PageContent): Matrix {
  let text = start
  const { font, size, stretch } = state
  if (!font || font.vertical) return text
  const style = { bold: font.bold || state.mode === 2, italic: font.italic }
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      text = multiply([1, 0, 0, 1, (-glyph / 1000) * size * stretch, 0], text)
      continue
    }
    const width = glyph.width * font.fontMatrix[0]! * size * stretch
    const advance = width + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * stretch
    const at = multiply(text, state.ctm)
    text = multiply([1, 0, 0, 1, advance, 0], text)
    const letters = cleanGlyph(glyph.unicode)
    if (letters === '' || state.mode === CLIP_ONLY) continue
    const [x0, baseline] = apply(at, 0, state.rise)
    const [x1, endY] = apply(at, width, state.rise)
    if (Math.abs(endY - baseline) > 0.2 * Math.abs(x1 - x0) || x1 < x0) {
      content.turned++
      continue
    }
    const last = into.at(-1)
    if (/^\p{M}/u.test(letters) && last && Math.abs(last.baseline - baseline) < size)
      last.text = (last.text + letters).normalize('NFC')
    else into.push({ text: letters, x0, x1, baseline, size: Math.abs(size) * Math.hypot(at[2], at[3]), ...style })
  }
  return text
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

/** Ruling lines that a path draws: strokes along the axes, thin filled rectangles, frames. */
function rulesOfPath(args: readonly unknown[], ops: OperatorNumbers, state: State): Rule[] {
  const op = args[0] as number
  const data = (args[1] as readonly (ArrayLike<number> | null)[])[0]
  if (!data) return []
  const isStroked = [
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ].includes(op)
  const isFilled = [ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke].includes(
    op,
  )
  if (!isStroked && !isFilled) return []
  const rules: Rule[] = []
  for (const points of subpathsOf(data, state.ctm)) {
    if (isFilled && points.length >= 4) {
      const box = boxOf(points)
      const width = box.x1 - box.x0
      const height = box.y1 - box.y0
      if (Math.min(width, height) <= THICKEST_RULE && Math.max(width, height) >= SHORTEST_RULE) rules.push(box)
    }
    if (!isStroked) continue
    for (let i = 1; i < points.length; i++) {
      const box = boxOf([points[i - 1]!, points[i]!])
      const width = box.x1 - box.x0
      const height = box.y1 - box.y0
      if (Math.min(width, height) <= 1 && Math.max(width, height) >= SHORTEST_RULE) rules.push(box)
    }
  }
  return rules
}

/** Points of each subpath in viewed coordinates; curves count by their end points. Codes of pdf.js: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close. */
function subpathsOf(data: ArrayLike<number>, ctm: Matrix): [number, number][][] {
  const subpaths: [number, number][][] = []
  for (let i = 0; i < data.length; ) {
    const code = data[i]!
    if (code === 4) {
      const first = subpaths.at(-1)?.[0]
      if (first) subpaths.at(-1)!.push(first)
      i++
      continue
    }
    const length = code === 2 ? 6 : code === 3 ? 4 : 2
    const point = apply(ctm, data[i + length - 1]!, data[i + length]!)
    if (code === 0) subpaths.push([point])
    else subpaths.at(-1)?.push(point)
    i += length + 1
  }
  return subpaths
}

function boxOf(points: readonly (readonly [number, number])[]): Rule {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ]
}

function apply(matrix: Matrix, x: number, y: number): [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
}
