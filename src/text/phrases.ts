// A clause becomes terms with tags, by a lexicon, and patterns over tags name its parts; the door of compromise.
//
// compromise/one brings the match syntax and its engine. The terms and their look-up are ours, because its own splitter and cleaner
// are English ones (đạt becomes dat, 12,5 becomes 125) and its own lexicon is global, and slow where most words are in none.
import { createRequire } from 'node:module'
import { foldText } from './fold.ts'
import { BLANK, DIGIT, kindAt, kindOfUnit, LETTER, MARK, PAIR } from './letters.ts'

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
  /** Whether the first word of the text begins a form with one of the tags: cheaper than reading it. */
  mayBegin: (text: string, ...tags: readonly string[]) => boolean
}

/** A match: the terms that it took, and those of each named group. */
export type Match = { terms: Term[]; groups: Readonly<Record<string, Term[]>> }

type Reg = {
  start?: boolean
  end?: boolean
  optional?: boolean
  negative?: boolean
  word?: string
  tag?: string
  fastOr?: ReadonlySet<string>
  choices?: readonly (readonly Reg[])[]
  operator?: string
}
type Pattern = {
  regs: readonly Reg[]
  /** What the first term can be, where the pattern says that it begins there; what the last one is, where it ends there. */
  first: readonly Reg[]
  last: Reg | null
  /** Tags that a match cannot lack. */
  needs: readonly string[]
}
type Pointer = [sentence: number, start: number, end: number]
type Engine = {
  parseMatch: (pattern: string, options: object, world: unknown) => Reg[]
  match: (docs: Term[][], todo: Pattern) => { ptrs: Pointer[]; byGroup: Record<string, Pointer[]> }
  world: unknown
}

let engine: Engine | undefined

/** Loaded when first needed; the one file of its build takes 14 ms, its 180 source files 80. */
function openEngine(): Engine {
  if (engine) return engine
  const nlp = createRequire(import.meta.url)('compromise/one')
  engine = { ...nlp.world().methods.one, world: nlp.world() } as Engine
  return engine
}

/** What is known of the forms that begin with the words up to here. */
type Node = { tags: ReadonlySet<string> | null; next: Map<string, Node> | null }

/** The key of a written form: its terms with single blanks. */
export function formKey(form: string): string {
  const text = foldText(form.normalize('NFC')).toLowerCase()
  return split(text, 0, text.length)
    .map((term) => term.text)
    .join(' ')
}

/** The grammar of a lexicon. */
export function makeGrammar(forms: Forms): Grammar {
  const root: Node = { tags: null, next: new Map() }
  const firsts = new Map<string, Set<string>>()
  for (const [form, tags] of forms) {
    let node = root
    for (const word of form.split(' ')) {
      node.next ??= new Map()
      const next = node.next.get(word) ?? { tags: null, next: null }
      node.next.set(word, next)
      node = next
    }
    node.tags = new Set(tags)
    for (const tag of tags) firsts.set(tag, (firsts.get(tag) ?? new Set()).add(form.split(' ', 1)[0]!))
  }
  return {
    mayBegin(text, ...tags) {
      const first = firstWord(text)
      return tags.some((tag) => firsts.get(tag)?.has(first))
    },
    read: (text, start = 0, end = text.length) => joined(split(text, start, end), root, text),
  }
}

const WORD: ReadonlySet<string> = new Set(['Word'])
const SIGN_ALONE: ReadonlySet<string> = new Set(['Sign'])
const GLUED_SIGN: ReadonlySet<string> = new Set(['Sign', 'Word'])
const NUMBER: ReadonlySet<string> = new Set(['Number'])
const PLAIN_NUMBER: ReadonlySet<string> = new Set(['Number', 'Word'])

/** Numbers with their commas and dots, words, and signs one by one. */
function split(text: string, start: number, end: number): Term[] {
  const lower = text.slice(start, end).toLowerCase()
  const terms: Term[] = []
  for (let at = start; at < end; ) {
    const kind = kindAt(text, at)
    const to = kind === BLANK ? at + 1 : endOfTerm(text, at, end, kind)
    if (kind !== BLANK) {
      const printed = text.slice(at, to)
      // “İ” becomes two letters in lower case.
      const normal = lower.length === end - start ? lower.slice(at - start, to - start) : printed.toLowerCase()
      terms.push({ text: printed, normal, tags: WORD, start: at, end: to })
    }
    at = to
  }
  return terms
}

