// The cache of recognition: what makes two readings the same, and what becomes of entries that are not whole.
import { describe, expect, it } from 'vitest'
import { hashOfImage, type OcrCache, throughCache } from '../../../src/read/ocr/cache.ts'
import type { Engine } from '../../../src/read/ocr/engine.ts'
import type { Raster } from '../../../src/read/ocr/image.ts'

const engine = (identity: string): Engine => ({
  name: 'x',
  identity,
  parallel: 1,
  recognise: async () => [],
  close: async () => {},
})
const raster = (over: Partial<Raster> = {}): Raster => ({
  width: 2,
  height: 3,
  kind: 'grey',
  data: Uint8Array.of(1, 2, 3, 4, 5, 6),
  ...over,
})
const READING = { lines: [{ text: 'Sở Y tế', x0: 0.1 + 0.2, slope: -1e-7 }], isSparse: false }

function mapCache() {
  const kept = new Map<string, string>()
  const cache: OcrCache = {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => void kept.set(key, value),
  }
  return { kept, cache }
}

/** Reads through the cache; tells how often the image itself was read. */
async function readOf(cache: OcrCache | undefined, image = raster(), by = engine('a')) {
  let count = 0
  const reading = await throughCache(cache, hashOfImage(image), by, async () => {
    count++
    return READING
  })
  return { reading, count }
}

describe('a reading', () => {
  it('is made once for the same image and engine, and stays the same to the last digit', async () => {
    const { cache, kept } = mapCache()
    expect(await readOf(cache)).toEqual({ reading: READING, count: 1 })
    expect(await readOf(cache)).toEqual({ reading: READING, count: 0 })
    expect([...kept.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
  })

  it('is made every time without a cache', async () => {
    expect([(await readOf(undefined)).count, (await readOf(undefined)).count]).toEqual([1, 1])
  })

  it.each<[string, Raster, Engine]>([
    ['one pixel', raster({ data: Uint8Array.of(1, 2, 3, 4, 5, 7) }), engine('a')],
    ['the shape', raster({ width: 3, height: 2 }), engine('a')],
    ['the kind of pixels', raster({ kind: 'bits' }), engine('a')],
    ['the engine, its data or its options', raster(), engine('b')],
  ])('is another where %s differs', async (_, image, by) => {
    const { cache, kept } = mapCache()
    await readOf(cache)
    expect((await readOf(cache, image, by)).count).toBe(1)
    expect(kept.size).toBe(2)
  })

  it.each<[string, (entry: string) => string]>([
    ['cut off', (entry) => entry.slice(0, -20)],
    ['empty', () => ''],
    ['no JSON', () => 'Sở Y tế'],
    ['JSON of another kind', () => 'null'],
    ['changed in its words', (entry) => entry.replace('Sở Y tế', 'Sở Y té')],
    ['that of another image', (entry) => entry.replace(/"key":"./, '"key":"_')],
    ['without its reading', (entry) => entry.replace('"reading"', '"read"')],
  ])('is made again where its entry is %s, and kept anew', async (_, spoil) => {
    const { cache, kept } = mapCache()
    await readOf(cache)
    const [[key, entry]] = [...kept] as [[string, string]]
    kept.set(key, spoil(entry))
    expect(await readOf(cache)).toEqual({ reading: READING, count: 1 })
    expect(kept.get(key)).toBe(entry)
  })

  it('is made where the cache fails', async () => {
    const cache: OcrCache = {
      get: () => Promise.reject(new Error('no access')),
      set: () => Promise.reject(new Error('disk full')),
    }
    expect(await readOf(cache)).toEqual({ reading: READING, count: 1 })
  })

  it('that fails is not kept', async () => {
    const { cache, kept } = mapCache()
    await expect(
      throughCache(cache, hashOfImage(raster()), engine('a'), () => Promise.reject(new Error('late'))),
    ).rejects.toThrow('late')
    expect(kept.size).toBe(0)
  })
})
