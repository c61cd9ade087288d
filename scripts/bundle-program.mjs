// dist/ becomes dist/program/: the program in a few parts that share what they have in common, and what V8 made of them. It starts in half the time.
import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build, transform } from 'esbuild'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'dist/program')
const parts = join(folder, 'parts')
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))

/** File of the program that is run => the module that it begins with; it is named after the kind of process that it is. */
const ENTRIES = { kehoach: 'cli/main', reader: 'ingest/entry', drawer: 'serve/draw-entry' }
// These find files of their own beside them, or are no part of the package.
const APART = [
  '@duckdb/node-api',
  '@modelcontextprotocol/sdk',
  '@napi-rs/canvas',
  '@tesseract.js-data/vie',
  'compromise',
  'tesseract.js',
]

// It reads package.json by a path from where it lies.
const versionModule = {
  name: 'version',
  setup({ onLoad }) {
    onLoad({ filter: /dist[\\/]version\.js$/ }, () => ({ contents: `export const VERSION = ${JSON.stringify(version)}` }))
  },
}

await rm(folder, { recursive: true, force: true })
await mkdir(parts, { recursive: true })
const common = { platform: 'node', target: 'node20', minifyWhitespace: true, logLevel: 'warning' }
const { outputFiles } = await build({
  ...common,
  entryPoints: [
    ...Object.entries(ENTRIES).map(([out, name]) => ({ in: join(root, `dist/${name}.js`), out })),
    // Under its own name: what fails in its code is told from what fails in ours by where it lies.
    ...['pdf', 'pdf.worker'].map((name) => ({ in: `pdfjs-dist/legacy/build/${name}.mjs`, out: `pdfjs-dist/${name}` })),
  ],
  outdir: parts,
  write: false,
  bundle: true,
  splitting: true,
  format: 'esm',
  // Names stay as they are: they stand in what is told of an error.
  legalComments: 'linked',
  inject: [join(import.meta.dirname, 'program/inflate.mjs')],
  external: APART.flatMap((name) => [name, `${name}/*`]),
  plugins: [versionModule],
})

/** As a script: Node 20 keeps nothing of modules. Letters that are not ASCII stand in patterns alone by now, and may be written there as numbers. */
async function scriptOf(text) {
  const define = { 'import.meta.url': '__url', 'import.meta.dirname': '__dirname' }
  const { code } = await transform(text.replace(/^#!.*\n/, '').replace(/(?<![.\w$])import(?=\s*\()/g, '__import'), {
    ...common,
    format: 'cjs',
    define,
  })
  return code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

await mkdir(join(parts, 'pdfjs-dist'))
for (const { path, text } of outputFiles)
  if (path.endsWith('.js')) await writeFile(path.replace(/js$/, 'cjs'), await scriptOf(text))
  else await writeFile(path, text)
await copyFile(join(import.meta.dirname, 'program/load.cjs'), join(folder, 'load.cjs'))
for (const name of Object.keys(ENTRIES))
  await writeFile(join(folder, `${name}.cjs`), `#!/usr/bin/env node\nrequire('./load.cjs').load('${name}', '${name}')\n`)

const { workerOptions } = await import(join(root, 'dist/ingest/pool.js'))
const samples = join(root, 'corpus/sources')
const names = (await readdir(samples)).sort()
const some = ['md', 'docx', 'pdf'].map((format) =>
  join(
    samples,
    names.find((name) => name.endsWith(`.${format}`)),
  ),
)
for (const [kind, options] of [
  ['kehoach', []],
  ['reader', workerOptions({})],
]) {
  const keep = join(import.meta.dirname, 'program/keep.cjs')
  const { status, stderr } = spawnSync(process.execPath, [...options, keep, folder, kind, ...some], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${basename(keep)} ${kind}: ${stderr}`)
}
