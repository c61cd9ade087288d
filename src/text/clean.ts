// Text as files hold it becomes text as the rest of the program wants it: NFC, single blanks, nothing invisible.

const BLANKS = /[\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/gu
// The soft hyphen stays for a while: in TCVN3 it is the letter ư (read/legacy/).
const INVISIBLE = /(?!\u00AD)[\p{Cc}\p{Cf}]/gu

/** One line of clean text; every run of blanks, tabs and line ends becomes one blank. */
export function cleanLine(text: string): string {
  return text.normalize('NFC').replace(BLANKS, ' ').replace(INVISIBLE, '').replace(/ {2,}/g, ' ').trim()
}

/** Half a surrogate pair is no letter, and many programs refuse it. Keeps the length. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD')
}
