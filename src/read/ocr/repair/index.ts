// Recognised lines become lines whose words are read by what such papers say: compounds, dates, numbers, headings in sequence.

import { medianOf } from '../../layout/segments.ts'
import type { Word, WordLine } from '../engine.ts'
import { type Reading, repairCompounds, repairHook, type Token } from './compounds.ts'
import { isCutDate, repairDates } from './dates.ts'
import { repairHeadings } from './headings.ts'
import { repairNumber } from './numbers.ts'
import { repairSlash } from './slashes.ts'

export type PageLines = { page: number; lines: WordLine[] }

/** What the engine read, and what it was taken for. */
export type Repair = { before: string; after: string; page: number }

const WORD = /^(?<lead>[^\p{L}]*(?:\p{L}{1,4}\.)?[^\p{L}]*)(?<core>\p{L}[\p{L}\p{M}]*)(?<tail>[^\p{L}\d]*)$/u
// An engine that reads a scan well reads its misprints too: only where it errs so often is a word taken for another against it.
const SPECKED = /^[.,:;]\p{L}/u
const REST = /^[_|¦]$/u
const DOUBTFUL = 0.8
const POOR_SHARE = 0.005
const POOR_COUNT = 4

/** Pages in their order. The words stay where they stand; only what they say changes. */
export function repairPages(pages: readonly PageLines[]): { pages: PageLines[]; repairs: Repair[] } {
  const repairs: Repair[] = []
  const note = (page: number) => (before: string, after: string) => repairs.push({ before, after, page })
  const formed = pages.map(({ page, lines }) => ({ page, lines: lines.map((line) => repairForms(line, note(page))) }))
  const read = formed.map(({ page, lines }) => ({
    page,
    lines: lines.map((line) => ({ line, readings: repairCompounds(line.words.map(tokenOf)) })),
  }))
  const all = read.flatMap(({ lines }) => lines)
  const words = all.reduce((sum, { line }) => sum + line.words.length, 0)
  const deviating = all.reduce((sum, { readings }) => sum + readings.filter(({ isSlip }) => !isSlip).length, 0)
  const isPoor = deviating >= POOR_COUNT && deviating > POOR_SHARE * words
  const compounded = read.map(({ page, lines }) => ({
    page,
    lines: lines.map(({ line, readings }) =>
      withCompounds(
        line,
        readings.filter(({ isLikely }) => isLikely || isPoor),
        note(page),
      ),
    ),
  }))
  return { pages: repairOpenings(compounded, note), repairs }
}

type Note = (before: string, after: string) => void

/** Numbers and dates: what their grammar leaves one reading of. */
function repairForms(line: WordLine, note: Note): WordLine {
  const sorted = [...line.words].sort((a, b) => a.x0 - b.x0)
  const words = joinDates(withoutRest(sorted, note), line, note)
  const numbered = rewrite(
    words,
    words.map(({ text }) => repairNumber(text) ?? repairSlash(text)),
    note,
  )
  const dated = rewrite(numbered, repairDates(numbered), note)
  const clean = rewrite(dated, dated.map(withoutSpeck), note)
  return { ...line, words: rewrite(clean, clean.map(withHook), note) }
}

function withHook(word: Word): string | null {
  const { lead, core, tail } = tokenOf(word)
  const meant = repairHook(core)
  return meant === null ? null : lead + meant + tail
}

/** What is left of a ruling line before the number of a cell: “_ 40 - 45”. */
function withoutRest(words: Word[], note: Note): Word[] {
  const [rest, first] = words
  if (!first || !REST.test(rest!.text) || !/^[≤≥<>]?\d/u.test(first.text)) return words
  note(`${rest!.text} ${first.text}`, first.text)
  return words.slice(1)
}

/** A speck before a word reads as a stop or comma: “.KINH PHÍ”. */
function withoutSpeck({ text, confidence }: Word): string | null {
  return confidence < DOUBTFUL && SPECKED.test(text) ? text.slice(1) : null
}

function rewrite(words: Word[], texts: readonly (string | null)[], note: Note): Word[] {
  return words.map((word, i) => {
    const text = texts[i]
    if (text == null) return word
    note(word.text, text)
    return { ...word, text }
  })
}

function withCompounds(line: WordLine, readings: readonly Reading[], note: Note): WordLine {
  if (readings.length === 0) return line
  const words = [...line.words]
  for (const { from, to, cores } of readings) {
    const before = words.slice(from, to)
    cores.forEach((core, i) => {
      const { lead, tail } = tokenOf(before[i]!)
      words[from + i] = { ...before[i]!, text: lead + core + tail }
    })
    note(told(before), told(words.slice(from, to)))
  }
  return { ...line, words }
}

function told(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ')
}

function joinDates(words: Word[], { size, y0, y1 }: WordLine, note: Note): Word[] {
  const blank = medianOf(words.slice(1).map((word, i) => word.x0 - words[i]!.x1))
  const joined: Word[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last && isCutDate(last, word, blank, size || y1 - y0)) {
      note(`${last.text} ${word.text}`, last.text + word.text)
      joined[joined.length - 1] = {
        ...last,
        text: last.text + word.text,
        x1: word.x1,
        y0: Math.min(last.y0, word.y0),
        y1: Math.max(last.y1, word.y1),
        confidence: Math.min(last.confidence, word.confidence),
      }
    } else joined.push(word)
  }
  return joined
}

function tokenOf({ text, confidence }: Word): Token {
  const { lead = '', core = '', tail = '' } = WORD.exec(text)?.groups ?? {}
  return { lead, core, tail, confidence }
}

function repairOpenings(pages: readonly PageLines[], note: (page: number) => Note): PageLines[] {
  const places = pages.flatMap(({ page, lines }) =>
    lines
      .filter(({ words }) => words.length > 0)
      .sort((a, b) => a.y0 - b.y0)
      .map((line) => ({ page, line })),
  )
  const texts = repairHeadings(
    places.map(({ line: { words, size, y0, y1 } }) => ({
      text: words[0]!.text,
      width: (words[0]!.x1 - words[0]!.x0) / (size || y1 - y0),
      isTitle: /^["“(.]?\p{Lu}/u.test(words[1]?.text ?? ''),
    })),
  )
  const changed = new Map<WordLine, string>()
  places.forEach(({ page, line }, i) => {
    const text = texts[i]
    if (text == null) return
    note(page)(line.words[0]!.text, text)
    changed.set(line, text)
  })
  return pages.map(({ page, lines }) => ({
    page,
    lines: lines.map((line) => {
      const text = changed.get(line)
      return text === undefined ? line : { ...line, words: [{ ...line.words[0]!, text }, ...line.words.slice(1)] }
    }),
  }))
}
