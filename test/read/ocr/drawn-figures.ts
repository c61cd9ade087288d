// Figures as bars of ink: a digit is a tall bar, a dot a square on the line, a comma one that hangs below it, a dash lies halfway up.
import type { Ink } from '../../../src/read/ocr/ink.ts'
import type { Box } from '../../../src/read/ocr/signs.ts'

export function inkOfFigure(text: string, height = 20): { ink: Ink; box: Box } {
  const unit = height / 20
  const width = Math.round((text.length * 16 + 16) * unit)
  const rows = Math.round(40 * unit)
  const data = new Uint8Array(width * rows)
  const foot = Math.round(30 * unit)
  const fill = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = Math.round(y0); y < Math.round(y1); y++) data.fill(1, y * width + Math.round(x0), y * width + Math.round(x1))
  }
  ;[...text].forEach((sign, i) => {
    const x = (8 + 16 * i) * unit
    if (sign === '.') fill(x + 3 * unit, foot - 4 * unit, x + 7 * unit, foot)
    else if (sign === ',') fill(x + 3 * unit, foot - 4 * unit, x + 7 * unit, foot + 5 * unit)
    else if (sign === '-') fill(x, foot - 8 * unit, x + 10 * unit, foot - 5 * unit)
    else fill(x, foot - height, x + 10 * unit, foot)
  })
  return { ink: { width, height: rows, data, threshold: 128 }, box: { x0: 0, y0: 0, x1: width, y1: rows } }
}
