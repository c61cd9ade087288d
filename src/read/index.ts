// A file's bytes become a document: the type by content, the reader of that type, then the steps that all formats share.
import type { Document } from '../model/document.ts'
import type { Draft } from '../model/draft.ts'
import { composeDocument } from './compose.ts'
import { type Detected, detectType } from './detect.ts'
import type { ReadOptions } from './options.ts'
import { flattenLayoutTables, joinCutTables } from './tables.ts'

/** Reads a file. Throws UnreadableError where nothing can be given. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<Document> {
  const draft = await readDraft(bytes, detectType(bytes), options)
  const blocks = joinCutTables(flattenLayoutTables(draft.blocks), draft.messages)
  return composeDocument({ ...draft, blocks })
}

async function readDraft(bytes: Uint8Array, { type, text, encoding }: Detected, options: ReadOptions): Promise<Draft> {
  switch (type) {
    case 'pdf':
      return (await import('./pdf/index.ts')).readPdf(bytes, options)
    case 'docx':
      return (await import('./docx/index.ts')).readDocx(bytes)
    case 'markdown':
      return (await import('./markdown.ts')).readMarkdown(text ?? '', encoding ?? 'utf-8')
    case 'text':
      return (await import('./text.ts')).readText(text ?? '', encoding ?? 'utf-8')
  }
}
