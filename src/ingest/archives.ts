// A zip archive becomes input files, as a folder does: one for each member, unpacked in memory when its turn comes.
import { open, readFile, stat } from 'node:fs/promises'
import { UnreadableError } from '../model/errors.ts'
import { type Budget, isZip, listZip, newBudget, unzipEntry, type ZipEntry } from '../zip/index.ts'
import { containerKind } from '../zip/kinds.ts'

export type Member = {
  /** Its path inside the archive, safe to print and to compare. */
  path: string
  entry: ZipEntry
  /** Why it will not be read. */
  problem: UnreadableError | null
}

/** Reads members; the archive that was asked for last stays open. */
export type Unpacker = (file: string, entry: ZipEntry) => Promise<Uint8Array>

const LARGEST_TOTAL = 1024 * 1024 * 1024
const ESCAPES = /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/i
const CONTROLS = /\p{Cc}/gu

/** The members of a file that is an archive; null where it is none, or too large or too damaged to tell. */
export async function membersOf(
  file: string,
  maxBytes: number,
  isSystemFile: (name: string) => boolean,
): Promise<Member[] | null> {
  if (!(await beginsAsZip(file, maxBytes))) return null
  const bytes = await readFile(file)
  if (containerKind(bytes) !== 'archive') return null
  const used = new Map<string, number>()
  return listZip(bytes).flatMap((entry): Member[] => {
    const parts = partsOf(entry.name)
    if (entry.isFolder || parts.some(isSystemFile)) return []
    const name = parts.join('/') || 'unnamed'
    const count = (used.get(name) ?? 0) + 1
    used.set(name, count)
    return [{ path: count === 1 ? name : `${name} (${count})`, entry, problem: problemOf(entry) }]
  })
}

/** Files that cannot be opened are left to the reading of files, which says why. */
async function beginsAsZip(file: string, maxBytes: number): Promise<boolean> {
  try {
    const stats = await stat(file)
    if (!stats.isFile() || stats.size > maxBytes) return false
    const handle = await open(file)
    try {
      const { buffer } = await handle.read(new Uint8Array(4), 0, 4, 0)
      return isZip(buffer)
    } finally {
      await handle.close()
    }
  } catch {
    return false
  }
}

function partsOf(name: string): string[] {
  const parts = name
    .replace(/^[a-z]:/i, '')
    .replace(CONTROLS, '_')
    .split(/[/\\]/)
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..')
}

function problemOf({ name, isLink }: ZipEntry): UnreadableError | null {
  if (ESCAPES.test(name))
    return new UnreadableError(
      'unsafe-name',
      'its name in the archive leads out of the archive',
      'tên của tệp trong tệp nén trỏ ra ngoài tệp nén',
    )
  if (isLink)
    return new UnreadableError(
      'unsupported-type',
      'this is a link inside an archive, not a file',
      'đây là liên kết trong tệp nén, không phải tệp',
    )
  return null
}

export function emptyArchive(): UnreadableError {
  return new UnreadableError('empty', 'the archive holds no file', 'tệp nén không chứa tệp nào')
}

export function openUnpacker(maxBytes: number): Unpacker {
  const budgets = new Map<string, Budget>()
  let last: { file: string; bytes: Promise<Uint8Array> } | null = null
  return async (file, entry) => {
    if (last?.file !== file) last = { file, bytes: readFile(file) }
    const archive = await last.bytes
    const budget = budgets.get(file) ?? newBudget(maxBytes, LARGEST_TOTAL)
    budgets.set(file, budget)
    const bytes = unzipEntry(archive, entry, budget)
    if (containerKind(bytes) === 'archive')
      throw new UnreadableError(
        'unsupported-type',
        'this is an archive inside an archive, which is not opened',
        'đây là tệp nén nằm trong tệp nén, không được mở',
      )
    return bytes
  }
}
