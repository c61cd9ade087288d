// The language of the user interface: Vietnamese, or English by --lang or KEHOACH_LANG.

export type Language = 'vi' | 'en'

export type Words = Readonly<Record<Language, string>>

/** A wrong use of the command line. */
export class UsageError extends Error {
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.name = new.target.name
    this.words = words
  }
}

/** The command line is right, but what it names is missing or of no use. */
export class InputError extends UsageError {}

/** The language asked for; Vietnamese where none is. Throws UsageError for any other. */
export function languageOf(flag: string | undefined, environment: string | undefined): Language {
  const asked = flag ?? (environment || 'vi')
  if (asked === 'vi' || asked === 'en') return asked
  throw new UsageError({ vi: `không có ngôn ngữ “${asked}”: chọn vi hoặc en`, en: `no language “${asked}”: choose vi or en` })
}
