// Words of a document become safe words of another form: HTML, Markdown, CSV.

// Control characters and marks of direction could make a page say something else than the document.
const UNSAFE = /[^\P{Cc}\t\n\r]|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** Words that are safe to hold in any table: without control characters and marks of direction, halves of characters made whole. */
export function safeWords(words: string): string {
  return words.replace(UNSAFE, '').replace(/\p{Surrogate}/gu, '\uFFFD')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(words: string): string {
  return words.replace(UNSAFE, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}

/** One line of Markdown in which no word of the document is markup. */
export function escapeMarkdown(words: string): string {
  return words
    .replace(UNSAFE, '')
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^(?<sign>[-+]|\d+[.)])(?= )/, '\\$<sign>')
}

// Full-width signs too: some spreadsheets take them for the plain ones. A sign alone (“=”, a dash in a cell) is no formula.
const FORMULA = /^(?:[\t\r]|\s*'*[=+\-@＝＋－＠]\s*\S)/u
const NUMBER = /^-?\d+(?:\.\d+)?$/

/**
 * A field of CSV that no spreadsheet takes for a formula; numbers stay numbers. An apostrophe goes before what begins like a
 * formula, apostrophes before it included: so it can be taken off again.
 */
export function csvField(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const words = value.replace(UNSAFE, '')
  const safe = FORMULA.test(words) && !NUMBER.test(words) ? `'${words}` : words
  return /[",;\n\r\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table for spreadsheets: a byte order mark, so that they read it as UTF-8; lines end as RFC 4180 wants. */
export function toCsv(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${[heads, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`
}
