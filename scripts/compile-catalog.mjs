// The dictionary of indicators becomes the index by which names are looked up: src/catalog/data/index.json and its copy in dist.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileIndex } from '../dist/catalog/indicators/compile.js'

const root = join(import.meta.dirname, '..')
const { indicators } = JSON.parse(readFileSync(join(root, 'src/catalog/data/indicators.json'), 'utf8'))
const { forms, aliases, rules } = compileIndex(indicators)
const lines = (list) => `[\n${list.map((item) => JSON.stringify(item)).join(',\n')}\n]`
const index = `{\n"forms": ${JSON.stringify(forms).replaceAll('],', '],\n')},\n"aliases": ${lines(aliases)},\n"rules": ${lines(rules)}\n}\n`
for (const folder of ['src', 'dist']) writeFileSync(join(root, folder, 'catalog/data/index.json'), index)
