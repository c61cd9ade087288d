// Paths that a page draws become ruling lines: strokes along the axes, thin filled rectangles, frames.

import { type Affine, mapPoint } from '../../model/affine.ts'
import type { Rule } from '../layout/grid.ts'

/** The operator numbers of pdf.js. */
export type OperatorNumbers = Readonly<Record<string, number>>

// Points: a filled rectangle no thicker than this is a line, a dash or a dot of one.
const THICKEST_RULE = 3

/** Ruling lines in viewed coordinates. */
export function rulesOfPath(args: readonly unknown[], ops: OperatorNumbers, ctm: Affine): Rule[] {
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
  for (const points of subpathsOf(data, ctm)) {
    if (isFilled && points.length >= 4) {
      const box = boxOf(points)
      const width = box.x1 - box.x0
      const height = box.y1 - box.y0
      if (Math.min(width, height) <= THICKEST_RULE) rules.push(box)
    }
    if (!isStroked) continue
    for (let i = 1; i < points.length; i++) {
      const box = boxOf([points[i - 1]!, points[i]!])
      const width = box.x1 - box.x0
      const height = box.y1 - box.y0
      if (Math.min(width, height) <= 1 && Math.max(width, height) > 0) rules.push(box)
    }
  }
  return rules
}

/** Points of each subpath in viewed coordinates; curves count by their end points. Codes of pdf.js: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close. */
function subpathsOf(data: ArrayLike<number>, ctm: Affine): [number, number][][] {
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
    const point = mapPoint(ctm, data[i + length - 1]!, data[i + length]!)
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
