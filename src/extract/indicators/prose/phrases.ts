// Words beside a number become the noun phrase that it measures and the unit that it counts in.
import type { Range } from '../../../model/document.ts'
import { matchOf, type Term } from '../../../text/phrases.ts'
import { moreAtEnd } from './comparators.ts'
import { PER_POPULATION } from './heads.ts'
import { toldFrom } from './past.ts'
import { termsIn } from './terms.ts'
import { LEADS, measureStart, NAME_END, NO_NOUN, TRAILS } from './wording.ts'

export function nameAfter(start: number, end: number, folded: string, terms: readonly Term[]): Range {
  const words = folded.slice(start, end)
  const more = moreAtEnd(termsIn(terms, start, end))
  const stop = NAME_END.exec(words)?.index ?? (more === null ? words.length : more - start)
  // “100% (12/12) huyện …”: how many of how many.
  const lead = /^ *(?:\(\d+ ?\/ ?\d+\) *)?/.exec(words)![0].length
  const name = words.slice(lead, stop).replace(/[\s.,;:…/]+$/u, '')
  return { start: start + lead, end: start + lead + balanced(name).length }
}

/** Without a bracket that only opens or only closes at the end. */
function balanced(name: string): string {
  const opened = name.split('(').length - name.split(')').length
  if (opened > 0) return name.slice(0, name.lastIndexOf('(')).trimEnd()
  return opened < 0 && name.endsWith(')') ? name.slice(0, -1).trimEnd() : name
}

/** The measured noun phrase in front of a number: from its measure word, else from the last clause. */
export function nameBefore(start: number, end: number, folded: string): Range | null {
  const words = folded.slice(start, end)
  const trail = TRAILS.exec(words)?.index ?? words.length
  const told = toldFrom(words.slice(0, trail))
  if (told === 0) return null
  const kept = words.slice(0, told > 0 ? told : trail)
  let from = measureStart(kept)
  if (from < 0) {
    const clause = /[,;:] (?=[^,;:]*$)/u.exec(kept)
    from = clause && kept.length - clause.index > 12 ? clause.index + clause[0].length : 0
    from += LEADS.exec(kept.slice(from))![0].length
  }
  const name = kept.slice(from).replace(/^[\s"-]+/, '')
  const nameStart = start + kept.length - name.length
  return /\p{sc=Latn}{2}/u.test(name) ? { start: nameStart, end: nameStart + name.trimEnd().length } : null
}

const LONGEST_TITLE = 160

/** “Bao phủ bảo hiểm y tế. Kết quả năm 2023 đạt …”: a sentence without numbers, or the name before a past result, names what the next one measures. */
export function titleOf({ start, end }: Range, folded: string): Range | null {
  const words = folded.slice(start, end)
  const told = toldFrom(words)
  if (end - start > LONGEST_TITLE || (told < 0 && /\d/.test(words))) return null
  return nameBefore(start, told > 0 ? start + told : end, folded)
}

/** “35/100.000 trẻ đẻ sống”, “12 bác sĩ/vạn dân”, “15.000 lượt”. */
export function unitBehind(right: string, terms: readonly Term[]): string | null {
  const per =
    /^ ?(?:[\p{sc=Latn} ]{0,24})?(?:\/ ?|(?<=\p{sc=Latn}) trên (?=\d))[\d.]* ?\p{sc=Latn}[\p{sc=Latn} ]{0,24}?(?=[.,;:)]|$| (?:trở|vào|năm|đến|trong|và|theo)(?!\p{sc=Latn}))/u.exec(
      right,
    )
  if (per) return per[0].trim()
  return NO_NOUN.test(right) ? null : nounOf(terms)
}

// “phòng” and “cấp” stop a name where they are verbs, not right behind a number.
const UNITS = ['^[<noun>#Unit]', '^[<noun>suất #Word]', '^[<noun>phòng #Word+]']
const COUNTED = '^[<noun>(#Word|,)+]'
const MOST_WORDS = 8
const LONGEST = 60

/** What is counted: a noun that is a unit by itself, else the words up to a verb or a preposition. */
export function nounOf(right: readonly Term[]): string | null {
  for (const pattern of UNITS) {
    const unit = matchOf(pattern, right)?.terms
    if (unit && right[unit.length]?.text !== '/') return printed(unit)
  }
  const noun = matchOf(COUNTED, right.slice(0, 2 * MOST_WORDS))?.terms ?? []
  const words = printed(noun)
    .split(' ')
    .slice(0, MOST_WORDS)
    .join(' ')
    .replace(/[\s,;.:]+$/u, '')
  return words !== '' && words.length <= LONGEST ? words : null
}

/** Terms as they are printed, with their blanks. */
function printed(terms: readonly Term[]): string {
  return terms.map(({ text, start }, i) => (i > 0 && start > terms[i - 1]!.end ? ` ${text}` : text)).join('')
}

/** “11 bác sĩ/vạn dân”: the rate itself is the unit. */
export function rateOf(right: string): string | null {
  return PER_POPULATION.test(right) ? (/^ ?[^.;,()]+/u.exec(right)?.[0].trim() ?? null) : null
}
