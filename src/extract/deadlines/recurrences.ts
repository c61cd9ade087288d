// Words of repetition become a recurrence rule (RFC 5545, RRULE).
//
//   "trước ngày 20 hằng tháng" => FREQ=MONTHLY;BYMONTHDAY=20    "trước ngày 15 của tháng cuối quý" => FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=15
//   "hằng quý trước ngày 20" => FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=20    "trước 16 giờ thứ Sáu hằng tuần" => FREQ=WEEKLY;BYDAY=FR
//   "hạn trước ngày 18 các tháng 3, 9" => FREQ=MONTHLY;BYMONTH=3,9;BYMONTHDAY=18    "hằng tháng (ngày 20)" => FREQ=MONTHLY;BYMONTHDAY=20
//   "ngày 25 tháng đầu của quý sau" => FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=25    "hằng ngày trước 16 giờ 30" => FREQ=DAILY;BYHOUR=16;BYMINUTE=30
import type { Range } from '../../model/document.ts'

export type Recurrence = Range & {
  rule: string /** What stands between the repetition and its day: “hằng tháng báo cáo trước ngày 25”. */
  between: Range | null
}

type Parts = Record<string, string | undefined>

const EACH = '(?:hằng|hàng|mỗi|các|từng)'
const BEFORE = '(?:trước|(?:chậm|muộn) nhất(?: là)?(?: vào| trước)?|vào|hạn \\p{sc=Latn}+|từ)'
const DAYS = String.raw`(?:ngày )?(?<d>\d{1,2})(?:,? (?:và|,) ?(?:ngày )?(?<e>\d{1,2}))?(?!\d| ?/| tháng \d)`
const WEEKDAY = '(?<w>thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)'
const HOUR = String.raw`(?<h>\d{1,2}) ?(?:giờ|h)(?: ?(?<min>\d{2})(?: ?phút)?)?`
const GAP = '(?<gap>[^.;\\n\\d]{0,60}?)'
const MONTHS_OF_QUARTER: Readonly<Record<string, string>> = { đầu: '1,4,7,10', giữa: '2,5,8,11', cuối: '3,6,9,12' }
const WEEKDAYS: Readonly<Record<string, string>> = {
  hai: 'MO', '2': 'MO', ba: 'TU', '3': 'TU', tư: 'WE', '4': 'WE', năm: 'TH', '5': 'TH', sáu: 'FR', '6': 'FR', bảy: 'SA', '7': 'SA', nhật: 'SU',
} // biome-ignore format: a table reads best in lines of a kind

const monthDays = ({ d, e }: Parts) => [d, e].flatMap((each) => (each === undefined ? [] : [Number(each)]))
const isMonthDay = (day: number) => day >= 1 && day <= 31
const monthly = (parts: Parts, months = '') => {
  const days = monthDays(parts)
  return days.every(isMonthDay) ? `FREQ=MONTHLY${months && `;BYMONTH=${months}`};BYMONTHDAY=${days.join(',')}` : null
}
const monthsOf = (parts: Parts) => {
  const months = parts.months!.match(/\d+/g)!.map(Number)
  return months.every((month) => month >= 1 && month <= 12) ? monthly(parts, months.join(',')) : null
}
const quarterly = (parts: Parts) => monthly(parts, MONTHS_OF_QUARTER[parts.m?.toLowerCase() ?? 'cuối']!)
const atHour = ({ h, min }: Parts) =>
  h === undefined || Number(h) > 23 ? '' : `;BYHOUR=${Number(h)};BYMINUTE=${Number(min ?? 0)}`
const weekly = ({ w }: Parts) => `FREQ=WEEKLY;BYDAY=${WEEKDAYS[w!.toLowerCase().split(' ').at(-1)!]}`

// The more special first: a form takes its words away from the ones below it.
/** What the forms of a unit hold at least. */
const UNITS = { day: /(?:hằng|hàng|mỗi|các|từng) ngày/iu, week: /tuần/iu, month: /tháng/iu, quarter: /quý/iu }

