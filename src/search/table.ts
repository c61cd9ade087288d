// A column of numbers that grows: four bytes a number, or two, where a list of objects takes fifty.
type Numbers = Int32Array | Uint16Array

export type Growing = { push: (value: number) => void; at: (index: number) => number; length: () => number }

export function growing<T extends Numbers>(kind: new (length: number) => T): Growing {
  let values = new kind(256)
  let length = 0
  return {
    push(value) {
      if (length === values.length) {
        const wider = new kind(Math.ceil(length * 1.5))
        wider.set(values)
        values = wider
      }
      values[length++] = value
    },
    at: (index) => values[index]!,
    length: () => length,
  }
}
