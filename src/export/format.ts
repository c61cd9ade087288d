// What an export is: plans, one after the other, become text, a file for each of them, or a store of its own.
import type { Plan } from '../model/plan.ts'

export type ExportOptions = {
  /** Of what is written for people: titles of sheets, names of columns in reports. Names of fields stay those of the plan. */
  language: 'vi' | 'en'
  /** A byte order mark before text that spreadsheets read. */
  bom: boolean
  /** Ends the export between two plans; what was there stays. */
  signal?: AbortSignal | undefined
}

/** All plans become one text, given piece by piece: a file, or the terminal. */
export type TextFormat = {
  shape: 'text'
  /** Of the file's name, without the dot. */
  ending: string
  write: (plans: AsyncIterable<Plan>, options: ExportOptions) => AsyncIterable<string>
}

/** Each plan becomes a file of its own in a folder, named as its JSON is. */
export type FilesFormat = {
  shape: 'files'
  ending: string
  write: (plan: Plan, options: ExportOptions) => string
}

/** The format writes a file by itself: `target` does not exist yet, and what it writes is whole when the promise resolves. */
export type FileFormat = StoreFormat & { shape: 'file' }

/** The same of a folder, which it makes. */
export type FolderFormat = StoreFormat & { shape: 'folder' }

type StoreFormat = {
  ending: string
  write: (plans: AsyncIterable<Plan>, target: string, options: ExportOptions) => Promise<void>
}

export type Format = TextFormat | FilesFormat | FileFormat | FolderFormat

/** The format needs a package that is not installed, or does not run on this machine. */
export class MissingPackageError extends Error {
  readonly packageName: string

  constructor(packageName: string, cause?: unknown) {
    super(`the package ${packageName} is not installed`, { cause })
    this.name = 'MissingPackageError'
    this.packageName = packageName
  }
}

/** The plans are more than a file of the format holds. */
export class TooLargeError extends Error {
  constructor() {
    super('the plans are more than one file of this format holds')
    this.name = 'TooLargeError'
  }
}
