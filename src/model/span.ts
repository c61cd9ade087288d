// Where words stand, and the words themselves: the parts of the model that every finding has.
import * as z from 'zod'

const offset = (what: string) => z.int().nonnegative().describe(what)

export const box = z
  .object({
    page: z.int().positive().describe('Page number, from 1.'),
    bbox: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .describe('[x0, y0, x1, y1] in points from the top left of the unrotated page.'),
  })
  .describe('One rectangle on one page.')

export const spanModel = z
  .object({
    start: offset('Offset of the first UTF-16 code unit in `text`.'),
    end: offset('Offset behind the last UTF-16 code unit in `text`.'),
    boxes: z
      .array(box)
      .describe(
        'One box per printed line that the words stand on; [] where the format has no pages: there the place is the block of `text` (parted by empty lines) and, in a table, the row (a line) and the cell (parted by tabs), counted from 1.',
      ),
  })
  .describe('Where words stand in `text` and on the page.')

export const raw = z
  .string()
  .describe('The exact slice text.slice(span.start, span.end); holds the words that the value was read from.')
export const edtf = (what: string) => z.string().describe(`${what} EDTF (ISO 8601-2), unspecified parts as X.`)
