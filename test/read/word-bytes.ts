// Makers of OLE containers and of Word documents without formatting, byte by byte.

const SECTOR = 512
const SMALLEST = 4096

/** A container with these streams at its top. */
export function oleOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(streams)
  const bodies = names.map((name) => padded(streams[name]!, Math.max(SMALLEST, sectorsOf(streams[name]!) * SECTOR)))
  const entries = Math.ceil((names.length + 1) / 4)
  const wanted = entries + bodies.reduce((sum, body) => sum + sectorsOf(body), 0)
  const tables = Math.ceil((wanted + 4) / 127)
  const next = new Uint32Array((tables * SECTOR) / 4).fill(0xffffffff)
  next.fill(0xfffffffd, 0, tables)
  const directory = new DataView(new ArrayBuffer(entries * SECTOR))
  let free = tables
  const chain = (count: number) => {
    const start = free
    for (let i = 0; i < count; i++) next[free + i] = i + 1 < count ? free + i + 1 : 0xfffffffe
    free += count
    return start
  }
  const directoryStart = chain(entries)
  const entry = (at: number, name: string, type: number, [right, child]: [number, number], start: number, size: number) => {
    for (let i = 0; i < name.length; i++) directory.setUint16(at + 2 * i, name.charCodeAt(i), true)
    directory.setUint16(at + 64, 2 * name.length + 2, true)
    directory.setUint8(at + 66, type)
    for (const [place, value] of [[68, 0xffffffff], [72, right], [76, child], [116, start], [120, size]] as const)
      directory.setUint32(at + place, value, true)
  } // biome-ignore format: a table
  entry(0, 'Root Entry', 5, [0xffffffff, 1], 0xfffffffe, 0)
  names.forEach((name, i) => {
    const isLast = i === names.length - 1
    entry(128 * (i + 1), name, 2, [isLast ? 0xffffffff : i + 2, 0xffffffff], chain(sectorsOf(bodies[i]!)), bodies[i]!.length)
  })
  const head = new DataView(new ArrayBuffer(SECTOR))
  head.setUint32(0, 0xd0cf11e0)
  head.setUint32(4, 0xa1b11ae1)
  for (const [at, value] of [[24, 0x3e], [26, 3], [28, 0xfffe], [30, 9], [32, 6]] as const) head.setUint16(at, value, true)
  for (const [at, value] of [[44, tables], [48, directoryStart], [56, SMALLEST], [60, 0xfffffffe], [68, 0xfffffffe]] as const)
    head.setUint32(at, value, true)
  for (let i = 0; i < 109; i++) head.setUint32(76 + 4 * i, i < tables ? i : 0xffffffff, true)
  return joined([new Uint8Array(head.buffer), new Uint8Array(next.buffer), new Uint8Array(directory.buffer), ...bodies])
} // biome-ignore format: tables

/** A piece of text: one byte a character where it is `narrow`. */
export type MadePiece = { text: string; narrow?: boolean }

/** A Word document whose text is these pieces; `flags` and `version` go into its head. */
export function wordOf(pieces: readonly MadePiece[], { flags = 0x0200, version = 0xc1, magic = 0xa5ec } = {}): Uint8Array {
  const bodies = pieces.map(({ text, narrow }) => Buffer.from(text, narrow ? 'latin1' : 'utf16le'))
  const count = pieces.length
  const plc = new DataView(new ArrayBuffer(4 * (count + 1) + 8 * count))
  let character = 0
  let byte = 2048
  pieces.forEach(({ text, narrow }, i) => {
    plc.setUint32(4 * i, character, true)
    plc.setUint32(4 * (count + 1) + 8 * i + 2, narrow ? 2 * byte + 0x40000000 : byte, true)
    character += text.length
    byte += bodies[i]!.length
  })
  plc.setUint32(4 * count, character, true)
  const table = new DataView(new ArrayBuffer(5 + plc.byteLength))
  table.setUint8(0, 2)
  table.setUint32(1, plc.byteLength, true)
  const head = new DataView(new ArrayBuffer(2048))
  for (const [at, value] of [[0, magic], [2, version], [10, flags], [32, 14], [62, 22], [152, 93]] as const)
    head.setUint16(at, value, true)
  for (const [at, value] of [[76, character], [154 + 8 * 33, 0], [158 + 8 * 33, table.byteLength]] as const)
    head.setUint32(at, value, true)
  const whole = new Uint8Array(table.buffer)
  whole.set(new Uint8Array(plc.buffer), 5)
  const name = flags & 0x0200 ? '1Table' : '0Table'
  return oleOf({ WordDocument: joined([new Uint8Array(head.buffer), ...bodies]), [name]: whole })
} // biome-ignore format: tables

function sectorsOf(bytes: Uint8Array): number {
  return Math.ceil(bytes.length / SECTOR)
}

function padded(bytes: Uint8Array, length: number): Uint8Array {
  const whole = new Uint8Array(length)
  whole.set(bytes)
  return whole
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
