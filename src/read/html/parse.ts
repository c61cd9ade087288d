// The text of a web page becomes a tree, in which hostile nesting has no room.
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { UnreadableError } from '../../model/errors.ts'

export type HtmlDocument = DefaultTreeAdapterTypes.Document
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

// Browsers stop at 512.
const DEEPEST = 512
const MOST_LETTERS = 64 * 1024 * 1024

/** Parses as browsers do. Throws UnreadableError: too large, nested too deeply. */
export function parseHtml(text: string): HtmlDocument {
  if (text.length > MOST_LETTERS) throw new UnreadableError('too-large', 'the web page is too large', 'trang web (HTML) quá lớn')
  // Unclosed marks are opened again in every paragraph: a few bytes become thousands of elements.
  let left = 1000 + 8 * (text.split('<').length - 1)
  let depth = 0
  return parse(text, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...args) {
        if (--left < 0) throw tooDeep()
        return defaultTreeAdapter.createElement(...args)
      },
      onItemPush() {
        if (++depth > DEEPEST) throw tooDeep()
      },
      onItemPop() {
        depth--
      },
    },
  })
}

function tooDeep(): UnreadableError {
  return new UnreadableError(
    'damaged',
    'the web page is damaged: its elements are nested too deeply',
    'trang web (HTML) bị hỏng: các phần tử lồng nhau quá sâu',
  )
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value
}
