// A file's bytes become a document: the type by content, the reader of that type, then the steps that all formats share.
import type { Document } from '../model/document.ts'
import type { Draft } from '../model/draft.ts'
import { composeDocument } from './compose.ts'
import { type Detected, detectType } from './detect.ts'
import { decodeLegacyLines } from './legacy/index.ts'
import type { ReadOptions } from './options.ts'
import { signaturesOfStamps } from './signatures.ts'
import { flattenLayoutTables, joinCutTables } from './tables.ts'

/** Reads a file. Throws UnreadableError where nothing can be given. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<Document> {
  const detected = detectType(bytes)
  const draft = decodeLegacyLines(await readDraft(bytes, detected, options))
  const blocks = joinCutTables(flattenLayoutTables(draft.blocks), draft.messages)
  const signatures = draft.signatures.length > 0 ? draft.signatures : signaturesOfStamps(blocks)
  const messages = [...(detected.messages ?? []), ...draft.messages]
  return composeDocument({ ...draft, blocks, signatures, messages })
}

async function readDraft(bytes: Uint8Array, { type, text, encoding }: Detected, options: ReadOptions): Promise<Draft> {
  switch (type) {
    case 'pdf':
      return (await import('./pdf/index.ts')).readPdf(bytes, options)
    case 'docx':
      return (await import('./docx/index.ts')).readDocx(bytes, options)
    case 'doc':
      return (await import('./doc/index.ts')).readDoc(bytes, options)
    case 'odt':
      return (await import('./odt/index.ts')).readOdt(bytes, options)
    case 'fodt':
      return (await import('./odt/index.ts')).readFlatOdt(bytes, options)
    case 'rtf':
      return (await import('./rtf/index.ts')).readRtf(bytes)
    case 'html':
      return (await import('./html/index.ts')).readHtml(bytes)
    case 'mhtml':
      return (await import('./html/index.ts')).readWebArchive(bytes)
    case 'png':
    case 'jpeg':
    case 'tiff':
      return (await import('./image/index.ts')).readImage(bytes, type, options)
    case 'markdown':
      return (await import('./markdown/index.ts')).readMarkdown(text ?? '', encoding ?? 'utf-8')
    case 'text':
      return (await import('./text.ts')).readText(text ?? '', encoding ?? 'utf-8')
  }
}
