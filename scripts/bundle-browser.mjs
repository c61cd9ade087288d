// dist/browser.js and what it imports become dist/browser/: modules for browsers and workers, Node's own replaced by small ones.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
const shim = (name) => join(import.meta.dirname, `browser/${name}.mjs`)

// Recognition runs programs of its own, which a browser has not: there is no engine.
const ENGINES = /read[\\/]ocr[\\/](?:system|embedded)\.js$/
const ASSETS = /read[\\/]pdf[\\/]assets\.js$/
// What fails behind the back of pdf.js ends a process of Node; a page goes on.
const STRAYS = /read[\\/]pdf[\\/]strays\.js$/
// A browser draws by itself, and its page shall have no fonts of a file that is read.
const CANVAS = /read[\\/]pdf[\\/]canvas\.js$/
const NODE = ['crypto', 'module', 'path', 'zlib']

/** pdf.js asks where it runs; and in a worker it would take the worker's own messages for its own. */
const PDF_JS = [
  [/const isNodeJS = typeof process === "object"[^;]*;/, 'const isNodeJS = false;'],
  [/if \(typeof window === "undefined" && !isNodeJS && typeof self !== "undefined"/, 'if (false && typeof self !== "undefined"'],
]

const replacements = {
  name: 'replacements',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => {
      const name = path.slice(5)
      return name === 'buffer' ? { path: shim('buffer') } : NODE.includes(name) ? { path: shim(name) } : undefined
    })
    onResolve({ filter: /^@napi-rs\/canvas$/ }, () => ({ path: shim('canvas') }))
    onLoad({ filter: ENGINES }, () => ({
      contents: 'export const systemEngine = async () => null; export const embeddedEngine = async () => null',
    }))
    onLoad({ filter: STRAYS }, () => ({ contents: 'export const withoutStrays = (work) => work()' }))
    onLoad({ filter: CANVAS }, () => ({
      contents: 'export const lendCanvas = () => () => {}; export const withoutOutlines = {}',
    }))
    onLoad({ filter: ASSETS }, () => ({ contents: 'export const assetFolders = () => ({})' }))
    onLoad({ filter: /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf(?:\.worker)?\.mjs$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8')
      for (const [pattern, by] of PDF_JS) {
        if (pattern === PDF_JS[1][0] && !path.includes('worker')) continue
        if (!pattern.test(contents)) throw new Error(`${path} is not as expected: ${pattern}`)
        contents = contents.replace(pattern, by)
      }
      return { contents, loader: 'js' }
    })
  },
}

const outdir = join(root, 'dist/browser')
await rm(outdir, { recursive: true, force: true })
await build({
  entryPoints: { index: join(root, 'dist/browser.js') },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  // Without a page around it: the same modules go into a worker.
  conditions: ['worker'],
  target: 'es2022',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  inject: [shim('globals')],
  define: { KEHOACH_VERSION: JSON.stringify(version), global: 'globalThis' },
  plugins: [replacements],
})
