// Where pdf.js finds its tables of characters, its standard fonts and its decoders: in its package. In a browser it does without.
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

export function assetFolders() {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return { standardFontDataUrl: `${root}/standard_fonts/`, cMapUrl: `${root}/cmaps/`, cMapPacked: true, wasmUrl: `${root}/wasm/` }
}
