// Text becomes other text: lines and marks in other places, signs of all of Unicode, numbers and depths beyond reason.

// What breaks rules of lines, direction, width and case, and what begins something in one of the formats.
const SIGNS = [
  '\u0000', '\u0007', '\u0085', '\u00a0', '\u00ad', '\u0300', '\u0301\u0323', '\u200b', '\u200d', '\u200f', '\u202e', '\u2028', '\u2029',
  '\ufeff', '\ufffd', '\uffff', '\ud800', '\udc00', '\ue000', '\u{1d7d9}', '\u{1f600}', '\u{e0041}', '\u{10ffff}', 'İ', 'ſ', 'ﬁ', 'ẞ', '½', 'Ⅳ', '٣', '９',
  'đ', 'Đ', 'ế', 'ế', 'Ǘ', '�', '≥', '％', '–', '…', '“', '|', '\t', '\r', '\f', '\v', '\\', '`', '*', '_', '[', ']', '<', '>', '&', '#', '{', '}', '(', ')', '~', '$', '/', '%', '"', "'",
] // biome-ignore format: signs side by side
const NUMBERS = ['0', '-1', '00', '1e9', '99999999999999999999', '2147483648', '65536', '0,0', '1.000.000.000', '31/02/2024', '0/0', '29/2', '1313/QĐ-BYT', '100%', '‰', 'NaN', '1-2-3', '12,5.6', '0x10'] // biome-ignore format: side by side
const OPENERS = ['> ', '* ', '- ', '1. ', '  - ', '[', '![', '(', '**', '_', '`', '~~', '<b>', '<div>', '<table><tr><td>', '|', '| - ', '\\(', '$', '{', '{\\b ', '“', '# ', '&', '<!--', '[^1]: ', '\t', 'a.', 'I. ', '- trước ngày 1/1, ', 'Điều 1. ', '1.1.', 'và '] // biome-ignore format: side by side

const DEEDS = [
  [4, dropLines],
  [4, repeatLines],
  [4, swapLines],
  [4, insertSigns],
  [3, replaceSigns],
  [4, changeNumbers],
  [3, repeatOpener],
  [2, joinLines],
  [2, splitLines],
  [2, changeForm],
  [2, repeatWord],
]

/** Changes some places of the text. */
export function mutateWords(text, chance) {
  return chance.weighed(DEEDS)(text, chance)
}

export const extremeNumber = (chance) => chance.pick(NUMBERS)
export const anySigns = (chance, most = 20) => Array.from({ length: chance.some(most) }, () => chance.pick(SIGNS)).join('')

function byLines(change) {
  return (text, chance) => {
    const lines = text.split('\n')
    const start = chance.below(lines.length)
    const end = Math.min(lines.length, start + chance.some(lines.length))
    return change(lines, start, end, chance).join('\n')
  }
}

function dropLines(...args) {
  return byLines((lines, start, end) => lines.toSpliced(start, end - start))(...args)
}

function repeatLines(...args) {
  return byLines((lines, start, end, chance) => {
    const part = lines.slice(start, end)
    const times = Math.max(1, Math.min(chance.some(200), Math.floor(1_000 / part.length)))
    return lines.toSpliced(end, 0, ...Array(times).fill(part).flat())
  })(...args)
}

function swapLines(...args) {
  return byLines((lines, start, end, chance) => {
    const rest = lines.toSpliced(start, end - start)
    return rest.toSpliced(chance.below(rest.length + 1), 0, ...lines.slice(start, end))
  })(...args)
}

function insertSigns(text, chance) {
  let changed = text
  for (let i = chance.some(40); i > 0; i--) {
    const at = chance.below(changed.length + 1)
    changed = changed.slice(0, at) + anySigns(chance, 6) + changed.slice(at)
  }
  return changed
}

function replaceSigns(text, chance) {
  const from = text[chance.below(Math.max(1, text.length))] ?? ' '
  const to = chance.is(0.2) ? '' : anySigns(chance, 3)
  const share = chance.pick([0.02, 0.3, 1])
  return text.split(from).reduce((whole, part) => `${whole}${chance.is(share) ? to : from}${part}`)
}

function changeNumbers(text, chance) {
  const share = chance.pick([0.05, 0.3, 1])
  return text.replace(/\d+(?:[.,/]\d+)*/g, (number) => (chance.is(share) ? extremeNumber(chance) : number))
}

function repeatOpener(text, chance) {
  const at = chance.is(0.3) ? 0 : chance.below(text.length + 1)
  return text.slice(0, at) + chance.pick(OPENERS).repeat(chance.some(30_000)) + text.slice(at)
}

function joinLines(text, chance) {
  const [from, to] = chance.pick([['\n\n', '\n'], ['\n', ' '], ['\n', '\r'], ['\n', ''], ['\n', '\n\n\n'], ['\n', '\u2028'], [' ', '  '], [' ', '\t'], [' ', '\n']]) // biome-ignore format: side by side
  return text.split(from).join(to)
}

function splitLines(text, chance) {
  const share = chance.pick([0.01, 0.1])
  return text.replace(/ /g, (blank) => (chance.is(share) ? chance.pick(['\n', '\n\n', '\t', '  \n', ' | ']) : blank))
}

function changeForm(text, chance) {
  switch (chance.below(4)) {
    case 0:
      return text.normalize('NFD')
    case 1:
      return text.toUpperCase()
    case 2:
      return text.toLowerCase()
    default:
      return text.normalize('NFKD').replace(/\p{M}/gu, '')
  }
}

function repeatWord(text, chance) {
  const words = text.split(' ')
  const at = chance.below(words.length)
  return words.toSpliced(at, 0, ...Array(chance.some(5_000)).fill(words[at])).join(' ')
}
