// A report: what a comparison says, as blocks that every form of output writes in its own way.

export type Language = 'vi' | 'en'
export type Words = Readonly<Record<Language, string>>

export type Mark = 'added' | 'removed' | 'good' | 'bad' | 'dim' | 'strong'

/** Words of one kind; `quote` leads to the words of the document that they come from. */
export type Run = { text: string; mark?: Mark; quote?: string | null }

export type Line = readonly Run[]

export type Column = { head: string; align?: 'right' }

export type Block =
  | { kind: 'heading'; text: string; level: 2 | 3 }
  | { kind: 'line'; runs: Line }
  | { kind: 'list'; items: readonly Line[] }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly Line[])[] }
  /** Two texts side by side, and the same as one text with the changes marked. */
  | { kind: 'pair'; heads: readonly [string, string]; before: Line; after: Line; inline: Line }
  /** A drawing for the forms that show one. */
  | { kind: 'figure'; svg: string }

export type Quote = { id: string; line: string; start: number; end: number; page: number | null }

/** Words of one document that the report leans on. */
export type Source = { title: string; quotes: Quote[] }

export type Report = { language: Language; title: string; blocks: Block[]; sources: Source[] }

export const run = (text: string, mark?: Mark, quote?: string | null): Run => ({
  text,
  ...(mark && { mark }),
  ...(quote && { quote }),
})

export const line = (text: string, mark?: Mark, quote?: string | null): Line => (text === '' ? [] : [run(text, mark, quote)])

export function plainText(runs: Line): string {
  return runs.map(({ text }) => text).join('')
}

type Span = { start: number; end: number; boxes: readonly { page: number }[] }

/** Collects the words that a report leans on; gives the id of each. */
export type Quoting = {
  sources: Source[]
  quote: (key: string, title: string, line: string, at: number, raw: string, span: Span) => string
}

export function quoting(): Quoting {
  const sources: Source[] = []
  const byKey = new Map<string, { source: Source; number: number; seen: Set<string> }>()
  return {
    sources,
    quote(key, title, words, at, raw, span) {
      let known = byKey.get(key)
      if (!known) {
        known = { source: { title, quotes: [] }, number: byKey.size + 1, seen: new Set() }
        byKey.set(key, known)
        sources.push(known.source)
      }
      const id = `s${known.number}-${span.start}-${span.end}`
      if (!known.seen.has(id)) {
        known.seen.add(id)
        const start = Math.max(0, at)
        known.source.quotes.push({
          id,
          line: words,
          start,
          end: Math.min(words.length, start + raw.length),
          page: span.boxes[0]?.page ?? null,
        })
      }
      return id
    },
  }
}

/** The lines of the text that a span stands on, and where in them it begins. */
export function linesAround(text: string, { start, end }: { start: number; end: number }): { words: string; at: number } {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end)
  return { words: text.slice(from, to < 0 ? text.length : to), at: start - from }
}

export function numberIn(language: Language, value: number | null): string {
  return value === null ? '' : value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-US', { maximumFractionDigits: 6 })
}
