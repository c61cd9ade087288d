// One word becomes what it costs to take it for Unicode, for TCVN3 and for VNI: nothing where that gives a Vietnamese syllable.
import { isCommonSyllable } from '../../text/common-syllables.ts'
import { isSyllable } from '../../text/syllables.ts'
import { type LegacyEncoding, type Reading, readLetters } from './letters.ts'

export type Candidate = {
  cost: number
  letters: Reading[]
  isSyllable: boolean
  /** A plain hyphen stands for the soft hyphen that is ư in TCVN3: some PDF writers draw the one for the other. */
  hasHyphens: boolean
  /** Letters that the file has lost were put back. */
  isRestored: boolean
}

export type WordCosts = {
  unicode: number
  tcvn3: Candidate
  vni: Candidate
  /** No Unicode text has such a word, and the encoding makes a syllable of it. */
  proves: LegacyEncoding | null
}

/** Words with all the signs that stand for letters in TCVN3, hyphens included. */
export const LEGACY_WORD = /-?[\p{L}\p{M}¡-®µ-¹»-¾×÷]+(?:-[\p{L}\p{M}¡-®µ-¹»-¾×÷]+)*-?/gu

/** No syllable: a name, a foreign word, a misprint. */
export const ODD = 4
const IMPOSSIBLE = 7
const NO_SYLLABLE = 5
const STRANGE = 5.5
/** A syllable that administrative papers hardly use. */
export const RARE = 2
const ABBREVIATED = 0.5
const RESTORED = 2.5

const ASCII = /^\p{ASCII}*$/u
// TCVN3: a sign inside a word, or a capital behind a small letter.
const TCVN3_SHAPE = /[¡-®µ-¹»-¾×÷]\p{L}|\p{L}[¡-®µ-¸»-¾×÷]|[¡-®µ-¹»-¾×÷]{2}|[a-zß-ÿ¡-®µ-¹»-¾×÷][À-Þ]/u
const SIGN_INSIDE = /[¡-§©¬®¶-¸¼-¾][\p{L}¡-®µ-¹»-¾×÷]/u
// VNI: a vowel with a second vowel letter for its mark.
const VNI_SHAPE = /[aeouyôö][øûåäëü]|[aeo]â|aê|[ôö][ùõï]/iu
// What stands around words in Unicode text: quotes, a bullet, the number of a footnote.
const OUTER = /^[«·]+|[»¹®©]+$/gu
const MIXED_CASE = /\p{Ll}\p{Lu}/u
const HORNED = /^[ơờớởỡợ]$/u
const UNITS = /^(?:µ|μ)[glmMLA]?$/u
const LEGACY_ABBREVIATION: Readonly<Record<LegacyEncoding, RegExp>> = {
  tcvn3: /^(?:[A-Z]+§[A-Z]*|§[A-Z]{2,})$/,
  vni: /^(?:[A-Z]+Ñ[A-Z]*|Ñ[A-Z]{2,})$/,
}

const LONGEST = 40
const NOTHING: Candidate = { cost: IMPOSSIBLE, letters: [], isSyllable: false, hasHyphens: false, isRestored: false }
const NO_WORD: WordCosts = { unicode: 0, tcvn3: NOTHING, vni: NOTHING, proves: null }

const known = new Map<string, WordCosts>()
const MOST_KNOWN = 20_000

export function costsOf(word: string): WordCosts {
  if (word.length > LONGEST) return NO_WORD
  let costs = known.get(word)
  if (!costs) {
    if (known.size >= MOST_KNOWN) known.clear()
    costs = weigh(word)
    known.set(word, costs)
  }
  return costs
}

function weigh(word: string): WordCosts {
  const tcvn3 = readTcvn3(word)
  const vni = candidate(word, 'vni')
  const parts = word.split('-')
  const cost = Math.max(...parts.map(unicodeCost))
  const proves =
    cost < ODD
      ? null
      : tcvn3.cost <= ABBREVIATED && isShaped(word, 'tcvn3')
        ? 'tcvn3'
        : vni.cost <= ABBREVIATED && isShaped(word, 'vni')
          ? 'vni'
          : null
  const isStrange = cost >= ODD && tcvn3.cost < IMPOSSIBLE && SIGN_INSIDE.test(word)
  return { unicode: proves ? IMPOSSIBLE : isStrange ? STRANGE : cost, tcvn3, vni, proves }
}

