// The one error that is thrown on purpose: nothing at all can be given for a file.

/** Why a file is refused; the words behind it are for people, the reason is for programs. */
export type RefusalReason =
  | 'empty'
  | 'encrypted'
  | 'damaged'
  | 'unknown-type'
  | 'unsupported-type'
  | 'no-text'
  | 'too-large'
  | 'unsafe-name'

/** The file cannot be read; `reason` says why, `message` says it in English and `vi` in Vietnamese. */
export class UnreadableError extends Error {
  readonly reason: RefusalReason
  readonly vi: string

  constructor(reason: RefusalReason, en: string, vi: string, cause?: unknown) {
    super(en, { cause })
    this.name = 'UnreadableError'
    this.reason = reason
    this.vi = vi
  }
}
