// An input file or a member of an archive becomes bytes, no more than the limit.
import { readFile, stat } from 'node:fs/promises'
import { UnreadableError } from '../model/errors.ts'
import type { Unpacker } from './archives.ts'
import type { InputFile } from './find.ts'

/** Throws UnreadableError, or what the system says. */
export async function readInput({ file, member, problem }: InputFile, unpack: Unpacker, maxBytes: number): Promise<Uint8Array> {
  if (problem) throw problem
  if (member) return unpack(file, member)
  const stats = await stat(file)
  if (!stats.isFile() && !stats.isDirectory())
    throw new UnreadableError(
      'unknown-type',
      'this is no file but a pipe or a device',
      'đây không phải là tệp mà là ống dẫn hoặc thiết bị',
    )
  if (stats.size > maxBytes) throw tooLarge(stats.size, maxBytes)
  return readFile(file)
}

function tooLarge(size: number, limit: number): UnreadableError {
  const mega = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
  return new UnreadableError(
    'too-large',
    `the file has ${mega(size)} MB, more than ${mega(limit)} MB`,
    `tệp có ${mega(size)} MB, quá ${mega(limit)} MB`,
  )
}
