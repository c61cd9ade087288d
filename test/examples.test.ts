// The examples in the heads of the files, `"input" => output`, are what the code does.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { provinceOfBody } from '../src/catalog/districts.ts'
import { openCatalog } from '../src/catalog/index.ts'
import { notionsOf } from '../src/catalog/indicators/tokens.ts'
import { issuerCodeOf } from '../src/catalog/issuers.ts'
import { grammarsOf } from '../src/catalog/lexicon.ts'
import { unitLength } from '../src/catalog/units.ts'
import { lintPlan, RULES } from '../src/check/lint.ts'
import { figureOf } from '../src/check/tables/figures.ts'
import { readFormula } from '../src/check/tables/formulas.ts'
import { findAssignments } from '../src/extract/assignments/index.ts'
import { roleIn, supportersIn } from '../src/extract/assignments/roles.ts'
import { findAtoms } from '../src/extract/dates/forms.ts'
import { findDates } from '../src/extract/dates/index.ts'
import { duesIn } from '../src/extract/deadlines/dues.ts'
import { findDeadlines } from '../src/extract/deadlines/index.ts'
import { findRecurrences } from '../src/extract/deadlines/recurrences.ts'
import { readIssuers } from '../src/extract/header/issuers.ts'
import { recipientsIn } from '../src/extract/header/recipients.ts'
import { readFirstYear, readYear } from '../src/extract/header/years.ts'
import { categoryOf } from '../src/extract/indicators/category.ts'
import { readColumns } from '../src/extract/indicators/columns.ts'
import { findProseIndicators } from '../src/extract/indicators/prose/index.ts'
import { findQuantities } from '../src/extract/indicators/prose/quantities.ts'
import { settingsOf } from '../src/extract/indicators/prose/settings.ts'
import { findZeros } from '../src/extract/indicators/prose/zeros.ts'
import { readValue } from '../src/extract/indicators/values.ts'
import { readBefore } from '../src/extract/legal-references/before.ts'
import { findLegalReferences } from '../src/extract/legal-references/index.ts'
import { issuerLength } from '../src/extract/legal-references/issuers.ts'
import { findNames } from '../src/extract/legal-references/names.ts'
import { findNumbers } from '../src/extract/legal-references/numbers.ts'
import { readTail } from '../src/extract/legal-references/tail.ts'
import { titleAt } from '../src/extract/legal-references/titles.ts'
import { findPhases } from '../src/extract/phases/index.ts'
import { repairCompounds } from '../src/read/ocr/repair/compounds.ts'
import { repairDates } from '../src/read/ocr/repair/dates.ts'
import { repairHeadings } from '../src/read/ocr/repair/headings.ts'
import { entryOf } from '../src/read/ocr/repair/lexicon.ts'
import { markDistance } from '../src/read/ocr/repair/marks.ts'
import { repairNumber } from '../src/read/ocr/repair/numbers.ts'
import { repairSlash } from '../src/read/ocr/repair/slashes.ts'
import { signatureIn } from '../src/read/signatures.ts'
import { parseQuery } from '../src/search/query.ts'
import { wordsIn } from '../src/search/words.ts'
import { isAnnexTitle } from '../src/structure/annexes.ts'
import { readMark } from '../src/structure/marks.ts'
import { rolesOf } from '../src/structure/roles.ts'
import * as edtf from '../src/text/edtf.ts'
import { foldText } from '../src/text/fold.ts'
import { readNumber } from '../src/text/numbers.ts'
import { letterRank, readOrdinal, readRoman } from '../src/text/numerals.ts'
import { sentencesOf } from '../src/text/sentences.ts'
import { readSyllable } from '../src/text/syllables.ts'
import { planOf, planSource, sourceOf, wordsOf } from './support.ts'

const { agencies, targets } = grammarsOf()
const whole = (text: string) => ({ start: 0, end: text.length })
const listed = (items: readonly string[]) => (items.length === 0 ? 'none' : items.join(', '))
const amount = (...parts: (string | number | null | undefined)[]) =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ')

