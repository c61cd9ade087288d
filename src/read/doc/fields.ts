// The fields of a story become a mask over its text: instructions and marks are left out, results stay.

const BEGIN = '\u0013'
const SEPARATOR = '\u0014'
const END = '\u0015'
const MARKS = `[${BEGIN}${SEPARATOR}${END}]`
const PAGE_NUMBER = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?![A-Z])/i

/** One byte a character of `text` from `start` to `end`; 1 where it is left out. A mark without its fellow hides nothing but itself. */
export function maskFields(text: string, start: number, end: number, dropsPageNumbers: boolean): Uint8Array {
  const story = text.slice(start, end)
  // How many hidden stretches begin, less those that end: fields in fields cost no more than fields side by side.
  const steps = new Int32Array(story.length + 1)
  const hide = (from: number, to: number) => {
    steps[from] = steps[from]! + 1
    steps[to] = steps[to]! - 1
  }
  const open: { begin: number; separator: number | null }[] = []
  for (const { 0: mark, index } of story.matchAll(new RegExp(MARKS, 'g'))) {
    hide(index, index + 1)
    const field = open.at(-1)
    if (mark === BEGIN) open.push({ begin: index, separator: null })
    else if (mark === SEPARATOR && field) field.separator ??= index
    else if (mark === END && field) {
      open.pop()
      const instruction = story.slice(field.begin + 1, Math.min(field.begin + 40, field.separator ?? index))
      const isPageNumber = dropsPageNumbers && PAGE_NUMBER.test(instruction)
      hide(field.begin, isPageNumber ? index : (field.separator ?? index))
    }
  }
  const mask = new Uint8Array(story.length)
  let depth = 0
  for (let i = 0; i < mask.length; i++) {
    depth += steps[i]!
    mask[i] = depth > 0 ? 1 : 0
  }
  return mask
}
