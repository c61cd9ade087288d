// Signs that the language data does not know (≥ ≤ ‰ ") or that engines miscount (II, III) are read from the shape of their ink.
import { foldText } from '../../text/fold.ts'
import { medianOf } from '../layout/segments.ts'
import type { Word, WordLine } from './engine.ts'
import type { Ink } from './ink.ts'

export type Box = { x0: number; y0: number; x1: number; y1: number }

// What engines make of “≥” and “≤”, of “‰”, and of the capital I in a row.
const COMPARED = /^[<>zZ»«=2šsS]/u
// In running text a number stays a number: the foot of a broken 2 looks like a bar. A cell may hold a bound alone.
const A_NUMBER = /^2[\d.,]*[%‰]?[.,;:)]*$/u
const PER_MILLE = /^(?:%[coO0ọ]{0,3}|[coO0ọ]{2,4})(?<end>[,.;:)]{0,2})$/u
const NUMBER_WITH_SIGN = /^(?<number>[(≤≥<>]?\d[\d.,]*)%[oO0ọ]{0,2}(?<end>[,.;:)]{0,2})$/u
const STROKES = /^(?<strokes>[IHNMLl1!|TU]{1,5}|l[ÍÌ]|[HN]i)(?<end>[.)]?)$/u
// A full stop behind a stroke is taken for the foot of an L.
const FOOTED = /^[Il|]{1,3}[Ll]$/u
// What Roman numbers stand behind, wherever in a line.
const COUNTED = /^(?:quý|phần|chương|mục|lục|đoạn|đợt|hạng|tuyến|nhóm|loại|mức)$/u
const COUNT = /^[IHNl|]{1,5}$/u
// Shares of the usual height of words and of its own height: how low ditto marks are, and how wide.
const LOW = 0.6
const DITTO_WIDTH = 2.2

/** The lines with such signs as they are printed; everything else stays. */
export function readSigns(lines: readonly WordLine[], ink: Ink): WordLine[] {
  const usual = medianOf(lines.flatMap(({ words }) => words.filter(({ text }) => /[\p{L}\d]/u.test(text)).map(heightOf)))
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word, i) => {
      const isAlone = line.words.length === 1
      const isCounted = i === 0 || isCountedBehind(line.words[i - 1]!, word)
      const text = isAlone && isDitto(word, ink, usual) ? '"' : signOf(word, ink, isCounted, isAlone)
      return text === word.text ? word : { ...word, text }
    }),
  }))
}

function heightOf({ y0, y1 }: Word): number {
  return y1 - y0
}

function isCountedBehind(before: Word, { text }: Word): boolean {
  return COUNT.test(text) && COUNTED.test(foldText(before.text).toLowerCase())
}

/** Two low strokes beside each other and nothing else: the sign for “as above”. Engines may have put a box around one of them. */
function isDitto(word: Word, ink: Ink, usual: number): boolean {
  const tall = heightOf(word)
  if ([...word.text].length > 2 || /\d/.test(word.text) || tall > LOW * usual) return false
  const letters = lettersIn(ink, { ...word, x0: word.x0 - tall, x1: word.x1 + tall })
  const [left, right] = letters
  return (
    letters.length === 2 &&
    right!.x1 - left!.x0 <= DITTO_WIDTH * tall &&
    letters.every(({ x0, x1, y0, y1 }) => y1 - y0 >= 0.7 * tall && x1 - x0 <= 0.7 * (y1 - y0)) &&
    Math.abs(left!.y0 - right!.y0) + Math.abs(left!.y1 - right!.y1) <= 0.3 * tall
  )
}

function signOf(word: Word, ink: Ink, isCounted: boolean, isAlone: boolean): string {
  const { text } = word
  if (COMPARED.test(text) && (isAlone || !A_NUMBER.test(text))) {
    const sign = comparatorOf(word, ink)
    if (sign) return sign + text.slice(1)
  }
  const mille = PER_MILLE.exec(text)
  if (mille && holesIn(ink, word) === 3) return `‰${mille.groups!.end}`
  const signed = NUMBER_WITH_SIGN.exec(text)?.groups
  if (signed && isMilleBehind(word, ink, signed.number!.length, signed.end!.length)) return `${signed.number}‰${signed.end}`
  const strokes = isCounted ? STROKES.exec(text)?.groups : undefined
  if (!strokes) return text
  const count = stemsIn(ink, word, strokes.end !== '')
  if (count >= 1 && (!/\d/.test(text) || isSerifedAtHead(ink, word))) return 'I'.repeat(count) + strokes.end
  const stopped = count === 0 && FOOTED.test(text) ? stemsIn(ink, word, true) : 0
  return stopped >= 1 ? `${'I'.repeat(stopped)}.` : text
}

/** Whether the sign behind so many figures has three rings; where figures touch, nobody can tell. */
function isMilleBehind(word: Word, ink: Ink, figures: number, end: number): boolean {
  const letters = lettersIn(ink, word)
  return letters.length === figures + 1 + end && holesIn(ink, letters[figures]!) === 3
}

