// A JPEG file becomes a page: its head is read, its pixels stay coded.
import type { PageImage } from './wrap.ts'

const SPACES: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }

/** The size and the colours that a JPEG states; null where it states none. */
export function jpegHead(bytes: Uint8Array): { width: number; height: number; components: number; isAdobe: boolean } | null {
  let isAdobe = false
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!
    // Application segment 14 with “Adobe”: inks are stored inverted.
    if (marker === 0xee && bytes[at + 4] === 0x41 && bytes[at + 5] === 0x64) isAdobe = true
    // Start of frame: C0 to CF but for tables (C4), extensions (C8) and arithmetic conditions (CC).
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const height = (bytes[at + 5]! << 8) | bytes[at + 6]!
      const width = (bytes[at + 7]! << 8) | bytes[at + 8]!
      return { width, height, components: bytes[at + 9]!, isAdobe }
    }
    if (marker === 0xda || length < 2) return null
    at += 2 + length
  }
  return null
}

export function jpegPage(bytes: Uint8Array): PageImage | null {
  const head = jpegHead(bytes)
  const space = head && SPACES[head.components]
  if (!head || !space) return null
  const { width, height } = head
  const inverted = head.components === 4 && head.isAdobe ? '/Decode[1 0 1 0 1 0 1 0]' : ''
  const entries = `/ColorSpace${space}/BitsPerComponent 8/Filter/DCTDecode${inverted}`
  return { width, height, pieces: [{ x: 0, y: 0, width, height, data: bytes, entries }] }
}
