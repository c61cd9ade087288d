// The printed name of an indicator becomes the set of notions that it holds, whatever their spelling and order.
//
//   "Tỷ lệ TYT xã có bác sỹ (không tính phòng khám)" => _trạm bácsĩ    "Số giường bệnh/10.000 dân" => _giường _vạn    "(thể thấp còi)" => _thấpcòi

import { foldText } from '../../text/fold.ts'
import index from '../data/index.json' with { type: 'json' }
import { ABBREVIATIONS, SCOPE } from './abbreviations.ts'

/** Known forms, spelled, with their notions; and the beginnings of longer forms. */
export type Dictionary = { forms: Map<string, string>; beginnings: Set<string> }

export type Notions = {
  /** Distinct notions and words that say something, in order of place. */
  words: readonly string[]
  /** How the name begins: “Tỷ lệ …” a share or rate, “Số …” a count. */
  opens: 'rate' | 'count' | null
}

// No pattern here ignores case: one that does and holds a class of letters takes milliseconds to compile.
const WORDS = /\d+(?:[.,]\d+)*|\p{sc=Latn}[\p{sc=Latn}\p{sc=Zinh}\p{N}]*|[<>≤≥%‰+]/gu
const BULLET = /^\s*(?:[-+*•–]\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s+|[a-zđ]\)\s*)+/
const OPENING = /^(?:[Tt]rong đó:?|[Kk]hông có|[Kk]hông để xảy ra|[Kk]hông để|[Kk]hống chế|[Cc]hỉ tiêu:?) +(?=\S)/
const PERIOD =
  /,? *(?:[Gg]iai đoạn +)?(?:[Đđ]ến +|[Tt]rong +)?[Nn]ăm +20\d\d(?: *- *20\d\d)?|,? *[Gg]iai đoạn +20\d\d *- *20\d\d|,? *[Gg]iai đoạn đến năm$|[,:]? *(?:dưới|trên|không quá|≤|≥|<|>) *\d+(?:[.,]\d+)? *[%‰]$/g
// A place says where, not what: “người dân tỉnh Hà Tĩnh”.
const PLACE = /(?:(?<=^|[ (])(?:tỉnh|thành phố|TP\.?)) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,3}/gu
const BRACKET = /[([]([^()[\]]*)[)\]]/g
const RATE = /^(?:tỷ|tỉ) (?:lệ|suất|số) |^phần trăm /
const COUNT = /^(?:tổng )?số (?!hóa )|^tổng (?!tỷ |tỉ )/
// ‘kỹ, sỹ, tỷ’ and ‘kĩ, sĩ, tỉ’ are one syllable each.
const LONE_Y = /^(?:[bhklmstv]|th|qu)[yýỳỷỹỵ]$/
const Y_TO_I: Readonly<Record<string, string>> = { y: 'i', ý: 'í', ỳ: 'ì', ỷ: 'ỉ', ỹ: 'ĩ', ỵ: 'ị' }
const LONGEST = 400

const recent = new Map<string, Notions>()
const MOST_RECENT = 4000

/** The notions of a printed name; heads of groups, units and names come again and again. */
export function notionsOf(printed: string, dictionary?: Dictionary): Notions {
  if (dictionary) return read(printed, dictionary)
  let notions = recent.get(printed)
  if (!notions) {
    notions = read(printed, shipped())
    if (recent.size >= MOST_RECENT) recent.clear()
    if (printed.length <= LONGEST) recent.set(printed, notions)
  }
  return notions
}

function read(printed: string, dictionary: Dictionary): Notions {
  const name = foldText(printed.slice(0, LONGEST).normalize('NFC')).replace(BULLET, '').replace(OPENING, '')
  const low = `${name.slice(0, 20).toLowerCase()} `
  const opens = RATE.test(low) ? 'rate' : COUNT.test(low) ? 'count' : null
  let text = name
  if (/[([]/.test(text))
    text = text.replace(BRACKET, (all, inner: string) => (SCOPE.test(inner.trim().toLowerCase()) ? ' ' : all))
  if (/20|năm$|[%‰]$/.test(text)) text = text.replace(PERIOD, ' ')
  if (/tỉnh |thành phố |TP/.test(text)) text = text.replace(PLACE, ' ')
  return { words: wordsIn(text, dictionary), opens }
}

/** The notions of a piece of a pattern: no bullet, bracket, year or place in it. */
export function wordsIn(text: string, dictionary = shipped()): string[] {
  return [...new Set(notionsIn(syllablesOf(text), dictionary))]
}

/** A form as the dictionary holds it: “Y sỹ” => “y sĩ”. */
export function spelledForm(form: string): string {
  return (foldText(form).match(WORDS) ?? []).map(spelled).join(' ')
}

/** A dictionary from spelled forms by their notions; of a form under two notions the first counts. */
export function dictionaryOf(formsByNotion: Readonly<Record<string, readonly string[]>>): Dictionary {
  const dictionary: Dictionary = { forms: new Map(), beginnings: new Set() }
  for (const [notion, forms] of Object.entries(formsByNotion))
    for (const form of forms) {
      if (!dictionary.forms.has(form)) dictionary.forms.set(form, notion)
      for (let at = form.indexOf(' '); at > 0; at = form.indexOf(' ', at + 1)) dictionary.beginnings.add(form.slice(0, at))
    }
  return dictionary
}

let known: Dictionary | null = null

/** Made from the compiled index when the first name is read. */
function shipped(): Dictionary {
  known ??= dictionaryOf(index.forms)
  return known
}

/** Syllables, numbers and signs as the dictionary writes them. */
function syllablesOf(text: string): string[] {
  const syllables: string[] = []
  for (const word of text.match(WORDS) ?? []) {
    const whole = Object.hasOwn(ABBREVIATIONS, word) ? ABBREVIATIONS[word]! : null
    if (whole !== null) for (const part of foldText(whole).match(WORDS)!) syllables.push(spelled(part))
    else syllables.push(spelled(word))
  }
  return syllables
}

function spelled(word: string): string {
  if (word[0]! >= '0' && word[0]! <= '9') return word.replace(/[.,](?=\d{3}(?!\d))/g, '').replace(/^0+(?=\d)/, '')
  const low = word.toLowerCase()
  return low.length < 4 && LONE_Y.test(low) ? low.slice(0, -1) + Y_TO_I[low.at(-1)!]! : low
}

/** At each place the longest form that is known; words that are none stand for themselves. */
function notionsIn(syllables: readonly string[], { forms, beginnings }: Dictionary): string[] {
  const found: string[] = []
  for (let i = 0; i < syllables.length; ) {
    let longest = 0
    let notion = ''
    let form = ''
    for (let k = i; k < syllables.length; k++) {
      form = k === i ? syllables[k]! : `${form} ${syllables[k]}`
      const known = forms.get(form)
      if (known !== undefined) {
        longest = k + 1 - i
        notion = known
      }
      if (!beginnings.has(form)) break
    }
    if (longest === 0) found.push(syllables[i]!)
    else if (notion !== '') found.push(notion)
    i += Math.max(1, longest)
  }
  return found
}
