// The start of a line becomes the length of its bullet or ordinal word: “- ”, “+ ”, “* ”, “Một là, ”.

const BULLET = /^\s*(?:[-+*•▪➢✓❖◦·]+\s*)+|^(?:thứ\s+(?:nhất|hai|ba|tư|năm|sáu)|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+là)\s*[,:]\s*/iu

/** UTF-16 units that the bullet of folded text takes, 0 where there is none. */
export function bulletLength(text: string): number {
  return BULLET.exec(text)?.[0].length ?? 0
}
