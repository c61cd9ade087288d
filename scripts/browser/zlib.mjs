// node:zlib for browsers: unpacking that stops at a limit, packing, and the sum that zip containers are checked by.
import { Inflate, Unzlib, zlibSync } from 'fflate'

export const constants = { Z_SYNC_FLUSH: 2 }

export const inflateRawSync = (packed, options) => unpack(Inflate, packed, options)

export const inflateSync = (packed, options) => unpack(Unzlib, packed, options)

/** With Z_SYNC_FLUSH, what is there of data that end too early. */
function unpack(Stream, packed, { maxOutputLength = Number.POSITIVE_INFINITY, finishFlush } = {}) {
  const parts = []
  let length = 0
  let isWhole = false
  const stream = new Stream((part, isLast) => {
    length += part.length
    if (length > maxOutputLength) throw Object.assign(new Error('too large'), { code: 'ERR_BUFFER_TOO_LARGE' })
    parts.push(part)
    isWhole = isLast
  })
  // A step at a time: a bomb is stopped before all of it is there.
  const STEP = 65536
  for (let at = 0; at === 0 || at < packed.length; at += STEP)
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
  if (!isWhole && finishFlush !== constants.Z_SYNC_FLUSH) throw new Error('unexpected end of data')
  const unpacked = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    unpacked.set(part, at)
    at += part.length
  }
  return unpacked
}

export const deflateSync = (bytes) => zlibSync(bytes)

const TABLE = Uint32Array.from({ length: 256 }, (_, i) => {
  let value = i
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

export function crc32(bytes) {
  let sum = 0xffffffff
  for (let i = 0; i < bytes.length; i++) sum = TABLE[(sum ^ bytes[i]) & 255] ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}
