// A stretch of text becomes its sentences: parted at full stops, semicolons and line ends, not inside numbers or abbreviations.
//
//   "Đạt 12.5%; giảm 0,2 ‰. Đến TP. Huế" => Đạt 12.5%; | giảm 0,2 ‰. | Đến TP. Huế

type Range = { start: number; end: number }

// A row of dots is tried at its first one only, and an abbreviation looked for where it would end: blank lines of forms are long.
const STOP = /(?<![.!?…])[.!?…]+["”’)]*(?=\s+["“(‘-]*[\p{Lu}\d])|;|[\n\t]+/gu
const LONGEST_ABBREVIATION = 8
const ABBREVIATION =
  /(?:^|[\s(])(?:TP|Tp|TS|ThS|BS|PGS|GS|DS|CN|KTV|ĐD|TX|TT|Q|P|H|X|KT|TM|TL|TUQ|Nxb|tr|vv|v\.v|St|NQ|số|\d{1,2})$/u

/** Sentences and clauses between semicolons, as ranges into `text` without outer blanks. */
export function sentencesOf(text: string, range: Range): Range[] {
  const sentences: Range[] = []
  const words = text.slice(range.start, range.end)
  let from = 0
  for (const stop of words.matchAll(STOP)) {
    if (stop[0][0] === '.' && ABBREVIATION.test(words.slice(Math.max(from, stop.index - LONGEST_ABBREVIATION), stop.index)))
      continue
    push(sentences, words, from, stop.index + stop[0].length, range.start)
    from = stop.index + stop[0].length
  }
  push(sentences, words, from, words.length, range.start)
  return sentences
}

function push(sentences: Range[], words: string, from: number, to: number, offset: number): void {
  const part = words.slice(from, to)
  const trimmed = part.trim()
  if (trimmed === '') return
  const start = from + part.indexOf(trimmed)
  sentences.push({ start: offset + start, end: offset + start + trimmed.length })
}
