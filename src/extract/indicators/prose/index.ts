// Sentences become indicators: a quantity and the noun phrase that it measures.
//
//   "trên 70% tập thể và 60% cá nhân đạt danh hiệu" => tập thể > 70 %, cá nhân đạt danh hiệu > 60 %
//   "Tỷ lệ xã có bác sỹ: 100%" => Tỷ lệ xã có bác sỹ = 100 %    "giảm tỷ suất sinh 0,2 ‰" => tỷ suất sinh decrease = 0.2 ‰
//   "không để xảy ra dịch lớn" => dịch lớn = 0    "đã đạt 95,2% năm 2022" => none
import { grammarsOf } from '../../../catalog/lexicon.ts'
import type { Range } from '../../../model/document.ts'
import type { Source } from '../../../model/source.ts'
import type { Grammar } from '../../../text/phrases.ts'
import { sentencesOf } from '../../../text/sentences.ts'
import type { FoundDate } from '../../dates/index.ts'
import type { FoundReference } from '../../legal-references/index.ts'
import { type FoundIndicator, NO_CELL, type Period } from '../found.ts'
import { conditionsOf } from './conditions.ts'
import { headsOf } from './inner.ts'
import { type Reading, readNames, toldReading } from './names.ts'
import { pastResult } from './past.ts'
import { findQuantities } from './quantities.ts'
import { type Setting, settingsOf } from './settings.ts'
import { TARGET_LEAD, TOLD } from './wording.ts'
import { findZeros, noneOf, type Zero } from './zeros.ts'

type Context = { folded: string; grammar: Grammar; isMasked: (offset: number) => boolean; period: Period }

/** Indicators of the body's sentences, in order. */
export function findProseIndicators(
  source: Source,
  dates: readonly FoundDate[],
  references: readonly FoundReference[],
  period: Period,
): FoundIndicator[] {
  const { folded } = source
  const { targets } = grammarsOf(source.lexicon)
  const context: Context = { folded, grammar: targets, isMasked: maskOf(folded.length, dates, references), period }
  return settingsOf(source)
    .filter((setting) => setting.weight !== 'closed')
    .flatMap((setting) => {
      let carried: Reading | null = null
      let before: Range | null = null
      return sentencesOf(folded, setting.range).flatMap((sentence): FoundIndicator[] => {
        const { indicators, last } = readSentence(sentence, setting, carried, before, context)
        carried = folded[sentence.end - 1] === ';' ? last : null
        before = sentence
        return indicators
      })
    })
}

/** What dates and references have taken is no quantity. */
function maskOf(length: number, dates: readonly Range[], references: readonly FoundReference[]): (offset: number) => boolean {
  const mask = new Uint8Array(length)
  for (const { start, end } of dates) mask.fill(1, start, end)
  for (const reference of references) for (const { start, end } of reference.mentions) mask.fill(1, start, end)
  return (offset) => mask[offset] === 1
}

