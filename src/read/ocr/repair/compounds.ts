// Words of a line become the compounds that they are parts of, where an engine took a mark for another.
//
//   "Tô chức đâu thâu" => Tổ chức đấu thầu    "KÉ HOẠCH" => KẾ HOẠCH    "SỞ Y TẺ" => SỞ Y TẾ    "điều kiện thực tế" => none

import { isCommonSyllable } from '../../../text/common-syllables.ts'
import { foldText, plainLetters } from '../../../text/fold.ts'
import { isSyllable } from '../../../text/syllables.ts'
import { type Entry, entryOf, LONGEST_ENTRY } from './lexicon.ts'
import { markDistance } from './marks.ts'

/** A word of a line, its letters apart from the marks around them. */
export type Token = { lead: string; core: string; tail: string; confidence: number }

// Marks that may be wrong where every word seen is itself common and sure, and where one is not.
const LITTLE = 1
const MUCH = 2
// How much farther the second reading must be.
const CLEAR = 0.9
const SURE = 0.8
const NO_WORDS = new Set('buối chuấn điến ốn phấm triến tuối'.split(' '))
const HOOKED: Readonly<Record<string, string>> = { ấ: 'ẩ', ế: 'ể', ố: 'ổ' }
const FAMILIES = new Set('nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi ngô đinh trịnh'.split(' '))
const PLACE_WORDS = new Set(['tinh', 'pho', 'ubnd', 'te', 'tp', 'dan'])

/** A run of words and the letters that they shall have. */
export type Reading = {
  from: number
  to: number
  cores: string[]
  /** The engine itself doubted a word, or marks stand on capitals, where engines see them worst, or it is a slip of engines. */
  isLikely: boolean
  /** A hook was taken for an acute: an engine that sees everything else well does that too. */
  isSlip: boolean
}

/** Readings of runs that say something else as they stand, from left to right. */
export function repairCompounds(tokens: readonly Token[]): Reading[] {
  const plain = tokens.map(({ core }) => plainLetters(core))
  const readings: Reading[] = []
  const taken = tokens.map(() => false)
  // The longest first, and of one length what reads well as it stands: “điều kiện | thực tế” holds no “kiến thức”.
  for (const { from, to, entry, isMeant } of spansOf(tokens, plain)) {
    if (!isFree(taken, from, to)) continue
    if (isMeant) {
      taken.fill(true, from, to)
      continue
    }
    const reading = readingOf(tokens, plain, from, to, entry)
    if (!reading) continue
    taken.fill(true, from, to)
    readings.push(reading)
  }
  return readings.sort((a, b) => a.from - b.from)
}

/** Entries of the lexicon over runs of words with no mark between them but a comma that belongs there. */
function spansOf(tokens: readonly Token[], plain: readonly string[]) {
  const spans: { from: number; to: number; entry: Entry; isMeant: boolean }[] = []
  for (let from = 0; from < tokens.length; from++) {
    let key = plain[from]!
    for (let to = from + 2; to <= Math.min(tokens.length, from + LONGEST_ENTRY); to++) {
      const between = tokens[to - 2]!.tail
      if ((between !== '' && between !== ',') || tokens[to - 1]!.lead !== '') break
      key += `${between} ${plain[to - 1]}`
      const entry = entryOf(key)
      if (entry) spans.push({ from, to, entry, isMeant: entry.forms.includes(formOf(tokens, from, to)) })
    }
  }
  return spans.sort((a, b) => b.to - b.from - (a.to - a.from) || Number(b.isMeant) - Number(a.isMeant) || a.from - b.from)
}

function readingOf(tokens: readonly Token[], plain: readonly string[], from: number, to: number, entry: Entry): Reading | null {
  const own = tokens.slice(from, to)
  const isName = own.slice(1).some(({ core }) => /^\p{Lu}\p{Ll}/u.test(core))
  const isInCapitals = own.every(({ core }) => !/\p{Ll}/u.test(core))
  if (entry.isProvince ? !isPlace(tokens, plain, from, to) : isName) return null
  const seen = formOf(tokens, from, to)
  const [best, second] = entry.forms
    .map((form) => ({ form, distance: markDistance(seen, form) }))
    .sort((a, b) => a.distance - b.distance)
  if (!best || (second && second.distance < best.distance + CLEAR)) return null
  const words = best.form.split(/,? /)
  const isChanged = own.map((token, i) => foldText(token.core).toLowerCase() !== words[i])
  const changed = own.filter((_, i) => isChanged[i])
  const meant = words.filter((_, i) => isChanged[i])
  const isDoubtful = changed.some((token) => isSuspect(token))
  // Names in capitals look like words in capitals: there every word must be doubtful, or the run long.
  const most = isDoubtful ? MUCH : LITTLE
  if (isInCapitals && isOfPerson(tokens, from)) return null
  if (isInCapitals && !isDoubtful && words.length < 3 && best.distance > LITTLE / 2) return null
  if (best.distance > most) return null
  const isSlip = isHookTaken(changed, meant)
  return {
    from,
    to,
    cores: own.map(({ core }, i) => (foldText(core).toLowerCase() === words[i] ? core : inCaseOf(words[i]!, core))),
    isLikely: isInCapitals || changed.some(({ confidence }) => confidence < SURE) || isSlip,
    isSlip,
  }
}

/** Over a circumflex a hook is taken for an acute, also by an engine that is sure; hands do not slip that way. */
function isHookTaken(changed: readonly Token[], meant: readonly string[]): boolean {
  return (
    changed.some(({ core }) => !isCommon(core)) &&
    changed.every(({ core }, i) => withHook(foldText(core).toLowerCase()) === meant[i])
  )
}

/** “tuối” is “tuổi”: what is no word but for that slip needs no word beside it. */
export function repairHook(core: string): string | null {
  const seen = foldText(core).toLowerCase()
  return NO_WORDS.has(seen) ? inCaseOf(withHook(seen), core) : null
}

function withHook(word: string): string {
  return word.replace(/[ấếố]/gu, (letter) => HOOKED[letter]!)
}

function isSuspect({ core, confidence }: Token): boolean {
  return confidence < SURE || !isSyllable(core) || !isCommon(core)
}

function isCommon(core: string): boolean {
  return plainLetters(core) === core.toLowerCase() || isCommonSyllable(core)
}

/** “NGUYỄN THỊ …”: a family name stands before it. */
function isOfPerson(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(Math.max(0, from - 2), from).some(({ core }) => FAMILIES.has(core.toLowerCase()))
}

/** “tỉnh Kiên Giang”, “Sở Y tế Kiên Giang”, “Kiên Giang, ngày …”: elsewhere it may be a person. */
function isPlace(tokens: readonly Token[], plain: readonly string[], from: number, to: number): boolean {
  return PLACE_WORDS.has(plain[from - 1] ?? '') || (tokens[to - 1]!.tail.startsWith(',') && plain[to] === 'ngay')
}

function formOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ core, tail }, i) => foldText(core).toLowerCase() + (from + i < to - 1 ? tail : ''))
    .join(' ')
}

function isFree(taken: readonly boolean[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (taken[i]) return false
  return true
}

/** The word with capitals where the one seen has them: KÉ, Kè, ké, and kÉ for the last. */
function inCaseOf(word: string, seen: string): string {
  if (!/\p{Ll}/u.test(seen)) return [...seen].length > 1 || /\p{Lu}/u.test(seen) ? word.toUpperCase() : word
  return /^\p{Lu}/u.test(seen) ? word[0]!.toUpperCase() + word.slice(1) : word
}
