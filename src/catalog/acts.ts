// The number, or the name and a day, of an act become the act and whether it was in force on that day, as far as that is verified.
import type { ActEntry } from '../model/catalog.ts'
import { nameKey } from '../text/fold.ts'

export type ActOnDay = {
  act: ActEntry
  /** null where the days are not verified, or the act is older than what is known of it. */
  isInForce: boolean | null
  /** The act that stood in its place on that day; null where none is known or it was in force. */
  replacement: ActEntry | null
}

export type Acts = {
  /** By số ký hiệu; blanks, dashes of any kind and Đ for Ð do not matter. */
  byKey: (key: string) => ActEntry | null
  /** By name or alias, with or without the type; of several of one name the one of that year of issue, else the last one that had begun on the day. */
  byName: (name: string, date: string | null, year?: number | null) => ActEntry | null
  on: (act: ActEntry, date: string | null) => ActOnDay
}

export function actRegistry(entries: readonly ActEntry[]): Acts {
  const byKey = new Map(entries.map((act) => [keyOf(act.key), act]))
  const byName = new Map<string, ActEntry[]>()
  for (const act of entries)
    for (const name of new Set([act.name, ...act.aliases].flatMap((each) => (each ? [bareName(each)] : [])))) {
      byName.set(name, [...(byName.get(name) ?? []), act])
    }
  // What is known under one name, the oldest first.
  for (const acts of byName.values()) acts.sort((a, b) => startOf(a).localeCompare(startOf(b)))

  return {
    byKey: (key) => byKey.get(keyOf(key)) ?? null,
    byName(name, date, year = null) {
      const acts = byName.get(bareName(name)) ?? []
      if (year !== null) return acts.find((act) => act.issued?.startsWith(`${year}-`)) ?? null
      if (date === null) return acts.length === 1 ? acts[0]! : null
      return acts.findLast((act) => startOf(act) <= first(date)) ?? null
    },
    on(act, date) {
      const isInForce = date === null || date.startsWith('X') ? null : inForce(act, date)
      if (isInForce !== false || date === null) return { act, isInForce, replacement: null }
      let next = act
      for (const seen = new Set<ActEntry>(); next.replacedBy !== null && !seen.has(next); ) {
        seen.add(next)
        const after = byKey.get(keyOf(next.replacedBy))
        if (!after || (after.from !== null && after.from > first(date))) break
        next = after
      }
      return { act, isInForce, replacement: next === act ? null : next }
    },
  }
}

/** null where the legible part of the date does not decide it. */
function inForce(act: ActEntry, date: string): boolean | null {
  const [early, late] = [onDay(act, first(date)), onDay(act, last(date))]
  return early === late ? early : null
}

function onDay({ from, issued, to, replacedBy }: ActEntry, day: string): boolean | null {
  if (to !== null && day > to) return false
  const start = from ?? issued
  if (start === null || day < start) return start === null ? null : false
  // Replaced on a day that nobody verified.
  return to === null && replacedBy !== null ? null : true
}

/** The first day that an EDTF date can mean. */
function first(date: string): string {
  const [year, month = '01', day = '01'] = date.split('/')[0]!.split('-')
  return `${year}-${month === 'XX' ? '01' : month}-${day === 'XX' ? '01' : day}`
}

/** The last day that an EDTF date can mean, as a text that sorts behind all of its days. */
function last(date: string): string {
  const [year, month = '12', day = '31'] = (date.split('/')[1] ?? date).split('-')
  return `${year}-${month === 'XX' ? '12' : month}-${day === 'XX' ? '31' : day}`
}

function startOf(act: ActEntry): string {
  return act.from ?? act.issued ?? '0000'
}

function keyOf(key: string): string {
  return nameKey(key).replace(/\s/g, '')
}

function bareName(name: string): string {
  return nameKey(name)
    .replace(/\s*[,-]\s*| và /gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^(?:luật|bộ luật|nghị định|thông tư|pháp lệnh|nghị quyết) /u, '')
    .replace(/(?:,? (?:năm|số))? (?:19|20)\d\d$/u, '')
    .trim()
}
