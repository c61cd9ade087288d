// An RTF file becomes a draft: groups hand their looks down, words are decoded by font, tables are set on a grid.
import type { Draft } from '../../model/draft.ts'
import { UnreadableError } from '../../model/errors.ts'
import { type Message, report } from '../../model/message.ts'
import { append, bulletMark } from '../flow.ts'
import { refusePictures } from '../pictures.ts'
import { codePageOf, decodeBytes, type Font, isSymbolFont, signOf } from './charsets.ts'
import { asideOf, destinationOf } from './destinations.ts'
import { addToFlow, closeFlow, closeTable, newFlow } from './flows.ts'
import { type Context, type State, startState, top } from './state.ts'
import { type Token, tokenize } from './tokens.ts'
import { readBodyWord } from './words.ts'

const DEEPEST = 1000
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t', nbsp: '\u00a0', hyphen: '-', softhyphen: '\u00ad', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”',
  bullet: '•', emspace: ' ', enspace: ' ', qmspace: ' ',
} // biome-ignore format: signs side by side

/** Reads RTF. Throws UnreadableError: groups nested too deeply, pictures and no words. */
export function readRtf(bytes: Uint8Array): Draft {
  const body = newFlow('body')
  const context: Context = {
    stack: [startState(body)],
    body,
    asides: [],
    fonts: new Map(),
    levels: new Map(),
    codePage: 1252,
    defaultFont: 0,
    pending: '',
    skip: 0,
    isStarred: false,
    isGroupStart: false,
    ignored: new Set(),
  }
  let isWhole = false
  for (const token of tokenize(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))) {
    readToken(token, context)
    isWhole = token.kind === 'close' && context.stack.length === 1
    if (isWhole) break
  }
  flushBytes(context)
  while (context.stack.length > 1) closeGroup(context)
  const messages: Message[] = [...context.ignored].map((what) => report('read/ignored', null, { what }))
  if (!isWhole) messages.push(report('read/cut-off', null))
  const blocks = closeFlow(body, top(context)).concat(context.asides)
  if (context.ignored.has('pict')) refusePictures(blocks)
  return {
    blocks,
    pages: [],
    mediaType: 'application/rtf',
    textOrigin: 'document',
    encoding: null,
    signatures: [],
    engines: {},
    messages,
  }
}

function readToken(token: Token, context: Context): void {
  if (token.kind === 'bytes') {
    context.isGroupStart = false
    addBytes(token.bytes, context)
    return
  }
  flushBytes(context)
  if (token.kind === 'word' && context.skip > 0) {
    // A sign may stand for the letter; any other word says that nothing stands for it.
    context.skip = Object.hasOwn(SIGNS, token.name) ? context.skip - 1 : 0
    if (Object.hasOwn(SIGNS, token.name)) return
  }
  if (token.kind === 'open') openGroup(context)
  else if (token.kind === 'close') closeGroup(context)
  else if (token.kind === 'star') context.isStarred = true
  else {
    readWord(token.name, token.value, context)
    context.isStarred = false
    context.isGroupStart = false
  }
}

function openGroup(context: Context): void {
  if (context.stack.length > DEEPEST)
    throw new UnreadableError(
      'damaged',
      'the RTF file is damaged: its groups are nested too deeply',
      'tệp RTF bị hỏng: các nhóm lồng nhau quá sâu',
    )
  context.stack.push({ ...top(context) })
  context.skip = 0
  context.isStarred = false
  context.isGroupStart = true
}

function closeGroup(context: Context): void {
  context.skip = 0
  if (context.stack.length === 1) return
  const inner = context.stack.pop()!
  const outer = top(context)
  if (inner.entry !== outer.entry) endEntry(inner, context)
  if (inner.mark && !outer.mark) endMark(inner.mark, inner, outer)
  if (inner.field && inner.field !== outer.field && !inner.field.hasWords) addSymbolField(inner.field.instruction, inner)
  if (inner.flow !== outer.flow) endAside(inner, outer, context)
}

function endAside(inner: State, outer: State, context: Context): void {
  const blocks = closeFlow(inner.flow, inner)
  const inRow = outer.flow.isRowOpen || outer.inTable
  if (!inRow) closeTable(outer.flow)
  const target = inner.flow.kind !== 'box' ? context.asides : inRow ? outer.flow.cell : outer.flow.blocks
  append(target, blocks)
}

function endMark({ text, isSymbol }: NonNullable<State['mark']>, inner: State, outer: State): void {
  const sign = text.trim()
  if (sign === '') return
  const isBullet = sign.length === 1 && (isSymbol || sign === 'o' || !/[\p{L}\p{N}]/u.test(sign))
  addToFlow(outer.flow, `${isBullet ? bulletMark(sign, isSymbol) : sign} `, inner.bold, inner.italic)
}

