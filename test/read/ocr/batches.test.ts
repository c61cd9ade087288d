// Calls of an engine that starts a process each time: what goes together, what goes first, and what a failure takes with it.
import { describe, expect, it } from 'vitest'
import { batching } from '../../../src/read/ocr/batches.ts'
import type { Recognition } from '../../../src/read/ocr/engine.ts'
import type { GreyImage } from '../../../src/read/ocr/image.ts'

const LINE = { mode: 7, canWait: true }
const BLOCK = { mode: 6, canWait: true }
const PAGE = { mode: 3 }

const image = (width: number): GreyImage => ({ width, height: 1, data: new Uint8Array(width) })
const images = (...widths: number[]) => widths.map(image)

/** An engine whose calls end when they are told to; each image gives a line as wide as it is. */
function standIn(places = 1, fails: (widths: number[]) => boolean = () => false) {
  const calls: { mode: number; widths: number[]; end: () => void }[] = []
  let running = 0
  let most = 0
  const recognise = batching(places, async (all, mode) => {
    const widths = all.map(({ width }) => width)
    most = Math.max(most, ++running)
    await new Promise<void>((resolve) => calls.push({ mode, widths, end: resolve }))
    running--
    if (fails(widths)) throw new Error('ended with code 1')
    return widths.map((x1): Recognition => ({ lines: [{ x1 } as Recognition['lines'][number]] }))
  })
  const endAll = async () => {
    for (let i = 0; i < calls.length; i++) {
      calls[i]!.end()
      await new Promise((resolve) => setTimeout(resolve))
    }
  }
  return { recognise, calls, endAll, most: () => most }
}

const widthsOf = (found: Recognition[]) => found.map(({ lines }) => lines[0]!.x1)

describe('calls of an engine', () => {
  it('take what may wait of one mode together, and give everyone his own', async () => {
    const { recognise, calls, endAll } = standIn()
    const all = [
      recognise(images(100), PAGE),
      recognise(images(1, 2), LINE),
      recognise(images(3), BLOCK),
      recognise(images(4, 5, 6), LINE),
    ]
    await endAll()
    expect(calls.map(({ mode, widths }) => [mode, widths])).toEqual([
      [3, [100]],
      [7, [1, 2, 4, 5, 6]],
      [6, [3]],
    ])
    expect((await Promise.all(all)).map(widthsOf)).toEqual([[100], [1, 2], [3], [4, 5, 6]])
  })

  it('let pages go before cells, until the cells are many', async () => {
    const { recognise, calls, endAll } = standIn()
    const many = Array.from({ length: 300 }, (_, i) => i)
    const all = [
      recognise(images(100), PAGE),
      recognise(images(...many), LINE),
      recognise(images(101), PAGE),
      recognise(images(...many), LINE),
      recognise(images(102), PAGE),
    ]
    await endAll()
    await Promise.all(all)
    expect(calls.map(({ mode, widths }) => [mode, widths.length])).toEqual([
      [3, 1],
      [7, 600],
      [3, 1],
      [3, 1],
    ])
  })

  it('are never more at a time than there are places', async () => {
    const { recognise, endAll, most } = standIn(2)
    const all = Array.from({ length: 6 }, (_, i) => recognise(images(i), PAGE))
    await endAll()
    await Promise.all(all)
    expect(most()).toBe(2)
  })

  it('are made again one by one where they failed together', async () => {
    const { recognise, endAll } = standIn(1, (widths) => widths.includes(13))
    const all = [
      recognise(images(100), PAGE),
      recognise(images(1, 2), LINE),
      recognise(images(13), LINE),
      recognise(images(4), LINE),
    ]
    const results = Promise.allSettled(all)
    await endAll()
    expect((await results).map((each) => (each.status === 'fulfilled' ? widthsOf(each.value) : 'failed'))).toEqual([
      [100],
      [1, 2],
      'failed',
      [4],
    ])
  })

  it('are not made for nothing', async () => {
    const { recognise, calls } = standIn()
    expect(await recognise([], PAGE)).toEqual([])
    expect(calls).toEqual([])
  })
})
