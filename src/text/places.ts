// A sticky pattern becomes its matches at the places where it can begin, for looking at every unit of a long text takes longer.

/** Matches at given places, which come in order, none overlapping. */
export function matchesAt(starts: readonly number[], pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  let end = 0
  for (const start of starts) {
    if (start < end) continue
    pattern.lastIndex = start
    const match = pattern.exec(text)
    if (!match) continue
    found.push(match)
    end = pattern.lastIndex
  }
  return found
}

/** Where the matches of a global pattern begin. */
export function startsOf(pattern: RegExp, text: string): number[] {
  const starts: number[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) starts.push(match.index)
  return starts
}
