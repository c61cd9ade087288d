// A number of places for works that wait for one, in the order in which they came.

export type Places = {
  /** Resolves when a place is this work's; call what it gives to leave it, once. */
  take: () => Promise<() => void>
}

export function openPlaces(count: number): Places {
  let free = count
  const waiting: (() => void)[] = []
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
  return {
    async take() {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
      let isLeft = false
      return () => {
        if (isLeft) return
        isLeft = true
        leave()
      }
    },
  }
}
