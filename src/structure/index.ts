// A document becomes its outline: title first, for it parts the letterhead from the text; the closing block next; sections last.
import type { Document, Paragraph, Range } from '../model/document.ts'
import { type Message, report } from '../model/message.ts'
import type { BodyParagraph, Outline, SectionNode } from '../model/outline.ts'
import { bulletLength } from '../text/bullets.ts'
import { foldText } from '../text/fold.ts'
import { findClosing } from './closing.ts'
import { furtherDocuments } from './documents.ts'
import { readLetterhead } from './letterhead.ts'
import { nestSections } from './sections.ts'
import { outlineTables } from './tables.ts'
import { findTitle } from './title.ts'

/** Finds letterhead, title block, preamble, sections, tables and closing block; of a second document in the file, its sections. */
export function outlineDocument(document: Document): Outline {
  const { text, blocks } = document
  const { next } = findTitle(blocks, text)
  const starts = [0, ...furtherDocuments(blocks, text, next)]
  const bodyEnd = document.furniture[0] ? (blocks.at(-1)?.end ?? 0) : text.length
  const ids = new Map<string, number>()
  const parts = starts.map((start, i) => {
    const own = starts.length === 1 ? blocks : blocks.slice(start, starts[i + 1])
    return outlinePart(own, text, starts[i + 1] === undefined ? bodyEnd : blocks[starts[i + 1]!]!.start, ids)
  })
  const [first, ...others] = parts as [Part, ...Part[]]
  const sections = parts.flatMap((part) => part.sections)
  const firstSection = first.sections[0]?.span.start ?? Number.POSITIVE_INFINITY
  const starting = new Map<number, SectionNode>()
  mapStarts(sections, starting)
  return {
    letterhead: first.letterhead,
    title: first.title,
    preamble: first.paragraphs.filter((paragraph) => paragraph.end <= firstSection),
    body: parts.flatMap((part) => part.paragraphs.map((paragraph) => bodyParagraph(paragraph, starting, text))),
    sections,
    tables: outlineTables(blocks, text, sections),
    closing: first.closing,
    others: others.map(({ letterhead, title }) => ({ letterhead, title })),
    messages: [...parts.flatMap((part) => part.messages), ...others.map((part) => anotherDocument(part, text))],
  }
}

type Part = Pick<Outline, 'letterhead' | 'title' | 'closing' | 'sections' | 'messages'> & {
  paragraphs: Paragraph[]
  start: number
}

function outlinePart(blocks: Document['blocks'], text: string, end: number, ids: Map<string, number>): Part {
  const { at, next, ...title } = findTitle(blocks, text)
  const addressed = addressedTo(blocks, text, Math.max(next, at))
  const textStart = addressed.length > 0 ? blocks.indexOf(addressed.at(-1)!) + 1 : next
  const afterTitle = blocks.slice(textStart)
  const closing = findClosing(afterTitle, text)
  const body = [...afterTitle.slice(0, closing.from), ...afterTitle.slice(closing.to)]
  const { sections, messages } = nestSections(body, text, { end, closed: closing.from, ids })
  cutAtClosing(sections, afterTitle[closing.from]?.start ?? end, afterTitle[closing.to]?.start ?? end)
  return {
    letterhead: readLetterhead(paragraphsOf(blocks.slice(0, at)), addressed, text),
    title,
    closing: { distribution: closing.distribution, signers: closing.signers },
    sections,
    messages,
    paragraphs: paragraphsOf(body),
    start: blocks[0]?.start ?? 0,
  }
}

function anotherDocument({ title, letterhead, start }: Part, text: string): Message {
  const ranges = [letterhead.number, title.type, ...title.lines].filter((range) => range !== null)
  const words = (range: Range) => text.slice(range.start, range.end).trim()
  const named = [title.type, ...title.lines].filter((range) => range !== null).map(words)
  const printed = [named.join(' ') || 'công văn', ...(letterhead.number ? [words(letterhead.number)] : [])].join(', ')
  return report('documents/another', ranges.at(-1) ?? { start, end: start }, { printed })
}

/** A bullet is a sign and blanks: no need to look further. */
const LONGEST_BULLET = 20

/** Where a paragraph's own words begin. */
function bodyParagraph(paragraph: Paragraph, starting: ReadonlyMap<number, SectionNode>, text: string): BodyParagraph {
  const section = starting.get(paragraph.start) ?? null
  const start = section ? section.own.start : paragraph.start
  const bullet = bulletLength(foldText(text.slice(start, Math.min(paragraph.end, start + LONGEST_BULLET))))
  return { ...paragraph, wordsStart: Math.min(start + bullet, paragraph.end), isNumbered: section !== null, isBullet: bullet > 0 }
}

function mapStarts(sections: readonly SectionNode[], starting: Map<number, SectionNode>): void {
  for (const section of sections) {
    starting.set(section.span.start, section)
    mapStarts(section.children, starting)
  }
}

/** The lines of “Kính gửi”, above or below the type. */
function addressedTo(blocks: Document['blocks'], text: string, from: number): Paragraph[] {
  const paragraphs = paragraphsOf(blocks.slice(from, from + 20))
  const first = paragraphs.findIndex((paragraph) => /^kính gửi/iu.test(foldText(text.slice(paragraph.start, paragraph.end))))
  if (first < 0 || first > 3) return []
  let end = first + 1
  const isOpen = () => /[:;]$/.test(text.slice(paragraphs[first]!.start, paragraphs[first]!.end)) || end > first + 1
  while (
    end < paragraphs.length &&
    isOpen() &&
    goesOn(text.slice(paragraphs[end]!.start, paragraphs[end]!.end), end === first + 1)
  )
    end++
  return paragraphs.slice(first, end)
}

function goesOn(words: string, isFirst: boolean): boolean {
  return (
    /^[-+•]/.test(words) ||
    (words.length < 90 && !/[.:]$/.test(words) && (isFirst || /^\p{Ll}/u.test(words))) ||
    (isFirst && words.length < 90 && /[;.]$/.test(words))
  )
}

/** The closing block is no part of the last section, nor of an annex behind it. */
function cutAtClosing(sections: Outline['sections'], from: number, to: number): void {
  for (const section of sections) {
    for (const range of [section.span, section.own])
      if (range.start < from && range.end > from) range.end = range.end > to && to > from ? from : Math.min(range.end, from)
    cutAtClosing(section.children, from, to)
  }
}

function paragraphsOf(blocks: Document['blocks']): Paragraph[] {
  return blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
}
