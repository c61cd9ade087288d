// Lines become the edits that turn their legacy runs into Unicode: the cheapest way through all words, where changing the encoding costs too.
import type { LegacyEncoding, Reading } from './letters.ts'
import { type Candidate, costsOf, LEGACY_WORD, ODD, RARE, type WordCosts } from './words.ts'

/** `length` UTF-16 units of a line from `start` on become `text`. */
export type Edit = { start: number; length: number; text: string }

export type LegacyRuns = {
  /** For each line, its edits from left to right. */
  edits: Edit[][]
  /** Decoded words, those among them that are no Vietnamese syllable, and words of marked letters in all. */
  decoded: Record<LegacyEncoding, string[]>
  doubtful: string[]
  restored: string[]
  marked: number
}

type Word = { line: number; start: number; text: string; isAscii: boolean; costs: WordCosts }

const STATES = ['unicode', 'tcvn3', 'vni'] as const

// A word alone among Unicode words must prove its encoding to cost more than the way there and back.
const CHANGE = 3
const ENOUGH_PROOFS = 3
// Where so many times more words can only be Unicode, a word that is common so and rare otherwise is Unicode among legacy words too.
const MOSTLY = 4
const CHANGE_WHEN_PROVED = 1.75
const CHANGE_AT_LINE_WHEN_PROVED = 1

const ASCII = /^\p{ASCII}*$/u
// How far around a lone sign its meaning is looked for.
const NEAR = 120
const SPELLED = /[^\s\d.,;:()/]+/gu

export function findRuns(lines: readonly string[]): LegacyRuns {
  const words = wordsOf(lines)
  const runs: LegacyRuns = { edits: lines.map(() => []), decoded: { tcvn3: [], vni: [] }, doubtful: [], restored: [], marked: 0 }
  for (const { isAscii } of words) if (!isAscii) runs.marked++
  if (words.every(({ costs }) => costs.unicode < ODD) || !mayBeLegacy(words)) return runs
  const states = cheapestStates(words)
  const hyphens = words.filter(({ isAscii, costs }, i) => states[i] === 'tcvn3' && costs.tcvn3.hasHyphens && !isAscii).length
  words.forEach(({ line, start, text, isAscii, costs }, i) => {
    const state = states[i]!
    if (state === 'unicode') return
    const read = costs[state]
    if (isAscii && hyphens < ENOUGH_PROOFS) return
    const own = text.length === 1 && !standsForLetter(lines[line]!, start) ? [] : editsOf(read, start)
    if (own.length === 0) return
    runs.edits[line]!.push(...own)
    const decoded = applyEdits(text, editsOf(read, 0))
    runs.decoded[state].push(decoded)
    if (!read.isSyllable) runs.doubtful.push(decoded)
    if (read.isRestored) runs.restored.push(decoded)
  })
  for (const [i, own] of runs.edits.entries()) capitalise(lines[i]!, own)
  return runs
}

/** The text with its edits made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let done = ''
  let at = 0
  for (const { start, length, text: letter } of edits) {
    done += text.slice(at, start) + letter
    at = start + length
  }
  return done + text.slice(at)
}

function wordsOf(lines: readonly string[]): Word[] {
  const words: Word[] = []
  lines.forEach((text, line) => {
    if (ASCII.test(text) && !text.includes('-')) return
    for (const { 0: word, index: start } of text.matchAll(LEGACY_WORD)) {
      const isAscii = ASCII.test(word)
      if (isAscii && (!word.includes('-') || isMark(text, start, word))) continue
      const costs = costsOf(word)
      if (!isAscii || costs.tcvn3.hasHyphens) words.push({ line, start, text: word, isAscii, costs })
    }
  })
  return words
}

/** Whether any run of words gains more by leaving Unicode than the way there and back costs. */
function mayBeLegacy(words: readonly Word[]): boolean {
  let gain = 0
  for (const { costs } of words) {
    if (costs.proves) return true
    gain = Math.max(0, gain + costs.unicode - Math.min(costs.tcvn3.cost, costs.vni.cost))
    if (gain > 2 * CHANGE) return true
  }
  return false
}

/** “a-” and “B-” at the start of a line, “/KH-”, “Covid-19”. */
function isMark(line: string, start: number, text: string): boolean {
  if (/[\d/]/.test(line[start - 1] ?? '') || /\d/.test(line[start + text.length] ?? '')) return true
  return /^[a-h]-$/i.test(text) && start < NEAR && line.slice(0, start).trim() === ''
}

