// An OpenDocument text (.odt, .fodt) becomes a draft: its body, its notes, and the running heads of the pages that it uses.
import type { Document, Element } from '@xmldom/xmldom'
import type { Draft, DraftBlock } from '../../model/draft.ts'
import { UnreadableError } from '../../model/errors.ts'
import { report } from '../../model/message.ts'
import { unzipAll } from '../../zip/index.ts'
import type { ReadOptions } from '../options.ts'
import { isPlace, type PicturePlace, picturePlace, readPictures } from '../pictures.ts'
import { childOf, childrenOf, parseXml } from '../xml.ts'
import { type Context, readBlocks } from './body.ts'
import { type Lists, readListStyles } from './lists.ts'
import { readStyles } from './styles.ts'

const CONTENT = 'content.xml'
const STYLES = 'styles.xml'
const MANIFEST = 'META-INF/manifest.xml'
const DEFAULT_PAGE = 'Standard'

/** Reads an ODT. Throws UnreadableError: damaged, locked, no text inside. */
export async function readOdt(bytes: Uint8Array, options: ReadOptions = {}): Promise<Draft> {
  const parts = unzipAll(bytes, (name) => name === CONTENT || name === STYLES || name === MANIFEST)
  if (parts[MANIFEST] && Buffer.from(parts[MANIFEST]).includes('encryption-data'))
    throw new UnreadableError('encrypted', 'the document is locked with a password', 'văn bản có mật khẩu')
  if (!parts[CONTENT]) throw noText()
  const styles = parts[STYLES] ? rootOf(parseXml(parts[STYLES])) : null
  return readRoots(rootOf(parseXml(parts[CONTENT])), styles, options, (image) => {
    const path = (image.getAttribute('xlink:href') ?? '').replace(/^\.\//, '')
    return path === '' ? null : partOf(bytes, path)
  })
}

/** Reads an OpenDocument text that is one XML file. */
export async function readFlatOdt(bytes: Uint8Array, options: ReadOptions = {}): Promise<Draft> {
  const root = rootOf(parseXml(bytes))
  return readRoots(root, root, options, (image) => {
    const data = childOf(image, 'office:binary-data')?.textContent
    return data ? new Uint8Array(Buffer.from(data, 'base64')) : null
  })
}

function partOf(bytes: Uint8Array, path: string): Uint8Array | null {
  try {
    return unzipAll(bytes, (name) => name === path)[path] ?? null
  } catch (error) {
    if (error instanceof UnreadableError) return null
    throw error
  }
}

function rootOf(document: Document): Element {
  if (!document.documentElement) throw noText()
  return document.documentElement
}

type BytesOf = (image: Element) => Uint8Array | null

async function readRoots(content: Element, styles: Element | null, options: ReadOptions, bytesOf: BytesOf): Promise<Draft> {
  const text = childOf(childOf(content, 'office:body'), 'office:text')
  if (!text) throw noText()
  const common = childOf(styles, 'office:styles')
  const automatic = childOf(content, 'office:automatic-styles')
  const asides: DraftBlock[] = []
  const ignored = new Set<string>()
  const pictures: PicturePlace[] = []
  const placePicture = (image: Element, area: number) => {
    const place = picturePlace({ area, bytes: () => bytesOf(image) })
    pictures.push(place)
    return place
  }
  const contextOf = (own: Element | null, furniture: Context['furniture']): Context => {
    const lists: Lists = { styles: readListStyles([common, own]), byId: new Map(), byStyle: new Map(), outline: [] }
    return {
      styleOf: readStyles([common, own]),
      lists,
      furniture,
      asides,
      ignored,
      placePicture: furniture ? null : placePicture,
    }
  }
  const blocks = readBlocks(text, contextOf(automatic, null))
  const pages = usedPages(content, styles)
  const headContext = contextOf(childOf(styles, 'office:automatic-styles'), 'running-head')
  const heads = pages.flatMap((page) =>
    childrenOf(page)
      .filter(({ nodeName }) => /^style:(?:header|footer)/.test(nodeName))
      .filter((head) => head.getAttribute('style:display') !== 'false')
      .flatMap((head) => readBlocks(head, headContext)),
  )
  const draft: Draft = {
    blocks: blocks.concat(asides, heads),
    pages: [],
    mediaType: 'application/vnd.oasis.opendocument.text',
    textOrigin: 'document',
    encoding: null,
    signatures: [],
    engines: {},
    messages: [...ignored].map((what) => report('read/ignored', null, { what })),
  }
  const inCells = pictures.length - draft.blocks.filter(isPlace).length
  return pictures.length > 0 ? readPictures(draft, { small: inCells, pageSized: 0 }, options) : draft
}

/** Files carry the pages of their template; only those that a paragraph asks for are printed. */
function usedPages(content: Element, styles: Element | null): Element[] {
  const pages = new Map<string, Element>()
  for (const page of childrenOf(childOf(styles, 'office:master-styles') ?? content))
    if (page.nodeName === 'style:master-page') pages.set(page.getAttribute('style:name') ?? '', page)
  const names = [DEFAULT_PAGE]
  for (const group of [childOf(content, 'office:automatic-styles'), childOf(styles, 'office:styles')])
    for (const style of group ? childrenOf(group) : []) {
      const name = style.getAttribute('style:master-page-name')
      if (name) names.push(name)
    }
  const used = new Set<Element>()
  for (const first of names)
    for (let page = pages.get(first); page && !used.has(page); page = pages.get(page.getAttribute('style:next-style-name') ?? ''))
      used.add(page)
  return [...used]
}

function noText(): UnreadableError {
  return new UnreadableError(
    'unknown-type',
    'this OpenDocument file holds no text document',
    'tệp OpenDocument này không chứa văn bản',
  )
}
