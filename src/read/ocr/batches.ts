// Requests to an engine that starts a process for each call: what may wait is put together with others of its mode into one call.
import type { Recognition, Settings } from './engine.ts'
import type { GreyImage } from './image.ts'

type Run = (images: readonly GreyImage[], mode: number) => Promise<Recognition[]>
type Request = {
  images: readonly GreyImage[]
  settings: Settings
  resolve: (found: Recognition[]) => void
  reject: (error: unknown) => void
}

// A start takes as long as reading twenty cells; with so many it no longer counts.
const ENOUGH = 400

/** A `recognise` that has no more calls at a time than there are places. Waiting costs no answer: an image is read alone, whatever is in its call. */
export function batching(places: number, run: Run): (images: readonly GreyImage[], settings: Settings) => Promise<Recognition[]> {
  let free = places
  const waiting: Request[] = []

  const next = () => {
    while (free > 0 && waiting.length > 0) {
      free--
      const batch = takeBatch(waiting)
      answer(batch, run).finally(() => {
        free++
        next()
      })
    }
  }
  return (images, settings) =>
    images.length === 0
      ? Promise.resolve([])
      : new Promise((resolve, reject) => {
          waiting.push({ images, settings, resolve, reject })
          next()
        })
}

/** The first that cannot wait, alone; else those of the mode that most images wait in, and these first where they are enough. */
function takeBatch(waiting: Request[]): Request[] {
  const counts = new Map<number, number>()
  for (const { images, settings } of waiting)
    if (settings.canWait) counts.set(settings.mode, (counts.get(settings.mode) ?? 0) + images.length)
  const [mode, most] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])
  const urgent = waiting.findIndex(({ settings }) => !settings.canWait)
  if (urgent >= 0 && most < ENOUGH) return waiting.splice(urgent, 1)
  const batch: Request[] = []
  let count = 0
  for (const request of waiting.filter(({ settings }) => settings.canWait && settings.mode === mode)) {
    if (count >= ENOUGH) break
    batch.push(request)
    count += request.images.length
    waiting.splice(waiting.indexOf(request), 1)
  }
  return batch
}

/** Never rejects. A call that failed for several is made again for each: one bad image takes no other page with it. */
async function answer(batch: readonly Request[], run: Run): Promise<void> {
  const [first] = batch
  if (!first) return
  try {
    const found = await run(
      batch.flatMap(({ images }) => images),
      first.settings.mode,
    )
    let at = 0
    for (const { images, resolve } of batch) {
      resolve(found.slice(at, at + images.length))
      at += images.length
    }
  } catch (error) {
    if (batch.length === 1) first.reject(error)
    else for (const request of batch) await answer([request], run)
  }
}
