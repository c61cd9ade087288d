// A seed and a number become one stream of choices: the same on every machine.

/** Numbers from 0 to 1 (mulberry32), and what is chosen by them. */
export function chanceOf(seed, index) {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  // The first ones of near seeds are alike.
  for (let i = 0; i < 4; i++) next()
  /** A whole number below `limit`. */
  const below = (limit) => Math.floor(next() * limit)
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    is: (share) => next() < share,
    pick: (list) => list[below(list.length)],
    /** Small as a rule, large at times: 1, 2, 5, 40, 900. */
    some: (most) => Math.max(1, Math.floor(most ** next())),
    /** One of `[weight, value]`. */
    weighed(list) {
      let left = next() * list.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of list) {
        left -= weight
        if (left < 0) return value
      }
      return list.at(-1)[1]
    },
  }
}
