// The place where a list goes on becomes a word of an address, and such a word the place.
import { ProblemError } from './problems.ts'

type Place = readonly (string | number)[]

export function cursorTo(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** Null for the beginning. Throws ProblemError for what is no cursor of this form. */
export function placeOf<T extends Place>(cursor: string | undefined, kinds: readonly ('string' | 'number')[]): T | null {
  if (cursor === undefined) return null
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown
    const isPlace =
      Array.isArray(place) &&
      place.length === kinds.length &&
      place.every((each, i) => typeof each === kinds[i] && (typeof each !== 'number' || (Number.isInteger(each) && each >= 0)))
    if (isPlace) return place as unknown as T
  } catch {
    // Told below.
  }
  throw new ProblemError('bad-request', 'cursor không hợp lệ', 'the cursor is not valid')
}
