// What became of an input file becomes its line of the manifest.

export type FileStatus = 'done' | 'partial' | 'refused' | 'failed' | 'duplicate'

/** One line of `manifest.jsonl`; nothing in it differs between two runs on the same files. */
export type ManifestLine = {
  path: string
  /** Of the bytes; null where they could not be read. */
  sha256: string | null
  status: FileStatus
  /** For programs: why it is not simply done (`encrypted`, `read/empty-page`, `duplicate` …). */
  reason: string | null
  /** The same for people. */
  detail: { vi: string; en: string } | null
  /** The plan's file inside the out folder; a duplicate names the plan of its twin. */
  plan: string | null
}
