// Whether a JPEG can be given to the native decoder: one that stops at an error ends the process, so none may be left to meet.

const FRAME = 0xc0
const HUFFMAN = 0xc4
const SCAN = 0xda
const QUANTISATION = 0xdb
const RESTART = 0xdd
const COMMENT = 0xfe
const APPLICATION = [0xe0, 0xef] as const
// A difference of 8 bits has no more than 11, one of 12 bits 15 (ITU T.81, table F.1).
const MOST_DC = 11

/** Baseline, three colours in one scan, and every table as ITU T.81 wants it; damage in the pixels themselves is no error to a decoder. */
export function isSoundJpeg(bytes: Uint8Array): boolean {
  const tables = new Set<string>()
  let components: { id: number; table: number }[] | null = null
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1]!
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!
    const end = at + 2 + length
    if (bytes[at] !== 0xff || length < 2 || end > bytes.length) return false
    const segment = bytes.subarray(at + 4, end)
    if (marker === SCAN) return components !== null && isScanOf(components, segment, tables)
    if (marker === FRAME) {
      if (components) return false
      components = componentsOf(segment)
      if (!components) return false
    } else if (marker === HUFFMAN) {
      if (!readHuffman(segment, tables)) return false
    } else if (marker === QUANTISATION) {
      if (!readQuantisation(segment, tables)) return false
    } else if (marker === RESTART) {
      if (segment.length !== 2) return false
    } else if (marker !== COMMENT && !(marker >= APPLICATION[0] && marker <= APPLICATION[1])) return false
    at = end
  }
  return false
}

function componentsOf(segment: Uint8Array): { id: number; table: number }[] | null {
  const [bits, , , , , count] = segment
  const isEmpty = !(segment[1]! | segment[2]!) || !(segment[3]! | segment[4]!)
  if (bits !== 8 || isEmpty || count !== 3 || segment.length !== 6 + 3 * count) return null
  const components = [0, 1, 2].map((i) => {
    const [id = 0, sampling = 0, table = 0] = segment.subarray(6 + 3 * i)
    return { id, sampling, table }
  })
  const isSampled = components.every(({ sampling }, i) =>
    i === 0 ? [0x11, 0x12, 0x21, 0x22].includes(sampling) : sampling === 0x11,
  )
  return isSampled && new Set(components.map(({ id }) => id)).size === 3 ? components : null
}

function readQuantisation(segment: Uint8Array, tables: Set<string>): boolean {
  for (let at = 0; at < segment.length; at += 65) {
    const table = segment[at]!
    if (table > 3 || at + 65 > segment.length) return false
    tables.add(`q${table}`)
  }
  return segment.length > 0
}

/** Codes of each length must leave room for the longer ones. */
function readHuffman(segment: Uint8Array, tables: Set<string>): boolean {
  for (let at = 0; at < segment.length; ) {
    const [kind, table] = [segment[at]! >> 4, segment[at]! & 15]
    if (kind > 1 || table > 3 || at + 17 > segment.length) return false
    let [room, count] = [1, 0]
    for (let bits = 1; bits <= 16; bits++) {
      const codes = segment[at + bits]!
      room = room * 2 - codes
      count += codes
      // The code of ones alone is no code.
      if (room < 1) return false
    }
    const symbols = segment.subarray(at + 17, at + 17 + count)
    if (count === 0 || count > 256 || symbols.length < count || (kind === 0 && symbols.some((symbol) => symbol > MOST_DC)))
      return false
    tables.add(`${kind === 0 ? 'd' : 'a'}${table}`)
    at += 17 + count
  }
  return segment.length > 0
}

function isScanOf(
  components: readonly { id: number; table: number }[],
  segment: Uint8Array,
  tables: ReadonlySet<string>,
): boolean {
  if (segment.length !== 10 || segment[0] !== 3) return false
  const isCoded = components.every(({ id, table }, i) => {
    const [selected, coding = 0] = segment.subarray(1 + 2 * i)
    return selected === id && [`q${table}`, `d${coding >> 4}`, `a${coding & 15}`].every((name) => tables.has(name))
  })
  return isCoded && segment[7] === 0 && segment[8] === 63 && segment[9] === 0
}
