// Aliases and patterns of indicators become the index by which names are looked up; that of our own entries is made by the build.
import type { IndicatorEntry } from '../../model/catalog.ts'
import { type Dictionary, dictionaryOf, notionsOf, spelledForm, wordsIn } from './tokens.ts'
import { EMPTY, notionForms } from './words.ts'

export type CompiledAlias = { key: string; code: string; printed: string }

export type CompiledRule = {
  code: string
  printed: string
  /** Parts that must be there: alternatives, each a few notions. */
  required: readonly (readonly (readonly string[])[])[]
  /** Every notion that may be in the name: those of the parts, and those that may be there besides. */
  allowed: readonly string[]
}

export type CompiledIndex = {
  /** Spelled forms by their notion; those of the empty notion say nothing. */
  forms: Readonly<Record<string, readonly string[]>>
  aliases: readonly CompiledAlias[]
  rules: readonly CompiledRule[]
}

/** The index of the shipped dictionary, from its words. */
export function compileIndex(entries: readonly IndicatorEntry[]): CompiledIndex {
  const forms: Record<string, string[]> = {}
  for (const [notion, ...printed] of notionForms())
    forms[notion] = [...new Set([...(forms[notion] ?? []), ...printed.map(spelledForm)])]
  forms[''] = [...new Set(EMPTY.map(spelledForm))]
  return { forms, ...compileEntries(entries, dictionaryOf(forms)) }
}

/** Aliases and rules of entries; without a dictionary, by the shipped one. */
export function compileEntries(
  entries: readonly IndicatorEntry[],
  dictionary?: Dictionary,
): Pick<CompiledIndex, 'aliases' | 'rules'> {
  return {
    aliases: entries.flatMap(({ code, vi, aliases }) =>
      [vi, ...aliases].map((printed) => ({ key: keyOf(notionsOf(printed, dictionary).words), code, printed })),
    ),
    rules: entries.flatMap(({ code, patterns }) => patterns.map((printed) => ruleOf(code, printed, dictionary))),
  }
}

/** Notions in any order are one key. */
export function keyOf(words: readonly string[]): string {
  return [...words].sort().join(' ')
}

/** “trạm y tế; bác sĩ|bs; [làm việc]”: parts by “;”, alternatives by “|”, what may be there in brackets. */
function ruleOf(code: string, printed: string, dictionary?: Dictionary): CompiledRule {
  const required: string[][][] = []
  const allowed = new Set<string>()
  for (const part of printed.split(';').map((words) => words.trim())) {
    const choice = part
      .replace(/^\[|\]$/g, '')
      .split('|')
      .map((words) => wordsIn(words, dictionary))
      .filter((words) => words.length > 0)
    for (const word of choice.flat()) allowed.add(word)
    if (!part.startsWith('[')) required.push(choice)
  }
  return { code, printed, required, allowed: [...allowed] }
}
