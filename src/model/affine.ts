// Affine maps of the plane: chained, applied to points and boxes, turned back.

/** [a, b, c, d, e, f] maps (x, y) to (a·x + c·y + e, b·x + d·y + f), as in PDF. */
export type Affine = readonly [number, number, number, number, number, number]

export type Rectangle = { x0: number; y0: number; x1: number; y1: number }

export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0]

/** First `a`, then `b`. */
export function chain(a: Affine, b: Affine): Affine {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ]
}

export function mapPoint(map: Affine, x: number, y: number): [number, number] {
  return [map[0] * x + map[2] * y + map[4], map[1] * x + map[3] * y + map[5]]
}

/** The box around a box's mapped corners. */
export function mapBox(map: Affine, { x0, y0, x1, y1 }: Rectangle): Rectangle {
  const corners = [mapPoint(map, x0, y0), mapPoint(map, x1, y0), mapPoint(map, x0, y1), mapPoint(map, x1, y1)]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

/** The map back. Null where the map flattens the plane. */
export function inverse([a, b, c, d, e, f]: Affine): Affine | null {
  const area = a * d - b * c
  if (Math.abs(area) < 1e-12) return null
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area]
}

export function scaling(x: number, y = x): Affine {
  return [x, 0, 0, y, 0, 0]
}

export function shift(x: number, y: number): Affine {
  return [1, 0, 0, 1, x, y]
}
