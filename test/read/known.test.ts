// A scan that was read before: its words come from the cache without a look at its images, or all of it is read again.
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { jpegPage } from '../../src/read/image/jpeg.ts'
import { wrapImages } from '../../src/read/image/wrap.ts'
import { readDocument } from '../../src/read/index.ts'
import type { OcrCache } from '../../src/read/ocr/cache.ts'
import type { Engine, Recognition } from '../../src/read/ocr/engine.ts'
import type { ReadOptions } from '../../src/read/options.ts'
import { scanPng } from '../images.ts'

const WORDS = 'Sở Y tế lập kế hoạch tiêm chủng cho trẻ em trong tỉnh'.split(' ')

/** An engine that reads one line on every page, and counts the images that it is asked for. */
function standIn(identity = 'made') {
  const box = { x0: 100, y0: 100, x1: 100 + 90 * WORDS.length, y1: 140 }
  const words = WORDS.map((text, i) => ({ text, confidence: 0.95, x0: 100 + 90 * i, y0: 100, x1: 170 + 90 * i, y1: 140 }))
  const line = { ...box, words, block: 0, slope: 0, offset: -8, size: 40, descenders: 8, ascenders: 8 }
  let asked = 0
  const engine: Engine = {
    name: 'made',
    identity,
    parallel: 2,
    recognise: async (images, { canWait }) => {
      asked += images.length
      return images.map((): Recognition => ({ lines: canWait ? [] : [structuredClone(line)] }))
    },
    close: async () => {},
  }
  return { open: async () => engine, asked: () => asked }
}

function mapCache() {
  const kept = new Map<string, string>()
  let count = 0
  const cache: OcrCache = {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => {
      count++
      kept.set(key, value)
    },
  }
  return { kept, cache, written: () => count }
}

async function jpegScan(count: number): Promise<Uint8Array> {
  const pages = []
  for (let i = 0; i < count; i++) {
    const image = await loadImage(Buffer.from(scanPng(i + 1)))
    const canvas = createCanvas(image.width, image.height)
    canvas.getContext('2d').drawImage(image, 0, 0)
    pages.push(jpegPage(new Uint8Array(canvas.toBuffer('image/jpeg', 85)))!)
  }
  return wrapImages(pages)
}

/** Counts the images whose pixels are taken. */
function watchPixels() {
  return vi.spyOn(Object.getPrototypeOf(createCanvas(1, 1).getContext('2d')), 'drawImage')
}

afterEach(() => vi.restoreAllMocks())

describe('a scan read before', () => {
  it('gives the same without a look at its images', async () => {
    const [{ cache, written }, engine] = [mapCache(), standIn()]
    const scan = await jpegScan(3)
    const drawn = watchPixels()
    const first = await readDocument(scan.slice(), { engine: engine.open, cache })
    expect([drawn.mock.calls.length, written()]).toEqual([3, 4])
    const asked = engine.asked()
    const second = await readDocument(scan.slice(), { engine: engine.open, cache })
    expect(second).toEqual(first)
    expect([drawn.mock.calls.length, written(), engine.asked()]).toEqual([3, 4, asked])
    expect(first.text).toContain('tiêm chủng')
  })

  it.each<[string, (kept: Map<string, string>) => void, ReadOptions]>([
    ['an entry is gone', (kept) => kept.delete([...kept.keys()][1]!), {}],
    ['an entry is damaged', (kept) => kept.set([...kept.keys()][0]!, '{}'), {}],
    ['the engine is another', () => {}, { engine: standIn('other').open }],
    ['all pages shall be recognised', () => {}, { ocr: 'always' }],
  ])('is looked at again where %s', async (_, change, other) => {
    const [{ cache, kept }, engine] = [mapCache(), standIn()]
    const scan = await jpegScan(2)
    const options: ReadOptions = { engine: engine.open, cache }
    const first = await readDocument(scan.slice(), options)
    change(kept)
    const drawn = watchPixels()
    expect(await readDocument(scan.slice(), { ...options, ...other })).toEqual(first)
    expect(drawn).toHaveBeenCalledTimes(2)
  })

  it('is not kept where a page could not be recognised', async () => {
    const [{ cache, written }, engine] = [mapCache(), standIn()]
    let calls = 0
    const failing = async (): Promise<Engine> => {
      const own = await engine.open()
      return {
        ...own,
        recognise: (images, settings) => (++calls === 1 ? Promise.reject(new Error('late')) : own.recognise(images, settings)),
      }
    }
    await readDocument(await jpegScan(2), { engine: failing, cache })
    expect(written()).toBe(1)
  })
})
