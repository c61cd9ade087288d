// A page as a picture, with words marked: the mark lies on the words, however the page is turned and wherever it begins.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { drawPage, type PageDrawing, parsePlan } from '../../src/pipeline.ts'
import { scanPng } from '../images.ts'

const sample = readFileSync(join(import.meta.dirname, '../../corpus/sources/mau-an-giang-2023-ke-hoach.pdf'))

/** The same with other words in each page's dictionary; as long as before, so that offsets in the file hold. */
function changed(bytes: Buffer, entries: string): Buffer {
  const text = bytes.toString('latin1').replace(/\/MediaBox\[[^\]]*\]/g, (box) => {
    expect(entries.length).toBeLessThanOrEqual(box.length)
    return entries.padEnd(box.length)
  })
  return Buffer.from(text, 'latin1')
}

async function pixelsOf(bytes: Uint8Array, drawing: PageDrawing) {
  const image = await loadImage(Buffer.from((await drawPage(bytes, drawing))!))
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  const { data } = canvas.getContext('2d').getImageData(0, 0, image.width, image.height)
  return { width: image.width, height: image.height, data }
}

describe('drawPage', () => {
  it.each([
    ['as it is', (bytes: Buffer) => bytes],
    ['that begins elsewhere', (bytes: Buffer) => changed(bytes, '/MediaBox[-50 -40 600 900]')],
    ['that is turned', (bytes: Buffer) => changed(bytes, '/MediaBox[0 0 596 842]/Rotate 90')],
    ['that stands on its head', (bytes: Buffer) => changed(bytes, '/MediaBox[-9 9 596 842]/Rotate 180')],
  ])('marks the words of a page %s', async (_, change) => {
    const bytes = change(sample)
    const plan = await parsePlan(bytes)
    const indicator = plan.indicators.find(({ code }) => code === 'beds-per-10k')!
    const [box] = indicator.span.boxes
    const { rotation } = plan.source.pages[box!.page - 1]!
    const drawing = { page: box!.page, rotation, width: 1000 }
    const plain = await pixelsOf(bytes, drawing)
    const marked = await pixelsOf(bytes, { ...drawing, marks: [box!.bbox] })
    expect([marked.width, marked.height]).toEqual([plain.width, plain.height])
    // What differs is the mark.
    const places: [x: number, y: number][] = []
    for (let i = 0; i < plain.data.length; i += 4)
      if (marked.data[i + 2] !== plain.data[i + 2]) places.push([(i / 4) % plain.width, Math.floor(i / 4 / plain.width)])
    const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    expect(right - left).toBeGreaterThan(20)
    // The words lie inside, and its sides cut none of them.
    let [dark, cut] = [0, 0]
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) {
        if (plain.data[4 * (y * plain.width + x)]! > 140) continue
        dark++
        if (x === left || x === right || y === top || y === bottom) cut++
      }
    expect(dark).toBeGreaterThan(80)
    expect(cut).toBe(0)
  })

  it('is as wide as it is asked for, and null where there is no such page', async () => {
    expect((await pixelsOf(sample, { page: 4, rotation: 0, width: 321 })).width).toBe(321)
    expect(await drawPage(sample, { page: 5, rotation: 0, width: 321 })).toBeNull()
  })

  it('draws image files too, and no other', async () => {
    const png = scanPng()
    expect((await pixelsOf(png, { page: 1, rotation: 0, width: 200 })).width).toBe(200)
    await expect(drawPage(Buffer.from('no page at all'), { page: 1, rotation: 0, width: 200 })).rejects.toThrow()
  })
})