/** “≥” or “≤” where the word's first letter is a corner over a bar of its own. */
function comparatorOf(word: Word, ink: Ink): '≥' | '≤' | null {
  const tall = word.y1 - word.y0
  // Engines leave the bar out of the box of a “>”.
  const [letter] = lettersIn(ink, { ...word, y1: word.y1 + 0.2 * tall })
  if (!letter) return null
  const width = letter.x1 - letter.x0
  const rows = runsOf(letter.y1 - letter.y0, (y) => inkIn(ink, { ...letter, y0: letter.y0 + y, y1: letter.y0 + y + 1 }) > 0)
  const isCovered = ({ from, to }: Run) => {
    const bar = { ...letter, y0: letter.y0 + from, y1: letter.y0 + to }
    const columns = runsOf(width, (x) => inkIn(ink, { ...bar, x0: letter.x0 + x, x1: letter.x0 + x + 1 }) > 0)
    return columns.reduce((sum, run) => sum + run.to - run.from, 0) >= 0.8 * width
  }
  // Where the corner touches the bar, its direction is as the engine saw it.
  const foot = Math.round(0.75 * (letter.y1 - letter.y0))
  if (rows.length === 1 && isCovered({ from: foot, to: letter.y1 - letter.y0 }))
    return /^[>»]/u.test(word.text) ? '≥' : /^[<«]/u.test(word.text) ? '≤' : null
  const bar = rows.at(-1)!
  const corner = { from: rows[0]!.from, to: rows.at(-2)?.to ?? 0 }
  const height = corner.to - corner.from
  // A letter that the engine saw must be parted as clearly as the sign is printed: the foot of a 2 is no bar.
  const isClear =
    rows.length === 2 &&
    inkIn(ink, { ...letter, y0: letter.y0 + bar.from, y1: letter.y0 + bar.to }) >= 0.7 * width * (bar.to - bar.from)
  if (!isClear && /^[^<>«»]/u.test(word.text)) return null
  if (rows.length > 3 || bar.to - bar.from > 0.35 * height || height < 0.4 * width || !isCovered(bar)) return null
  const third = Math.max(1, Math.round(height / 4))
  const at = (from: number) => middleOf(ink, { ...letter, y0: letter.y0 + from, y1: letter.y0 + from + third })
  const outer = (at(corner.from) + at(corner.to - third)) / 2
  const inner = at(corner.from + Math.round((height - third) / 2))
  if (inner - outer > 0.25 * width) return '≥'
  return outer - inner > 0.25 * width ? '≤' : null
}

type Run = { from: number; to: number }

function runsOf(length: number, isOn: (at: number) => boolean): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < length; at++) {
    if (!isOn(at)) continue
    const last = runs.at(-1)
    if (last && last.to === at) last.to = at + 1
    else runs.push({ from: at, to: at + 1 })
  }
  return runs
}

function inkIn({ width, data }: Ink, { x0, y0, x1, y1 }: Box): number {
  let count = 0
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) count += data[y * width + x]!
  return count
}

function middleOf({ width, data }: Ink, { x0, y0, x1, y1 }: Box): number {
  let count = 0
  let sum = 0
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++)
      if (data[y * width + x]) {
        count++
        sum += x
      }
  return count ? sum / count : (x0 + x1) / 2
}

function inside({ width, height }: Ink, { x0, y0, x1, y1 }: Box): Box {
  const within = (value: number, limit: number) => Math.max(0, Math.min(limit, Math.round(value)))
  return { x0: within(x0, width), y0: within(y0, height), x1: within(x1, width), y1: within(y1, height) }
}

/** Boxes of the letters of a word: ink parted by blank columns, each with its own top and foot. */
export function lettersIn(ink: Ink, word: Box): Box[] {
  const box = inside(ink, word)
  return runsOf(box.x1 - box.x0, (x) => inkIn(ink, { ...box, x0: box.x0 + x, x1: box.x0 + x + 1 }) > 0).map(({ from, to }) => {
    const letter = { ...box, x0: box.x0 + from, x1: box.x0 + to }
    const rows = runsOf(box.y1 - box.y0, (y) => inkIn(ink, { ...letter, y0: box.y0 + y, y1: box.y0 + y + 1 }) > 0)
    return { ...letter, y0: box.y0 + rows[0]!.from, y1: box.y0 + rows.at(-1)!.to }
  })
}

/** How many white areas the ink of a word encloses: 2 in “%”, 3 in “‰”. */
function holesIn(ink: Ink, word: Box): number {
  const box = inside(ink, word)
  const width = box.x1 - box.x0 + 2
  const height = box.y1 - box.y0 + 2
  const cells = new Uint8Array(width * height)
  for (let y = box.y0; y < box.y1; y++)
    for (let x = box.x0; x < box.x1; x++) cells[(y - box.y0 + 1) * width + x - box.x0 + 1] = ink.data[y * ink.width + x]!
  let holes = -1
  for (let start = 0; start < cells.length; start++) {
    if (cells[start]) continue
    const stack = [start]
    cells[start] = 1
    let size = 0
    while (stack.length > 0) {
      const at = stack.pop()!
      size++
      const x = at % width
      for (const next of [x > 0 ? at - 1 : -1, x + 1 < width ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= cells.length || cells[next]) continue
        cells[next] = 1
        stack.push(next)
      }
    }
    if (size > 2) holes++
  }
  return holes
}

