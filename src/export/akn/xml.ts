// Words become words of XML 1.0, in content and in attributes.
import { escapeHtml } from '../../render/escape.ts'
import { wellFormed } from '../../text/clean.ts'

/** What XML cannot hold is left out: control characters, half letters, non-characters. */
export function escapeXml(words: string): string {
  return escapeHtml(wellFormed(words).replace(/[\uFFFE\uFFFF]/g, ''))
}

/** Values of attributes: a line end in one would become a blank for any reader. */
export function attribute(name: string, value: string | number): string {
  return ` ${name}="${escapeXml(String(value).replace(/\s+/g, ' '))}"`
}
