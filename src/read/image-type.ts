// The first bytes of an image tell its type.

export type ImageType = 'png' | 'jpeg' | 'tiff'

const IMAGES: readonly [type: ImageType, bytes: readonly number[]][] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
]

/** Null where it is none that is read. */
export function imageType(bytes: Uint8Array): ImageType | null {
  return IMAGES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0] ?? null
}