function isShaped(word: string, encoding: LegacyEncoding): boolean {
  if (LEGACY_ABBREVIATION[encoding].test(word)) return true
  return encoding === 'tcvn3' ? TCVN3_SHAPE.test(word.replace(/^·/, '')) : VNI_SHAPE.test(word)
}

function unicodeCost(part: string): number {
  if (ASCII.test(part) || UNITS.test(part) || part.length === 1) return 0
  const bare = part.replace(OUTER, '').replaceAll('\u00AD', '')
  const soft = part.includes('\u00AD') ? 1 : 0
  if (ASCII.test(bare)) return soft
  if (MIXED_CASE.test(bare) || !isSyllable(bare)) return ODD + soft
  return rarity(bare) + soft
}

function partCost(part: string, spelled: string, isRestored: boolean): number {
  if (part.length === 1) return 0
  if (isSyllable(spelled)) return rarity(spelled)
  return isRestored ? RESTORED : NO_SYLLABLE
}

function rarity(word: string): number {
  return isCommonSyllable(word) ? 0 : RARE
}

/** Soft hyphens come as hyphens from some PDF writers: `tr-íc` is trước where the whole is a syllable. */
function readTcvn3(word: string): Candidate {
  if (!word.includes('-')) return candidate(word, 'tcvn3')
  const lone = /^-?\p{L}-?$/u.test(word)
  for (const [start, end] of lone
    ? [[0, 0]]
    : [
        [1, 1],
        [0, 1],
        [1, 0],
        [0, 0],
      ]) {
    const from = start && word.startsWith('-') ? 1 : 0
    const to = word.length - (end && word.endsWith('-') ? 1 : 0)
    const core = word.slice(from, to)
    if (!core.includes('-') || core.split('-').every((part) => part !== '' && isSyllable(part))) continue
    const letters = readLetters(core.replaceAll('-', '\u00AD'), 'tcvn3')
    if (!isSyllable(spell(core, letters))) continue
    return { cost: 0, letters: found(letters, from), isSyllable: true, hasHyphens: true, isRestored: false }
  }
  return candidate(word, 'tcvn3')
}

function candidate(word: string, encoding: LegacyEncoding): Candidate {
  let cost = 0
  let start = 0
  let allSyllables = true
  let isRestored = false
  const letters: Reading[] = []
  for (const part of word.split('-')) {
    const own = readLetters(part, encoding)
    const spelled = spell(part, own)
    const isGood = isSyllable(spelled)
    const restored = isGood || encoding === 'vni' ? null : withLostLetter(part, own)
    if (!ASCII.test(part) && !UNITS.test(part) && part.length > 0) {
      const isForeign = own.some(({ start: at, letter }) => letter === null && part.charCodeAt(at) > 0x7f)
      const isShort = LEGACY_ABBREVIATION[encoding].test(part)
      cost = Math.max(cost, isForeign ? IMPOSSIBLE : isShort ? ABBREVIATED : partCost(part, spelled, restored !== null))
      isRestored ||= restored !== null
      allSyllables &&= isGood || isShort || restored !== null
      if (!isForeign) letters.push(...found(restored ?? own, start))
    }
    start += part.length + 1
  }
  return { cost, letters, isSyllable: allSyllables, hasHyphens: false, isRestored }
}

/** Programs that hide soft hyphens lose the ư of TCVN3: no rime but ươc, ươn, ương … has ơ where these have it. */
function withLostLetter(part: string, own: readonly Reading[]): Reading[] | null {
  const restored = own.map((each) => (each.letter && HORNED.test(each.letter) ? { ...each, letter: `ư${each.letter}` } : each))
  return isSyllable(spell(part, restored)) ? restored : null
}

function found(letters: readonly Reading[], offset: number): Reading[] {
  return letters.filter(({ letter }) => letter !== null).map((each) => ({ ...each, start: each.start + offset }))
}

/** The word as the readings spell it. */
function spell(word: string, letters: readonly Reading[]): string {
  return letters.map(({ start, length, letter }) => letter ?? word.slice(start, start + length)).join('')
}
