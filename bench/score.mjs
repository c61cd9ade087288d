// Plans against annotations: per file the counts of every facet, strictly (names are equal but for case, quotes and blanks).
//
//   node bench/score.mjs GOLD_DIR PLANS_DIR [--corpus DIR] --json
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'

/** What each facet weighs in the mean: numbers and references count most. */
const WEIGHTS = {
  header: 2,
  sections: 2,
  tree: 1,
  roles: 1,
  indicators: 3,
  indicatorDetail: 2,
  series: 2,
  legal: 2,
  legalDetail: 1,
  dates: 1,
  dateRoles: 1,
  phases: 1,
  deadlines: 1,
  grounding: 2,
}

const key = (words) =>
  String(words ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/["“”'‘’*]/g, '')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[\s.;:,/]+$/, '')
    .trim()
const same = (a, b) => key(a) === key(b)
const oneOf = (value, first, others) => [first, ...(others ?? [])].some((each) => same(each, value))
const sameList = (a, b) => JSON.stringify((a ?? []).map(key)) === JSON.stringify((b ?? []).map(key))
const digitsOf = (value) =>
  String(value ?? '')
    .replace(/\D/g, '')
    .replace(/0+$/, '')

/** Pairs of items that are the same, each used once, those of one role first; what is optional in the gold costs nothing. */
function pair(gold, found, isSame) {
  const free = new Set(found)
  const pairs = []
  for (const wanted of [...gold].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false))) {
    const match =
      [...free].find((each) => each.role === wanted.role && isSame(wanted, each)) ??
      [...free].find((each) => isSame(wanted, each))
    if (!match) continue
    free.delete(match)
    pairs.push([wanted, match])
  }
  const required = gold.filter(({ optional }) => !optional)
  const hit = pairs.filter(([wanted]) => !wanted.optional)
  const missed = required.filter((wanted) => !hit.some(([other]) => other === wanted))
  return { pairs: hit, count: { hit: hit.length, missed: missed.length, spurious: free.size }, missed, spurious: [...free] }
}

/** Shares of right details; those of a missed item are wrong. */
function details(pairs, expected, check) {
  const shares = pairs.map(([wanted, found]) => {
    const answers = Object.values(check(wanted, found))
    return answers.filter(Boolean).length / answers.length
  })
  return { right: shares.reduce((sum, share) => sum + share, 0), all: Math.max(expected, pairs.length) }
}

const flat = (nodes, depth = 1, parent = null) =>
  (nodes ?? []).flatMap((node) => [{ ...node, depth, parent: parent?.number ?? null }, ...flat(node.children, depth + 1, node)])

function parentsOf(sections) {
  const open = []
  return sections.map((section) => {
    while (open.length > 0 && open.at(-1).depth >= section.depth) open.pop()
    const parent = open.at(-1)?.number ?? null
    open.push(section)
    return { ...section, parent }
  })
}

