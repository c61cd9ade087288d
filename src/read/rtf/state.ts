// What an RTF reader keeps while it reads: the looks of each open group, and what the whole file has said so far.
import type { DraftBlock } from '../../model/draft.ts'
import type { Font } from './charsets.ts'
import type { Destination } from './destinations.ts'
import type { Flow } from './flows.ts'

/** What a group inherits and gives back at its end. */
export type State = {
  destination: Destination
  flow: Flow
  bold: boolean
  italic: boolean
  isHidden: boolean
  isDeleted: boolean
  font: number
  /** Letters that stand behind a \u for programs without Unicode. */
  fallback: number
  align: 'left' | 'center' | 'right' | 'justify' | null
  level: number | null
  inTable: boolean
  field: { instruction: string; hasWords: boolean } | null
  /** The number or bullet of a list item, gathered until its group ends. */
  mark: { text: string; isSymbol: boolean } | null
  /** The entry of the font table or style sheet that is read. */
  entry: { id: number; charset: number; codePage: number | null; name: string }
}

export type Context = {
  stack: State[]
  body: Flow
  asides: DraftBlock[]
  fonts: Map<number, Font>
  levels: Map<number, number>
  codePage: number
  defaultFont: number
  pending: string
  skip: number
  isStarred: boolean
  isGroupStart: boolean
  ignored: Set<string>
}

export function startState(flow: Flow): State {
  return {
    destination: 'body', flow, bold: false, italic: false, isHidden: false, isDeleted: false, font: -1, fallback: 1, align: null,
    level: null, inTable: false, field: null, mark: null, entry: { id: 0, charset: 0, codePage: null, name: '' },
  } // biome-ignore format: fields side by side
}

export function top(context: Context): State {
  return context.stack.at(-1)!
}
