// What every extractor is given: the document, its outline, and the text as patterns want it.
import type { Document } from './document.ts'
import type { Lexicon } from './lexicon.ts'
import type { Outline } from './outline.ts'

export type Source = {
  document: Document
  outline: Outline
  /** `document.text` folded (`foldText`): same length, so offsets hold for both. */
  folded: string
  /** Words of the user beside ours. */
  lexicon?: Lexicon | undefined
  /** Spellings of provinces that the user adds, by name. */
  spellings?: Readonly<Record<string, readonly string[]>> | undefined
}
