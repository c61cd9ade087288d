// What a page's image gave is kept under a key of everything that it depends on: the next run need not read the image again.
import { createHash } from 'node:crypto'
import type { Engine } from './engine.ts'
import type { Raster } from './image.ts'

/** A store of texts by key: 64 letters of 0-9a-f. It may forget at any time. */
export type OcrCache = {
  get: (key: string) => Promise<string | null>
  set: (key: string, value: string) => Promise<void>
}

/** To be raised by whatever changes what an image gives before words become glyphs: preparation, cells, columns, signs, repairs. */
const READING = 5

/** The reading of a raster, from the cache where it holds one that is whole; a cache that fails is no worse than none. */
export async function throughCache<T>(
  cache: OcrCache | undefined,
  raster: Raster,
  engine: Engine,
  read: () => Promise<T>,
): Promise<T> {
  if (!cache) return read()
  const key = keyOf(raster, engine)
  const kept = entryOf<T>(key, await cache.get(key).catch(() => null))
  if (kept) return kept
  const reading = await read()
  const body = JSON.stringify(reading)
  await cache.set(key, `{"key":"${key}","sha256":"${hashOf(body)}","reading":${body}}\n`).catch(() => {})
  return reading
}

function keyOf({ width, height, kind, data }: Raster, { identity }: Engine): string {
  const head = JSON.stringify([READING, identity, width, height, kind])
  return createHash('sha256').update(head).update(data).digest('hex')
}

/** Null where the text is no entry of this key, or was cut or changed. */
function entryOf<T>(key: string, text: string | null): T | null {
  if (text === null) return null
  try {
    const entry = JSON.parse(text) as { key: string; sha256: string; reading: T }
    return entry.key === key && entry.sha256 === hashOf(JSON.stringify(entry.reading)) ? entry.reading : null
  } catch {
    return null
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