/** Targets of one sentence, and the last reading, whose name holds on behind a semicolon: “… đạt 70% năm 2025; 90% năm 2030”. */
function readSentence(
  sentence: Range,
  setting: Setting,
  carried: Reading | null,
  before: Range | null,
  { folded, grammar, isMasked, period }: Context,
): { indicators: FoundIndicator[]; last: Reading | null } {
  const words = folded.slice(sentence.start, sentence.end)
  const hasDigits = /\d/.test(words)
  if (!hasDigits && !/không/iu.test(words)) return { indicators: [], last: null }
  const lead = leadOf(sentence, setting, folded)
  const isAsked = TARGET_LEAD.test(lead) || TARGET_LEAD.test(words)
  const asking = { isAsked, isPast: !isAsked && TOLD.test(lead.replace(/\([^)]*\)/gu, '')), firstYear: period.first }
  const conditions = hasDigits ? [...conditionsOf(words), ...noneOf(words)] : []
  const isStated = ({ start }: Range) =>
    !conditions.some((range) => start >= sentence.start + range.start && start < sentence.start + range.end)
  const terms = hasDigits ? grammar.read(folded, sentence.start, sentence.end) : []
  const quantities = hasDigits ? findQuantities(folded, sentence, terms, isMasked).filter(isStated) : []
  const heads = headsOf(quantities, sentence, setting, asking, folded, terms)
  const readings = readNames(heads, sentence, folded, terms, carried, before, period.first)
  const clauseYear = leadYear(lead) ?? setting.year
  // “Giảm … so với năm 2023; giảm …”: the changes of one sentence are from one year.
  const baseline = baselineOf(words, period.first) ?? (lead === '' ? null : baselineOf(lead, period.first))
  const indicators = readings.map((reading) => indicatorOf(reading, clauseYear, baseline, folded))
  // One target beside what was reached: told of several, the past is not known to be theirs.
  const [only] = indicators
  if (only && indicators.length === 1)
    only.series = quantities.flatMap((quantity) =>
      quantity.start === only.range.start ? [] : (pastResult(quantity, sentence, period.first, folded) ?? []),
    )
  indicators.forEach((indicator, i) => {
    if (indicator.isSub) indicator.parent = indicators.slice(0, i).findLast((other) => !other.isSub) ?? null
  })
  const names = readings.map((reading) => reading.name)
  const zeros = findZeros(words, sentence.start, setting, isAsked || readings.length > 0, names, period.first).map((zero) =>
    zeroOf(zero, clauseYear),
  )
  const isPast = (indicator: FoundIndicator) => indicator.year !== null && period.first !== null && indicator.year < period.first
  const targets = [...indicators, ...zeros].filter((indicator) => !isPast(indicator))
  const [told] = readings.length === 0 && quantities.length === 1 ? quantities : []
  return {
    indicators: targets.sort((a, b) => a.range.start - b.range.start),
    last: readings.at(-1) ?? (told ? toldReading(told, sentence, folded, terms) : null),
  }
}

/** What stands before a clause in its full sentence: “phấn đấu …; không có …”, what asks for the first asks for those behind it. */
function leadOf(sentence: Range, setting: Setting, folded: string): string {
  const before = folded.slice(setting.range.start, sentence.start)
  return before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('! ')) + 1)
}

/** “Năm 2016 …; tỷ lệ … 86,7%”: the year that opens a sentence holds behind its semicolons. */
function leadYear(lead: string): number | null {
  const year =
    /^(?:\p{sc=Latn}[^:.;\d]{0,90}: ?)?[\s(]*(?:trong |đến (?:hết |cuối )?|hết |cuối )?năm (?<y>(?:19|20)\d{2})/iu.exec(lead)
      ?.groups?.y
  return year ? Number(year) : null
}

function baselineOf(words: string, firstYear: number | null): number | null {
  const printed =
    /so với (?:[\p{sc=Latn} ]{0,24} )?năm học (?:(?:19|20)\d{2} ?- ?)?(?<y>(?:19|20)\d{2})/iu.exec(words)?.groups?.y ??
    /so với (?:(?:cùng kỳ|thực hiện|kết quả|ước thực hiện|số liệu|mức|trung bình|của) )*(?:năm )?(?<y>(?:19|20)\d{2})(?! ?-)/iu.exec(
      words,
    )?.groups?.y
  if (printed) return Number(printed)
  return /so với (?:(?:cùng kỳ|thực hiện|kết quả|mức|của) )*năm (?:trước|ngoái)/iu.test(words) && firstYear !== null
    ? firstYear - 1
    : null
}

function indicatorOf(
  { quantity, name, unit, change, isPart, year }: Reading,
  clauseYear: number | null,
  baseline: number | null,
  folded: string,
): FoundIndicator {
  const { comparator, value, valueMax, start, end, numberStart, isFraction } = quantity
  return {
    ...NO_CELL,
    isSub: isPart,
    name,
    comparator: isFraction ? 'text' : comparator,
    value: isFraction ? null : value,
    valueMax,
    valueText: isFraction ? folded.slice(numberStart, end) : null,
    unit: isFraction ? null : unit,
    change,
    baselineYear: change ? baseline : null,
    year: year ?? clauseYear,
    range: { start, end },
  }
}

function zeroOf({ name, range }: Zero, clauseYear: number | null): FoundIndicator {
  return {
    ...NO_CELL,
    isSub: false,
    name,
    comparator: '=',
    value: 0,
    valueMax: null,
    unit: null,
    change: null,
    baselineYear: null,
    year: clauseYear,
    range,
  }
}
