// Printed units of measure become UCUM with a scale, so that 8 per vạn dân, 8 per 10.000 dân and 80 per 100.000 dân compare.
//
//   "bác sỹ/10.000 dân" => /10*4    "‰" => [ppth]    "BM/100.000 trẻ đẻ sống" => /10*5    "Lượt" => {visit}    "điểm %" => %{point}    "cuốn lịch" => none
import type { IndicatorEntry, UnitEntry } from '../model/catalog.ts'
import { nameKey } from '../text/fold.ts'
import { notionsOf } from './indicators/tokens.ts'

/** What a printed unit says of the kind of figure; null where none is printed. */
export type PrintedMeasure = 'percent' | 'permille' | 'per' | 'count' | 'text' | null

export type Units = {
  entries: readonly UnitEntry[]
  /** The unit in UCUM, from the unit as printed, else from a denominator in the name. */
  codeOf: (unit: string | null, name: string) => string | null
  /** A value in another unit; null where the two do not convert. */
  convert: (value: number, from: string, to: string) => number | null
  /** A value in the usual unit of its indicator; null where its own unit is none of those that the dictionary knows for it. */
  inUsualUnit: (value: number, unitCode: string | null, entry: IndicatorEntry) => number | null
}

/** “Đạt”, “Đạt mục tiêu” in the column of units: words, no unit. */
const STATE = /^(?:[Đđ]ạt|[Mm]ức|[Cc]ó|[Kk]hông|[Dd]uy trì)(?: |$)/
const PER = /[/]|(?:^| )(?:[Tt]rên|[Vv]ạn dân)(?: |$)/

export function measureOf(printed: string | null): PrintedMeasure {
  const unit = printed?.trim() ?? ''
  if (unit === '') return null
  if (unit.includes('‰') || /^%[o0]$/i.test(unit)) return 'permille'
  if (unit.includes('%') || unit.toLowerCase() === 'phần trăm') return 'percent'
  if (PER.test(unit)) return 'per'
  return STATE.test(unit) ? 'text' : 'count'
}

export function unitTable(entries: readonly UnitEntry[]): Units {
  const byForm = new Map<string, UnitEntry>()
  const byCode = new Map<string, UnitEntry>()
  const denominators: { words: readonly string[]; code: string }[] = []
  for (const entry of entries) {
    if (!byCode.has(entry.code)) byCode.set(entry.code, entry)
    for (const form of entry.forms) {
      if (entry.measure === 'per') denominators.push({ words: notionsOf(form).words, code: entry.code })
      else if (!byForm.has(nameKey(form))) byForm.set(nameKey(form), entry)
    }
  }
  const denominatorIn = (printed: string): string | null => {
    if (!/\d|[Vv]ạn|[Nn]ghìn|[Nn]gàn/.test(printed)) return null
    const words = new Set(notionsOf(printed).words)
    return denominators.find((each) => each.words.every((word) => words.has(word)))?.code ?? null
  }
  const convert = (value: number, from: string, to: string): number | null => {
    if (from === to) return value
    const [a, b] = [byCode.get(from), byCode.get(to)]
    if (!a?.scale || !b?.scale || kindOf(a) !== kindOf(b)) return null
    // Twelve digits: what a plan prints has fewer, and 0.1 + 0.2 more.
    return Number(((value * a.scale) / b.scale).toPrecision(12))
  }
  return {
    entries,
    codeOf(unit, name) {
      const printed = unit?.trim() ?? ''
      const known = byForm.get(nameKey(printed))
      if (known && known.measure !== 'count') return known.code
      const measure = measureOf(printed)
      if (measure === 'percent') return '%'
      if (measure === 'permille') return '[ppth]'
      return denominatorIn(printed) ?? denominatorIn(name) ?? known?.code ?? null
    },
    convert,
    inUsualUnit(value, unitCode, { unit, also }) {
      if (unitCode === null || unit === null || ![unit, ...also].includes(unitCode)) return null
      return convert(value, unitCode, unit)
    },
  }
}

/** Shares and rates convert among themselves, counted things only among scales of the same thing. */
function kindOf({ code, measure }: UnitEntry): string {
  return measure === 'percent' || measure === 'permille' || measure === 'per' ? 'share' : code.replace(/^10\*\d\./, '')
}