/** `SYMBOL 179 \f "Symbol"`: the field alone says what is printed. */
function addSymbolField(instruction: string, state: State): void {
  const code = /^\s*SYMBOL\s+(\d{1,5})/i.exec(instruction)?.[1]
  if (code) addToFlow(state.flow, signOf(String.fromCharCode(Number(code))), state.bold, state.italic)
}

function endEntry({ destination, entry }: State, context: Context): void {
  const name = entry.name.replace(/;[\s\S]*$/, '').trim()
  if (destination === 'fonts')
    context.fonts.set(entry.id, {
      codePage: entry.codePage ?? codePageOf(entry.charset),
      isSymbol: isSymbolFont(entry.charset, name),
    })
  const level = /^heading (\d)$/i.exec(name)?.[1]
  if (destination === 'styles' && level) context.levels.set(entry.id, Number(level))
}

function addBytes(bytes: string, context: Context): void {
  const skipped = Math.min(context.skip, bytes.length)
  context.skip -= skipped
  const state = top(context)
  if (state.destination === 'skip') return
  const rest = bytes.slice(skipped)
  if (state.destination === 'instruction') {
    if (state.field && state.field.instruction.length < 200) state.field.instruction += rest
  } else if (state.destination !== 'body') {
    if (state.entry.name.length < 200) state.entry.name += rest
  } else context.pending += rest
}

/** Letters of several bytes are whole only when all that stands together is decoded at once. */
function flushBytes(context: Context): void {
  if (context.pending === '') return
  const font = fontOf(context)
  const bytes = context.pending
  context.pending = ''
  addLetters(font?.isSymbol ? bytes : decodeBytes(bytes, font?.codePage ?? context.codePage), context)
}

function fontOf(context: Context): Font | undefined {
  const { font } = top(context)
  return context.fonts.get(font < 0 ? context.defaultFont : font)
}

function addLetters(text: string, context: Context): void {
  const state = top(context)
  if (state.destination !== 'body' || state.isHidden || state.isDeleted) return
  if (state.field) state.field.hasWords = true
  const isSymbol = fontOf(context)?.isSymbol ?? false
  if (state.mark) {
    state.mark.text += text
    state.mark.isSymbol ||= isSymbol && text.trim() !== ''
    return
  }
  // Word gives the signs of symbol fonts private letters: U+F000 and their code.
  const shown = isSymbol ? Array.from(text, signOf).join('') : text.replace(/[\uf020-\uf0ff]/g, signOf)
  addToFlow(state.flow, shown, state.bold, state.italic)
}

function readWord(name: string, value: number | null, context: Context): void {
  const state = top(context)
  if (state.destination === 'skip' && !(name === 'ud' && context.isStarred)) return
  if (context.isGroupStart || context.isStarred) {
    if (openDestination(name, state, context)) return
  }
  if (state.destination === 'fonts' || state.destination === 'styles') {
    readEntryWord(name, value, state, context)
    return
  }
  if (name === 'u') {
    const code = value ?? 0
    addLetters(String.fromCharCode(code < 0 ? code + 0x10000 : code), context)
    context.skip = state.fallback
  } else if (Object.hasOwn(SIGNS, name)) addLetters(SIGNS[name]!, context)
  else if (state.destination === 'body') readBodyWord(name, value, state, context)
}

/** Whether the word names what its group is for. */
function openDestination(name: string, state: State, context: Context): boolean {
  const aside = asideOf(name)
  const destination = destinationOf(name, context.isStarred)
  if (name === 'pict' || name === 'objdata') context.ignored.add(name === 'pict' ? 'pict' : 'object')
  if (name === 'upr') state.destination = 'skip'
  else if (name === 'ud') state.destination = context.stack.at(-3)?.destination ?? 'body'
  else if (name === 'field') state.field = { instruction: '', hasWords: false }
  else if (name === 'listtext' || name === 'pntext') state.mark = { text: '', isSymbol: false }
  else if (name === 'fldrslt') {
    // Page numbers are left out of the text.
    if (state.flow.kind === 'running-head' && /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?![A-Z])/i.test(state.field?.instruction ?? ''))
      state.destination = 'skip'
  } else if (aside) {
    // A box in a running head is a part of it.
    const kind = aside === 'box' && state.flow.kind !== 'body' ? state.flow.kind : aside
    Object.assign(state, { ...startState(newFlow(kind)), font: state.font, fallback: state.fallback })
  } else if (destination) state.destination = destination
  else return false
  return true
}

function readEntryWord(name: string, value: number | null, state: State, context: Context): void {
  if (name === (state.destination === 'fonts' ? 'f' : 's')) {
    // Entries need no groups of their own.
    if (state.entry !== context.stack.at(-2)?.entry) endEntry(state, context)
    state.entry = { id: value ?? 0, charset: 1, codePage: null, name: '' }
  } else if (name === 'fcharset') state.entry.charset = value ?? 0
  else if (name === 'cpg') state.entry.codePage = value
}