const FORMS: readonly { source: string; unit: keyof typeof UNITS; read: (parts: Parts) => string | null }[] = [
  // “trước ngày 18 các tháng 3, 6, 9, 12”: a day of several months, of any year.
  {
    source: `${BEFORE} ngày (?<d>\\d{1,2}) (?:của )?(?:các )?tháng (?<months>\\d{1,2}(?:(?:, ?|,? và )(?:tháng )?\\d{1,2})+)(?! ?(?:/|năm (?:19|20)))(?!\\d)`,
    unit: 'month',
    read: (parts) => monthsOf(parts),
  },
  {
    source: `(?:${BEFORE}|thực hiện|gửi|báo cáo) (?:${HOUR},? )?(?:chiều |sáng )?(?:ngày )?${WEEKDAY} ${EACH} tuần`,
    unit: 'week',
    read: weekly,
  },
  {
    source: `(?:${BEFORE} )?${DAYS} (?:của )?tháng (?<m>đầu|giữa|cuối) (?:của )?(?:${EACH} )?quý(?: (?:sau|trước|tiếp theo|kế tiếp))?`,
    unit: 'quarter',
    read: quarterly,
  },
  {
    source: `${EACH} quý${GAP}${BEFORE} ${DAYS}(?: (?:của )?tháng (?<m>đầu|giữa|cuối)(?: (?:của )?quý)?)?`,
    unit: 'quarter',
    read: quarterly,
  },
  { source: `(?:${BEFORE} )?${DAYS} (?:của )?(?:${EACH} quý|tháng cuối ${EACH} quý)`, unit: 'quarter', read: quarterly },
  {
    source: `(?:${BEFORE} )?${DAYS} (?:của )?(?:${EACH} tháng|tháng (?:sau|kế tiếp|tiếp theo|liền kề))`,
    unit: 'month',
    read: (parts) => monthly(parts),
  },
  { source: `${EACH} tháng${GAP}${BEFORE} ${DAYS}`, unit: 'month', read: (parts) => monthly(parts) },
  { source: `${EACH} tháng ?\\((?:${BEFORE} )?${DAYS}\\)`, unit: 'month', read: (parts) => monthly(parts) },
  {
    source: `${EACH} quý ?\\((?:${BEFORE} )?${DAYS}(?: (?:của )?tháng (?<m>đầu|giữa|cuối)(?: (?:của )?quý)?)?\\)`,
    unit: 'quarter',
    read: quarterly,
  },
  { source: `(?<=^(?:[-+] ?)?)(?:${HOUR},? )?${WEEKDAY} ${EACH} tuần`, unit: 'week', read: weekly },
  { source: `${EACH} tuần${GAP}(?:${BEFORE} )?(?:${HOUR},? )?(?:chiều |sáng )?(?:ngày )?${WEEKDAY}`, unit: 'week', read: weekly },
  { source: `${EACH} ngày${GAP}${BEFORE} ${HOUR}`, unit: 'day', read: (parts) => `FREQ=DAILY${atHour(parts)}` },
  { source: `${BEFORE} ${HOUR} ${EACH} ngày`, unit: 'day', read: (parts) => `FREQ=DAILY${atHour(parts)}` },
]
const PATTERNS = FORMS.map(({ source, unit, read }) => ({
  needs: UNITS[unit],
  pattern: new RegExp(String.raw`(?<![\p{sc=Latn}\p{sc=Zinh}\d/])${source}(?![\p{sc=Latn}\p{sc=Zinh}])`, 'giu'),
  read,
}))

/** What every form holds: most sentences have none of it. */
const REPEATS = /(?:hằng|hàng|mỗi|từng|các) (?:ngày|tuần|tháng|quý)|tháng (?:đầu|giữa|cuối|sau|kế|tiếp|liền|\d{1,2}(?:,| và))/iu

/** Recurring dues of the words, in order of place, none overlapping. Pass folded text. */
export function findRecurrences(words: string): Recurrence[] {
  const found: Recurrence[] = []
  if (!REPEATS.test(words) || !/\d|thứ|chủ nhật/iu.test(words)) return found
  for (const { pattern, needs, read } of PATTERNS) {
    if (!needs.test(words)) continue
    for (const each of words.matchAll(pattern)) {
      const range = { start: each.index, end: each.index + each[0].length }
      const rule = read(each.groups ?? {})
      if (!rule || found.some((other) => range.start < other.end && range.end > other.start)) continue
      const gap = each.groups?.gap ?? ''
      const start = gap.trim() === '' ? -1 : range.start + each[0].indexOf(gap)
      found.push({ ...range, rule, between: start < 0 ? null : { start, end: start + gap.length } })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
