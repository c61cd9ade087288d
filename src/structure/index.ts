// A document becomes its outline: title first, for it parts the letterhead from the text; the closing block next; sections last.
import type { Document, Paragraph } from '../model/document.ts'
import type { BodyParagraph, Outline, SectionNode } from '../model/outline.ts'
import { bulletLength } from '../text/bullets.ts'
import { foldText } from '../text/fold.ts'
import { findClosing } from './closing.ts'
import { readLetterhead } from './letterhead.ts'
import { nestSections } from './sections.ts'
import { outlineTables } from './tables.ts'
import { findTitle } from './title.ts'

/** Finds letterhead, title block, preamble, sections, tables and closing block. */
export function outlineDocument(document: Document): Outline {
  const { text, blocks } = document
  const { at, next, ...title } = findTitle(blocks, text)
  const addressed = addressedTo(document, Math.max(next, at))
  const textStart = addressed.length > 0 ? blocks.indexOf(addressed.at(-1)!) + 1 : next
  const afterTitle = blocks.slice(textStart)
  const closing = findClosing(afterTitle, text)
  const body = [...afterTitle.slice(0, closing.from), ...afterTitle.slice(closing.to)]
  const bodyEnd = document.furniture[0] ? blocks.at(-1)!.end : text.length
  const { sections, messages } = nestSections(body, text, bodyEnd)
  cutAtClosing(sections, afterTitle[closing.from]?.start ?? bodyEnd, afterTitle[closing.to]?.start ?? bodyEnd)
  const paragraphs = body.filter((block): block is Paragraph => block.kind === 'paragraph')
  const firstSection = sections[0]?.span.start ?? Number.POSITIVE_INFINITY
  return {
    letterhead: readLetterhead(paragraphsOf(blocks.slice(0, at)), addressed, text),
    title,
    preamble: paragraphs.filter((paragraph) => paragraph.end <= firstSection),
    body: paragraphs.map((paragraph) => bodyParagraph(paragraph, sections, text)),
    sections,
    tables: outlineTables(blocks, text, sections),
    closing: { distribution: closing.distribution, signers: closing.signers },
    messages,
  }
}

/** Where a paragraph's own words begin. */
function bodyParagraph(paragraph: Paragraph, sections: readonly SectionNode[], text: string): BodyParagraph {
  const section = sectionStarting(sections, paragraph.start)
  const start = section ? section.own.start : paragraph.start
  const bullet = bulletLength(foldText(text.slice(start, paragraph.end)))
  return { ...paragraph, wordsStart: Math.min(start + bullet, paragraph.end), isNumbered: section !== null, isBullet: bullet > 0 }
}

function sectionStarting(sections: readonly SectionNode[], offset: number): SectionNode | null {
  const section = sections.find((node) => offset >= node.span.start && offset < node.span.end)
  if (!section) return null
  return section.span.start === offset ? section : sectionStarting(section.children, offset)
}

/** The lines of “Kính gửi”, above or below the type. */
function addressedTo({ blocks, text }: Document, from: number): Paragraph[] {
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
