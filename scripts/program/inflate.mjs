// What pdf.js unpacks its streams with, in one step: Node's own leads each of the many small ones through a thread and four web streams.
import { inflateSync } from 'node:zlib'

export class DecompressionStream {
  constructor(format) {
    // pdf.js unpacks others by itself, as it does where this throws.
    if (format !== 'deflate') throw new TypeError(`no stream of ${format}`)
    let packed = new Uint8Array()
    const write = async (bytes) => {
      packed = bytes
    }
    this.writable = { getWriter: () => ({ ready: Promise.resolve(), write, close: async () => {} }) }
    this.readable = {
      async *[Symbol.asyncIterator]() {
        yield inflateSync(packed)
      },
    }
  }
}
