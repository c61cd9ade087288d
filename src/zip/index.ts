// A zip container becomes its entries: names read from its directory, contents unpacked one by one, never more than the limits.
import { crc32, inflateRawSync } from 'node:zlib'
import { UnreadableError } from '../model/errors.ts'
import { nameOf } from './names.ts'

export type ZipEntry = {
  /** As stored, decoded. */
  name: string
  isFolder: boolean
  isLink: boolean
  isEncrypted: boolean
  method: number
  crc: number
  packed: number
  /** Where its local header begins. */
  offset: number
}

/** What is left to unpack: `spent` counts the bytes that really came out, whatever the container declares, `free` those that packed too well. */
export type Budget = { part: number; total: number; spent: number; free: number }

const MEGA = 1024 * 1024
// Far above any office document.
const LARGEST_PART = 200 * MEGA
const LARGEST_TOTAL = 400 * MEGA
// Office XML packs to a tenth or a fiftieth; a bomb to a thousandth. Small parts may pack as well as they like.
const MOST_RATIO = 200
const FREE = 16 * MEGA
// Of all parts together: many small bombs are one.
const FREE_TOTAL = 64 * MEGA
const MOST_ENTRIES = 20_000
const STORED = 0
const DEFLATED = 8

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff

export function newBudget(part = LARGEST_PART, total = LARGEST_TOTAL): Budget {
  return { part, total, spent: 0, free: FREE_TOTAL }
}

/** Whether bytes begin as a zip does, an empty one included. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
}

/** The entries in the order of the directory. Throws UnreadableError: damaged, or too many. */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) throw damagedZip()
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  // Zip64 is for containers of 4 GB or 65,535 entries.
  if (count > MOST_ENTRIES) throw tooManyEntries(count)
  // Junk before the container shifts every offset.
  const shift = end - size - view.getUint32(end + 16, true)
  let at = end - size
  if (at < 0 || shift < 0) throw damagedZip()
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) throw damagedZip()
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ]
    const next = at + 46 + nameSize + extraSize + commentSize
    if (next > end) throw damagedZip()
    const flags = view.getUint16(at + 8, true)
    const raw = bytes.subarray(at + 46, at + 46 + nameSize)
    const name = nameOf(raw, bytes.subarray(at + 46 + nameSize, next - commentSize), (flags & 0x800) !== 0)
    const isUnix = view.getUint8(at + 5) === 3
    entries.push({
      name,
      isFolder: /[/\\]$/.test(name),
      isLink: isUnix && view.getUint32(at + 38, true) >>> 28 === 0xa,
      isEncrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true) + shift,
    })
    at = next
  }
  return entries
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) if (view.getUint32(at, true) === END) return at
  return null
}

/** The contents of all entries that `isWanted`, by name. */
export function unzipAll(bytes: Uint8Array, isWanted: (name: string) => boolean): Record<string, Uint8Array> {
  const budget = newBudget()
  const wanted = listZip(bytes).filter(({ name, isFolder }) => !isFolder && isWanted(name))
  return Object.fromEntries(wanted.map((entry) => [entry.name, unzipEntry(bytes, entry, budget)]))
}

/** One entry's bytes. Throws UnreadableError: encrypted, damaged, packed in a way that is not known, or more than the budget. */
export function unzipEntry(bytes: Uint8Array, entry: ZipEntry, budget: Budget): Uint8Array {
  const packed = packedBytes(bytes, entry)
  const usual = MOST_RATIO * packed.byteLength
  const most = Math.min(budget.part, budget.total - budget.spent, Math.max(Math.min(FREE, budget.free), usual))
  const unpacked = entry.method === STORED ? packed : inflate(packed, most)
  // What was unpacked in vain counts too.
  const size = unpacked?.byteLength ?? most
  budget.spent += size
  budget.free -= Math.max(0, size - usual)
  if (unpacked === null || unpacked.byteLength > most) throw tooLargeEntry(most)
  if (crc32(unpacked) !== entry.crc) throw damagedZip()
  return unpacked
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.isEncrypted)
    throw new UnreadableError('encrypted', 'the zip container is locked with a password', 'tệp nén (zip) có mật khẩu')
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new UnreadableError(
      'unsupported-type',
      `the zip container packs in a way that this version does not read (method ${entry.method})`,
      `tệp nén (zip) dùng cách nén mà phiên bản này chưa đọc được (mã ${entry.method})`,
    )
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, packed } = entry
  if (offset + 30 > bytes.byteLength || view.getUint32(offset, true) !== LOCAL) throw damagedZip()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > bytes.byteLength) throw damagedZip()
  return bytes.subarray(start, start + packed)
}

/** Null where more than `most` bytes would come out. */
function inflate(packed: Uint8Array, most: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null
    throw damagedZip(error)
  }
}

function damagedZip(cause?: unknown): UnreadableError {
  return new UnreadableError('damaged', 'the zip container is damaged', 'tệp nén (zip) bị hỏng', cause)
}

function tooLargeEntry(most: number): UnreadableError {
  const mega = Math.max(0, Math.floor(most / MEGA))
  return new UnreadableError(
    'too-large',
    `a part of the zip container unpacks to more than ${mega} MB`,
    `một phần của tệp nén (zip) bung ra hơn ${mega} MB`,
  )
}

function tooManyEntries(count: number): UnreadableError {
  return new UnreadableError(
    'too-large',
    `the zip container has ${count} entries, more than ${MOST_ENTRIES}`,
    `tệp nén (zip) có ${count} mục, quá ${MOST_ENTRIES} mục`,
  )
}
