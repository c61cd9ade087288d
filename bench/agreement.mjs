// How far the plans of one document in several formats say the same: shares of what two plans have in common, part by part.

export const PARTS = ['header', 'sections', 'indicators', 'references', 'dates']

const words = (text) =>
  (text ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[–—‐‑]/gu, '-')
    .replace(/[“”"'‘’]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
const flat = (sections) => sections.flatMap((section) => [section, ...flat(section.children)])

/** What a plan says, as lists of keys. */
function said(plan) {
  const { number, place, issuedOn, documentType, title, theme, year, province, issuer, addressees, distribution, signer } =
    plan.header
  const fields = { number, place, issuedOn, documentType, title, theme, year, province: province?.code, issuer: issuer?.name }
  return {
    header: [
      ...Object.entries(fields).map(([name, value]) => `${name} ${words(String(value ?? ''))}`),
      `signer ${words(signer?.position)} ${words(signer?.name)}`,
      ...addressees.map((entry) => `to ${words(entry)}`),
      ...distribution.map((entry) => `copy ${words(entry)}`),
    ],
    sections: flat(plan.sections).map(({ number, heading, depth }) => `${depth} ${number} ${words(heading)}`),
    indicators: plan.indicators.map(({ name, comparator, value, valueMax, valueText, unit, year }) =>
      [words(name), comparator, value, valueMax, words(valueText), words(unit), year].join(' | '),
    ),
    references: plan.legalReferences.flatMap(({ key, mentions }) => mentions.map(() => words(key))),
    dates: plan.dates.map(({ edtf, role }) => `${edtf} ${role}`),
  }
}

/** Twice the common keys over all keys of both; 1 where neither has any. */
function common(a, b) {
  const left = new Map()
  for (const key of a) left.set(key, (left.get(key) ?? 0) + 1)
  let shared = 0
  for (const key of b) {
    const count = left.get(key) ?? 0
    if (count > 0) {
      shared++
      left.set(key, count - 1)
    }
  }
  return a.length + b.length === 0 ? 1 : (2 * shared) / (a.length + b.length)
}

/** Documents with more than one plan: the mean share of every pair, by part, and what only one of a pair says. */
export function agreement(plansByDocument) {
  const rows = []
  for (const [document, plans] of plansByDocument) {
    const all = plans.map((plan) => ({ path: plan.source.path, keys: said(plan) }))
    const sums = Object.fromEntries(PARTS.map((part) => [part, 0]))
    const differences = []
    let pairs = 0
    for (let i = 0; i < all.length; i++) {
      for (let j = i + 1; j < all.length; j++) {
        pairs++
        for (const part of PARTS) {
          const share = common(all[i].keys[part], all[j].keys[part])
          sums[part] += share
          if (share < 1)
            differences.push({
              part,
              share,
              pair: [all[i].path, all[j].path],
              only: onlyIn(all[i].keys[part], all[j].keys[part]),
            })
        }
      }
    }
    if (pairs > 0)
      rows.push({
        document,
        paths: all.map(({ path }) => path),
        pairs,
        shares: PARTS.map((part) => sums[part] / pairs),
        differences,
      })
  }
  return rows
}

function onlyIn(a, b) {
  const [left, right] = [new Set(a), new Set(b)]
  return [
    ...a.filter((key) => !right.has(key)).map((key) => `- ${key}`),
    ...b.filter((key) => !left.has(key)).map((key) => `+ ${key}`),
  ]
}
