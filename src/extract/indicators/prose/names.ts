// Targets of a sentence become readings: each with the noun phrase that it measures, before or behind its number.
import type { Range } from '../../../model/document.ts'
import type { Term } from '../../../text/phrases.ts'
import { countWords } from '../../../text/words.ts'
import { type Change, changeBefore, changeOf, JOINED, sharedChange } from './changes.ts'
import { belowLimit, govern, orMore, reachOf } from './comparators.ts'
import { OF_PEOPLE, PER_POPULATION } from './heads.ts'
import { nameAfter, nameBefore, nounOf, rateOf, titleOf, unitBehind } from './phrases.ts'
import type { Quantity } from './quantities.ts'
import { FARTHEST, termsIn } from './terms.ts'
import {
  CONNECTORS,
  ENDS_IN_VERB,
  hasMeasure,
  hasPredicate,
  LEADS,
  measureStart,
  NO_NOUN,
  OF_GIVEN,
  OF_PLAN,
  PART,
} from './wording.ts'
import { AHEAD, dueYear, lastYear, yearBehind } from './years.ts'

export type Reading = {
  quantity: Quantity
  form: 'after' | 'before' | 'inherited'
  name: Range
  unit: string | null
  change: Change
  /** A “trong đó” of the one before. */
  isPart: boolean
  year: number | null
}

const CHANGES = /^[\s,;]*(?:và )?(?:tăng|giảm) ?$/iu
const RATE = /^ ?\p{sc=Latn}+(?: \p{sc=Latn}+)?\/[\p{sc=Latn}\d./ ]+[.,;)]?$/u
const PLACE = /^ ?(?:ở|tại|đối với|trong) (?!năm|quý|tháng|thời)\p{sc=Latn}/iu

/** What counts how often or on how many something is done, and names nothing by itself. */
const COUNTS_ACTS = /^(?:lượt(?: người| khám| xét nghiệm)?|người|mẫu|lần|vụ|mũi|liều|ca)$/iu

