// Inline marks of Markdown become runs of words, bold or not, and lines of clean text.
import type { Nodes, Parents } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { DraftLine } from '../../model/draft.ts'
import { cleanLine } from '../../text/clean.ts'

export type Run = { text: string; bold: boolean; italic: boolean }

export const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false })

// What OCR tools leave of formulas: `$\geq 96$` is ≥ 96.
const SIGNS: Readonly<Record<string, string>> = {
  geq: '≥', ge: '≥', geqslant: '≥', leq: '≤', le: '≤', leqslant: '≤', gt: '>', lt: '<', times: '×', pm: '±', approx: '≈', sim: '~', div: '÷',
  rightarrow: '→', to: '→', Rightarrow: '⇒', cdot: '·', ldots: '…', dots: '…', circ: '°', degree: '°', permil: '‰', permille: '‰', mu: 'µ',
  alpha: 'α', beta: 'β', Delta: 'Δ', sum: 'Σ', bullet: '•', text: '', textbf: '', textit: '', mathrm: '', mathbf: '', mathit: '',
  underline: '', left: '', right: '', quad: ' ', qquad: ' ',
} // biome-ignore format: signs side by side
// Figures and signs alone, or something that only a formula has: “$5 và $6” is money.
const FORMULA = /^[\s\d.,:;%‰≥≤<>=+\-−×±/()]+$|[\\^_{}]/u

/** Lines of clean text; a hard break ends a line. */
export function linesOf(runs: readonly Run[]): DraftLine[] {
  const lines: { text: string; boldLength: number; isOpen: boolean }[] = [{ text: '', boldLength: 0, isOpen: true }]
  for (const run of runs) {
    run.text.split('\u2028').forEach((piece, i) => {
      if (i > 0) lines.push({ text: '', boldLength: 0, isOpen: true })
      const line = lines.at(-1)!
      line.text = cleanLine(`${line.text}${joint(line.text, piece)}`) + (/\s$/.test(piece) ? ' ' : '')
      if (piece.trim() === '') return
      if (run.bold && line.isOpen) line.boldLength = line.text.trimEnd().length
      else line.isOpen = false
    })
  }
  return lines.map(({ text, boldLength }) => ({
    text: text.trim(),
    glued: false,
    boldLength: Math.min(boldLength, text.trim().length),
    place: null,
  }))
}

function joint(before: string, piece: string): string {
  return before === '' ? piece.trimStart() : piece
}

export function runsOf(node: Parents): Run[] {
  return inlineAll(node.children, false, false)
}

/** Nodes side by side: `<b>` and `<i>` hold until they are closed. */
function inlineAll(nodes: readonly Nodes[], bold: boolean, italic: boolean): Run[] {
  const open = { b: bold, i: italic }
  return nodes.flatMap((node) => {
    const tag =
      node.type === 'html' ? /^<(?<close>\/?)(?<name>b|strong|i|em)(?:\s[^<>]*)?>$/i.exec(node.value)?.groups : undefined
    if (!tag) return inline(node, open.b, open.i)
    const isBold = /^[bs]/i.test(tag.name!)
    open[isBold ? 'b' : 'i'] = tag.close === '' || (isBold ? bold : italic)
    return []
  })
}

function inline(node: Nodes, bold: boolean, italic: boolean): Run[] {
  if (node.type === 'break') return [{ text: '\u2028', bold, italic }]
  if (node.type === 'html') return /^<br\s*\/?>$/i.test(node.value) ? [{ text: '\u2028', bold, italic }] : []
  if (node.type === 'text' || node.type === 'inlineCode') return [{ text: withSigns(node.value), bold, italic }]
  if ('children' in node) return inlineAll(node.children, bold || node.type === 'strong', italic || node.type === 'emphasis')
  return []
}

// Nothing here is a mark, a link or an escape; a list or a rule that it begins is words in a cell.
const PLAIN = /^(?:[\p{L}\p{M}\p{N} ,;%()/–-]|(?<=\d)\.)*$/u

/** Inline marks of one table cell, `<b>` included. */
export function inlineRuns(source: string): Run[] {
  // Most cells: a parser for each would be most of the work on a table of tabs.
  if (PLAIN.test(source)) return [{ text: source.trim(), bold: false, italic: false }]
  const isBold = /^\s*<b>.*<\/b>\s*$/i.test(source)
  const root = parser.parse(withoutTags(source).trim())
  const paragraph = root.children[0]
  if (!paragraph || root.children.length > 1 || paragraph.type !== 'paragraph')
    return [{ text: withSigns(withoutTags(source)), bold: isBold, italic: false }]
  return inlineAll(paragraph.children, isBold, false)
}

export function withoutTags(text: string): string {
  return text.replace(/<br\s*\/?>/gi, '\u2028').replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
}

function withSigns(text: string): string {
  return text
    .replace(/\${1,2}([^$\n]{1,80})\${1,2}/g, (whole, formula: string) => (FORMULA.test(formula) ? plainFormula(formula) : whole))
    .replace(COMMAND, (whole, name: string) => (name in SIGNS ? `${SIGNS[name]} `.trimStart() : whole))
    .replace(/\\%/g, '%')
    .replaceAll('**', '')
}

const COMMAND = /\\([a-zA-Z]+)\s?/g

function plainFormula(formula: string): string {
  return formula
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
    .replace(/\^\s*\{?\s*\\(?:circ|degree)\s*\}?/g, '°')
    .replace(/[{}]/g, '')
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/\\%/g, '%')
}
