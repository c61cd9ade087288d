// The printed name of an indicator becomes the set of notions that it holds, whatever their spelling and order.
//
//   "Tỷ lệ TYT xã có bác sỹ (không tính phòng khám)" => bácsĩ _trạm    "Số giường bệnh/10.000 dân" => _giường _vạn

import { foldText } from '../../text/fold.ts'
import { ABBREVIATIONS, EMPTY, NOTIONS, SCOPE } from './words.ts'

export type Notions = {
  /** Distinct notions and words that say something, in order of place. */
  words: readonly string[]
  /** How the name begins: “Tỷ lệ …” a share or rate, “Số …” a count. */
  opens: 'rate' | 'count' | null
}

type Node = { next: Map<string, Node>; notion: string | null }

const WORDS = /\d+(?:[.,]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*|[<>≤≥%‰+]/gu
const BULLET = /^\s*(?:[-+*•–]\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s+|[a-zđ]\)\s*)+/u
const OPENING = /^(?:trong đó:?|không có|không để|không để xảy ra|chỉ tiêu:?)\s+(?=\S)/iu
const PERIOD = /,?\s*(?:giai đoạn\s+)?(?:đến\s+|trong\s+)?năm\s+20\d\d(?:\s*-\s*20\d\d)?|,?\s*giai đoạn\s+20\d\d\s*-\s*20\d\d/giu
// A place says where, not what: “người dân tỉnh Hà Tĩnh”.
const PLACE = /(?<!\p{L})(?:tỉnh|thành phố|TP\.?) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,3}/gu
const BRACKET = /[([]([^()[\]]*)[)\]]/gu
// ‘kỹ, sỹ, tỷ’ and ‘kĩ, sĩ, tỉ’ are one syllable each.
const LONE_Y = /^(?:[bhklmstv]|th|qu)[yýỳỷỹỵ]$/u
const Y_TO_I: Readonly<Record<string, string>> = { y: 'i', ý: 'í', ỳ: 'ì', ỷ: 'ỉ', ỹ: 'ĩ', ỵ: 'ị' }
const LONGEST = 400

/** The notions of a printed name. */
export function notionsOf(printed: string): Notions {
  const name = foldText(printed.slice(0, LONGEST).normalize('NFC')).replace(BULLET, '').replace(OPENING, '')
  const text = name
    .replace(BRACKET, (all, inner: string) => (SCOPE.test(inner.trim().toLowerCase()) ? ' ' : all))
    .replace(PERIOD, ' ')
    .replace(PLACE, ' ')
  return { words: [...new Set(notionsIn(syllablesOf(text)))], opens: openingOf(name) }
}

/** Syllables, numbers and signs as the dictionary writes them. */
function syllablesOf(text: string): string[] {
  const syllables: string[] = []
  for (const [word] of text.matchAll(WORDS)) {
    const whole = ABBREVIATIONS[word]
    if (whole !== undefined && word === word.toUpperCase())
      for (const [part] of whole.matchAll(WORDS)) syllables.push(spelled(part))
    else syllables.push(spelled(word))
  }
  return syllables
}

function spelled(word: string): string {
  if (/^\d/.test(word)) return word.replace(/[.,](?=\d{3}(?!\d))/g, '').replace(/^0+(?=\d)/, '')
  const low = word.toLowerCase()
  return LONE_Y.test(low) ? low.slice(0, -1) + Y_TO_I[low.at(-1)!]! : low
}

function openingOf(name: string): Notions['opens'] {
  if (/^(?:tỷ|tỉ) (?:lệ|suất|số)(?!\p{L})|^phần trăm/iu.test(name)) return 'rate'
  return /^(?:tổng )?số(?! ?hóa)(?!\p{L})|^tổng(?! tỷ)(?!\p{L})/iu.test(name) ? 'count' : null
}

function notionsIn(syllables: readonly string[]): string[] {
  const found: string[] = []
  for (let i = 0; i < syllables.length; ) {
    let node: Node | undefined = dictionary()
    let longest = 0
    let notion: string | null = null
    for (let k = i; k < syllables.length; k++) {
      node = node.next.get(syllables[k]!)
      if (!node) break
      if (node.notion === null) continue
      longest = k + 1 - i
      notion = node.notion
    }
    if (longest === 0) found.push(syllables[i]!)
    else if (notion) found.push(notion)
    i += Math.max(1, longest)
  }
  return found
}

let root: Node | null = null

/** A tree of syllables, built when the first name is read. */
function dictionary(): Node {
  if (root) return root
  root = { next: new Map(), notion: null }
  for (const [notion, ...forms] of NOTIONS) for (const form of forms) plant(root, form, notion)
  for (const form of EMPTY) plant(root, form, '')
  return root
}

function plant(top: Node, form: string, notion: string): void {
  let node = top
  for (const [word] of foldText(form).matchAll(WORDS)) {
    const syllable = spelled(word)
    let next = node.next.get(syllable)
    if (!next) {
      next = { next: new Map(), notion: null }
      node.next.set(syllable, next)
    }
    node = next
  }
  node.notion ??= notion
}
