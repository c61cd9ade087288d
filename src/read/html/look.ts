// The styles of a web page become the few looks that matter: bold, italic, alignment, hidden, list marks.
import type { Look } from '../../model/document.ts'

export type Style = {
  bold?: boolean
  italic?: boolean
  align?: Look['align']
  isHidden?: boolean
  isPre?: boolean
  /** How list items are marked: a name of CSS, or a type of HTML. */
  list?: string
  /** Word's own: the number of a list that it wrote as text. */
  isMark?: boolean
  isSymbol?: boolean
  /** Word's own: a part of the page that is not its body. */
  part?: string
}

/** Styles by simple selector: `p`, `.title`, `p.title`. */
export type StyleSheet = ReadonlyMap<string, Style>

const MOST_RULES = 20_000
const SYMBOL_FONT = /^["']?(?:symbol|wingdings|webdings)/i

/** The rules of `<style>` elements; selectors of more than one part are left out, as they say little about looks. */
export function readStyleSheet(css: string): StyleSheet {
  const sheet = new Map<string, Style>()
  const plain = css.replace(/<!--|-->/g, ' ').replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
  for (const rule of plain.split('}', MOST_RULES)) {
    const brace = rule.lastIndexOf('{')
    if (brace < 0) continue
    const style = readStyle(rule.slice(brace + 1))
    if (Object.keys(style).length === 0) continue
    for (const selector of rule.slice(0, brace).split(',')) {
      const name = selector.trim().toLowerCase()
      if (/^(?:[a-z][a-z\d]*)?(?:\.[^\s.:#>+~[\]]+)?$/.test(name) && name !== '')
        sheet.set(name, { ...sheet.get(name), ...style })
    }
  }
  return sheet
}

/** The declarations of a `style` attribute or of one rule. */
export function readStyle(text: string): Style {
  const style: Style = {}
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase()
    readDeclaration(name, value, style)
  }
  return style
}

function readDeclaration(name: string, value: string, style: Style): void {
  switch (name) {
    case 'font-weight':
      style.bold = /^bold/.test(value) || Number(value) >= 600
      return
    case 'font-style':
      style.italic = value === 'italic' || value.startsWith('oblique')
      return
    case 'font-family':
      style.isSymbol = SYMBOL_FONT.test(value)
      return
    case 'text-align':
      style.align = alignOf(value)
      return
    case 'display':
      style.isHidden = value === 'none'
      return
    case 'mso-hide':
      if (value === 'all' || value === 'screen') style.isHidden = true
      return
    case 'visibility':
      if (value === 'hidden' || value === 'collapse') style.isHidden = true
      return
    case 'white-space':
      style.isPre = value.startsWith('pre')
      return
    case 'list-style':
    case 'list-style-type':
      style.list = value.split(' ')[0]!
      return
    case 'mso-list':
      if (value === 'ignore') style.isMark = true
      return
    case 'mso-element':
      style.part = value
  }
}

export function alignOf(value: string | undefined): Look['align'] {
  if (value === 'center' || value === '-webkit-center' || value === 'middle') return 'center'
  if (value === 'right' || value === 'end') return 'right'
  if (value === 'justify') return 'justify'
  return value === 'left' || value === 'start' ? 'left' : null
}
