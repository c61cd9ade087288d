// The start of a line becomes the length of its bullet or ordinal word: “- ”, “+ ”, “* ”, “Một là, ”.

const BULLET =
  /^\s*(?:[-+*•▪➢✓❖◦·]+\s*)+|^(?:thứ\s+(?:nhất|hai|ba|tư|năm|sáu)|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+là)\s*[,:]\s*/iu

const LIST_START = /^(?:[-+*•▪➢✓]\s|\(?(?:[a-zđ]|\d{1,2}|[ivx]{1,4})[)/.]\s?\S|\d{1,2}(?:\.\d{1,2}){1,3}\s)/iu

/** Whether a line begins with a bullet or a list number. */
export function isListStart(text: string): boolean {
  return LIST_START.test(text)
}

/** UTF-16 units that the bullet of folded text takes, 0 where there is none. */
export function bulletLength(text: string): number {
  return BULLET.exec(text)?.[0].length ?? 0
}