/** Counts and misses of one plan. */
export function scorePlan(gold, plan) {
  const misses = []
  const list = (name, wanted, found, isSame, label) => {
    const result = pair(wanted, found ?? [], isSame)
    misses.push(
      ...result.missed.map((each) => `missed ${name}: ${label(each)}`),
      ...result.spurious.map((each) => `spurious ${name}: ${label(each)}`),
    )
    return result
  }
  const required = (items) => items.filter(({ optional }) => !optional).length
  const { header } = gold
  const keys = new Map((plan.legalReferences ?? []).map((reference) => [reference.id, reference.key]))
  const answers = {
    number: same(header.number, plan.header?.number),
    place: same(header.place, plan.header?.place),
    issuedOn: (header.issuedOn ?? null) === (plan.header?.issuedOn ?? null),
    documentType: header.documentType === plan.header?.documentType,
    title: same(header.title, plan.header?.title),
    theme: same(header.theme, plan.header?.theme),
    year: (header.year ?? null) === (plan.header?.year ?? null),
    province: header.province == null || same(header.province, plan.header?.province?.name),
    issuer: same(header.issuer, plan.header?.issuer?.name),
    signer: same(header.signer?.name, plan.header?.signer?.name) && same(header.signer?.position, plan.header?.signer?.position),
    addressees: sameList(header.addressee, plan.header?.addressees),
    distribution: sameList(header.distribution, plan.header?.distribution),
    legalBasis: sameList(
      header.legalBasisKeys,
      plan.header?.legalBasis?.map((id) => keys.get(id)),
    ),
  }
  for (const [name, isRight] of Object.entries(answers))
    if (!isRight) misses.push(`header.${name}: ${JSON.stringify(plan.header?.[name] ?? null)}`)

  const sections = list(
    'section',
    parentsOf(gold.sections),
    flat(plan.sections),
    (g, p) =>
      same(g.number, p.number) &&
      (g.heading ? same(g.heading, p.heading) : key(`${p.heading ?? ''} ${p.text}`).startsWith(key(g.startsWith))),
    ({ number, heading, startsWith, text }) => `${number} ${heading ?? startsWith ?? text.slice(0, 60)}`,
  )
  const indicators = list(
    'indicator',
    gold.indicators,
    plan.indicators,
    (g, p) =>
      oneOf(p.name, g.name, g.altNames) &&
      g.comparator === p.comparator &&
      (g.value ?? null) === p.value &&
      (g.valueMax ?? null) === p.valueMax &&
      same(g.valueText, p.valueText),
    ({ name, comparator, value, valueMax }) => `${name} ${comparator} ${value} ${valueMax ?? ''}`,
  )
  const cells = { hit: 0, missed: 0, spurious: 0 }
  for (const [g, p] of indicators.pairs.filter(([wanted]) => wanted.series)) {
    const { count } = pair(
      g.series,
      p.series.filter(({ kind }) => kind !== 'ratio'),
      (a, b) => (a.value ?? null) === b.value && (a.kind == null || a.kind === b.kind) && (a.year == null || a.year === b.year),
    )
    for (const name of Object.keys(cells)) cells[name] += count[name]
  }
  const legal = list(
    'reference',
    gold.legalReferences,
    plan.legalReferences,
    (g, p) => (g.number || p.number ? same(g.number, p.number) : g.type === p.type && oneOf(p.title, g.title, g.altTitles)),
    (each) => each.key,
  )
  const printed = (plan.dates ?? []).filter(({ precision }) => ['day', 'month', 'interval'].includes(precision))
  const dates = list(
    'date',
    gold.dates,
    printed,
    (g, p) => g.edtf === p.edtf,
    ({ edtf, role }) => `${edtf} ${role}`,
  )
  for (const [g, p] of dates.pairs) if (g.role !== p.role) misses.push(`role of date ${g.edtf}: ${p.role}, not ${g.role}`)
  const phases = list(
    'phase',
    gold.phases,
    plan.phases,
    (g, p) => g.start === p.start && g.end === p.end,
    ({ start, end }) => `${start} ${end}`,
  )
  const deadlines = list(
    'deadline',
    gold.deadlines,
    (plan.deadlines ?? []).filter(({ date }) => date !== null),
    (g, p) => g.date === p.date && key(p.what).includes(key(g.what).slice(0, 12)),
    ({ date, what }) => `${date} ${what}`,
  )
  const places = [
    ...(plan.indicators ?? []).map((each) => ({ ...each, need: each.value ? digitsOf(each.value) : '' })),
    ...[plan.dates, plan.phases, plan.deadlines, ...(plan.legalReferences ?? []).map(({ mentions }) => mentions)].flatMap(
      (each) => each ?? [],
    ),
  ]
  const isGrounded = ({ raw, span, need = '' }) =>
    raw !== '' && plan.text.slice(span.start, span.end) === raw && raw.replace(/\D/g, '').includes(need)
  const count = {
    header: { right: Object.values(answers).filter(Boolean).length, all: Object.keys(answers).length },
    sections: sections.count,
    tree: details(sections.pairs, required(gold.sections), (g, p) => ({
      depth: g.depth === p.depth,
      parent: same(g.parent, p.parent),
    })),
    roles: details(sections.pairs, required(gold.sections), (g, p) => ({
      roles: sameList([...g.roles].sort(), [...p.roles].sort()),
    })),
    indicators: indicators.count,
    indicatorDetail: details(indicators.pairs, required(gold.indicators), (g, p) => ({
      unit: g.value === 0 || oneOf(p.unit, g.unit, g.altUnits),
      year: g.year === p.year,
      group: same(g.group, p.group),
      change: (g.change ?? null) === p.change && (g.baselineYear ?? null) === p.baselineYear,
      no: g.source !== 'table' || same(g.no, p.no),
      source: g.source === p.source,
    })),
    series: cells,
    legal: legal.count,
    legalDetail: details(legal.pairs, required(gold.legalReferences), (g, p) => ({
      type: g.type === p.type,
      issuer: same(g.issuer, p.issuer),
      date: (g.date ?? null) === p.date,
      title: oneOf(p.title, g.title, g.altTitles),
      mentions: g.mentions === p.mentions.length,
    })),
    dates: dates.count,
    dateRoles: details(dates.pairs, required(gold.dates), (g, p) => ({ role: g.role === p.role })),
    phases: phases.count,
    deadlines: deadlines.count,
    grounding: { right: places.filter(isGrounded).length, all: places.length },
  }
  return { count, ...figures(count), misses }
}

