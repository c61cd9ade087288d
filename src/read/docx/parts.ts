// The parts of a Word file: which one is the document, which ones belong to it, what kind of file it is.
import type { Document } from '@xmldom/xmldom'
import { UnreadableError } from '../../model/errors.ts'
import { unzipAll } from '../../zip/index.ts'
import { childrenOf, parseXml } from '../xml.ts'
import { useUsualPrefixes } from './names.ts'

export type Parts = {
  main: Document
  mediaType: string
  /** The part that the document names for a role: styles, numbering, footnotes … */
  related: (role: string) => Document | null
  /** The part that the document names under this id. */
  byId: (id: string) => Document | null
  /** Opens the images that the document names under these ids, all at once; none where one of them is damaged or too large. */
  images: (ids: ReadonlySet<string>) => ReadonlyMap<string, Uint8Array>
  signatures: Document[]
}

type Relation = { id: string; type: string; path: string }

const USUAL_MAIN = 'word/document.xml'
// Pictures stay packed until their words are wanted, fonts for ever.
const XML = /\.(?:xml|rels)$/i
const SIGNATURE = /^_xmlsignatures\/[^/]+\.xml$/i
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Opens the container. Throws UnreadableError: damaged, or no Word document inside. */
export function openParts(bytes: Uint8Array): Parts {
  const parts = unzipAll(bytes, (name) => XML.test(name))
  const main = relationsOf('', parts).find(({ type }) => type.endsWith('/officeDocument'))?.path ?? USUAL_MAIN
  const path = parts[main] ? main : USUAL_MAIN
  if (!parts[path]) throw notWord()
  const relations = relationsOf(path, parts)
  const open = (relation: Relation | undefined) =>
    relation && parts[relation.path] ? useUsualPrefixes(parseXml(parts[relation.path]!)) : null
  const document = useUsualPrefixes(parseXml(parts[path]))
  if (document.documentElement?.nodeName !== 'w:document') throw notWord()
  return {
    main: document,
    mediaType: mediaTypeOf(path, parts),
    related: (role) =>
      open(
        relations.find(({ type }) => type.endsWith(`/${role}`)) ?? {
          id: '',
          type: role,
          path: `${path.slice(0, path.lastIndexOf('/') + 1)}${role}.xml`,
        },
      ),
    byId: (id) => open(relations.find((relation) => relation.id === id)),
    images: (ids) =>
      openImages(
        bytes,
        relations.filter(({ id }) => ids.has(id)),
      ),
    signatures: Object.keys(parts)
      .filter((name) => SIGNATURE.test(name))
      .sort()
      .map((name) => parseXml(parts[name]!)),
  }
}

function openImages(bytes: Uint8Array, relations: readonly Relation[]): Map<string, Uint8Array> {
  const wanted = new Set(relations.map(({ path }) => path))
  const found = new Map<string, Uint8Array>()
  try {
    const parts = unzipAll(bytes, (name) => wanted.has(name))
    for (const { id, path } of relations) if (parts[path]) found.set(id, parts[path])
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
  }
  return found
}

function notWord(): UnreadableError {
  return new UnreadableError('unknown-type', 'this zip file holds no Word document', 'tệp zip này không chứa văn bản Word')
}

/** What a part, or the file itself (''), names as belonging to it; parts outside the file are none. */
function relationsOf(path: string, parts: Readonly<Record<string, Uint8Array>>): Relation[] {
  const cut = path.lastIndexOf('/') + 1
  const folder = path.slice(0, cut)
  const own = parts[`${folder}_rels/${path.slice(cut)}.rels`]
  const root = own ? parseXml(own).documentElement : null
  return (root ? childrenOf(root) : [])
    .filter((relation) => relation.getAttribute('TargetMode') !== 'External')
    .map((relation) => ({
      id: relation.getAttribute('Id') ?? '',
      type: relation.getAttribute('Type') ?? '',
      path: joinPath(folder, relation.getAttribute('Target') ?? ''),
    }))
}

function joinPath(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Documents with macros and templates are Word documents of their own type. */
function mediaTypeOf(path: string, parts: Readonly<Record<string, Uint8Array>>): string {
  const types = parts['[Content_Types].xml']
  const root = types ? parseXml(types).documentElement : null
  const own = (root ? childrenOf(root) : []).find((type) => type.getAttribute('PartName') === `/${path}`)
  const name = own?.getAttribute('ContentType') ?? ''
  return /^application\/vnd\.[\w.-]+\.main\+xml$/i.test(name)
    ? name.replace(/\.main\+xml$/i, '').replace(/macroEnabled(?:Template)?$/i, 'macroEnabled.12')
    : MEDIA_TYPE
}
