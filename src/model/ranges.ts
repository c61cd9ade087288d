// Items in order of place, none overlapping, become those at or inside a place.
import type { Range } from './document.ts'

/** The first item that begins at or behind an offset. */
export function firstFrom<Item extends Range>(items: readonly Item[], at: number): Item | null {
  return items[indexFrom(items, at)] ?? null
}

/** The last item that begins at or before an offset. */
export function lastUpTo<Item extends Range>(items: readonly Item[], at: number): Item | null {
  return items[indexFrom(items, at + 1) - 1] ?? null
}

/** The items inside a range. */
export function within<Item extends Range>(items: readonly Item[], { start, end }: Range): Item[] {
  const found: Item[] = []
  for (let i = indexFrom(items, start); i < items.length && items[i]!.end <= end; i++) found.push(items[i]!)
  return found
}

function indexFrom(items: readonly Range[], at: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (items[middle]!.start < at) low = middle + 1
    else high = middle
  }
  return low
}