/** F1 of lists, shares of details, and their weighted mean; null where there is nothing to find and nothing was invented. */
export function figures(count) {
  const facet = Object.fromEntries(
    Object.keys(WEIGHTS).map((name) => {
      const { hit, missed, spurious, right, all } = count[name] ?? {}
      if (all !== undefined) return [name, all === 0 ? null : right / all]
      return [name, hit === undefined || hit + missed + spurious === 0 ? null : (2 * hit) / (2 * hit + missed + spurious)]
    }),
  )
  const known = Object.entries(facet).filter(([, share]) => share !== null)
  const weight = known.reduce((sum, [name]) => sum + WEIGHTS[name], 0)
  return { facet, mean: weight === 0 ? 0 : known.reduce((sum, [name, share]) => sum + share * WEIGHTS[name], 0) / weight }
}

/** The counts of several files as one. */
export function pool(rows) {
  const count = {}
  for (const row of rows) {
    for (const [name, numbers] of Object.entries(row.count)) {
      count[name] ??= {}
      for (const [what, number] of Object.entries(numbers)) count[name][what] = (count[name][what] ?? 0) + number
    }
  }
  return { count, ...figures(count) }
}

const filesIn = (folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
const documentOf = (path) => basename(path).split('.')[0]

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { corpus: { type: 'string' }, json: { type: 'boolean' } },
  })
  const [goldFolder, plansFolder] = positionals
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'))
  const golds = new Map(
    filesIn(goldFolder)
      .filter((file) => file.endsWith('.json'))
      .map(read)
      .filter(({ document }) => document)
      .map((gold) => [gold.document, gold]),
  )
  const plans = filesIn(plansFolder)
    .filter((file) => file.endsWith('.json'))
    .map(read)
  const rows = plans.flatMap((plan) => {
    const gold = golds.get(documentOf(plan.source?.path ?? ''))
    return gold ? [{ path: plan.source.path, ...scorePlan(gold, plan) }] : []
  })
  const known = new Set(rows.map(({ path }) => basename(path)))
  for (const file of values.corpus ? filesIn(values.corpus) : []) {
    const gold = golds.get(documentOf(file))
    if (gold && /\.\w+$/.test(file) && !known.has(basename(file)))
      rows.push({ path: basename(file), ...scorePlan(gold, {}), misses: ['no plan for this file'] })
  }
  console.log(JSON.stringify({ rows: rows.sort((a, b) => (a.path < b.path ? -1 : 1)) }))
}

if (process.argv[1] === import.meta.filename) main()