function endOfTerm(text: string, at: number, end: number, kind: number): number {
  const width = kindOfUnit(text.charCodeAt(at)) === PAIR && text.codePointAt(at)! > 0xffff ? 2 : 1
  let to = at + width
  if (kind === DIGIT) {
    while (to < end && isDigit(text, to)) to++
    while (to + 1 < end && (text[to] === '.' || text[to] === ',') && isDigit(text, to + 1)) {
      to += 2
      while (to < end && isDigit(text, to)) to++
    }
  } else if (kind === LETTER || kind === MARK) {
    while (to < end && (kindAt(text, to) & (LETTER | MARK | DIGIT)) !== 0) to += kindOfUnit(text.charCodeAt(to)) === PAIR ? 2 : 1
  }
  return Math.min(to, end)
}

function isDigit(text: string, at: number): boolean {
  return kindOfUnit(text.charCodeAt(at)) === DIGIT
}

function firstWord(text: string): string {
  let at = 0
  while (at < text.length && kindAt(text, at) === BLANK) at++
  return at < text.length ? text.slice(at, endOfTerm(text, at, text.length, kindAt(text, at))).toLowerCase() : ''
}

/** Each phrase of the lexicon, the longest that begins at its first word, becomes one term; what is left gets the tags of its kind. */
function joined(terms: readonly Term[], { next: firsts }: Node, text: string): Term[] {
  const result: Term[] = []
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]!
    let node = firsts!.get(term.normal)
    let last = i
    let tags: ReadonlySet<string> | null = null
    for (let k = i; node; node = node.next?.get(terms[++k]?.normal ?? '')) {
      if (!node.tags) continue
      tags = node.tags
      last = k
    }
    term.tags = tags ?? kindOf(term, text)
    if (last > i) {
      i = last
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
  const kind = kindAt(text, start)
  if (kind === DIGIT) return /^(?:[1-9]\d*|0)$/.test(printed) ? PLAIN_NUMBER : NUMBER
  if (kind === LETTER || (kind === MARK && /\p{L}/u.test(printed))) return WORD
  const isGlued = /[/&.-]/.test(printed) && isPartOfWord(text, start - 1) && isPartOfWord(text, end)
  return isGlued ? GLUED_SIGN : SIGN_ALONE
}

function isPartOfWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && (kindOfUnit(text.charCodeAt(at)) & (LETTER | MARK | DIGIT)) !== 0
}

const patterns = new Map<string, Pattern>()

function compiled(source: string): Pattern {
  let pattern = patterns.get(source)
  if (!pattern) {
    const { parseMatch, world } = openEngine()
    const regs = parseMatch(source, {}, world)
    const required = regs.findIndex((reg) => reg.optional !== true)
    const last = regs.at(-1)!
    pattern = {
      regs,
      first: regs[0]?.start === true && required >= 0 ? regs.slice(0, required + 1) : [],
      last: last.end === true && last.optional !== true ? last : null,
      needs: regs.flatMap(({ tag, optional, negative }) => (tag && optional !== true && negative !== true ? [tag] : [])),
    }
    patterns.set(source, pattern)
  }
  return pattern
}

/** Whether the engine need be asked: most patterns fail at their first or last term, or for want of a tag. */
function mayMatch({ first, last, needs }: Pattern, terms: readonly Term[]): boolean {
  if (first.length > 0 && !first.some((reg) => mayBe(reg, terms[0]!, 0))) return false
  if (last && !mayBe(last, terms.at(-1)!, -1)) return false
  return needs.every((tag) => terms.some(({ tags }) => tags.has(tag)))
}

/** False where the term is certainly not what this part of a pattern takes; `side` is the end of a choice that it stands at. */
function mayBe(reg: Reg, term: Term, side: 0 | -1): boolean {
  if (reg.negative === true || reg.operator === 'and') return true
  if (reg.word !== undefined) return reg.word === term.text || reg.word === term.normal
  if (reg.tag !== undefined) return term.tags.has(reg.tag)
  if (reg.fastOr !== undefined) return reg.fastOr.has(term.normal) || reg.fastOr.has(term.text)
  if (reg.choices !== undefined) return reg.choices.some((choice) => mayBe(choice.at(side)!, term, side))
  return true
}

/** All matches of a pattern in compromise's syntax, in order; `^` and `$` are the ends of these terms. */
export function matchesOf(source: string, terms: readonly Term[]): Match[] {
  if (terms.length === 0) return []
  const pattern = compiled(source)
  if (!mayMatch(pattern, terms)) return []
  const { ptrs, byGroup } = openEngine().match([terms as Term[]], pattern)
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
