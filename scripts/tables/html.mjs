// A paper of the table benchmark becomes a page of HTML, to be printed by a browser.
import { cellsOf } from './cells.mjs'

const ALIGN = { l: 'left', c: 'center', r: 'right', j: 'justify' }
const escaped = (words) => words.normalize('NFC').replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

// Rulings as styles; `boxes` draws every line as a thin filled box of its own, which is how some report programs print.
const STYLES = `
body { font: 14pt "Liberation Serif"; margin: 0 }
p { margin: 4pt 0; text-align: justify }
table { border-collapse: collapse; table-layout: fixed; margin: 0 auto }
td { padding: 0 3.5pt; overflow-wrap: anywhere; line-height: 1.15 }
.all td { border: 0.5pt solid }
.across td { border: solid; border-width: 0.5pt 0 }
.booktabs { border: solid; border-width: 1pt 0 } .booktabs .foot td, .booktabs td.foot { border-bottom: 1pt solid }
.open td { border: 0.5pt solid } .open td.first { border-left: 0 } .open td.last { border-right: 0 }
.double td { border: 2pt double }
.dashed td { border: 0.75pt dashed }
.dotted td { border: 0.75pt dotted }
.rows-dotted { border: 0.5pt solid } .rows-dotted td { border: solid 0.5pt; border-block-style: dotted }
.gaps td { border: 0.5pt solid } .gaps tr:last-child td.first { border-bottom: 0; border-left: 0 }
.headless td { border: 0.5pt solid } .headless tr.head td { border-width: 0 0 0.5pt }
.down { border: 0.5pt solid } .down td { border: solid; border-width: 0 0.5pt } .down td.foot { border-bottom-width: 0.5pt }
.shaded tr:nth-child(odd) td { background: #dde6ee }
.boxes { position: relative } .boxes td { position: relative }
.boxes i { position: absolute; background: #000 } .boxes i.h { left: 0; right: -0.6pt; height: 0.6pt } .boxes i.v { top: 0; bottom: 0; width: 0.6pt }
.sides { display: flex; margin-bottom: 14pt } .sides div { text-align: center; font-size: 13pt } .sides div.list { text-align: left }
.tabbed { position: relative; height: 1.25em; font-size: 13pt; white-space: nowrap } .tabbed span { position: absolute }
.leader { display: flex; font-size: 13pt } .leader i { flex: 1; overflow: hidden; font-style: normal; white-space: nowrap; direction: rtl }
.chart { position: relative; width: 380pt; height: 120pt; margin: 12pt 0 24pt 40pt; font-size: 10pt; border: 0.5pt solid }
.chart i { position: absolute } .chart .line { left: 0; right: 0; height: 0.5pt; background: #000 } .chart .bar { width: 30pt; bottom: 0; background: #48c }
.chart span { position: absolute }
.flow { columns: 2; column-gap: 9mm }
@media print { * { print-color-adjust: exact } }`

function tableOf({
  widths,
  align,
  head = 0,
  repeat = false,
  rules = 'all',
  size = 12,
  pad = 1.5,
  valign = 'middle',
  font,
  rows,
  ...table
}) {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const toCell = (y) => (cell) => {
    const isWide = cell.colSpan > 1 && cell.colSpan === widths.length
    const side = y < head ? 'c' : isWide ? 'l' : align[cell.column]
    const names = [
      ...(cell.column === 0 ? ['first'] : []),
      ...(cell.column + cell.colSpan === widths.length ? ['last'] : []),
      ...(y + cell.rowSpan === head ? ['foot'] : []),
    ]
    const boxes = rules === 'boxes' ? boxesOf(y, cell) : ''
    const inner = cell.table ? tableOf({ size, ...cell.table }) : ''
    const words = cell.lines.map(escaped).join('<br>')
    return `<td colspan=${cell.colSpan} rowspan=${cell.rowSpan} class="${names.join(' ')}" style="padding-block:${pad}pt;vertical-align:${valign};text-align:${ALIGN[side]};${cell.bold ? 'font-weight:bold' : ''}">${words}${inner}${boxes}</td>`
  }
  const lines = cellsOf({ rows, head, ...table }).map(
    (cells, y) => `<tr class="${y < head ? 'head' : ''}">${cells.map(toCell(y)).join('')}</tr>`,
  )
  const parts = repeat
    ? `<thead>${lines.slice(0, head).join('')}</thead><tbody>${lines.slice(head).join('')}</tbody>`
    : `<tbody>${lines.join('')}</tbody>`
  const columns = widths.map((width) => `<col style="width:${width}cm">`).join('')
  return `<table class="${rules}" style="width:${total}cm;font-size:${size}pt${font ? `;font-family:${font}` : ''}">${columns}${parts}</table>`
}

