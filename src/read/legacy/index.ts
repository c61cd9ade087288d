// Text typed in TCVN3 or VNI, all of a document or a few words of it, becomes Unicode; places and bold lengths follow the letters.
import type { Draft, DraftBlock, DraftLine, DraftPlace } from '../../model/draft.ts'
import { type Message, report } from '../../model/message.ts'
import type { LegacyEncoding } from './letters.ts'
import { applyEdits, type Edit, findRuns, type LegacyRuns } from './runs.ts'

const NAMES: Readonly<Record<LegacyEncoding, string>> = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' }
const MOST_SAMPLES = 5

/** Decodes text before it is laid out in lines; `encoding` is null where most of it was Unicode. */
export function decodeLegacyText(text: string): { text: string; encoding: LegacyEncoding | null; messages: Message[] } {
  const lines = text.split('\n')
  const runs = findRuns(lines)
  const encoding = mainEncoding(runs)
  return {
    text: hasEdits(runs) ? lines.map((line, i) => applyEdits(line, runs.edits[i]!)).join('\n') : text,
    encoding,
    messages: messagesOf(runs, encoding),
  }
}

/** Decodes the lines of a draft. Soft hyphens that are no letters go. */
export function decodeLegacyLines(draft: Draft): Draft {
  const lines = draft.blocks.flatMap(linesOf)
  const runs = findRuns(lines.map(({ text }) => text))
  const edits = new Map<DraftLine, Edit[]>()
  lines.forEach((line, i) => {
    const own = withoutSoftHyphens(line.text, runs.edits[i]!)
    if (own.length > 0) edits.set(line, own)
  })
  if (edits.size === 0) return draft
  const decode = (line: DraftLine) => (edits.has(line) ? editLine(line, edits.get(line)!) : line)
  const encoding = mainEncoding(runs)
  return {
    ...draft,
    blocks: draft.blocks.map((block) => mapLines(block, decode)),
    encoding: encoding ?? draft.encoding,
    messages: [...draft.messages, ...messagesOf(runs, encoding)],
  }
}

function linesOf(block: DraftBlock): DraftLine[] {
  return block.kind === 'paragraph' ? block.lines : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines))
}

function mapLines(block: DraftBlock, decode: (line: DraftLine) => DraftLine): DraftBlock {
  if (block.kind === 'paragraph') return { ...block, lines: block.lines.map(decode) }
  return {
    ...block,
    rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, lines: cell.lines.map(decode) })) })),
  }
}

function withoutSoftHyphens(text: string, edits: readonly Edit[]): Edit[] {
  if (!text.includes('\u00AD')) return [...edits]
  const decoded = new Set(edits.map(({ start }) => start))
  const soft = Array.from(text.matchAll(/\u00AD/g), ({ index }) => ({ start: index, length: 1, text: '' }))
  return [...edits, ...soft.filter(({ start }) => !decoded.has(start))].sort((a, b) => a.start - b.start)
}

function editLine(line: DraftLine, edits: readonly Edit[]): DraftLine {
  const text = applyEdits(line.text, edits)
  const boldLength = applyEdits(
    line.text.slice(0, line.boldLength),
    edits.filter(({ start }) => start < line.boldLength),
  ).length
  return { ...line, text, boldLength, place: line.place && { ...line.place, ...edgesOf(line.place, edits) } }
}

/** A letter made of two signs begins where the first began, ends where the second ended, and is as sure as the first. */
function edgesOf({ lefts, rights, confidences }: DraftPlace, edits: readonly Edit[]) {
  const from: number[] = []
  const to: number[] = []
  let at = 0
  const copy = (end: number) => {
    for (; at < end; at++) {
      from.push(at)
      to.push(at)
    }
  }
  for (const { start, length, text } of edits) {
    copy(start)
    for (let i = 0; i < text.length; i++) {
      from.push(start)
      to.push(start + length - 1)
    }
    at = start + length
  }
  copy(lefts.length)
  return {
    lefts: from.map((i) => lefts[i]!),
    rights: to.map((i) => rights[i]!),
    confidences: confidences && from.map((i) => confidences[i]!),
  }
}

function hasEdits({ edits }: LegacyRuns): boolean {
  return edits.some((own) => own.length > 0)
}

function mainEncoding({ decoded, marked }: LegacyRuns): LegacyEncoding | null {
  return (Object.keys(NAMES) as LegacyEncoding[]).find((encoding) => decoded[encoding].length > 0.5 * marked) ?? null
}

function messagesOf({ decoded, doubtful, restored }: LegacyRuns, encoding: LegacyEncoding | null): Message[] {
  const messages = (Object.keys(NAMES) as LegacyEncoding[])
    .filter((each) => decoded[each].length > 0)
    .map((each) =>
      each === encoding
        ? report('read/encoding-guessed', null, { encoding: NAMES[each] })
        : report('read/legacy-words', null, {
            encoding: NAMES[each],
            count: decoded[each].length,
            samples: sampleOf(decoded[each]),
          }),
    )
  if (doubtful.length > 0)
    messages.push(report('read/legacy-doubtful', null, { count: doubtful.length, samples: sampleOf(doubtful) }))
  if (restored.length > 0)
    messages.push(report('read/letters-lost', null, { count: restored.length, samples: sampleOf(restored) }))
  return messages
}

function sampleOf(words: readonly string[]): string {
  const different = [...new Set(words)]
  return different.slice(0, MOST_SAMPLES).join(', ') + (different.length > MOST_SAMPLES ? ', …' : '')
}