/** Words of a line and what some of them shall say instead. */
const rewritten = (words: readonly string[], texts: readonly (string | null)[]) =>
  texts.every((text) => text === null) ? 'none' : words.map((word, i) => texts[i] ?? word).join(' ')

/** What the rule of a file finds in a plan of 15/02/2024 with this body: ¶ parts paragraphs, ⏎ the rows of a table. */
const found = (id: string) => (input: string) => {
  const body = input.split(' ¶ ').map((block) => {
    const rows = block.split(' ⏎ ').map((row) => row.split('|').map((cell) => cell.trim()))
    return rows.length > 1 ? rows : block
  })
  const plan = planOf(...body)
  const rule = RULES.find((each) => each.id === id)!
  return listed(
    lintPlan(plan, openCatalog(), [rule]).map(({ span, text }) => (span ? plan.text.slice(span.start, span.end) : text.en)),
  )
}

const RULE_FILES = Object.fromEntries(
  RULES.filter(({ id }) => !/^(?:blank-|part-)/.test(id)).map(({ id }) => [`check/rules/${id}.ts`, found(id)]),
)

/** How the output of each file is written in its examples. */
const RUN: Readonly<Record<string, (input: string) => string>> = {
  ...RULE_FILES,
  'text/fold.ts': foldText,
  'read/ocr/repair/compounds.ts': (input) => {
    const words = input.split(' ')
    const texts = words.map((): string | null => null)
    for (const { from, cores } of repairCompounds(words.map((core) => ({ lead: '', core, tail: '', confidence: 0.9 }))))
      cores.forEach((core, i) => {
        texts[from + i] = core
      })
    return rewritten(words, texts)
  },
  'read/ocr/repair/dates.ts': (input) => {
    const words = input.split(' ')
    const place = { confidence: 1, x0: 0, y0: 0, x1: 1, y1: 1 }
    return rewritten(words, repairDates(words.map((text) => ({ text, ...place }))))
  },
  'read/ocr/repair/headings.ts': (input) => {
    const words = input.split(' ')
    return rewritten(words, repairHeadings(words.map((text) => ({ text, width: 1, isTitle: true }))))
  },
  'read/ocr/repair/lexicon.ts': (input) => listed(entryOf(input)?.forms ?? []),
  'read/ocr/repair/marks.ts': (input) => {
    const [seen, meant] = input.split(' ')
    return String(markDistance(seen!, meant!))
  },
  'read/ocr/repair/numbers.ts': (input) => repairNumber(input) ?? 'none',
  'read/ocr/repair/slashes.ts': (input) => repairSlash(input) ?? 'none',
  'check/tables/figures.ts': (input) => {
    const figure = figureOf(input)
    return figure ? amount(figure.value, figure.isBare ? null : 'with a sign') : 'none'
  },
  'check/tables/formulas.ts': (input) => {
    const formula = readFormula(input, new Set(['3', '4', '5', '6', '7']))
    return formula ? `${formula.label} of ${listed(formula.uses)}` : 'none'
  },
  'text/numbers.ts': (input) => String(readNumber(input)),
  'text/numerals.ts': (input) => String(readRoman(input) ?? letterRank(input) ?? readOrdinal(input) ?? 'none'),
  'text/sentences.ts': (input) =>
    sentencesOf(input, whole(input))
      .map(({ start, end }) => input.slice(start, end))
      .join(' | '),
  'text/syllables.ts': (input) => {
    const syllable = readSyllable(input)
    return syllable ? amount(syllable.onset, syllable.rime, syllable.tone) : 'none'
  },
  'text/edtf.ts': (input) => {
    const [, name, args] = /^(\w+)\((.*)\)$/.exec(input)!
    return String(
      (edtf as unknown as Record<string, (...values: unknown[]) => unknown>)[name!]!(...(JSON.parse(`[${args}]`) as unknown[])),
    )
  },
  'read/signatures.ts': (input) => listed(signatureIn(input).map(({ signer, time }) => `${signer} ${time}`)),
  'search/query.ts': (input) =>
    listed(parseQuery(input).parts.map(({ words, isPrefix }) => words.join(' ') + (isPrefix ? '…' : ''))),
  'search/words.ts': (input) => listed(wordsIn(input).map(({ key }) => key)),
  'structure/annexes.ts': (input) => (isAnnexTitle(input, readMark(input)) ? 'a title' : 'none'),
  'structure/roles.ts': (input) => listed(rolesOf(input, [])),
  'structure/marks.ts': (input) => {
    const mark = readMark(input)
    return mark ? `${mark.kind} ${mark.value}` : 'none'
  },
  'catalog/districts.ts': (input) => provinceOfBody(input, null)?.name ?? 'none',
  'catalog/measures.ts': (input) => openCatalog().units.codeOf(input, '') ?? 'none',
  'catalog/indicators/tokens.ts': (input) => notionsOf(input).words.join(' '),
  'catalog/issuers.ts': (input) => String(issuerCodeOf(input)),
  'extract/assignments/index.ts': (input) => {
    const source = planSource('I. TỔ CHỨC THỰC HIỆN', input)
    return listed(findAssignments(source).map(({ unit, role }) => `${unit}, ${role}`))
  },
  'extract/assignments/roles.ts': (input) => {
    const units = supportersIn(foldText(input), agencies).map(({ start, end }) => input.slice(start, end))
    return [
      roleIn(input, agencies) ?? 'none',
      ...(units.length > 0 && roleIn(input, agencies) === 'lead' ? [`with ${listed(units)}`] : []),
    ].join(', ')
  },
  'extract/dates/forms.ts': (input) => listed(findAtoms(input, 2024).map((atom) => atom.edtf)),
  'extract/dates/lists.ts': (input) => listed(findDates(sourceOf(input), 2024).map((date) => date.edtf)),
  'extract/dates/borrowed.ts': (input) => listed(findDates(sourceOf(input), 2024).map((date) => date.edtf)),
  'extract/dates/index.ts': (input) => listed(findDates(sourceOf(input), 2024).map((date) => date.edtf)),
  'extract/deadlines/index.ts': (input) => {
    const source = planSource(input)
    return listed(
      findDeadlines(source, findDates(source, 2024), new Set()).map(
        ({ date, recurrence, what }) => `${recurrence ?? date}, ${what}`,
      ),
    )
  },
  'catalog/units.ts': (input) => input.slice(0, unitLength(foldText(input))) || 'none',
  'extract/header/recipients.ts': (input) =>
    listed(recipientsIn(input).map(({ kind, name, purpose }) => amount(kind, name, purpose))),
  'extract/deadlines/recurrences.ts': (input) => listed(findRecurrences(foldText(input)).map(({ rule }) => rule)),
  'extract/deadlines/dues.ts': (input) => {
    const { folded } = sourceOf(input)
    const dues = duesIn(whole(input), folded, findDates(sourceOf(input), 2024))
    return listed(dues.flatMap((due) => due.dates.map(({ edtf, recurrence }) => amount(edtf, recurrence))))
  },
  'extract/phases/index.ts': (input) => {
    const source = planSource('I. THỜI GIAN', input)
    return listed(
      findPhases(source, findDates(source, 2024)).map(({ label, start, end }) => `${wordsOf(source, label)}, ${start}, ${end}`),
    )
  },
  'extract/header/years.ts': (input) =>
    `${readFirstYear(input, readYear(input, '2024-03', []), '2024-03')} ${readYear(input, '2024-03', [])}`,
  'extract/header/issuers.ts': (input) => {
    const source = sourceOf(...input.split(' ¶ '), 'KẾ HOẠCH', 'Phòng chống dịch')
    const { number } = source.outline.letterhead
    const [issuer] = readIssuers(source, number && wordsOf(source, number), null, []).list
    return [issuer!.name, ...(issuer!.parent ? [`of ${issuer!.parent}`] : [])].join(', ')
  },
  'extract/indicators/category.ts': categoryOf,
  'extract/indicators/columns.ts': (input) => {
    const [column] = readColumns([input], 2024)
    return amount(column!.role === 'value' ? column!.kind : column!.role, column!.year)
  },
  'extract/indicators/values.ts': (input) => {
    const value = readValue(input, targets)
    return value ? amount(value.comparator, value.value, value.valueMax) : 'none'
  },
  'extract/indicators/prose/index.ts': (input) => {
    const source = planSource('I. CHỈ TIÊU', `- ${input}.`)
    const found = findProseIndicators(source, findDates(source, 2024), [], { first: 2024, last: 2024 })
    return listed(found.map((each) => amount(wordsOf(source, each.name), each.change, each.comparator, each.value, each.unit)))
  },
  'extract/indicators/prose/quantities.ts': (input) =>
    listed(
      findQuantities(foldText(input), whole(input), targets.read(foldText(input)), () => false).map((each) =>
        amount(each.comparator, each.value, each.valueMax, each.unit),
      ),
    ),
  'extract/indicators/prose/zeros.ts': (input) => {
    const source = planSource('I. CHỈ TIÊU', `- ${input}.`)
    const setting = settingsOf(source).at(-1)!
    const { start, end } = setting.range
    return listed(
      findZeros(source.folded.slice(start, end), start, setting, false, [], null).map(({ name }) => wordsOf(source, name)),
    )
  },
  'extract/legal-references/before.ts': (input) => {
    const source = sourceOf(input)
    const [mention] = findNumbers(source.folded)
    const { date, issuer } = readBefore(source.folded, mention!.start, findDates(source, null))
    return listed([...(date ? [date.edtf] : []), wordsOf(source, issuer!)])
  },
  'extract/legal-references/issuers.ts': (input) => input.slice(0, issuerLength(foldText(input))),
  'extract/legal-references/shared.ts': (input) => {
    const source = planSource(input)
    return listed(findLegalReferences(source, findDates(source, null)).map(({ date }) => date ?? 'none'))
  },
  'extract/legal-references/titles.ts': (input) => {
    const title = titleAt(foldText(input), 0, true)!
    return input.slice(title.start, title.end)
  },
  'extract/legal-references/names.ts': (input) =>
    listed(
      findNames(foldText(input), []).map(({ type, title, year }) =>
        amount(type, title && input.slice(title.start, title.end), year),
      ),
    ),
  'extract/legal-references/numbers.ts': (input) => listed(findNumbers(foldText(input)).map(({ type, key }) => `${type} ${key}`)),
  'extract/legal-references/tail.ts': (input) => {
    const source = sourceOf(input)
    const [mention] = findNumbers(source.folded)
    const { date, issuer, title } = readTail(source.folded, mention!.end, input.length, findDates(source, null))
    return listed([date!.edtf, wordsOf(source, issuer!), wordsOf(source, title!)])
  },
  'extract/legal-references/index.ts': (input) => {
    const source = planSource(input)
    return listed(findLegalReferences(source, findDates(source, null)).map(({ number, date }) => amount(number, date)))
  },
}

function examplesOf(file: string): [input: string, output: string][] {
  const lines = readFileSync(file, 'utf8').split('\n')
  const head = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('//')),
  )
  return head
    .filter((line) => line.startsWith('//   ') && line.includes(' => '))
    .flatMap((line) => line.slice(5).split(/ {4,}/))
    .map((example) => {
      const at = example.lastIndexOf(' => ')
      return [example.slice(0, at).replace(/^"|"$/g, ''), example.slice(at + 4)]
    })
}

const source = join(import.meta.dirname, '../src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))
  .sort()

for (const file of files) {
  const examples = examplesOf(join(source, file))
  if (examples.length === 0) continue
  describe(`the examples of ${file}`, () => {
    it.each(examples)('%s => %s', (input, output) => {
      expect(RUN[file], 'no way to run the examples of this file').toBeDefined()
      expect(RUN[file]!(input)).toBe(output)
    })
  })
}

it('every way to run examples belongs to a file that has some', () => {
  expect(Object.keys(RUN).filter((file) => examplesOf(join(source, file)).length === 0)).toEqual([])
})
