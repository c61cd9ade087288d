// Two spellings over the same plain letters become how far apart their marks are.
//
//   "tô tổ" => 0.5    "te tế" => 1    "chỉ chi" => 1    "văn vận" => 1.5    "tô tộc" => Infinity

type Letter = { base: string; shape: string; tone: string }

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/u
// An engine loses a mark twice as easily as it takes one for another or sees one that is not there.
const LOST = 0.5
const TAKEN = 1
// The bar of a đ is seldom lost.
const BARRED = 1

/** Infinity where the letters themselves differ. Pass folded words of one case. */
export function markDistance(seen: string, meant: string): number {
  const a = lettersOf(seen)
  const b = lettersOf(meant)
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  let sum = 0
  for (const [i, { base, shape, tone }] of a.entries()) {
    const other = b[i]!
    if (base !== other.base) return Number.POSITIVE_INFINITY
    sum += (base === 'd' && shape !== other.shape ? BARRED : distance(shape, other.shape)) + distance(tone, other.tone)
  }
  return sum
}

function distance(seen: string, meant: string): number {
  if (seen === meant) return 0
  return seen === '' ? LOST : TAKEN
}

function lettersOf(word: string): Letter[] {
  return [...word.normalize('NFC')].map((letter) => {
    if (letter === 'đ') return { base: 'd', shape: 'đ', tone: '' }
    const [base = '', ...marks] = letter.normalize('NFD')
    return {
      base,
      shape: marks.filter((mark) => !TONES.test(mark)).join(''),
      tone: marks.filter((mark) => TONES.test(mark)).join(''),
    }
  })
}
