// Words beside a number become the noun phrase that it measures and the unit that it counts in.
import type { Range } from '../../../model/document.ts'
import { moreAtEnd } from './comparators.ts'
import { PER_POPULATION } from './heads.ts'
import { COUNT_NOUN, LEADS, measureStart, NAME_END, NO_NOUN, TRAILS, UNIT_NOUN } from './wording.ts'

export function nameAfter(start: number, end: number, folded: string): Range {
  const words = folded.slice(start, end)
  const more = moreAtEnd(words)
  const stop = NAME_END.exec(words)?.index ?? (more >= 0 ? more : words.length)
  const lead = /^ */.exec(words)![0].length
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
  const kept = words.slice(0, trail)
  let from = measureStart(kept)
  if (from < 0) {
    const clause = /[,;:] (?=[^,;:]*$)/u.exec(kept)
    from = clause && kept.length - clause.index > 12 ? clause.index + clause[0].length : 0
    from += LEADS.exec(kept.slice(from))![0].length
  }
  const name = kept.slice(from).replace(/^[\s"-]+/, '')
  const nameStart = start + kept.length - name.length
  return /\p{L}{2}/u.test(name) ? { start: nameStart, end: nameStart + name.trimEnd().length } : null
}

/** “35/100.000 trẻ đẻ sống”, “12 bác sĩ/vạn dân”, “15.000 lượt”. */
export function unitBehind(right: string): string | null {
  const per =
    /^ ?(?:[\p{L} ]{0,24})?(?:\/ ?|(?<=\p{L}) trên (?=\d))[\d.]* ?\p{L}[\p{L} ]{0,24}?(?=[.,;:)]|$| (?:trở|vào|năm|đến|trong|và|theo)(?!\p{L}))/u.exec(
      right,
    )
  if (per) return per[0].trim()
  return NO_NOUN.test(right) ? null : nounOf(right)
}

export function nounOf(words: string): string | null {
  const alone = UNIT_NOUN.exec(words)?.[0].trim()
  if (alone) return alone
  const noun = COUNT_NOUN.exec(words)?.groups?.noun?.replace(/[\s,;.:]+$/u, '')
  return noun && noun.length <= 60 ? noun : null
}

/** “11 bác sĩ/vạn dân”: the rate itself is the unit. */
export function rateOf(right: string): string | null {
  return PER_POPULATION.test(right) ? (/^ ?[^.;,()]+/u.exec(right)?.[0].trim() ?? null) : null
}
