// XML and HTML become other markup: elements gone, doubled, moved, in each other; tables swapped; attributes beyond reason.
import { anySigns, extremeNumber, mutateWords } from './words.mjs'

const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s[^<>]*?)?)(\/?)>/g
const TABLE_PARTS = ['tbl', 'tr', 'tc', 'table', 'table-row', 'table-cell', 'td', 'th', 'tbody']
const ENTITIES = ['&amp;', '&#0;', '&#xFFFF;', '&#x110000;', '&nope;', '&', '&#55296;', '<![CDATA[x]]>', '<!-- -- -->', '<?x?>', ']]>', '<', '\u0000'] // biome-ignore format: side by side

const DEEDS = [
  [4, dropElement],
  [4, repeatElement],
  [4, moveElement],
  [4, swapElements],
  [4, changeAttributes],
  [3, dropTag],
  [2, renameTag],
  [2, deepen],
  [2, insertEntity],
  [3, changeWords],
  [1, (markup, chance) => mutateWords(markup, chance)],
]

/** Changes some places of the markup. */
export function mutateMarkup(markup, chance) {
  return chance.weighed(DEEDS)(markup, chance)
}

/** Where an element begins and ends; of tables and their parts as often as of all others. */
function elementOf(markup, chance, only = null) {
  const tags = [...markup.matchAll(TAG)].filter(([, closing, name]) => closing === '' && (only === null || name === only))
  const inTables = tags.filter(([, , name]) => TABLE_PARTS.includes(name.replace(/^.*:/, '')))
  const opening = chance.pick(inTables.length > 0 && chance.is(0.5) ? inTables : tags)
  if (!opening) return null
  const [whole, , name, , selfClosing] = opening
  const start = opening.index
  if (selfClosing) return { start, end: start + whole.length, name }
  let depth = 0
  const own = new RegExp(`<(/?)${name.replace(/[.\\-]/g, '\\$&')}(?:\\s[^<>]*?)?(/?)>`, 'g')
  own.lastIndex = start
  for (let tag = own.exec(markup); tag; tag = own.exec(markup)) {
    if (tag[2]) continue
    depth += tag[1] ? -1 : 1
    if (depth === 0) return { start, end: own.lastIndex, name }
  }
  return { start, end: start + whole.length, name }
}

function dropElement(markup, chance) {
  const element = elementOf(markup, chance)
  return element ? markup.slice(0, element.start) + markup.slice(element.end) : markup
}

function repeatElement(markup, chance) {
  const element = elementOf(markup, chance)
  if (!element) return markup
  const part = markup.slice(element.start, element.end)
  const times = Math.max(1, Math.min(chance.some(300), Math.floor(100_000 / part.length)))
  return markup.slice(0, element.end) + part.repeat(times) + markup.slice(element.end)
}

/** Into another place, or into itself. */
function moveElement(markup, chance) {
  const element = elementOf(markup, chance)
  const place = elementOf(markup, chance)
  if (!element || !place) return markup
  const part = markup.slice(element.start, element.end)
  const isKept = chance.is(0.5)
  const rest = isKept ? markup : markup.slice(0, element.start) + markup.slice(element.end)
  const at = Math.min(rest.length, place.start)
  return rest.slice(0, at) + part + rest.slice(at)
}

function swapElements(markup, chance) {
  const one = elementOf(markup, chance)
  const other = one && elementOf(markup, chance, chance.is(0.7) ? one.name : null)
  if (!other || one.start === other.start) return markup
  const [a, b] = one.start < other.start ? [one, other] : [other, one]
  if (a.end > b.start) return markup
  const part = ({ start, end }) => markup.slice(start, end)
  return markup.slice(0, a.start) + part(b) + markup.slice(a.end, b.start) + part(a) + markup.slice(b.end)
}

function changeAttributes(markup, chance) {
  const share = chance.pick([0.005, 0.03, 0.2])
  return markup.replace(/(\s[\w:-]+=")([^"<>]*)(")/g, (whole, before, value, after) => {
    if (!chance.is(share)) return whole
    if (chance.is(0.15)) return ''
    if (chance.is(0.6) || /\d/.test(value)) return `${before}${extremeNumber(chance)}${after}`
    return `${before}${anySigns(chance).replace(/["<>]/g, '')}${after}`
  })
}

function dropTag(markup, chance) {
  const tags = [...markup.matchAll(TAG)]
  let changed = markup
  for (let i = chance.some(10); i > 0 && tags.length > 0; i--) {
    const { 0: whole, index } = chance.pick(tags)
    if (changed.startsWith(whole, index))
      changed = changed.slice(0, index) + ' '.repeat(whole.length) + changed.slice(index + whole.length)
  }
  return changed
}

function renameTag(markup, chance) {
  const names = [...new Set(Array.from(markup.matchAll(TAG), ([, , name]) => name))]
  if (names.length === 0) return markup
  const [from, to] = [chance.pick(names), chance.pick([...names, 'x', 'w:nothing'])]
  const share = chance.pick([0.1, 1])
  return markup.replace(TAG, (whole, closing, name, attributes, end) =>
    name === from && chance.is(share) ? `<${closing}${to}${attributes}${end}>` : whole,
  )
}

/** An element around itself, many times. */
function deepen(markup, chance) {
  const element = elementOf(markup, chance)
  if (!element) return markup
  const { start, end, name } = element
  const times = chance.some(5_000)
  return `${markup.slice(0, start)}${`<${name}>`.repeat(times)}${markup.slice(start, end)}${chance.is(0.7) ? `</${name}>`.repeat(times) : ''}${markup.slice(end)}`
}

function insertEntity(markup, chance) {
  const at = chance.below(markup.length + 1)
  return markup.slice(0, at) + chance.pick(ENTITIES).repeat(chance.some(100)) + markup.slice(at)
}

/** The words between the tags alone. */
function changeWords(markup, chance) {
  const share = chance.pick([0.01, 0.1, 0.5])
  return markup.replace(/>([^<>]+)</g, (whole, words) =>
    chance.is(share) ? `>${mutateWords(words, chance).slice(0, 5_000).replace(/[<>&]/g, '')}<` : whole,
  )
}
