// Our lexicon, and a user's beside it, become the two grammars: of the words around a target, and of the names of agencies.
import { LexiconError } from '../model/errors.ts'
import { type Lexicon, type LexiconEntry, lexiconModel, TAGS } from '../model/lexicon.ts'
import { formKey, type Grammar, makeGrammar } from '../text/phrases.ts'
import data from './lexicon.json' with { type: 'json' }

export type Grammars = { targets: Grammar; agencies: Grammar }

export const LEXICON = data as Lexicon

/** Tags of which a form has at most one: a limit cannot be an upper and a lower one. */
const EXCLUSIVE: readonly (readonly string[])[] = [
  ['AtLeast', 'AtMost', 'Above', 'Below', 'OrMore', 'OrLess'],
  ['Grade', 'Label', 'Plain'],
  ['Unit', 'Score', 'Rank', 'Money', 'Size'],
  ['Group', 'Body', 'Name', 'Link', 'End', 'Duty', 'Charge', 'Basis', 'Given', 'Lead', 'Support', 'Alongside'],
]

/** What ends the name of a thing or a body; everything else is a word of it. */
const ENDING: ReadonlySet<string> = new Set(['Stop', 'End'])

const made = new WeakMap<Lexicon, Grammars>()

/** The grammars of our lexicon, with the entries of a user's. */
export function grammarsOf(own?: Lexicon): Grammars {
  const known = made.get(own ?? LEXICON)
  if (known) return known
  const entries = [...LEXICON.entries, ...(own?.entries ?? [])]
  const grammars = { targets: grammarOf(entries, 'targets'), agencies: grammarOf(entries, 'agencies') }
  made.set(own ?? LEXICON, grammars)
  return grammars
}

function grammarOf(entries: readonly LexiconEntry[], grammar: 'targets' | 'agencies'): Grammar {
  const forms = new Map<string, string[]>()
  for (const { tag, forms: printed } of entries) {
    if (TAGS[tag].grammar !== grammar) continue
    for (const form of printed) forms.set(formKey(form), [...(forms.get(formKey(form)) ?? []), tag, ...TAGS[tag].parents])
  }
  for (const tags of forms.values()) if (!tags.some((tag) => ENDING.has(tag))) tags.push('Word')
  return makeGrammar(forms)
}

const checked = new WeakMap<object, Lexicon>()

/** A user's lexicon. Throws LexiconError where it is none, or collides with ours. */
export function readLexicon(value: unknown): Lexicon {
  const isObject = typeof value === 'object' && value !== null
  const known = isObject ? checked.get(value) : undefined
  if (known) return known
  const { success, data: own, error } = lexiconModel.safeParse(value)
  if (!success) throw new LexiconError(error.issues.map(({ path, message }) => `${path.join('.') || 'lexicon'}: ${message}`))
  const collisions = collisionsIn(LEXICON, own)
  if (collisions.length > 0) throw new LexiconError(collisions)
  if (isObject) checked.set(value, own)
  return own
}

/** Ids that are not unique, and forms with two tags that exclude each other; nothing where the lexicons are sound. */
export function collisionsIn(...lexicons: readonly Lexicon[]): string[] {
  const entries = lexicons.flatMap(({ entries }) => entries)
  const ids = new Map<string, number>()
  const seen = new Map<string, LexiconEntry>()
  const found: string[] = []
  for (const entry of entries) {
    ids.set(entry.id, (ids.get(entry.id) ?? 0) + 1)
    const family = EXCLUSIVE.findIndex((tags) => tags.includes(entry.tag))
    for (const form of entry.forms) {
      const key = `${family < 0 ? entry.tag : family} ${formKey(form)}`
      const other = seen.get(key)
      if (other) found.push(`“${form}”: ${other.id} (${other.tag}), ${entry.id} (${entry.tag})`)
      else seen.set(key, entry)
    }
  }
  return [...[...ids].filter(([, count]) => count > 1).map(([id]) => `id “${id}”`), ...found]
}