const boxesOf = (y, { column }) =>
  `${y === 0 ? '<i class=h style="top:0"></i>' : ''}<i class=h style="bottom:-0.3pt"></i>${column === 0 ? '<i class=v style="left:0"></i>' : ''}<i class=v style="right:-0.3pt"></i>`

function sidesOf([left, right]) {
  const side = (lines, width) =>
    `<div style="width:${width}cm"${lines[0].startsWith('*Nơi') ? ' class=list' : ''}>${lines
      .map((words) => (words.startsWith('*') ? `<b>${escaped(words.slice(1))}</b>` : escaped(words)))
      .join('<br>')}</div>`
  return `<div class=sides>${side(left, 6.8)}${side(right, 9.7)}</div>`
}

function tabbedOf({ tabs, rows, leader, head = 0 }) {
  if (leader)
    return rows
      .map(([name, value]) => `<div class=leader>${escaped(name)}<i>${'.'.repeat(150)}</i>${escaped(value)}</div>`)
      .join('')
  return rows
    .map((row, y) => {
      const cells = row.map(
        (words, i) =>
          `<span style="left:${i === 0 ? 0 : tabs[i - 1]}cm">${words.startsWith('*') ? `<b>${escaped(words.slice(1))}</b>` : escaped(words)}</span>`,
      )
      return `<div class=tabbed style="font-weight:${y < head ? 'bold' : 'normal'}">${cells.join('')}</div>`
    })
    .join('')
}

/** Bars over a scale of ruled lines, each with its number. */
function chartOf(bars) {
  const scale = [0, 20, 40, 60, 80, 100].map(
    (step) =>
      `<i class=line style="bottom:${step * 1.2}pt"></i><span style="left:-24pt;bottom:${step * 1.2 - 5}pt">${step}</span>`,
  )
  const columns = bars.map(([name, value], i) => {
    const left = 30 + i * 90
    return `<i class=bar style="left:${left}pt;height:${value * 1.2}pt"></i><span style="left:${left}pt;bottom:${value * 1.2 + 1}pt">${value}</span><span style="left:${left - 4}pt;bottom:-14pt">${escaped(name)}</span>`
  })
  return `<div class=chart>${scale.join('')}${columns.join('')}</div>`
}

function blockOf(block) {
  if (typeof block === 'string') return `<p style="text-indent:1.27cm">${escaped(block)}</p>`
  if (block.widths) return tableOf(block)
  if (block.sides) return sidesOf(block.sides)
  if (block.tabs) return tabbedOf(block)
  if (block.chart) return chartOf(block.chart)
  if (block.gap) return `<div style="height:${block.gap}pt"></div>`
  if (block.flow)
    return `<div class=flow>${block.flow.map((words) => `<p style="text-indent:0.8cm">${escaped(words)}</p>`).join('')}</div>`
  const style = `text-align:${ALIGN[block.align ?? 'j']};font-weight:${block.bold ? 'bold' : 'normal'};font-style:${block.italics ? 'italic' : 'normal'}`
  return `<p style="${style}">${escaped(block.words)}</p>`
}

export function toHtml({ blocks, page = 'portrait' }) {
  const margins = page === 'portrait' ? '2cm 1.5cm 2cm 2.2cm' : '2cm'
  return `<!doctype html><html lang=vi><meta charset=utf-8><style>@page { size: A4 ${page}; margin: ${margins} }${STYLES}</style>${blocks.map(blockOf).join('\n')}</html>`
}
