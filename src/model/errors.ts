// The errors that are thrown on purpose: nothing at all can be given for a file, or a user's lexicon cannot be used.

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

/** A lexicon that cannot be used: it has another shape, or its entries collide with ours or with each other. */
export class LexiconError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('; '))
    this.name = 'LexiconError'
    this.problems = problems
  }
}