function cheapestStates(words: readonly Word[]): (typeof STATES)[number][] {
  const proofs = { tcvn3: 0, vni: 0 }
  for (const { costs } of words) if (costs.proves) proofs[costs.proves]++
  const changeTo = (state: (typeof STATES)[number], isNewLine: boolean) => {
    if (state === 'unicode') return 0
    if (proofs[state] < ENOUGH_PROOFS) return CHANGE
    return isNewLine ? CHANGE_AT_LINE_WHEN_PROVED : CHANGE_WHEN_PROVED
  }
  const from = new Uint8Array(words.length * STATES.length)
  const sure = words.filter(
    ({ isAscii, costs }) => !isAscii && costs.unicode < ODD && Math.min(costs.tcvn3.cost, costs.vni.cost) > RARE,
  ).length
  const isOld = Math.max(proofs.tcvn3, proofs.vni) > sure
  let sums: number[] = STATES.map((state) =>
    state === 'unicode' ? (isOld ? CHANGE_AT_LINE_WHEN_PROVED : 0) : isOld && proofs[state] > sure ? 0 : changeTo(state, true),
  )
  const isMostlyUnicode = sure > MOSTLY * Math.max(proofs.tcvn3, proofs.vni)
  const doubt = (costs: WordCosts, state: LegacyEncoding) =>
    isMostlyUnicode && costs.unicode === 0 && costs[state].cost >= RARE ? 2 * CHANGE : 0
  words.forEach(({ line, costs }, i) => {
    const isNewLine = i > 0 && words[i - 1]!.line !== line
    const change = STATES.map((state) => changeTo(state, isNewLine))
    const before = sums
    sums = STATES.map((state, to) => {
      let best = to
      if (i > 0) {
        STATES.forEach((_, other) => {
          const cost = before[other]! + (other === to ? 0 : Math.max(change[other]!, change[to]!))
          const kept = before[best]! + (best === to ? 0 : Math.max(change[best]!, change[to]!))
          if (cost < kept) best = other
        })
      }
      from[i * STATES.length + to] = best
      const way = best === to ? 0 : Math.max(change[best]!, change[to]!)
      return before[best]! + way + (state === 'unicode' ? costs.unicode : costs[state].cost + doubt(costs, state))
    })
  })
  sums = sums.map((sum, i) => sum + (isOld ? 0 : changeTo(STATES[i]!, true)))
  const states: (typeof STATES)[number][] = []
  let state = sums.indexOf(Math.min(...sums))
  for (let i = words.length - 1; i >= 0; i--) {
    states[i] = STATES[state]!
    state = from[i * STATES.length + state]!
  }
  return states
}

function editsOf({ letters }: Candidate, offset: number): Edit[] {
  return letters.map(({ start, length, letter }: Reading) => ({ start: start + offset, length, text: letter! }))
}

/** Whether a sign that stands alone is a word (« nhiễm, ë) and no bullet, quote, unit, or sign between figures. */
function standsForLetter(line: string, at: number): boolean {
  const sign = line[at]!
  const before = line.slice(Math.max(0, at - NEAR), at).trimEnd()
  const after = line.slice(at + 1, at + NEAR)
  if (/[Ø×ª·»©¨¡-¦¼½¾\u00AD]/u.test(sign)) return false
  if (sign === '§' || sign === '®') return /^[/.)]/u.test(after)
  if (sign === '«') return !after.includes('»') && /^\s+\p{L}/u.test(after)
  if (sign === 'ü' && before === '') return false
  return !/\d$/u.test(before) || /\p{L}/u.test(sign)
}

/** TCVN3 has no marked capitals, a second font draws them: letters among plain capitals, and words beside such words, are capitals. */
function capitalise(line: string, edits: readonly Edit[]): void {
  if (edits.length === 0) return
  let next = 0
  const words = Array.from(line.matchAll(SPELLED), ({ 0: word, index }) => {
    const first = next
    while (next < edits.length && edits[next]!.start < index + word.length) next++
    const own = edits.slice(first, next)
    const hasNoSmall = !/[a-z]/.test(word)
    const hasLow = own.some(({ text }) => text !== text.toUpperCase())
    return { own, mayBe: hasNoSmall && /[A-Z]/.test(word), must: hasNoSmall && hasLow && /[A-Z].*[A-Z]/.test(word) }
  })
  const isTitle = !/[a-z]/.test(line) && (words.some(({ must }) => must) || isSpelledOut(line, words))
  words.forEach(({ own, mayBe, must }, i) => {
    const isBeside = mayBe && (words[i - 1]?.must || words[i + 1]?.must)
    if (isTitle || must || isBeside) for (const edit of own) edit.text = edit.text.toUpperCase()
  })
}

/** “Së Y TÕ”: a line of capitals where each word happens to have one plain letter. */
function isSpelledOut(line: string, words: readonly { mayBe: boolean }[]): boolean {
  return words.length >= 3 && !/[\d/]/.test(line) && words.every(({ mayBe }) => mayBe)
}
