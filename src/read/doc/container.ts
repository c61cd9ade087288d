// The bytes of an OLE container become its streams, by their names in lower case: what lies inside embedded objects stays there.
import { UnreadableError } from '../../model/errors.ts'
import { u8, u16, u32, wideText } from './bytes.ts'

export type Streams = ReadonlyMap<string, Uint8Array>

type Entry = { name: string; type: number; left: number; right: number; child: number; start: number; size: number }
type Sectors = { bytes: Uint8Array; size: number; first: number; next: Uint32Array }

const LAST_SECTOR = 0xfffffffa
const ENTRY_SIZE = 128
const MINI_SIZE = 64
const MINI_LIMIT = 4096
const STREAM = 2

export function isContainer(bytes: Uint8Array): boolean {
  return u32(bytes, 0) === 0xe011cfd0 && u32(bytes, 4) === 0xe11ab1a1
}

/** The streams at the top of the container. Throws UnreadableError where its tables lead nowhere. */
export function openContainer(bytes: Uint8Array): Streams {
  const shift = u16(bytes, 30)
  if (shift !== 9 && shift !== 12) throw damaged()
  const size = 1 << shift
  const whole: Sectors = { bytes, size, first: 1, next: readTable(bytes, size) }
  const entries = readEntries(chainOf(whole, u32(bytes, 48), bytes.length))
  const root = entries[0]
  if (!root) throw damaged()
  const mini: Sectors = {
    bytes: chainOf(whole, root.start, root.size),
    size: MINI_SIZE,
    first: 0,
    next: toNumbers(chainOf(whole, u32(bytes, 60), bytes.length)),
  }
  const streams = new Map<string, Uint8Array>()
  for (const { name, type, start, size: length } of childrenOf(root, entries)) {
    const empty = new Uint8Array()
    if (type === STREAM) streams.set(name, length === 0 ? empty : chainOf(length < MINI_LIMIT ? mini : whole, start, length))
    else streams.set(`${name}/`, empty)
  }
  if (streams.size === 0) throw damaged()
  return streams
}

function damaged(): UnreadableError {
  return new UnreadableError(
    'damaged',
    'the OLE container of the file is damaged; ask for another copy of it',
    'phần vỏ OLE của tệp bị hỏng; hãy xin lại bản khác của tệp',
  )
}

/** Which sector follows which: the table itself is cut into sectors that the head and its own chain name. */
function readTable(bytes: Uint8Array, size: number): Uint32Array {
  const count = Math.ceil(bytes.length / size)
  const places: number[] = []
  for (let i = 0; i < 109; i++) places.push(u32(bytes, 76 + 4 * i))
  let more = u32(bytes, 68)
  for (let hops = 0; more < LAST_SECTOR && hops < count && places.length <= count; hops++) {
    const at = (more + 1) * size
    for (let i = 0; i < size / 4 - 1; i++) places.push(u32(bytes, at + 4 * i))
    more = u32(bytes, at + size - 4)
  }
  const used = places.filter((place) => place < count).slice(0, Math.ceil((4 * count) / size) + 1)
  const table = new Uint8Array(used.length * size)
  used.forEach((place, i) => {
    table.set(bytes.subarray((place + 1) * size, (place + 2) * size), i * size)
  })
  return toNumbers(table)
}

function toNumbers(bytes: Uint8Array): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => u32(bytes, 4 * i))
}

/** The sectors of a chain, one behind the other: never more of them than there are, whatever the chain says. */
function chainOf({ bytes, size, first, next }: Sectors, start: number, length: number): Uint8Array {
  const wanted = Math.min(length, bytes.length)
  const chain = new Uint8Array(wanted)
  const seen = new Set<number>()
  let at = 0
  for (let sector = start; at < wanted && sector < next.length && !seen.has(sector); sector = next[sector]!) {
    seen.add(sector)
    const from = (sector + first) * size
    const part = bytes.subarray(from, Math.min(from + size, from + wanted - at))
    chain.set(part, at)
    at += part.length
  }
  return chain.subarray(0, at)
}

function readEntries(directory: Uint8Array): Entry[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY_SIZE) }, (_, i) => {
    const at = i * ENTRY_SIZE
    return {
      name: wideText(directory, at, Math.max(0, Math.min(32, u16(directory, at + 64) / 2) - 1)).toLowerCase(),
      type: u8(directory, at + 66),
      left: u32(directory, at + 68),
      right: u32(directory, at + 72),
      child: u32(directory, at + 76),
      start: u32(directory, at + 116),
      size: u32(directory, at + 120),
    }
  })
}

/** The entries of a storage hang in a tree; a damaged tree may have loops. */
function childrenOf(root: Entry, entries: readonly Entry[]): Entry[] {
  const found = new Set<Entry>()
  const open = [root.child]
  while (open.length > 0) {
    const entry = entries[open.pop()!]
    if (!entry || entry === root || found.has(entry)) continue
    found.add(entry)
    open.push(entry.left, entry.right)
  }
  return [...found]
}
