// Bytes become little-endian numbers; behind the end there are zeros, so that no hostile offset throws.

export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}

export function u16(bytes: Uint8Array, at: number): number {
  return u8(bytes, at) | (u8(bytes, at + 1) << 8)
}

export function i16(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) << 16) >> 16
}

export function u32(bytes: Uint8Array, at: number): number {
  return i32(bytes, at) >>> 0
}

export function i32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) | (u16(bytes, at + 2) << 16)
}

/** Bytes of UTF-16 text. */
export function wideText(bytes: Uint8Array, at: number, count: number): string {
  const part = bytes.subarray(at, at + 2 * count)
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf16le')
}

/** A PLC: n + 1 positions, then n records of `size` bytes each. */
export function readPlc(plc: Uint8Array, size: number): { start: number; end: number; record: Uint8Array }[] {
  const count = Math.floor((plc.length - 4) / (4 + size))
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const at = 4 * (count + 1) + i * size
    return { start: u32(plc, 4 * i), end: u32(plc, 4 * i + 4), record: plc.subarray(at, at + size) }
  })
}
