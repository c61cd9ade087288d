// Text as files hold it becomes text as the rest of the program wants it: NFC, single blanks, nothing invisible.

const BLANKS = /[\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/gu
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu

/** One line of clean text; every run of blanks, tabs and line ends becomes one blank. */
export function cleanLine(text: string): string {
  return text.normalize('NFC').replace(BLANKS, ' ').replace(INVISIBLE, '').replace(/ {2,}/g, ' ').trim()
}
