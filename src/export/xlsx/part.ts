// A part of the workbook is packed as it is written, into a file of its own: sheets grow side by side, a zip archive does not.
import { createReadStream, createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { constants, crc32, createDeflateRaw } from 'node:zlib'

/** What is needed to put the packed part into an archive: `size` and `crc` are of what was written. */
export type PackedPart = { name: string; size: number; crc: number; read: () => AsyncIterable<Uint8Array> }

export type PartWriter = {
  write: (words: string) => Promise<void> | void
  /** Of all that was written, in bytes. */
  size: () => number
  end: () => Promise<PackedPart>
  /** Lets go of the file, whether all was written or not. */
  close: () => void
}

const PIECE = 1 << 16
const QUICK = 3

export function openPart(name: string, file: string): PartWriter {
  const deflate = createDeflateRaw({ level: QUICK, strategy: constants.Z_DEFAULT_STRATEGY })
  const target = createWriteStream(file)
  const done = finished(deflate.pipe(target))
  // Waited for at the end; a full disk must not end the program before.
  done.catch(() => {})
  let held: string[] = []
  let length = 0
  let [size, crc] = [0, 0]
  const flush = async () => {
    const bytes = Buffer.from(held.join(''))
    held = []
    length = 0
    size += bytes.length
    crc = crc32(bytes, crc)
    if (target.errored) await done
    if (!deflate.write(bytes)) await Promise.race([new Promise((resolve) => deflate.once('drain', resolve)), done])
  }
  return {
    write(words) {
      held.push(words)
      length += words.length
      return length < PIECE ? undefined : flush()
    },
    size: () => size + length,
    async end() {
      await flush()
      deflate.end()
      await done
      return { name, size, crc, read: () => createReadStream(file) }
    },
    close() {
      deflate.destroy()
      target.destroy()
    },
  }
}
