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
  tags: ReadonlySet<string>
  /** Offsets in the text that was read. */
  start: number
  end: number
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
  expandLexicon: (words: Record<string, ReadonlySet<string>>) => {
    lex: Record<string, ReadonlySet<string>>
    _multi: Record<string, number>
  }
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

const TERM = /\d+(?:[.,]\d+)*|[\p{sc=Latn}\u0300-\u036f][\p{sc=Latn}\u0300-\u036f\d]*|\S/gu

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

type Draft = Term & { phrase?: number }

/** A lexicon as compromise wants it. Instead of tagging each word of a phrase, its length is kept, and it becomes one term. */
function worldOf(forms: Forms): World {
  const { lex, _multi } = openEngine().expandLexicon(Object.fromEntries([...forms].map(([form, tags]) => [form, new Set(tags)])))
  const setTag = (terms: Draft[], tags: ReadonlySet<string>) => {
    terms[0]!.phrase = terms.length
    for (const term of terms) term.tags = tags
  }
  return { methods: { one: { setTag } }, model: { one: { lexicon: lex, _multiCache: _multi } } }
}

const UNKNOWN: ReadonlySet<string> = new Set()
const WORD: ReadonlySet<string> = new Set(['Word'])
const SIGN: ReadonlySet<string> = new Set(['Sign'])
const GLUED_SIGN: ReadonlySet<string> = new Set(['Sign', 'Word'])
const NUMBER: ReadonlySet<string> = new Set(['Number'])
const PLAIN_NUMBER: ReadonlySet<string> = new Set(['Number', 'Word'])

function split(text: string, start: number, end: number): Draft[] {
  const terms: Draft[] = []
  for (const found of text.slice(start, end).matchAll(TERM)) {
    const [printed] = found
    const at = start + found.index
    terms.push({ text: printed, normal: printed.toLowerCase(), tags: UNKNOWN, start: at, end: at + printed.length })
  }
  return terms
}

/** Each phrase of the lexicon becomes one term; what is left gets the tags of its kind. */
function joined(terms: readonly Draft[], text: string): Term[] {
  const result: Term[] = []
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]!
    if (term.phrase === undefined) term.tags = kindOf(term, text)
    else if (term.phrase > 1) {
      i += term.phrase - 1
      term.end = terms[i]!.end
      term.text = text.slice(term.start, term.end)
      term.normal = term.text.toLowerCase()
    }
    result.push(term)
  }
  return result
}

/** Number, Sign, Word: what a term is that no lexicon knows. Inside TP.HCM, 15/KH and Y-Dược a sign is part of a word. */
function kindOf({ text: printed, start, end }: Term, text: string): ReadonlySet<string> {
  if (/^\d/.test(printed)) return /^(?:[1-9]\d*|0)$/.test(printed) ? PLAIN_NUMBER : NUMBER
  if (/\p{sc=Latn}/u.test(printed)) return WORD
  const isGlued = /[/&.-]/.test(printed) && /[\p{sc=Latn}\u0300-\u036f\d]{2}/u.test(text.charAt(start - 1) + text.charAt(end))
  return isGlued ? GLUED_SIGN : SIGN
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
