// Sentences become indicators: a quantity and the noun phrase that it measures.
//
//   "trên 70% tập thể và 70% cá nhân đạt danh hiệu X" => two, both "> 70 %"
//   "Tỷ lệ xã có bác sỹ: 100%" => = 100 %    "giảm tỷ suất sinh thô 0,2 ‰ so với năm 2019" => a decrease
//   "không có tiêu chí nào ở mức 1" => = 0    "đã đạt 95,2% năm 2022" => none
import type { Range } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'
import { sentencesOf } from '../../text/sentences.ts'
import { countWords } from '../../text/words.ts'
import type { FoundDate } from '../dates/index.ts'
import type { FoundReference } from '../legal-references/index.ts'
import type { FoundIndicator } from './index.ts'
import { findQuantities, type Quantity } from './quantities.ts'
import { type Setting, settingsOf } from './settings.ts'

/** A sentence or clause, and what its full sentence says before it. */
type Sentence = Range & { words: string; isAsked: boolean }
type Reading = { quantity: Quantity; form: 'after' | 'before' | 'inherited'; name: Range; unit: string | null; change: 'increase' | 'decrease' | null; isPart: boolean; year: number | null }

const MEASURE = String.raw`(?:tổng\s+)?(?:tỷ|tỉ)\s+(?:lệ|suất|số|trọng)|tổng\s+tỷ\s+suất|tốc\s+độ|mức\s+(?:giảm|tăng|tỷ|sinh|độ|hưởng|chết|tử)|tuổi\s+thọ|thời\s+gian\s+(?:chờ|khám|trung\s+bình|nằm|điều\s+trị|giải\s+quyết|xử\s+lý|phản\s+hồi|đáp\s+ứng)|số\s+ngày|số\s+lượng|độ\s+(?:bao\s+)?phủ|bao\s+phủ|tổng\s+số|quy\s+mô|công\s+suất|chiều\s+cao|mật\s+độ|chỉ\s+số|hiệu\s+suất|điểm\s+(?:trung\s+bình|hài\s+lòng|chất\s+lượng)|dân\s+số\s+(?:trung|tăng)|cơ\s+cấu`
const MEASURES = new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${MEASURE})(?![\p{L}\p{M}])`, 'giu')
const DURATION = /(?<!\p{L})(?:thời\s+gian|tuổi\s+thọ|số\s+(?:ngày|lần|giờ|phút)|chiều\s+cao)(?!\p{L})/iu
const COUNTED = /(?<![\p{L}\p{M}])số\s+(?!liệu|hóa|định|của|điện|này|lượng)\p{L}/giu
const REACHES = String.raw`(?:phấn\s+đấu\s+)?(?:duy\s+trì\s+)?(?:phải\s+)?(?:đạt(?:\s+(?:được|mức|tỷ\s+lệ|từ|và\s+duy\s+trì))?|là|còn|chiếm|xuống(?:\s+còn)?|lên|lên\s+đến|giảm\s+(?:xuống|còn|xuống\s+còn)|tăng\s+lên|nâng\s+lên|ở\s+mức|giữ(?:\s+ở\s+mức)?|bằng|được\s+duy\s+trì|đến|tới|khoảng|duy\s+trì|dao\s+động|cần\s+đạt|tăng|giảm|đảm\s+bảo|bảo\s+đảm|:|[-=])`
const ENDS_IN_VERB = new RegExp(String.raw`(?:[\s:=-]|^)${REACHES}\s*$`, 'iu')
const LEADS = /^[\s,;:"'()-]*(?:(?:và|trong\s+đó|đồng\s+thời|cụ\s+thể|với|có|phấn\s+đấu|đảm\s+bảo|bảo\s+đảm|duy\s+trì|nâng|nâng\s+cao|tăng|giảm|đưa|khống\s+chế|đạt|hoàn\s+thành|để|từng\s+bước|tiếp\s+tục|mục\s+tiêu|chỉ\s+tiêu|yêu\s+cầu|cố\s+gắng|quyết\s+tâm|trong\s+năm|đến\s+(?:hết\s+|cuối\s+)?năm|năm|\d{4}|là|cơ\s+bản|toàn\s+ngành|toàn\s+tỉnh|hằng\s+năm|hàng\s+năm|hạ|kiểm\s+soát|giữ|giữ\s+vững|mỗi\s+năm)(?![\p{L}\p{M}])[\s,:]*)*/iu
const TRAILS = new RegExp(String.raw`[\s,;:.=-]*(?:(?:${REACHES}|từ|trên|dưới|so\s+với|và|của\s+năm|trong\s+năm\s+\d{4}|(?:đến|vào|trong)\s+(?:hết\s+|cuối\s+)?năm\s+\d{4}|năm\s+\d{4})[\s,;:.=-]*)*$`, 'iu')
// What cannot begin a measured noun phrase.
const NO_NOUN = /^\s*(?:[.,;:)\]/"-]|$|so(?!\p{L})|trở(?!\p{L})|vào(?!\p{L})|năm(?!\p{L})|trong(?!\p{L})|đến(?!\p{L})|và(?!\p{L})|theo(?!\p{L})|hoặc(?!\p{L})|của(?!\p{L})|trên(?!\p{L})|mỗi(?!\p{L})|hằng(?!\p{L})|hàng(?!\p{L})|là(?!\p{L})|để(?!\p{L})|nhằm(?!\p{L})|với(?!\p{L})|còn(?!\p{L})|thì(?!\p{L})|trước(?!\p{L})|kế\s+hoạch(?!\s+vốn|\s+đầu)|chỉ\s+tiêu(?!,))/iu
const NAME_END = /\s*(?:,?\s+(?:nhằm|để(?!\s+(?:xảy|lại))|góp\s+phần|trong\s+đó|đồng\s+thời|phấn\s+đấu|qua\s+đó|từ\s+đó|cụ\s+thể)(?![\p{L}\p{M}])|,\s+(?:còn\s+lại|không\s+(?:có|để|còn))(?!\p{L})|\s+so\s+với(?!\p{L})|,?\s+(?:vào|đến|trong)\s+(?:cuối\s+|hết\s+)?năm\s+\d{4}\s*$|\s*\($)/iu
const CONNECTORS = /[\s,;:(]*(?:(?:và|trong\s+đó|có|đạt|với|cùng\s+với|đồng\s+thời|phấn\s+đấu|đảm\s+bảo|bảo\s+đảm|còn\s+lại|toàn\s+ngành|là|đến\s+năm|năm|\d{4}|từ)[\s,;:(]*)*$/iu
const PART = /(?:trong\s+đó|\()\s*[^.;,]{0,40}$/iu
const COUNT_NOUN = /^\s*(?<noun>(?:(?!(?:được|đạt|có|cấp|trở|của|cho|tại|về|trong|hoặc|và|là|để|trên|dưới|từ|theo|trực|thuộc|tham|hoàn|thực|đủ|không|mỗi|trước|với|do|so|loại|nào|ở|bị|mắc|triển|xây|chăm|phục|áp|sử|ký|đăng|tổ\s+chức|phòng|khám|chữa|làm|hoạt|tiếp|duy|từ\s+xa|trên\s+địa)(?!\p{L}))[\p{L}\p{M}\p{N}/]+,?\s*){1,8})/iu
const TARGET_LEAD = /(?<!\p{L})(?:ph[ấâ]n\s+đ[ấâ]u|mục\s+tiêu|chỉ\s+tiêu|đảm\s+bảo|bảo\s+đảm|ít\s+nhất|tối\s+thiểu|yêu\s+cầu|duy\s+trì)(?!\p{L})/iu
const PAST = /(?<!\p{L})(?:đã\s+(?:đạt|có|được|thực|hoàn|triển|tổ|tiêm|khám|giảm|tăng|giải|xây|cấp|ban)|cùng\s+kỳ|hiện\s+(?:nay|có|tại)|tính\s+đến|kết\s+quả\s+(?:đạt|thực|năm)|trong\s+năm\s+qua|thời\s+gian\s+qua|ước\s+(?:tính|đạt)|theo\s+(?:thống\s+kê|báo\s+cáo|kết\s+quả|số\s+liệu)|chưa\s+đạt|mới\s+đạt|vượt\s+(?:kế\s+hoạch|chỉ\s+tiêu))(?!\p{L})/iu
const MONEY = /^\s*(?:kinh\s+phí|chi\s+phí|tiền|mức\s+(?:đóng|lương|hưởng|phí|thu|chi)|học\s+phí|lương|phí|giá(?!\p{L})|thuế|tổng\s+mức|ngân\s+sách|số\s+tiền)/iu
const PAYS = /(?:hỗ\s+trợ|thanh\s+toán|chi\s+trả|miễn|đóng|trích|hưởng|cấp\s+bù|bố\s+trí|phụ\s+cấp|thu\s+nhập|lãi\s+suất|chiếm)\s*$/iu
const ZERO = /(?<=^|[,;:(]\s*|(?:và|ph[ấâ]n\s+đ[ấâ]u|đảm\s+bảo|bảo\s+đảm|tuyệt\s+đối|quyết\s+tâm)\s+)không\s+(?<verb>để\s+xảy\s+ra|để|có|còn|xảy\s+ra|phát\s+sinh)\s+(?<name>[^,;.:()]{4,220}(?:,\s+(?!không|\d|phấn|đảm|trong|đạt|hạn|tăng|nâng|góp)[^,;.:()]{3,80})?)/giu
const NO_ZERO = /^(?:khả năng|điều kiện|nhu cầu|ai|ý kiến|lý do|sự|phép|thời|kế hoạch|việc làm|thẻ|nghĩa|hồ sơ|chỉ định)(?!\p{L})/iu

/** Indicators of the body's sentences, in order. */
export function findProseIndicators(source: Source, dates: readonly FoundDate[], references: readonly FoundReference[], planYear: number | null): FoundIndicator[] {
  const isMasked = maskOf(source.folded.length, dates, references)
  return settingsOf(source)
    .filter((setting) => setting.weight !== 'closed')
    .flatMap((setting) => sentencesOf(source.folded, setting.range).flatMap((range) => readSentence(asSentence(range, setting, source.folded), setting, source.folded, isMasked, planYear)))
}

/** “phấn đấu …; không có …”: what asks for the first clause asks for those behind the semicolon. */
function asSentence(range: Range, setting: Setting, folded: string): Sentence {
  const before = folded.slice(setting.range.start, range.start)
  const lead = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('! ')) + 1)
  const words = folded.slice(range.start, range.end)
  return { ...range, words, isAsked: TARGET_LEAD.test(lead) || TARGET_LEAD.test(words) }
}

function maskOf(length: number, dates: readonly Range[], references: readonly FoundReference[]): (offset: number) => boolean {
  const mask = new Uint8Array(length)
  for (const { start, end } of dates) mask.fill(1, start, end)
  for (const reference of references) for (const { start, end } of reference.mentions) mask.fill(1, start, end)
  return (offset) => mask[offset] === 1
}

function readSentence(sentence: Sentence, setting: Setting, folded: string, isMasked: (offset: number) => boolean, planYear: number | null): FoundIndicator[] {
  const hasDigits = /\d/.test(sentence.words)
  if (!hasDigits && !/không/iu.test(sentence.words)) return []
  const quantities = hasDigits ? findQuantities(folded, sentence, isMasked) : []
  const heads = quantities.filter((quantity, i) => isHead(quantity, quantities.slice(0, i), sentence, setting, folded))
  const readings = readHeads(heads, sentence, folded)
  const baseline = baselineOf(sentence.words, planYear)
  const indicators = readings.map((reading): FoundIndicator => {
    const { quantity, name, change } = reading
    return {
      source: 'prose',
      isSub: reading.isPart,
      parent: null,
      no: null,
      group: null,
      name,
      nameText: null,
      comparator: quantity.comparator,
      value: quantity.value,
      valueMax: quantity.valueMax,
      valueText: null,
      unit: reading.unit,
      change,
      baselineYear: change ? baseline : null,
      year: reading.year ?? setting.year,
      series: [],
      tableId: null,
      row: null,
      column: null,
      range: { start: quantity.start, end: quantity.end },
    }
  })
  indicators.forEach((indicator, i) => {
    if (indicator.isSub) indicator.parent = indicators.slice(0, i).findLast((other) => !other.isSub) ?? null
  })
  const kept = indicators.filter((indicator) => !(indicator.year !== null && planYear !== null && indicator.year < planYear))
  return [...kept, ...readZeros(sentence, setting, readings)].sort((a, b) => a.range.start - b.range.start)
}

/** Whether a quantity is a target's, not a part of the name of another. */
function isHead(quantity: Quantity, before: readonly Quantity[], sentence: Sentence, setting: Setting, folded: string): boolean {
  const left = folded.slice(before.at(-1)?.end ?? sentence.start, quantity.start)
  const right = folded.slice(quantity.end, sentence.end)
  const all = folded.slice(sentence.start, quantity.start)
  if (PAST.test(all) || (setting.weight === 'open' && PAST.test(right.slice(0, 60).replace(/\(.*/u, '')))) return false
  if (quantity.unit !== null) return !MONEY.test(right) && !PAYS.test(left) && !/so\s+với\s*$/iu.test(left)
  if (MEASURES_BEFORE(left) && (ENDS_IN_VERB.test(left) || quantity.isCompared)) return setting.weight === 'targets' || sentence.isAsked || (quantity.isCompared && !quantity.isRange)
  if (/:\s*$/.test(left) && before.length === 0 && (setting.isBullet || setting.isNumbered) && (setting.weight === 'targets' || quantity.isCompared)) return true
  if (quantity.isMeasure) return DURATION.test(left) && (ENDS_IN_VERB.test(left) || quantity.isCompared || /(?<!\p{L})(?:giảm|tăng)\s[^,;:]*$/iu.test(left))
  if (/không\s+để\s[^,;]*$/iu.test(left)) return false
  const noun = !NO_NOUN.test(right)
  if (MEASURES_BEFORE(left) && !noun && setting.weight === 'targets') return true
  if (!noun) return false
  if (PART.test(left) && before.length > 0) return setting.weight === 'targets' || sentence.isAsked || before.some((other) => other.unit !== null)
  if (quantity.isCompared) return !/^\s*(?:năm|người\s+trở|tuổi)/iu.test(right) && (setting.weight === 'targets' || sentence.isAsked || quantity.comparator === '>=' || before.some((other) => other.unit !== null))
  const last = before.at(-1)
  return last?.isCompared === true && last.unit === null && /^[^.;:]*\s+và\s*$/iu.test(left) && (setting.weight === 'targets' || sentence.isAsked || setting.isBullet)
}

function MEASURES_BEFORE(left: string): boolean {
  MEASURES.lastIndex = 0
  COUNTED.lastIndex = 0
  return MEASURES.test(left) || COUNTED.test(left)
}

function readHeads(heads: readonly Quantity[], sentence: Sentence, folded: string): Reading[] {
  const readings: Reading[] = []
  heads.forEach((head, i) => {
    const previous = readings.at(-1)
    const next = heads[i + 1]
    const leftStart = Math.max(previous && previous.form === 'after' ? previous.name.end : (heads[i - 1]?.end ?? sentence.start), sentence.start)
    const left = folded.slice(leftStart, head.start)
    const rightEnd = next ? next.start : sentence.end
    const right = folded.slice(head.end, rightEnd)
    const quantity = behindNoun(inheritComparator(head, heads[i - 1], folded), right)
    if (isBaseline(quantity, left, right, next)) return
    const isPart = PART.test(left) && i > 0
    const year = yearNear(left, right, i === 0)
    const hasMeasure = MEASURES_BEFORE(left)
    const endsInColon = /:\s*$/.test(left)
    const noun = !NO_NOUN.test(right)
    const isTitled = endsInColon && !isLeadOnly(left) && (!noun || quantity.unit === null || (countWords(right) <= 4 && !hasPredicate(right)))
    const isNamed = hasMeasure ? !startsNewTarget(left) && (!noun || endsInColon || ENDS_IN_VERB.test(left) || quantity.isMeasure) : isTitled
    const isShared = previous?.form === 'before' && quantity.unit === null && /^[\s,;]*(?:và|,)\s*$/iu.test(left)
    if (!isNamed && noun && !isShared) {
      const name = nameAfter(head.end, next ? rightEnd - CONNECTORS.exec(right)![0].length : rightEnd, folded)
      if (name.end > name.start) readings.push({ quantity, form: 'after', name, unit: quantity.unit ?? nounOf(folded.slice(name.start, name.end)), change: changeOf(left), isPart, year })
      return
    }
    const name = nameBefore(leftStart, head.start, folded)
    if (name && (hasMeasure || endsInColon || quantity.unit !== null)) {
      const unit = quantity.unit ?? unitBehind(right)
      readings.push({ quantity, form: 'before', name, unit, change: changeBefore(left, quantity), isPart, year })
    } else if (previous?.form === 'before' && quantity.unit === null && noun && /^[\s,;]*(?:và|,)\s*$/iu.test(left)) {
      readings.push({ quantity, form: 'inherited', name: previous.name, unit: nounOf(right), change: null, isPart: false, year })
    } else if (previous && quantity.unit === previous.unit && year !== null) {
      readings.push({ quantity, form: 'inherited', name: previous.name, unit: previous.unit, change: previous.change, isPart: false, year })
    }
  })
  return readings
}

/** “từ 320 trường trở lên”: the words of comparison stand behind the counted noun. */
function behindNoun(quantity: Quantity, right: string): Quantity {
  if (quantity.comparator !== '=') return quantity
  const after = /^\s*(?:\p{L}+\s+){1,3}trở\s+(lên|xuống)/iu.exec(right)?.[1]
  return after && quantity.unit === null ? { ...quantity, comparator: after === 'lên' ? '>=' : '<=', isCompared: true } : quantity
}

/** Words before a colon that name nothing: “Chỉ tiêu:”, “Phấn đấu năm 2024:”. */
function isLeadOnly(left: string): boolean {
  const words = left.replace(/\s*:\s*$/, '')
  return LEADS.exec(words)![0].length >= words.length || !/\p{L}{2}/u.test(words)
}

/** A noun phrase with its own verb is what is measured: “95% trẻ em được tiêm chủng”. */
function hasPredicate(right: string): boolean {
  return /(?<!\p{L})(?:được|đạt|có|hoàn\s+thành|thực\s+hiện|tham\s+gia|không|biết|sử\s+dụng|triển\s+khai|ký|áp\s+dụng)(?!\p{L})/iu.test(right)
}

/** “, đạt 40% đơn vị …” behind a finished target: the measure belongs to the one before. */
function startsNewTarget(left: string): boolean {
  return /[,;]\s*(?:và\s+)?(?:đạt|có|phấn\s+đấu(?:\s+có)?|với|trong\s+đó(?:\s+có)?)\s*$/iu.test(left) && !MEASURES_BEFORE(left.slice(left.search(/[,;][^,;]*$/)))
}

/** “từ 12% năm 2020 xuống còn 10%”: the first number is where it starts. */
function isBaseline(quantity: Quantity, left: string, right: string, next: Quantity | undefined): boolean {
  return next !== undefined && /từ\s*$/iu.test(left.concat(quantity.isCompared ? '' : ' ')) && /^[^.;]{0,40}(?:xuống|lên|còn)[^.;]{0,20}$/iu.test(right)
}

/** “trên 70% tập thể và 70% cá nhân”: the words of comparison govern both. */
function inheritComparator(quantity: Quantity, before: Quantity | undefined, folded: string): Quantity {
  if (!before || quantity.isCompared || !before.isCompared || before.isRange || quantity.unit !== before.unit) return quantity
  const between = folded.slice(before.end, quantity.start)
  return /^[^.;:,]*\s+và\s+$/iu.test(between) && !/(?:đạt|có)\s*$/iu.test(between) ? { ...quantity, comparator: before.comparator, isCompared: true } : quantity
}

function nameAfter(start: number, end: number, folded: string): Range {
  const words = folded.slice(start, end)
  const stop = NAME_END.exec(words)?.index ?? words.length
  const lead = /^\s*/.exec(words)![0].length
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
function nameBefore(start: number, end: number, folded: string): Range | null {
  const words = folded.slice(start, end)
  const trail = TRAILS.exec(words)?.index ?? words.length
  const kept = words.slice(0, trail)
  let from = measureStart(kept)
  if (from < 0) {
    const clause = /[,;:]\s+(?=[^,;:]*$)/u.exec(kept)
    from = clause && kept.length - clause.index > 12 ? clause.index + clause[0].length : 0
    from += LEADS.exec(kept.slice(from))![0].length
  }
  const name = kept.slice(from).replace(/^[\s"-]+/, '')
  const nameStart = start + kept.length - name.length
  return /\p{L}{2}/u.test(name) ? { start: nameStart, end: nameStart + name.trimEnd().length } : null
}

/** The last measure word, or the first “số …” of the clause. */
function measureStart(words: string): number {
  const measures = [...words.matchAll(MEASURES)]
  const last = measures.at(-1)
  if (last) {
    const before = measures.at(-2)
    const isNested = before !== undefined && !/[,;:]|(?:và|,)\s*$/iu.test(words.slice(before.index, last.index))
    return (isNested ? before : last).index
  }
  return [...words.matchAll(COUNTED)].find((found) => !/\p{L}\s+$/u.test(words.slice(0, found.index)) || LEADS.exec(words)![0].length >= found.index)?.index ?? -1
}

function unitBehind(right: string): string | null {
  const per = /^\s?(?:[\p{L}\s]{0,24})?\/\s?[\d.]*\s?\p{L}[\p{L}\s]{0,24}?(?=[.,;:)]|$|\s+(?:trở|vào|năm|đến|trong|và|theo)(?!\p{L}))/u.exec(right)
  if (per) return per[0].trim()
  if (NO_NOUN.test(right)) return null
  return nounOf(right)
}

function nounOf(words: string): string | null {
  const noun = COUNT_NOUN.exec(words)?.groups?.['noun']?.replace(/[\s,;.:]+$/u, '')
  return noun && noun.length <= 60 ? noun : null
}

/** “giảm 10% số ca mắc”: the word in front of the number makes it a change. */
function changeOf(left: string): Reading['change'] {
  const verb = /(?:^|[\s,;:(])(giảm|hạ|tăng)(?:\s+(?:thêm|ít nhất|tối thiểu|từ|khoảng))?\s*$/iu.exec(left)?.[1]?.toLowerCase()
  return verb ? (verb === 'tăng' ? 'increase' : 'decrease') : null
}

/** “giảm tỷ suất sinh thô 0,2 ‰” is a change; “giảm … xuống còn 5%” and “mức giảm …: 0,1‰” are levels. */
function changeBefore(left: string, quantity: Quantity): Reading['change'] {
  const direct = changeOf(left)
  if (direct) return direct
  const verb = /(?:^|[\s,;:(])(giảm|tăng)\s+(?!dần)[^,;:]*$/iu.exec(left)
  if (!verb || /mức\s*$/iu.test(left.slice(0, verb.index + 1))) return null
  const rest = left.slice(verb.index + verb[0].indexOf(verb[1]!) + verb[1]!.length)
  if (!MEASURES_BEFORE(rest) || ENDS_IN_VERB.test(rest) || quantity.comparator === '<' || quantity.comparator === '<=') return null
  return verb[1]!.toLowerCase() === 'tăng' ? 'increase' : 'decrease'
}

function baselineOf(words: string, planYear: number | null): number | null {
  const printed = /so\s+với\s+(?:cùng\s+kỳ\s+)?(?:năm\s+)?(?<y>(?:19|20)\d{2})(?!\s*-)/iu.exec(words)?.groups?.['y']
  if (printed) return Number(printed)
  return /so\s+với\s+năm\s+(?:trước|ngoái)/iu.test(words) && planYear !== null ? planYear - 1 : null
}

/** A year printed with the number: “đến năm 2025 đạt 70%”, “70% vào năm 2025”. */
function yearNear(left: string, right: string, isFirst: boolean): number | null {
  const after = /^[^,;.]{0,60}?(?:vào|đến|trong)\s+(?:cuối\s+|hết\s+)?năm\s+((?:19|20)\d{2})|^\s*\(?năm\s+((?:19|20)\d{2})/iu.exec(right)
  const before = [...left.matchAll(/(?:đến|vào|trong|từ|hết|cuối)?\s*năm\s+((?:19|20)\d{2})(?!\s*(?:-|đến))/giu)].filter((found) => !/(?:so với|giai đoạn)\s*(?:cùng kỳ\s*)?$/iu.test(left.slice(0, found.index))).at(-1)?.[1]
  const found = (after && !/,/.test(right.slice(0, after.index)) ? (after[1] ?? after[2]) : undefined) ?? (before && (isFirst || before) ? before : undefined)
  return found ? Number(found) : null
}

/** Targets of nothing: “không có tiêu chí nào ở mức 1”, “không để dịch lớn xảy ra”. */
function readZeros(sentence: Sentence, setting: Setting, readings: readonly Reading[]): FoundIndicator[] {
  const isAsked = sentence.isAsked || readings.length > 0
  return [...sentence.words.matchAll(ZERO)].flatMap((found): FoundIndicator[] => {
    const verb = found.groups!['verb']!
    const start = sentence.start + found.index
    const isNarrative = /để/iu.test(verb)
    const opens = found.index <= 2 || /(?:phấn\s+đấu|đảm\s+bảo|bảo\s+đảm|tuyệt\s+đối)\s*$/iu.test(sentence.words.slice(0, found.index))
    if (isNarrative ? !(setting.weight === 'targets' && opens && (setting.isBullet || setting.isNumbered)) : !(setting.weight === 'targets' ? opens || isAsked : isAsked)) return []
    if (readings.some((reading) => start > reading.name.start && start < reading.name.end)) return []
    const name = found.groups!['name']!.trimEnd()
    if (NO_ZERO.test(name)) return []
    const nameStart = start + found[0].indexOf(name, verb.length)
    return [
      {
        source: 'prose', isSub: false, parent: null, no: null, group: null, name: { start: nameStart, end: nameStart + name.length }, nameText: null,
        comparator: '=', value: 0, valueMax: null, valueText: null, unit: null, change: null, baselineYear: null, year: setting.year,
        series: [], tableId: null, row: null, column: null, range: { start, end: nameStart + name.length },
      },
    ] // biome-ignore format: one value a field
  })
}
