// A clause becomes terms with tags, by a lexicon, and patterns over tags name its parts; the door of compromise.
//
// compromise/one brings the look-up of words and phrases, the match syntax and its engine. Ours are the terms, because its own
// splitter and cleaner are English ones (đạt becomes dat, 12,5 becomes 125), and a world for each lexicon, because its own is global.
import { createRequire } from 'node:module'
import { foldText } from './fold.ts'

export type Term = {
  text: string
  /** What the lexicon knows it by. */
  normal: string
  tags: Set<string>
  /** Offsets in the text that was read. */
  start: number
  end: number
  index: [number, number]
  pre: string
  post: string
}

/** Tags by written form (`formKey`); longer phrases win over the words in them. */
type Forms = ReadonlyMap<string, readonly string[]>

export type Grammar = {
  /** Terms of a stretch: numbers, signs, and the words and phrases of the lexicon. */
  read: (text: string, start?: number, end?: number) => Term[]
  /** Whether the first word of the text begins a form with the tag: cheaper than reading it. */
  mayBegin: (text: string, tag: string) => boolean
}

/** A match: the terms that it took, and those of each named group. */
export type Match = { terms: Term[]; groups: Readonly<Record<string, Term[]>> }

type Pattern = { regs: unknown[] }
type Pointer = [sentence: number, start: number, end: number]
type World = { methods: unknown; model: unknown }
type Engine = {
  parseMatch: (pattern: string, options: object, world: World) => unknown[]
  match: (docs: Term[][], todo: Pattern) => { ptrs: Pointer[]; byGroup: Record<string, Pointer[]> }
  expandLexicon: (words: Record<string, string[]>) => { lex: Record<string, string[]>; _multi: Record<string, number> }
  lexicon: (view: { world: World; docs: Term[][] }) => void
  world: World
}

let engine: Engine | undefined

/** Loaded when first needed; the one file of its build takes 14 ms, its 180 source files 80. */
function openEngine(): Engine {
  if (engine) return engine
  const nlp = createRequire(import.meta.url)('compromise/one')
  const { methods, compute } = nlp.world()
  engine = { ...methods.one, lexicon: compute.lexicon, world: nlp.world() } as Engine
  return engine
}

const TERM = /\d+(?:[.,]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\d]*|\S/gu

const FIRST = new RegExp(`^\\s*(?:${TERM.source})`, 'u')

/** The key of a written form: its terms with single blanks. */
export function formKey(form: string): string {
  return (foldText(form.normalize('NFC')).toLowerCase().match(TERM) ?? []).join(' ')
}

/** The grammar of a lexicon. */
export function makeGrammar(forms: Forms): Grammar {
  let world: World | undefined
  const firsts = new Map<string, Set<string>>()
  for (const [form, tags] of forms)
    for (const tag of tags) firsts.set(tag, (firsts.get(tag) ?? new Set()).add(form.split(' ', 1)[0]!))
  return {
    mayBegin: (text, tag) => firsts.get(tag)?.has(FIRST.exec(text)?.[0].trim().toLowerCase() ?? '') === true,
    read(text, start = 0, end = text.length) {
      const { lexicon } = openEngine()
      world ??= worldOf(forms)
      const terms = split(text, start, end)
      lexicon({ world, docs: [terms] })
      return joined(terms, text)
    },
  }
}

/** A lexicon as compromise wants it. Instead of tagging each word of a phrase, its length is kept, and it becomes one term. */
function worldOf(forms: Forms): World {
  const { lex, _multi } = openEngine().expandLexicon(Object.fromEntries([...forms].map(([form, tags]) => [form, [...tags]])))
  const setTag = (terms: (Term & { phrase?: number })[], tags: readonly string[]) => {
    terms[0]!.phrase = terms.length
    for (const term of terms) for (const tag of tags) term.tags.add(tag)
  }
  return { methods: { one: { setTag } }, model: { one: { lexicon: lex, _multiCache: _multi } } }
}

function split(text: string, start: number, end: number): Term[] {
  const terms: Term[] = []
  for (const found of text.slice(start, end).matchAll(TERM)) {
    const at = start + found.index
    const [printed] = found
    terms.push({
      text: printed,
      normal: printed.toLowerCase(),
      tags: new Set(),
      start: at,
      end: at + printed.length,
      index: [0, terms.length],
      pre: '',
      post: '',
    })
  }
  return terms
}

/** Each phrase of the lexicon becomes one term; what is left gets the tags of its kind. */
function joined(terms: readonly (Term & { phrase?: number })[], text: string): Term[] {
  const result: Term[] = []
  for (let i = 0; i < terms.length; i++) {
    const first = terms[i]!
    const last = terms[i + (first.phrase ?? 1) - 1]!
    i += (first.phrase ?? 1) - 1
    const term = {
      ...first,
      text: text.slice(first.start, last.end),
      end: last.end,
      index: [0, result.length] as [number, number],
    }
    if (first !== last) term.normal = term.text.toLowerCase()
    if (first.phrase === undefined) for (const tag of kindsOf(term, text)) term.tags.add(tag)
    result.push(term)
  }
  return result
}

/** Number, Sign, Word: what a term is that no lexicon knows. Inside TP.HCM, 15/KH and Y-Dược a sign is part of a word. */
function kindsOf({ text: printed, start, end }: Term, text: string): string[] {
  if (/^\d/.test(printed)) return /^(?:[1-9]\d*|0)$/.test(printed) ? ['Number', 'Word'] : ['Number']
  if (/\p{L}/u.test(printed)) return ['Word']
  const isGlued = /[/&.-]/.test(printed) && /[\p{L}\p{M}\d]{2}/u.test(text.charAt(start - 1) + text.charAt(end))
  return isGlued ? ['Sign', 'Word'] : ['Sign']
}

const patterns = new Map<string, Pattern>()

function compiled(source: string): Pattern {
  let pattern = patterns.get(source)
  if (!pattern) {
    const { parseMatch, world } = openEngine()
    pattern = { regs: parseMatch(source, {}, world) }
    patterns.set(source, pattern)
  }
  return pattern
}

/** All matches of a pattern in compromise's syntax, in order; `^` and `$` are the ends of these terms. */
export function matchesOf(source: string, terms: readonly Term[]): Match[] {
  if (terms.length === 0) return []
  const { ptrs, byGroup } = openEngine().match([terms as Term[]], compiled(source))
  const take = ([, start, end]: Pointer) => terms.slice(start, end)
  return ptrs.map((pointer) => ({
    terms: take(pointer),
    groups: Object.fromEntries(
      Object.entries(byGroup).flatMap(([name, pointers]) => {
        const own = pointers.find(([, start, end]) => start >= pointer[1] && end <= pointer[2])
        return own && own[2] > own[1] ? [[name, take(own)]] : []
      }),
    ),
  }))
}

export function matchOf(source: string, terms: readonly Term[]): Match | null {
  return matchesOf(source, terms)[0] ?? null
}