/** What stands before a part and names nothing. */
const PART_LEADS =
  /^[\s,;:(]*(?:trong đó|gồm|bao gồm|và|có|riêng|cụ thể)(?:[\s,:]+(?:có|đạt|và))?[\s,:]*|[\s,]*(?:có|đạt|là|:)[\s,]*$/giu

/** “đạt 98% … và đạt 100% khi kết thúc năm học”: the same, later. */
const AGAIN = /^[\s,;]*và (?:đạt|là|còn|ở mức|duy trì) ?$/iu
const AIMS = /^[\s,;]*(?:năm \d{4} )?(?:ph[ấâ]n đ[ấâ]u|mục tiêu)(?: \p{sc=Latn}+){0,4} $/iu
const LATER = /^ (?:khi|sau|trước|vào|đến)(?!\p{sc=Latn})/iu

/** “Số lượng: tối thiểu 20% tổng số cơ sở”: a title that names nothing. */
const BARE = /^[\s,;:-]*(?:số lượng|(?:tỷ|tỉ) lệ|chỉ tiêu)(?: (?:tối thiểu|dự kiến|kế hoạch|thực hiện|kiểm tra))? ?: ?$/iu

/** “Tỷ lệ … không quá 20% tổng số tập thể …”: what the share is of. */
const OF_ALL = /^ ?(?:trong |trên |của )?tổng số(?!\p{sc=Latn})/iu
const FEWEST_OF_GIVEN = 4

/** What a clause tells of the past, whose name holds on behind its semicolon: “Năm 2023, tỷ lệ … là 12,4%; phấn đấu còn dưới 11%”. */
export function toldReading(quantity: Quantity, sentence: Range, folded: string, terms: readonly Term[]): Reading | null {
  const left = folded.slice(sentence.start, quantity.start)
  const name = hasMeasure(left) && ENDS_IN_VERB.test(left) ? nameBefore(sentence.start, quantity.start, folded) : null
  const behind = termsIn(terms, quantity.end, sentence.end)
  const right = folded.slice(quantity.end, sentence.end)
  const unit = quantity.unit ?? quantity.measureUnit ?? rateOf(right) ?? unitBehind(right, behind)
  return name && { quantity, form: 'before', name, unit, change: null, isPart: false, year: null }
}

/** “Đạt tỷ lệ 9 bác sĩ/vạn dân”: a verb, and no name. */
const BARE_RATE = /(?:^|[,;:]) ?(?:ph[ấâ]n đ[ấâ]u )?đạt (?:tỷ|tỉ) lệ ?$/iu

/** The words around one number: from the end of the target before it to the start of the next. */
type Zone = {
  head: Quantity
  leftStart: number
  rightEnd: number
  left: string
  right: string
  year: number | null
  noun: boolean
}

/** Readings of the targets of one sentence, in order; `carried` is the last one of the clause before its semicolon. */
export function readNames(
  found: readonly Quantity[],
  sentence: Range,
  folded: string,
  terms: readonly Term[],
  carried: Reading | null,
  before: Range | null,
  firstYear: number | null,
): Reading[] {
  const heads = govern(found, sentence, folded, terms).filter(
    (head, i, all) =>
      !isBaseline(head, all[i + 1], folded.slice(all[i - 1]?.end ?? sentence.start, head.start), firstYear, folded),
  )
  const zones = zonesOf(heads, sentence, folded, terms)
  const readings: Reading[] = []
  let waiting: { quantity: Quantity; year: number | null }[] = []
  zones.forEach((zone, i) => {
    const previous = readings.at(-1) ?? carried ?? undefined
    const from = previous?.form === 'after' ? Math.max(previous.name.end, zone.leftStart) : zone.leftStart
    const reading = readZone(
      { ...zone, left: folded.slice(from, zone.head.start), leftStart: from },
      previous,
      heads[i - 1],
      folded,
      terms,
      before,
    )
    if (reading?.form === 'after') {
      readings.push(
        ...waiting.map(({ quantity, year }) => ({
          ...reading,
          quantity,
          unit: quantity.unit ?? reading.unit,
          year,
          isPart: false,
        })),
      )
    }
    // “Đến năm 2025 có ít nhất 50%, đến năm 2030 có ít nhất 80% người …”: the name stands behind the last number.
    waiting = reading || zone.noun ? [] : [...waiting, { quantity: zone.head, year: zone.year }]
    if (reading) readings.push(reading)
  })
  return readings
}

function zonesOf(heads: readonly Quantity[], sentence: Range, folded: string, terms: readonly Term[]): Zone[] {
  const zones: Zone[] = []
  let leftStart = sentence.start
  let ahead: number | null = null
  heads.forEach((head, i) => {
    const next = heads[i + 1]
    if (i > 0) leftStart = reachOf(termsIn(terms, leftStart, head.start)) ?? leftStart
    const ownLeft = folded.slice(leftStart, head.start)
    if (i === 0) ahead = lastYear(ownLeft)?.year ?? dueYear(ownLeft)
    const between = next
      ? splitBetween(
          folded.slice(head.end, next.start),
          next,
          folded.slice(next.end, Math.min(sentence.end, next.end + FARTHEST)),
          ahead !== null,
        )
      : null
    const rightEnd = between ? head.end + between.cut : sentence.end
    const right = folded.slice(head.end, rightEnd)
    zones.push({
      head,
      leftStart,
      rightEnd,
      left: folded.slice(leftStart, head.start),
      right,
      year: yearBehind(right) ?? ahead,
      noun: isNoun(right, folded.slice(leftStart, head.start)),
    })
    leftStart = rightEnd
    ahead = between?.year ?? null
  })
  return zones
}

function readZone(
  zone: Zone,
  previous: Reading | undefined,
  before: Quantity | undefined,
  folded: string,
  terms: readonly Term[],
  sentenceBefore: Range | null,
): Reading | null {
  const { head, left, right, noun, year } = zone
  const behind = termsIn(terms, head.end, zone.rightEnd)
  const isPartOfWhole = countsPart(previous, left, right, folded)
  const isNamed = takesNameBefore(left, right, head) || countsLike(previous, left, behind) || isPartOfWhole
  const quantity = belowLimit(orMore(head, behind, isNamed), left)
  const isPart = (PART.test(left) || isPartOfWhole) && before !== undefined
  // “dưới 15% ở thành thị và 9% ở nông thôn”: where it holds is what tells it apart.
  const isElsewhere =
    previous?.form === 'before' && JOINED.test(left) && quantity.unit === previous.quantity.unit && PLACE.test(right)
  const isShared =
    previous !== undefined && previous.form !== 'after' && JOINED.test(left) && (quantity.unit === null || quantity.isMeasure)
  // “… là 112 nam/100 nữ; phấn đấu dưới 110 nam/100 nữ”: only the rate comes again.
  const isSameRate =
    previous !== undefined &&
    previous.form !== 'after' &&
    previous.unit !== null &&
    rateOf(right) === previous.unit &&
    isLeadOnly(left)
  if (isElsewhere || (!isNamed && noun && !isShared && !isSameRate && !quantity.isMeasure)) {
    const after = nameAfter(head.end, zone.rightEnd, folded, terms)
    if (after.end <= after.start) return null
    const act = isElsewhere ? null : actBefore(zone, after, folded)
    if (act)
      return {
        quantity,
        form: 'before',
        name: act,
        unit: folded.slice(after.start, after.end),
        change: changeOf(left),
        isPart,
        year,
      }
    const name = after
    return {
      quantity,
      form: 'after',
      name,
      unit: quantity.unit ?? rateOf(right) ?? nounOf(termsIn(terms, name.start, name.end)),
      change: changeOf(left) ?? sharedChange(previous, left, right),
      isPart,
      year,
    }
  }
  const own = nameBefore(zone.leftStart, head.start, folded)
  const title = own || previous || !sentenceBefore ? null : titleOf(sentenceBefore, folded)
  const name = own ?? title
  const hasOwnName =
    name !== null &&
    !isShared &&
    !isSameRate &&
    (hasMeasure(left) ||
      isNamed ||
      title !== null ||
      RATE.test(right) ||
      OF_PEOPLE.test(right) ||
      quantity.unit !== null ||
      (quantity.isMeasure && hasOwnNoun(left, quantity)))
  if (hasOwnName)
    return {
      quantity,
      form: 'before',
      name,
      unit: quantity.unit ?? quantity.measureUnit ?? unitBehind(right, behind),
      change: changeBefore(left, right, quantity),
      isPart,
      year,
    }
  const change = CHANGES.test(left) ? changeOf(left) : null
  const isLevel = /(?:đạt|là|còn|xuống|lên|ở mức) ?$/iu.test(left)
  if (!previous || (quantity.unit !== previous.quantity.unit && !isShared && !change && !quantity.isMeasure)) return null
  const goesOn = isSameRate || (isLevel && AIMS.test(left)) || (AGAIN.test(left) && LATER.test(right))
  if (!isShared && !change && year === null && !quantity.isMeasure && !goesOn) return null
  return {
    quantity,
    form: 'inherited',
    name: previous.name,
    unit: isSameRate ? previous.unit : (quantity.unit ?? quantity.measureUnit ?? nounOf(behind) ?? previous.unit),
    change: change ?? (isShared || isLevel ? null : previous.change),
    isPart: false,
    year,
  }
}

/** “Xét nghiệm HIV cho 62.000 lượt người”: behind the number stands its unit alone, and what is done in front of it. */
function actBefore({ head, leftStart, left }: Zone, after: Range, folded: string): Range | null {
  if (head.unit !== null || !COUNTS_ACTS.test(folded.slice(after.start, after.end))) return null
  const act = nameBefore(leftStart, leftStart + left.replace(/ (?:cho|được|trên|với) ?$/iu, '').length, folded)
  return act && countWords(folded.slice(act.start, act.end)) > 1 && !isLeadOnly(left) ? act : null
}

/** Whether the measured words stand before the number: a measure word, or a title before a colon. */
function takesNameBefore(left: string, right: string, quantity: Quantity): boolean {
  const noun = !NO_NOUN.test(right)
  const endsInColon = /: ?$/.test(left)
  if (noun && (BARE.test(left) || BARE_RATE.test(left))) return false
  if (hasMeasure(left)) {
    if (startsNewTarget(left)) return false
    if (OF_ALL.test(right) && !/(?:cho|với|của|có) ?$/iu.test(left)) return true
    if (!noun || endsInColon || ENDS_IN_VERB.test(left) || quantity.isMeasure) return true
    return quantity.isCompared && !/(?:cho|với|của|tới|ở|tại|trong|và|có) ?$/iu.test(left) && !hasPredicate(right)
  }
  if (!endsInColon || isLeadOnly(left)) return false
  return !noun || quantity.unit === null || (countWords(right) <= 4 && !hasPredicate(right))
}

/** Where, between two targets, the words of the second begin, and the year that they name. */
function splitBetween(
  between: string,
  next: Quantity,
  behindNext: string,
  isAhead: boolean,
): { cut: number; year: number | null } {
  const last = lastYear(between)
  // “Đến năm 2025, tối thiểu 70% và đến năm 2030, tối thiểu 85% …”: years that lead stay in front.
  const leads = isAhead && last !== null && last.start <= 4 && /^[\s,]*$/.test(between.slice(last.end))
  if (last && (leads || AHEAD.test(between.slice(last.end)))) return { cut: last.start, year: last.year }
  const floor = last && /^[\s,;]*(?:và |duy trì |trên )*$/iu.test(between.slice(last.end)) ? last.end : 0
  const connectors = Math.max(floor, between.length - CONNECTORS.exec(between)![0].length)
  const isNamed = takesNameBefore(behindOwn(between), behindNext, next)
  // “bậc 3 là 40 lượt, bậc 2 là 70 lượt”: behind the noun that comes again, the name of the next.
  const again =
    next.unit === null
      ? /^(?<noun> \p{sc=Latn}+)(?: \p{sc=Latn}+)?(?=, (?:trong đó )?\p{sc=Latn}[^,;]* (?:là|có|đạt) $)/iu.exec(between)
      : null
  if (
    again &&
    `${behindNext} `.toLowerCase().startsWith(`${again.groups!.noun!.toLowerCase()}`) &&
    /^[ ,;.]/.test(behindNext.slice(again.groups!.noun!.length))
  )
    return { cut: Math.max(floor, again[0].length), year: null }
  // “20.000 tờ rơi, treo 150 pa nô”: the verb of the next target.
  const verb =
    next.unit === null && !next.isMeasure
      ? (next.isListed ? /[,:](?: \p{sc=Latn}+){1,8} $/u : /,(?: \p{sc=Latn}+){1,4} $/u).exec(between)
      : null
  if (!isNamed && verb && connectors === between.trimEnd().length) return { cut: Math.max(floor, verb.index), year: null }
  if (!isNamed && !next.isMeasure && !NO_NOUN.test(behindNext)) return { cut: connectors, year: null }
  const measure = isNamed ? between.length - behindOwn(between).length + measureStart(behindOwn(between)) : -1
  const upTo = measure >= 0 ? between.slice(0, measure) : between.slice(0, connectors)
  const clause = [...upTo.matchAll(/[,;:](?= )| (?=và )/gu)].at(-1)
  return { cut: Math.max(floor, clause ? clause.index : measure >= 0 ? measure : connectors), year: null }
}

/** “85% số trường …, trong đó …”: a measure right behind a number is its own; what follows its clause may be the next one's. */
function behindOwn(between: string): string {
  const isOwn = /^ ?\p{sc=Latn}/u.test(between) && measureStart(between) === between.search(/\p{sc=Latn}/u)
  return isOwn ? between.slice(Math.max(0, between.search(/[,;:] |$/u))) : between
}

/** Whether what stands behind a number can be what is measured: no rate, and “60% chỉ tiêu cả năm” only where nothing else is. */
function isNoun(right: string, left: string): boolean {
  if (OF_GIVEN.test(right)) return countWords(left.slice(LEADS.exec(left)![0].length)) < FEWEST_OF_GIVEN
  if (OF_PLAN.test(right)) return !hasMeasure(left)
  return !NO_NOUN.test(right) && (!RATE.test(right) || PER_POPULATION.test(right))
}

/** “, đạt 40% đơn vị …” behind a finished target: the measure belongs to the one before. */
function startsNewTarget(left: string): boolean {
  return (
    /[,;] ?(?:và )?(?:đạt|có|phấn đấu(?: có)?|với|trong đó(?: có)?) ?$/iu.test(left) &&
    !hasMeasure(left.slice(left.search(/[,;][^,;]*$/)))
  )
}

/** Words before a colon that name nothing: “Chỉ tiêu:”, “Phấn đấu năm 2024:”. */
function isLeadOnly(left: string): boolean {
  const words = left.replace(/ ?: ?$/, '')
  return LEADS.exec(words)![0].length >= words.length || !/\p{sc=Latn}{2}/u.test(words)
}

/** “từ 12% xuống còn 10%”: the first number is where it starts, unless it has a year of the plan's own. */
function isBaseline(head: Quantity, next: Quantity | undefined, left: string, firstYear: number | null, folded: string): boolean {
  const starts = /(?<!\p{sc=Latn})từ$/iu.test(left.trimEnd()) || /^từ /iu.test(folded.slice(head.start, head.numberStart))
  if (!next || !starts) return false
  const between = folded.slice(head.end, next.start)
  const year = /(?:19|20)\d{2}/.exec(between)?.[0]
  if (year !== undefined && !(firstYear !== null && Number(year) < firstYear)) return false
  return /^[^.;]{0,40}(?<!trở )(?:xuống|lên|còn)[^.;]{0,20}$/iu.test(between)
}

/** “triệt sản 45 người, dụng cụ tử cung 4.200 người”: the names of a list stand before its numbers. */
function countsLike(previous: Reading | undefined, left: string, behind: readonly Term[]): boolean {
  if (previous?.form !== 'before' || previous.unit === null || !/\p{sc=Latn}{2}/u.test(left.replace(LEADS, ''))) return false
  return previous.quantity.unit === null && nounOf(behind) === previous.unit
}

/** “Giao 900 giường bệnh, trong đó tuyến tỉnh 400 giường, tuyến huyện 500 giường”: the noun of the whole comes again, and the part stands in front. */
function countsPart(previous: Reading | undefined, left: string, right: string, folded: string): boolean {
  if (!previous || previous.quantity.unit !== null || !(PART.test(left) || previous.isPart)) return false
  const noun = /^ (\p{sc=Latn}+(?: \p{sc=Latn}+)?)(?= ?(?:[,;.(]|$| và ))/u.exec(right)?.[1]?.toLowerCase()
  const whole = previous.form === 'after' ? folded.slice(previous.name.start, previous.name.end) : (previous.unit ?? '')
  return (
    noun !== undefined && `${whole.toLowerCase()} `.startsWith(`${noun} `) && /\p{sc=Latn}{2}/u.test(left.replace(PART_LEADS, ''))
  )
}

/** “, nữ 18 tuổi đạt 156 cm”: a measure with words of its own. */
function hasOwnNoun(left: string, quantity: Quantity): boolean {
  const words = left.slice(LEADS.exec(left)![0].length).trim()
  return /\p{sc=Latn}{2}/u.test(words) && (ENDS_IN_VERB.test(left) || quantity.isCompared)
}
