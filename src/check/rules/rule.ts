// What a rule is, and the makers of what it finds: the sentence in both languages and its place.
import type { Catalog } from '../../catalog/index.ts'
import type { Message } from '../../model/message.ts'
import type { Plan, Span } from '../../model/plan.ts'

type Sentence = { vi: string; en: string }

export type Finding = {
  /** Id of the rule. */
  rule: string
  severity: 'warning' | 'info'
  text: Sentence
  /** The words that it speaks of; null where it speaks of the whole document. */
  span: Span | null
}

/** What a rule gives; its own severity holds where none is said. */
export type Odd = Pick<Finding, 'text' | 'span'> & Partial<Pick<Finding, 'severity'>>

export type Rule = {
  id: string
  severity: Finding['severity']
  /** What it looks for, in one line. */
  about: Sentence
  find: (plan: Plan, catalog: Catalog) => Odd[]
  /** What it says while the document is read, and finds again among the plan's messages: a plan keeps places of findings only, not of any words. */
  tell?: (plan: Plan) => Message[]
}

/** What reading the document has said already, by the codes of its messages. */
export function said({ messages }: Plan, ...codes: string[]): Odd[] {
  return messages.filter(({ code }) => codes.includes(code)).map(({ text, span }) => ({ text, span }))
}

/** Where words were recognised on images, what is missing is more likely unread: a number, a name below a stamp. */
export function isRecognised({ source: { textOrigin } }: Plan): boolean {
  return textOrigin === 'ocr' || textOrigin === 'mixed'
}
