// A letterhead that is set with tabs or blanks becomes two columns: the bodies at the left, the motto and date at the right.
import type { DraftBlock } from '../../model/draft.ts'
import { foldText } from '../../text/fold.ts'
import { lineParagraph, linesOf, type Node } from './lines.ts'

const GAP = /\t+| {4,}/u
const PARTED = /\S(?:\s*\t\s*|\s{4,})\S/u
const RIGHT = /(?:\t| {4,})\s*(?:cộng hòa xã hội chủ nghĩa|độc lập\s*-\s*tự do|đảng cộng sản việt nam)/iu
const ORNAMENT = /^[\s_\-–—=*.~─]*$/u
const SEARCHED = 12

/** The nodes of a document, its first lines as paragraphs in columns where tabs part them. */
export function columnsOf(nodes: readonly Node[]): (Node | DraftBlock)[] {
  const texts = nodes.slice(0, SEARCHED).map((node) =>
    node.type === 'paragraph'
      ? linesOf(node)
          .map(({ text }) => text)
          .join('\n')
      : null,
  )
  const from = texts.findIndex((text) => text === null || !ORNAMENT.test(text))
  let to = from
  while (to >= 0 && to < texts.length && texts[to] != null && (PARTED.test(texts[to]!) || ORNAMENT.test(texts[to]!))) to++
  const head = from < 0 ? [] : nodes.slice(from, to)
  if (!head.some((_, i) => RIGHT.test(foldText(texts[from + i]!.normalize('NFC'))))) return [...nodes]
  const lines = head.flatMap((node) => linesOf(node, GAP).map((line) => ({ line, node })))
  const paragraphs = lines
    .filter(({ line }) => line.text.trim() !== '')
    .map(({ line, node }) => lineParagraph(line, { ...node, alignment: null }, null, null, line.column))
    .sort((a, b) => a.column! - b.column!)
  return [...nodes.slice(0, from), ...paragraphs, ...nodes.slice(to)]
}
