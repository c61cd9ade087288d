// What was recognised is kept as files of the out folder, each under its key; the folder may be deleted at any time.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { OcrCache } from '../pipeline.ts'

const FOLDER = 'cache/ocr'
/** Where a file of the cache is before it is whole: nothing in it outlives the run that wrote it. */
export const HALVES = 'cache/ocr.tmp'

/** `cache/ocr/ab/abcdef….json`. A file is written under another name first: whoever reads it finds all of it or nothing. */
export function fileCache(out: string): OcrCache {
  const pathOf = (key: string) => join(out, FOLDER, key.slice(0, 2), `${key}.json`)
  let count = 0
  return {
    get: (key) => readFile(pathOf(key), 'utf8').catch(() => null),
    async set(key, value) {
      const path = pathOf(key)
      const own = join(out, HALVES, `${process.pid}-${count++}`)
      await mkdir(dirname(path), { recursive: true })
      await mkdir(dirname(own), { recursive: true })
      try {
        await writeFile(own, value)
        await rename(own, path)
      } catch (error) {
        await rm(own, { force: true })
        throw error
      }
    },
  }
}
