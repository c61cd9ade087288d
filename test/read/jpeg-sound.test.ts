// A JPEG whose tables are damaged never comes to the native decoder, which would end the process; one that is whole does.
import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/pipeline.ts'
import { isSoundJpeg } from '../../src/read/image/jpeg-sound.ts'

const whole = new Uint8Array(createCanvas(60, 40).toBuffer('image/jpeg', 80))

function segmentAt(marker: number): number {
  for (let at = 2; at < whole.length; at += 2 + ((whole[at + 2]! << 8) | whole[at + 3]!)) if (whole[at + 1] === marker) return at
  throw new Error(`no segment ${marker.toString(16)}`)
}

const changed = (at: number, value: number) => {
  const bytes = new Uint8Array(whole)
  bytes[at] = value
  return bytes
}

const DAMAGED: [string, Uint8Array][] = [
  ['an unknown marker', changed(segmentAt(0xe0) + 1, 0xf5)],
  ['a table of no such number', changed(segmentAt(0xdb) + 4, 0xff)],
  ['too many codes of a length', changed(segmentAt(0xc4) + 5, 0xff)],
  ['samples of another depth', changed(segmentAt(0xc0) + 4, 12)],
  ['an odd sampling', changed(segmentAt(0xc0) + 11, 0xff)],
  ['a scan of a colour that is none', changed(segmentAt(0xda) + 5, 0xff)],
  ['no scan', whole.subarray(0, segmentAt(0xda))],
]

describe('isSoundJpeg', () => {
  it('finds a whole one sound, whatever its pixels say', () => {
    expect(isSoundJpeg(whole)).toBe(true)
    expect(isSoundJpeg(changed(whole.length - 4, 0x55))).toBe(true)
  })

  it.each(DAMAGED)('finds %s not sound, and the reader goes on', async (_, bytes) => {
    expect(isSoundJpeg(bytes)).toBe(false)
    await expect(parsePlan(bytes, { path: 'x.jpg', ocr: 'never' })).rejects.toMatchObject({ name: 'UnreadableError' })
  })
})
