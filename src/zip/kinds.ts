// The entries of a zip container tell what it is: an office document of some kind, or an archive of files.
import { isZip, listZip, type ZipEntry } from './index.ts'

export type ContainerKind = 'docx' | 'odt' | 'spreadsheet' | 'presentation' | 'archive' | 'damaged'

const KINDS: readonly [ContainerKind, RegExp][] = [
  ['docx', /^word\//i],
  ['spreadsheet', /^xl\//i],
  ['presentation', /^ppt\//i],
]
const ODT = 'application/vnd.oasis.opendocument.text'
const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet'

/** What a zip container is; null where the bytes are no zip. */
export function containerKind(bytes: Uint8Array): ContainerKind | null {
  if (!isZip(bytes)) return null
  try {
    return kindOf(bytes, listZip(bytes))
  } catch {
    return 'damaged'
  }
}

function kindOf(bytes: Uint8Array, entries: readonly ZipEntry[]): ContainerKind {
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('[Content_Types].xml')) {
    const kind = KINDS.find(([, pattern]) => entries.some(({ name }) => pattern.test(name)))
    if (kind) return kind[0]
  }
  if (names.has('word/document.xml')) return 'docx'
  if (!names.has('content.xml') || !(names.has('mimetype') || names.has('META-INF/manifest.xml'))) return 'archive'
  // The media type stands unpacked at the start of the container.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(200, bytes.byteLength)).toString('latin1')
  if (head.includes(SPREADSHEET)) return 'spreadsheet'
  return head.includes('opendocument.presentation')
    ? 'presentation'
    : head.includes('opendocument') && !head.includes(ODT)
      ? 'presentation'
      : 'odt'
}
