// What the passes over a Word file share: its styles, open fields, and what they met on the way.
import { UnreadableError } from '../../model/errors.ts'
import { type Message, type MessageCode, type MessageValue, report } from '../../model/message.ts'
import type { OtherPictures } from '../pictures.ts'
import type { Field } from './fields.ts'
import type { Styles } from './styles.ts'

export type Reading = {
  styles: Styles
  /** Open fields, the outermost first. */
  fields: Field[]
  /** False where a field of the story is never closed: no field hides words then. */
  obeysFields: boolean
  /** How many blocks that hold a table of contents are open. */
  contentsDepth: number
  /** Notes in the order of their marks: `w:footnote 3`. */
  notes: Set<string>
  /** Pictures of the body, as its places count them: the id of the part, and square points. */
  placed: { id: string; area: number }[]
  /** Whether the story that is read is the body. */
  placesPictures: boolean
  pictures: OtherPictures
  messages: Map<string, Message>
  depth: number
}

// A document nests text boxes, tables and content controls a few deep.
const DEEPEST = 200

export function startReading(styles: Styles): Reading {
  return {
    styles,
    fields: [],
    obeysFields: true,
    contentsDepth: 0,
    notes: new Set(),
    placed: [],
    placesPictures: false,
    pictures: { small: 0, pageSized: 0 },
    messages: new Map(),
    depth: 0,
  }
}

/** Reports a thing once per file. */
export function tell(reading: Reading, code: MessageCode, values: Record<string, MessageValue> = {}): void {
  const message = report(code, null, values)
  const key = `${code} ${message.text.en}`
  if (!reading.messages.has(key)) reading.messages.set(key, message)
}

/** Goes one level down. Throws UnreadableError: nested deeper than any document is. */
export function within<T>(reading: Reading, work: () => T): T {
  if (reading.depth >= DEEPEST)
    throw new UnreadableError('damaged', 'elements of the Word document are nested too deep', 'văn bản Word lồng nhau quá sâu')
  reading.depth++
  const result = work()
  reading.depth--
  return result
}