/** A capital I has a serif at the right of its head too; a 1 has a flag at the left only. */
function isSerifedAtHead(ink: Ink, word: Box): boolean {
  const box = inside(ink, word)
  const letter = lettersIn(ink, box).findLast(({ y0, y1 }) => y1 - y0 > 0.7 * (box.y1 - box.y0))
  if (!letter) return false
  const tall = letter.y1 - letter.y0
  const width = letter.x1 - letter.x0
  const rightEdge = (from: number, to: number) => {
    const rows = { ...letter, y0: letter.y0 + Math.round(from * tall), y1: letter.y0 + Math.round(to * tall) }
    for (let x = letter.x1 - 1; x >= letter.x0; x--)
      if (2 * inkIn(ink, { ...rows, x0: x, x1: x + 1 }) > rows.y1 - rows.y0) return x + 1 - letter.x0
    return 0
  }
  const head = { ...letter, y1: letter.y0 + Math.max(1, Math.round(0.1 * tall)) }
  const stem = rightEdge(0.35, 0.65)
  const overhang = inkIn(ink, { ...head, x0: letter.x0 + stem + 1 }) / (head.y1 - head.y0)
  if (stem < width && overhang >= 0.12 * width) return true
  // In small print a serif is a pixel or two: the very head of an I goes as far to both sides as its foot.
  const [top, foot] = [letter.y0, letter.y1 - 1].map((y) => endsOf(ink, { ...letter, y0: y, y1: y + 1 }))
  if (!top || !foot) return false
  return top.x1 - letter.x0 - stem >= 0.12 * width && top.x1 - top.x0 >= 0.8 * (foot.x1 - foot.x0)
}

/** The first and the last ink of a row. */
function endsOf({ width, data }: Ink, { x0, x1, y0 }: Box): { x0: number; x1: number } | null {
  const row = data.subarray(y0 * width + x0, y0 * width + x1)
  const first = row.indexOf(1)
  return first < 0 ? null : { x0: x0 + first, x1: x0 + row.lastIndexOf(1) + 1 }
}

/** How many equal upright strokes a word is made of, each with its serifs; 0 where anything else is in it. */
function stemsIn(ink: Ink, word: Box, hasEnd: boolean): number {
  const letters = lettersIn(ink, word)
  const height = Math.max(0, ...letters.map(({ y0, y1 }) => y1 - y0))
  if (hasEnd && letters.length > 1 && letters.at(-1)!.y1 - letters.at(-1)!.y0 < 0.4 * height) letters.pop()
  let stems = 0
  let width = 0
  for (const letter of letters) {
    const tall = letter.y1 - letter.y0
    if (tall < 0.9 * height) return 0
    const end = Math.max(1, Math.round(0.12 * tall))
    const head = inkIn(ink, { ...letter, y1: letter.y0 + end })
    const foot = inkIn(ink, { ...letter, y0: letter.y1 - end })
    if (head > 1.6 * foot || foot > 1.6 * head) return 0
    // Serifs join neighbours at head and foot: what counts is the middle.
    const middle = { ...letter, y0: letter.y0 + Math.round(0.3 * tall), y1: letter.y0 + Math.round(0.7 * tall) }
    const rows = middle.y1 - middle.y0
    const runs = runsOf(
      letter.x1 - letter.x0,
      (x) => inkIn(ink, { ...middle, x0: letter.x0 + x, x1: letter.x0 + x + 1 }) > 0.5 * rows,
    )
    const solid = runs.every(
      ({ from, to }) => inkIn(ink, { ...middle, x0: letter.x0 + from, x1: letter.x0 + to }) > 0.8 * rows * (to - from),
    )
    const own = inkIn(ink, middle)
    const inRuns = runs.reduce(
      (sum, { from, to }) => sum + inkIn(ink, { ...middle, x0: letter.x0 + from, x1: letter.x0 + to }),
      0,
    )
    // The bar of an H, the slant of an N and the bowl of any other letter are ink between the strokes.
    if (runs.length === 0 || !solid || inRuns < 0.93 * own) return 0
    if (runs.some(({ from, to }) => width > 0 && Math.abs(to - from - width) > 0.35 * width + 1)) return 0
    width ||= runs[0]!.to - runs[0]!.from
    const isSerifed = letter.x1 - letter.x0 >= 1.5 * width * runs.length
    if (!isSerifed && runs.length === 1 && letters.length === 1) return 0
    stems += runs.length
  }
  return stems > 3 ? 0 : stems
}
