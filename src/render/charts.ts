// Values become drawings: a slope for two plans, a line over years, a heat map of provinces and indicators, as SVG without script.

import { escapeHtml } from './escape.ts'
import type { Language } from './report.ts'
import { numberIn } from './report.ts'

/** Of a value in its column, 0 worst to 1 best; null where nothing says which way is better. */
export type HeatCell = { share: number | null; words: string; title: string; isEmpty: boolean; quote: string | null }

const COLOURS = ['#b2182b', '#ef8a62', '#fddbc7', '#d1e5f0', '#67a9cf', '#2166ac']
const NEUTRAL = '#c9c9c9'

export function slope(
  points: readonly { name: string; before: number; after: number; direction: string | null }[],
  language: Language,
): string {
  const each = 46
  const body = points.map(({ name, before, after, direction }, i) => {
    const y = i * each
    const [low, high] = [Math.min(before, after), Math.max(before, after)]
    const at = (value: number) => y + 34 - (high === low ? 9 : ((value - low) / (high - low)) * 18)
    const colour = direction === 'better' ? '#1a6fb5' : direction === 'worse' ? '#b2182b' : '#666'
    const label = name.length > 62 ? `${name.slice(0, 61)}…` : name
    return `<g><title>${escapeHtml(name)}: ${numberIn(language, before)} → ${numberIn(language, after)}</title><text x="0" y="${y + 28}">${escapeHtml(label)}</text><text x="505" y="${at(before) + 4}" text-anchor="end">${numberIn(language, before)}</text><line x1="512" y1="${at(before)}" x2="600" y2="${at(after)}" stroke="${colour}" stroke-width="2.5"/><circle cx="512" cy="${at(before)}" r="3.5" fill="${colour}"/><circle cx="600" cy="${at(after)}" r="3.5" fill="${colour}"/><text x="608" y="${at(after) + 4}">${numberIn(language, after)}</text></g>`
  })
  return svg(690, points.length * each + 8, body.join(''))
}

export function lineChart(
  points: readonly { year: number; value: number | null; reached: number | null }[],
  words: { target: string; reached: string },
  language: Language,
): string {
  const [width, height, left, top] = [560, 170, 56, 18]
  const values = points.flatMap(({ value, reached }) => [value, reached].filter((each) => each !== null))
  if (values.length === 0) return ''
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const pad = high === low ? Math.abs(high) * 0.1 || 1 : (high - low) * 0.12
  const x = (i: number) => left + (points.length === 1 ? 0.5 : i / (points.length - 1)) * (width - left - 40)
  const y = (value: number) => top + (1 - (value - low + pad) / (high - low + 2 * pad)) * (height - top - 30)
  const draw = (key: 'value' | 'reached', colour: string, dash: string, label: string) => {
    let path = ''
    points.forEach((point, i) => {
      const value = point[key]
      if (value !== null)
        path += `${path !== '' && i > 0 && points[i - 1]![key] !== null ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`
    })
    const dots = points.map((point, i) =>
      point[key] === null
        ? ''
        : `<circle cx="${x(i).toFixed(1)}" cy="${y(point[key]).toFixed(1)}" r="3.5" fill="${colour}"><title>${escapeHtml(label)} ${point.year}: ${numberIn(language, point[key])}</title></circle>${key === 'value' ? `<text x="${x(i).toFixed(1)}" y="${(y(point[key]) - 8).toFixed(1)}" text-anchor="middle">${numberIn(language, point[key])}</text>` : ''}`,
    )
    return path === '' ? '' : `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>${dots.join('')}`
  }
  const axis = points.map(({ year }, i) => `<text x="${x(i).toFixed(1)}" y="${height - 8}" text-anchor="middle">${year}</text>`)
  const grid = [low, high].map(
    (value) =>
      `<line x1="${left - 6}" x2="${width - 20}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="#ddd"/><text x="${left - 10}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${numberIn(language, value)}</text>`,
  )
  const hasReached = points.some(({ reached }) => reached !== null)
  const legend = hasReached
    ? `<text x="${left}" y="10"><tspan fill="#1a6fb5">● ${escapeHtml(words.target)}</tspan>  <tspan fill="#8a6d00">● ${escapeHtml(words.reached)}</tspan></text>`
    : ''
  return svg(
    width,
    height,
    grid.join('') +
      draw('reached', '#8a6d00', ' stroke-dasharray="4 3"', words.reached) +
      draw('value', '#1a6fb5', '', words.target) +
      axis.join('') +
      legend,
  )
}

export function heatMap(rows: readonly string[], columns: readonly string[], cells: readonly (readonly HeatCell[])[]): string {
  const [cellWidth, cellHeight, left] = [Math.max(34, Math.min(72, 900 / Math.max(1, columns.length))), 20, 350]
  const top = 20 + Math.max(...columns.map((name) => Math.min(name.length, 24))) * 5.2
  const heads = columns.map((name, j) => {
    const x = left + (j + 0.5) * cellWidth
    return `<text x="${x}" y="${top - 6}" transform="rotate(-50 ${x} ${top - 6})">${escapeHtml(short(name, 24))}</text>`
  })
  const body = rows.map((name, i) => {
    const y = top + i * cellHeight
    const row = cells[i]!.map(({ share, words, title, isEmpty, quote }, j) => {
      const x = left + j * cellWidth
      const fill = isEmpty ? 'none' : share === null ? NEUTRAL : COLOURS[Math.min(5, Math.floor(share * 6))]!
      const ink = share !== null && !isEmpty && (share < 1 / 6 || share >= 5 / 6) ? '#fff' : '#222'
      const box = `<rect x="${x + 1}" y="${y + 1}" width="${cellWidth - 2}" height="${cellHeight - 2}" fill="${fill}" stroke="${isEmpty ? '#ddd' : 'none'}"/><text x="${x + cellWidth / 2}" y="${y + 14}" text-anchor="middle" font-size="10" fill="${isEmpty ? '#888' : ink}">${escapeHtml(words)}</text>`
      const inner = `<g><title>${escapeHtml(title)}</title>${box}</g>`
      return quote ? `<a href="#${quote}">${inner}</a>` : inner
    })
    return `<text x="${left - 8}" y="${y + 14}" text-anchor="end"><title>${escapeHtml(name)}</title>${escapeHtml(short(name, 48))}</text>${row.join('')}`
  })
  return svg(left + columns.length * cellWidth + 70, top + rows.length * cellHeight + 6, heads.join('') + body.join(''))
}

function short(name: string, length: number): string {
  return name.length > length ? `${name.slice(0, length - 1)}…` : name
}

function svg(width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" width="${Math.ceil(width)}" role="img" font-family="inherit" font-size="12" fill="#222">${body}</svg>`
}
