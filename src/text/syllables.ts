// A word becomes the onset, rime and tone of a Vietnamese syllable, or null where Vietnamese spelling allows no such syllable.
//
//   "nghiệp" => ngh iêp nặng    "gìn" => g in huyền    "quý" => qu y sắc    "giếng" => g iêng sắc    "nước" => n ươc sắc    "hoạch" => h oach nặng
//   "hoà" => h oa huyền    "hòa" => h oa huyền    "ktế" => none    "hoàc" => none    "nghà" => none    "kế" => k ê sắc

export type Tone = 'ngang' | 'huyền' | 'sắc' | 'hỏi' | 'ngã' | 'nặng'

export type Syllable = { onset: string /** Without its tone mark. */; rime: string; tone: Tone }

const TONES: Readonly<Record<string, Tone>> = {
  '\u0300': 'huyền',
  '\u0301': 'sắc',
  '\u0309': 'hỏi',
  '\u0303': 'ngã',
  '\u0323': 'nặng',
}

const list = (words: string) => words.split(' ')

// Rimes in groups by what may stand before them.
// With ăk: Đắk Lắk.
const OPEN_BACK = list(
  'a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu',
)
const FRONT_E = list('e ec em en eng eo ep et ê êch êm ên ênh êp êt êu')
const FRONT_I = list('i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu')
const FRONT_Y = list('yêm yên yêng yêt yêu')
const ROUNDED = list(
  'oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet oong uân uâng uât uây uê uêch uên uênh uêt uêu uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt',
)
const AFTER_QU = list(
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eng eo et ê êch ên ênh êt êu i ich in inh it iu y ych yn ynh yt yu yên yêt yên o ôc ơ ơi ơn ơt',
)
const AFTER_GI = [...OPEN_BACK, ...list('e em en eo ep et ê')]
// “kỹ, sỹ, Vy”: the letter y for i, as names and older spelling have it.
const Y_FOR_I = list('đ h k l m n s t v th ch d b g r nh')
const LABIALS = list('b m ph v')
const ROUNDED_AFTER_LABIALS: ReadonlySet<string> = new Set(['buyt', 'voan', 'phuy', 'muy', 'boa'])
const PLAIN = list('b ch d đ h kh l m n nh ph r s t th tr v x')

const RIMES = new Map<string, ReadonlySet<string>>([
  ['', new Set([...OPEN_BACK, ...FRONT_E, ...list('i ia ich im in inh it iu y'), ...FRONT_Y, ...ROUNDED])],
  ...PLAIN.map((onset): [string, Set<string>] => [
    onset,
    new Set([
      ...OPEN_BACK,
      ...FRONT_E,
      ...FRONT_I,
      ...ROUNDED.filter((rime) => !LABIALS.includes(onset) || ROUNDED_AFTER_LABIALS.has(onset + rime)),
    ]),
  ]),
  ['c', new Set([...OPEN_BACK, ...ROUNDED.filter((rime) => rime.startsWith('oo'))])],
  ['k', new Set([...FRONT_E, ...FRONT_I])],
  ['g', new Set([...OPEN_BACK, ...ROUNDED, ...list('i in im iêc iêm iên iêng iêt iêu')])],
  ['gh', new Set([...FRONT_E, ...FRONT_I])],
  ['ng', new Set([...OPEN_BACK, ...ROUNDED])],
  ['ngh', new Set([...FRONT_E, ...FRONT_I])],
  ['gi', new Set(AFTER_GI)],
  ['qu', new Set(AFTER_QU)],
  ['p', new Set([...OPEN_BACK, ...FRONT_E, ...FRONT_I])],
])
for (const onset of Y_FOR_I) RIMES.set(onset, new Set([...RIMES.get(onset)!, 'y']))

const WORD = /^(?<onset>ngh?|gh?|gi|qu|[ckpt]h|nh|tr|[bcdđhklmnprstvx])?(?<rime>[aăâeêioôơuưy].*)$/u
const STOPPED = /(?:[cpt]|ch)$/u
const FORMED = /[ăâêôơư]/u
// The mark stands on either letter: hòa and hoà, khỏe and khoẻ, thúy and thuý.
const EITHER: ReadonlySet<string> = new Set(['oa', 'oe', 'uy'])
const VOWELS = /^[aăâeêioôơuưy]+/u

const known = new Map<string, Syllable | null>()
const MOST_KNOWN = 20_000

/** Reads one word in any case; null where it is no possible syllable. */
export function readSyllable(word: string): Syllable | null {
  const key = word.length > 9 ? '' : word.normalize('NFC').toLowerCase()
  let syllable = known.get(key)
  if (syllable === undefined) {
    syllable = parse(key)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, syllable)
  }
  return syllable
}

export function isSyllable(word: string): boolean {
  return readSyllable(word) !== null
}

function parse(word: string): Syllable | null {
  let tone: Tone = 'ngang'
  let at = -1
  let letters = ''
  for (const letter of word) {
    const [base, ...marks] = letter.normalize('NFD')
    const mark = marks.find((each) => each in TONES)
    if (mark !== undefined) {
      if (at >= 0) return null
      tone = TONES[mark]!
      at = letters.length
    }
    letters += [base, ...marks.filter((each) => each !== mark)].join('').normalize('NFC')
  }
  for (const [onset, rime] of splitsOf(letters)) {
    if (!RIMES.get(onset)?.has(rime)) continue
    if (STOPPED.test(rime) && tone !== 'sắc' && tone !== 'nặng') continue
    if (at >= 0 && !bearers(rime).includes(at - onset.length)) continue
    return { onset, rime, tone }
  }
  return null
}

/** “gi” and “qu” are onsets before a vowel (gia, quê); in “gìn” and “giếng” the i belongs to the rime. */
function splitsOf(letters: string): [onset: string, rime: string][] {
  const { onset = '', rime = '' } = WORD.exec(letters)?.groups ?? {}
  if (rime === '') return []
  const splits: [string, string][] = [[onset, rime]]
  if (onset === 'g' && rime.startsWith('i')) splits.push(['gi', rime.slice(1)])
  if (onset === '' && rime === 'qu') return []
  return splits
}

/** Places in a rime that may bear the tone mark. */
function bearers(rime: string): number[] {
  const vowels = VOWELS.exec(rime)![0]
  if (vowels.length === 1) return [0]
  if (EITHER.has(rime)) return [0, 1]
  // The last letter with a hook, breve or circumflex bears it: quyền, nước, huân, thuở.
  for (let i = vowels.length - 1; i >= 0; i--) if (FORMED.test(vowels[i]!) && !/^ưa|^ưi|^ưu/u.test(rime)) return [i]
  if (vowels.length === 3) return [1]
  if (vowels.length < rime.length) return [1]
  return /^(?:oa|oe|uy)/u.test(vowels) ? [1] : [0]
}
