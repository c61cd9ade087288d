// dist/ingest/entry.js and what it imports become dist/worker/: a few files start in two thirds of the time that hundreds take.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const { version, dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
const outdir = join(root, 'dist/worker')
// These find files of their own beside them, or are needed for some files only.
const APART = ['@napi-rs/canvas', '@tesseract.js-data/vie', 'compromise', 'mammoth', 'pdfjs-dist', 'tesseract.js']
for (const name of APART) if (!dependencies[name]) throw new Error(`${name} is no dependency`)

// It reads package.json by a path from where it lies.
const versionModule = {
  name: 'version',
  setup({ onLoad }) {
    onLoad({ filter: /dist[\\/]version\.js$/ }, () => ({ contents: `export const VERSION = ${JSON.stringify(version)}` }))
  },
}

await rm(outdir, { recursive: true, force: true })
await build({
  entryPoints: { entry: join(root, 'dist/ingest/entry.js') },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Names stay as they are: they stand in what is told of an error.
  minifyWhitespace: true,
  legalComments: 'linked',
  logLevel: 'warning',
  external: APART.flatMap((name) => [name, `${name}/*`]),
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  plugins: [versionModule],
})
