// The order of the work on one file: bytes → read → structure → extract → assemble → check → plan.
import { createHash } from 'node:crypto'
import { assemblePlan, spanOf } from './assemble.ts'
import { readLexicon } from './catalog/lexicon.ts'
import { withChecks } from './check/index.ts'
import { extractFindings } from './extract/index.ts'
import type { CatalogFile } from './model/catalog.ts'
import type { Lexicon } from './model/lexicon.ts'
import { type Plan, planModel } from './model/plan.ts'
import { readDocument } from './read/index.ts'
import { type EngineChoice, type LazyEngine, lazyEngine, type OcrCache } from './read/ocr/index.ts'
import type { PageProgress } from './read/options.ts'
import { outlineDocument } from './structure/index.ts'
import { foldText } from './text/fold.ts'
import { VERSION } from './version.ts'

export { drawPage, type PageDrawing } from './read/draw.ts'
export { type EngineChoice, type LazyEngine, lazyEngine, type OcrCache } from './read/ocr/index.ts'
export type { PageProgress } from './read/options.ts'

export type ParseOptions = {
  /** The file's path as it shall stand in `source.path`: relative, forward slashes. */
  path?: string
  /** Scans: auto recognises pages without fit text, always every page, never none. */
  ocr?: 'auto' | 'always' | 'never'
  /** The system's Tesseract, the one of the package, or the first of these that is there; or one that is open for many files. */
  engine?: EngineChoice | LazyEngine
  /** Words of your own for the phrase grammar, beside those that come along. */
  lexicon?: Lexicon | undefined
  /** Keeps what recognition gave, by image, engine and settings. */
  cache?: OcrCache
  /** Told of each page when its turn comes; of formats without pages, of each picture whose words are recognised. */
  onPage?: (progress: PageProgress) => void
  /** Indicators, units, acts and spellings of provinces of one's own, besides those of the catalogue. */
  catalog?: CatalogFile
}

/** Reads one document into a plan. Throws UnreadableError where nothing can be given, LexiconError where the lexicon is of no use; same bytes give the same plan. */
export async function parsePlan(bytes: Uint8Array, options: ParseOptions = {}): Promise<Plan> {
  // Another window's bytes are of another class by the same name.
  if (Object.prototype.toString.call(bytes) !== '[object Uint8Array]')
    throw new TypeError('parsePlan takes the bytes of a file as a Uint8Array')
  const { ocr = 'auto', engine = 'auto', cache, onPage } = options
  const lexicon = options.lexicon && readLexicon(options.lexicon)
  const lazy = typeof engine === 'string' ? lazyEngine(engine) : engine
  const reading = { ocr, engine: lazy.open, ...(cache && { cache }), ...(onPage && { onPage }) }
  const read = await readDocument(bytes, reading).finally(() => lazy !== engine && lazy.close())
  const document = lexicon ? { ...read, engines: { ...read.engines, lexicon: lexiconHash(lexicon) } } : read
  const outline = outlineDocument(document)
  const findings = extractFindings({
    document,
    outline,
    folded: foldText(document.text),
    lexicon,
    spellings: options.catalog?.spellings,
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  // Loaded when there is something to look up: it takes as long to load as the rest of the program.
  const { openCatalog } = await import('./catalog/index.ts')
  const file = { path: options.path ?? '', sha256, bytes: bytes.byteLength, version: VERSION }
  const plan = assemblePlan(document, outline, findings, file, openCatalog(options.catalog))
  return planModel.parse(withChecks(plan, (range) => spanOf(document, range)))
}

/** Tells in `source.producedBy` that words of the user were read, and which. */
function lexiconHash(lexicon: Lexicon): string {
  return createHash('sha256').update(JSON.stringify(lexicon)).digest('hex').slice(0, 12)
}
