// What a page of a PDF shows and where: the glyphs, and beside them the runs of text as pdf.js itself places them.
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Affine } from '../src/model/affine.ts'
import { type FontFace, readContent } from '../src/read/pdf/content.ts'

export type Drawn = { text: string; x0: number; x1: number; baseline: number; size: number }

/** Glyphs and runs of each page in points from the top left. */
export async function drawnPages(bytes: Uint8Array): Promise<{ glyphs: Drawn[]; runs: Drawn[] }[]> {
  const task = getDocument({ data: bytes, verbosity: 0 })
  const document = await task.promise
  const pages: { glyphs: Drawn[]; runs: Drawn[] }[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { transform, height } = page.getViewport({ scale: 1 })
    const operators = await page.getOperatorList()
    const faceOf = (id: string): FontFace | null => {
      const font = page.commonObjs.get(id) as { fontMatrix?: number[] }
      return { name: '', fontMatrix: font.fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0], vertical: false, bold: false, italic: false }
    }
    const { glyphs } = readContent(operators, OPS as unknown as Record<string, number>, transform as unknown as Affine, faceOf)
    const { items } = await page.getTextContent()
    const runs = items.flatMap((item): Drawn[] => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , , scale, x, y] = item.transform as [number, number, number, number, number, number]
      return [{ text: item.str, x0: x, x1: x + item.width, baseline: height - y, size: scale }]
    })
    pages.push({ glyphs, runs })
  }
  await task.destroy()
  return pages
}

/** The glyphs whose middle lies in a box, from left to right, without blanks. */
export function spelledIn(glyphs: readonly Drawn[], [x0, y0, x1, y1]: readonly [number, number, number, number]): string {
  const inside = glyphs.filter((glyph) => {
    const x = (glyph.x0 + glyph.x1) / 2
    const y = glyph.baseline - 0.25 * glyph.size
    return x > x0 - 0.1 && x < x1 + 0.1 && y > y0 && y < y1
  })
  return inside
    .sort((a, b) => a.x0 - b.x0)
    .map(({ text }) => text)
    .join('')
    .normalize('NFC')
    .replace(/\s+/g, '')
}
