// node:crypto for browsers: the one hash that plans are named by, and no certificates.
import { sha256 } from '@noble/hashes/sha2.js'

const encoder = new TextEncoder()

export function createHash(algorithm) {
  if (algorithm !== 'sha256') throw new Error(`no hash ${algorithm} here`)
  const hash = sha256.create()
  const self = {
    update(data) {
      hash.update(typeof data === 'string' ? encoder.encode(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
      return self
    },
    digest: () => Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  }
  return self
}

export class X509Certificate {
  constructor() {
    throw new Error('certificates are not read here')
  }
}
