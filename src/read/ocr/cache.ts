// What a page's image gave is kept under a key of everything that it depends on: the next run need not read the image again.
import { createHash } from 'node:crypto'
import type { Engine } from './engine.ts'
import type { Raster } from './image.ts'

/** A store of texts by key: 64 letters of 0-9a-f. It may forget at any time. */
export type OcrCache = {
  get: (key: string) => Promise<string | null>
  set: (key: string, value: string) => Promise<void>
}

/** To be raised by whatever changes what an image gives before words become glyphs: the image of a page, preparation, cells, columns, signs, repairs. */
const READING = 8

/** The reading of an image that has this hash, from the cache where it holds one that is whole; a cache that fails is no worse than none. */
export async function throughCache<T>(
  cache: OcrCache | undefined,
  image: string,
  engine: Engine,
  read: () => Promise<T>,
): Promise<T> {
  if (!cache) return read()
  const kept = await recallReading<T>(cache, image, engine)
  if (kept) return kept
  const reading = await read()
  await keep(cache, readingKey(image, engine), reading)
  return reading
}

export function recallReading<T>(cache: OcrCache, image: string, engine: Engine): Promise<T | null> {
  return recall<T>(cache, readingKey(image, engine))
}

export function hashOfImage({ width, height, kind, data }: Raster): string {
  const head = JSON.stringify([width, height, kind])
  return createHash('sha256').update(head).update(data).digest('hex')
}

/** The key of what a file held, under all that decides it. */
export function fileKey(bytes: Uint8Array, settings: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([READING, ...settings]))
    .update(bytes)
    .digest('hex')
}

export async function recall<T>(cache: OcrCache, key: string): Promise<T | null> {
  return entryOf<T>(key, await cache.get(key).catch(() => null))
}

export async function keep<T>(cache: OcrCache, key: string, value: T): Promise<void> {
  const body = JSON.stringify(value)
  await cache.set(key, `{"key":"${key}","sha256":"${hashOf(body)}","reading":${body}}\n`).catch(() => {})
}

function readingKey(image: string, { identity }: Engine): string {
  return hashOf(JSON.stringify([READING, identity, image]))
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
