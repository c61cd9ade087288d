// Tesseract's hOCR output becomes lines of words with boxes, baselines and confidence.
import type { Recognition, WordLine } from './engine.ts'

// One alternative per element that matters, in document order; words hold no elements but bold and italic marks.
const PARTS =
  /<div class=['"]ocr_(?:page|carea)['"]|<span class=['"]ocr_(?:line|header|caption|textfloat)['"][^>]*? title=(?<lq>['"])(?<line>.*?)\k<lq>|<span class=['"]ocrx_word['"][^>]*? title=(?<wq>['"])(?<word>.*?)\k<wq>[^>]*>(?<text>.*?)<\/span>/gsu

/** One recognition for each of `count` pages. */
export function readHocr(hocr: string, count: number): Recognition[] {
  const pages = Array.from({ length: count }, (): Recognition => ({ lines: [] }))
  let lines: WordLine[] = []
  let page = 0
  let block = -1
  for (const { 0: whole, groups } of hocr.matchAll(PARTS)) {
    const { line, word, text } = groups!
    if (line !== undefined) lines.push(lineOf(line, block))
    else if (word === undefined) {
      if (whole.includes('ocr_page')) lines = pages[page++]?.lines ?? []
      else block++
    } else {
      const words = plainText(text!)
      const box = numbersOf(word, 'bbox')
      if (words === '' || box.length < 4) continue
      lines.at(-1)?.words.push({
        text: words,
        confidence: (numbersOf(word, 'x_wconf')[0] ?? 0) / 100,
        x0: box[0]!,
        y0: box[1]!,
        x1: box[2]!,
        y1: box[3]!,
      })
    }
  }
  return pages.map((each) => ({ lines: each.lines.filter(({ words }) => words.length > 0) }))
}

function lineOf(title: string, block: number): WordLine {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbersOf(title, 'bbox')
  const [slope = 0, offset = 0] = numbersOf(title, 'baseline')
  const first = (name: string) => numbersOf(title, name)[0] ?? 0
  const size = first('x_size')
  return {
    words: [],
    block,
    x0,
    y0,
    x1,
    y1,
    slope,
    offset,
    size,
    descenders: first('x_descenders'),
    ascenders: first('x_ascenders'),
    ...(first('textangle') % 180 === 90 && { isTurned: true }),
  }
}

/** The numbers behind a property of a title: “bbox 10 20 30 40; x_wconf 96”. */
function numbersOf(title: string, name: string): number[] {
  const property = title.split(';').find((part) => part.trim().startsWith(`${name} `))
  return property?.trim().split(/\s+/).slice(1).map(Number).filter(Number.isFinite) ?? []
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&([a-z]+|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .normalize('NFC')
    .replace(/\s+/gu, '')
}
