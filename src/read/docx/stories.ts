// The stories around the body of a Word file: headers, footers and notes, read as furniture.
import type { Element } from '@xmldom/xmldom'
import { foldText } from '../../text/fold.ts'
import { writeStory } from './body.ts'
import { childrenNamed, isOn } from './names.ts'
import type { Lists } from './numbers.ts'
import type { Parts } from './parts.ts'
import { type Reading, tell } from './reading.ts'

// What stands at the head of a document and nowhere else (Decree 30/2020/NĐ-CP, annex I, part 1).
const NATIONAL = /cộng hòa xã hội chủ nghĩa|độc lập\s*[-–]\s*tự do|đảng cộng sản việt nam/iu
const DISTANCE = 20_000

/** Body, notes and headers as one XML in the order of the text. */
export function writeStories(parts: Parts, reading: Reading, lists: Lists): string {
  const root = parts.main.documentElement!
  const body = childrenNamed(root, 'w:body')[0] ?? root
  reading.placesPictures = true
  const { xml, sections } = writeStory(body, 'body', reading, lists)
  reading.placesPictures = false
  if (parts.related('comments')) tell(reading, 'read/ignored', { what: { vi: 'các lời bình', en: 'comments' } })
  let before = ''
  let behind = ''
  for (const id of headerIds(parts, sections)) {
    const header = parts.byId(id)?.documentElement
    if (!header) continue
    // Some offices print the letterhead as the header of the first page: then it is the document's.
    const isLetterhead = before === '' && isNational(header.textContent ?? '') && !isNational(wordsOf(xml.slice(0, DISTANCE)))
    const written = writeStory(header, isLetterhead ? 'body' : 'head', reading, lists).xml
    if (isLetterhead) before = written
    else behind += written
  }
  return before + xml + writeNotes(parts, reading, lists) + behind
}

function isNational(words: string): boolean {
  return NATIONAL.test(foldText(words.normalize('NFC')))
}

function wordsOf(xml: string): string {
  return xml.replace(/<[^>]*>/g, '')
}

/** Headers and footers that some page shows, in order. */
function headerIds(parts: Parts, sections: readonly Element[]): string[] {
  const hasEven = () => isOn(parts.related('settings')?.documentElement ?? null, 'w:evenAndOddHeaders') ?? false
  const ids = sections.flatMap((section) => {
    const hasFirst = isOn(section, 'w:titlePg') ?? false
    const isShown = (type: string | null) => (type === 'first' ? hasFirst : type === 'even' ? hasEven() : true)
    const own = [...childrenNamed(section, 'w:headerReference'), ...childrenNamed(section, 'w:footerReference')]
    return own
      .filter((reference) => isShown(reference.getAttribute('w:type')))
      .map((reference) => reference.getAttribute('r:id') ?? '')
  })
  return [...new Set(ids)]
}

/** Notes in the order of their marks; a note whose mark was deleted is none. */
function writeNotes(parts: Parts, reading: Reading, lists: Lists): string {
  const notes = new Map<string, Element>()
  for (const [role, name] of [
    ['footnotes', 'w:footnote'],
    ['endnotes', 'w:endnote'],
  ] as const) {
    if (![...reading.notes].some((note) => note.startsWith(name))) continue
    for (const note of childrenNamed(parts.related(role)?.documentElement ?? null, name))
      notes.set(`${name} ${note.getAttribute('w:id')}`, note)
  }
  let xml = ''
  // A note may hold marks of further notes: the set grows while it is walked.
  for (const key of reading.notes) {
    const note = notes.get(key)
    if (note) xml += writeStory(note, 'note', reading, lists).xml
  }
  return xml
}
