// Zips, OLE files, RTF and images become others by their own parts: members, sectors, words, chunks.
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import { mutateBytes } from './bytes.mjs'
import { mutateMarkup } from './markup.mjs'
import { extremeNumber, mutateWords } from './words.mjs'

/** A member changed, gone, renamed, swapped with another or taken from another file; packed again. */
export function mutateZip(bytes, chance, other) {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'))
  if (names.length === 0) return mutateBytes(bytes, chance)
  const main = names.filter((name) => /(?:document|content|numbering|styles)\.xml$/.test(name))
  const name = chance.is(0.75) && main.length > 0 ? chance.pick(main) : chance.pick(names)
  const deed = chance.weighed([
    [
      12,
      () => {
        parts[name] = changedPart(name, parts[name], chance)
      },
    ],
    [1, () => void delete parts[name]],
    [
      1,
      () => {
        ;[parts[name], parts[names[0]]] = [parts[names[0]], parts[name]]
      },
    ],
    [
      1,
      () => {
        parts[`${name}${chance.pick(['', 'x', '/../y', '\u0000'])}2`] = parts[name]
      },
    ],
    [
      1,
      () => {
        parts[name] = mutateBytes(Buffer.from(parts[name]), chance)
      },
    ],
    [2, () => void takeOver(parts, other, name, chance)],
  ])
  deed()
  return Buffer.from(zipSync(parts, { level: chance.pick([0, 1, 6]) }))
}

function changedPart(name, bytes, chance) {
  if (!/\.(?:xml|rels|txt|html|md)$/.test(name)) return mutateBytes(Buffer.from(bytes), chance)
  return Buffer.from(mutateMarkup(Buffer.from(bytes).toString('utf8'), chance))
}

function takeOver(parts, other, name, chance) {
  try {
    const theirs = unzipSync(other)
    parts[name] = theirs[name] ?? theirs[chance.pick(Object.keys(theirs))]
  } catch {
    parts[name] = other
  }
}

const SECTOR = 512

/** Sectors swapped, doubled, emptied; numbers of the header, of the table of sectors and of the parts of a document changed. */
export function mutateOle(bytes, chance) {
  const changed = Buffer.from(bytes)
  const sectors = Math.floor(bytes.length / SECTOR) - 1
  if (sectors < 2) return mutateBytes(bytes, chance)
  const at = () => SECTOR * (1 + chance.below(sectors))
  for (let i = chance.some(12); i > 0; i--) {
    const [one, other] = [at(), at()]
    const kept = Buffer.from(changed.subarray(one, one + SECTOR))
    const place = chance.weighed([[1, () => 4 * chance.below(SECTOR / 4)], [3, () => one + 4 * chance.below(SECTOR / 4)], [3, () => SECTOR + 2 * chance.below(1200)]])() // biome-ignore format: one choice
    const value = chance.pick([
      0,
      1,
      2,
      3,
      sectors,
      0xffff,
      0x7fffffff,
      0xfffffffe,
      0xffffffff,
      chance.below(4096),
      chance.below(2 ** 32),
    ])
    const deed = chance.weighed([
      [1, () => changed.copy(changed, one, other, other + SECTOR) && changed.set(kept, other)],
      [1, () => changed.copy(changed, one, other, other + SECTOR)],
      [1, () => changed.fill(chance.pick([0, 0xff]), one, one + SECTOR)],
      [8, () => place + 4 <= changed.length && changed.writeUInt32LE(value, place)],
      [5, () => place + 2 <= changed.length && changed.writeUInt16LE(value & 0xffff, place)],
      [
        5,
        () => {
          changed[one + chance.below(SECTOR)] = chance.below(256)
        },
      ],
    ])
    deed()
  }
  return changed
}

const WORD = /\\([a-z]+)(-?\d*) ?|[{}]/g
const CONTROLS = ['trowd', 'cell', 'row', 'intbl', 'cellx', 'par', 'pard', 'bin', 'u', 'uc', 'b', 'plain', 'fonttbl', 'field', 'fldinst', 'pict', 'object', 'listtable', 'ls', 'ilvl', 'nesttableprops', 'nestrow', 'itap', 'footnote', 'ansicpg', 'f', 'sect', 'tab', 'upr', '*\\nothing', 'clvmrg', 'clmgf', 'v', 'deleted'] // biome-ignore format: side by side

/** Control words and groups changed, gone and repeated. */
export function mutateRtf(bytes, chance) {
  if (chance.is(0.2)) return Buffer.from(mutateWords(bytes.toString('latin1'), chance), 'latin1')
  const share = chance.pick([0.003, 0.02, 0.15])
  return Buffer.from(
    bytes.toString('latin1').replace(WORD, (whole, word, number) => {
      if (!chance.is(share)) return whole
      if (chance.is(0.2)) return ''
      if (chance.is(0.2)) return whole.repeat(chance.some(3_000))
      if (chance.is(0.4)) return chance.pick(['{', '}', '{\\', '\\', "\\'", "\\'zz", '{\\*'])
      if (chance.is(0.5) && word) return `\\${word}${extremeNumber(chance).replace(/[^-\d]/g, '')} `
      return `\\${chance.pick(CONTROLS)}${number ?? ''} `
    }),
    'latin1',
  )
}

/** Chunks of a PNG whose sums still hold; of other images their bytes, more often near the beginning. */
export function mutateImage(bytes, chance) {
  if (bytes.readUInt32BE(0) !== 0x89504e47) {
    if (chance.is(0.3)) return mutateBytes(bytes, chance)
    const head = mutateBytes(bytes.subarray(0, 200), chance)
    return Buffer.concat([head, bytes.subarray(200)])
  }
  const chunks = []
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
    chunks.push({ name: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)) })
  const at = chance.below(chunks.length)
  const chunk = chunks[at]
  const deed = chance.weighed([
    [5, () => changeChunk(chunk, chance)],
    [1, () => void chunks.splice(at, 1)],
    [1, () => void chunks.splice(chance.below(chunks.length), 0, chunk)],
    [
      1,
      () => {
        chunk.name = chance.pick(['IDAT', 'PLTE', 'tRNS', 'IEND', 'acTL', 'abcd'])
      },
    ],
  ])
  deed()
  const written = chunks.map(({ name, data }) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  })
  return Buffer.concat([bytes.subarray(0, 8), ...written])
}

function changeChunk(chunk, chance) {
  const { name, data } = chunk
  chunk.data = name === 'IDAT' ? deflateSync(mutateBytes(inflateSync(data), chance)) : mutateBytes(data, chance)
}
