// A seed and a number become a mutant: a source that is changed as its format allows, one to three times over.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { mutateBytes, splice } from './bytes.mjs'
import { chanceOf } from './chance.mjs'
import { mutateImage, mutateOle, mutateRtf, mutateZip } from './containers.mjs'
import { filesOf, images } from './made.mjs'
import { mutateMarkup } from './markup.mjs'
import { mutatePdf } from './pdf.mjs'
import { mutateWords } from './words.mjs'

const ROOT = join(import.meta.dirname, '../..')
const LARGEST_SOURCE = 400_000
const LARGEST_MUTANT = 4_000_000

const inWords = (mutate) => (bytes, chance) => Buffer.from(mutate(bytes.toString('utf8'), chance))

/** How often each format is taken, and how it is changed. */
const FORMATS = {
  docx: [22, mutateZip],
  pdf: [16, mutatePdf],
  doc: [14, mutateOle],
  md: [12, inWords(mutateWords)],
  html: [8, inWords(mutateMarkup)],
  rtf: [8, mutateRtf],
  odt: [7, mutateZip],
  fodt: [3, inWords(mutateMarkup)],
  txt: [6, inWords(mutateWords)],
  image: [4, mutateImage],
  mht: [2, inWords(mutateMarkup)],
  zip: [2, mutateZip],
}
const IMAGES = ['png', 'jpg', 'tif']

/** The sample plans, the fixtures and made files; with those of a folder of one's own. */
export function sourcesIn(folder = null) {
  const files = []
  const add = (name, bytes) => {
    const ending = name.split('.').pop().toLowerCase()
    const format = IMAGES.includes(ending) ? 'image' : ending
    if (format in FORMATS && bytes.length <= LARGEST_SOURCE) files.push({ name, ending, format, bytes })
  }
  const addAll = (own) => {
    for (const name of readdirSync(own, { recursive: true }).sort())
      if (statSync(join(own, name)).isFile()) add(basename(name), readFileSync(join(own, name)))
  }
  addAll(join(ROOT, 'corpus/sources'))
  addAll(join(ROOT, 'test/fixtures'))
  const samples = files.filter(({ format }) => format === 'md').slice(0, 4)
  for (const { bytes } of samples) for (const [ending, made] of filesOf(bytes.toString('utf8'))) add(`made.${ending}`, made)
  for (const [ending, made] of images()) add(`made.${ending}`, made)
  if (folder) addAll(folder)
  return files
}

/** The mutant of that number: `{ name, bytes }`. */
export function mutantOf(sources, seed, number) {
  const chance = chanceOf(seed, number)
  const formats = Object.entries(FORMATS).filter(([format]) => sources.some((source) => source.format === format))
  const own = chance.weighed(formats.map(([format, [weight]]) => [weight, format]))
  const source = chance.pick(sources.filter(({ format }) => format === own))
  let { bytes } = source
  for (let round = chance.pick([1, 1, 1, 2, 3]); round > 0; round--) {
    const other = chance.pick(sources).bytes
    const changed = chance.weighed([
      [14, () => changedAs(own, bytes, chance, other)],
      [4, () => mutateBytes(bytes, chance)],
      [
        1,
        () => splice(bytes, chance.is(0.5) ? chance.pick(sources.filter(({ format }) => format === own)).bytes : other, chance),
      ],
    ])()
    if (changed.length <= LARGEST_MUTANT) bytes = changed
  }
  // The name lies at times: the type is told by content.
  const ending = chance.is(0.05) ? chance.pick(sources).ending : source.ending
  return { name: `${String(number).padStart(6, '0')}.${ending}`, bytes }
}

/** What an earlier round broke is no file of its format any more: its bytes are changed. */
function changedAs(format, bytes, chance, other) {
  try {
    return FORMATS[format][1](bytes, chance, other)
  } catch {
    return mutateBytes(bytes, chance)
  }
}
