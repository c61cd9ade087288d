// The papers of the table benchmark: each a list of blocks from which the files and the truth are made.
//
//   paper    slug, kind, formats (docx, office: PDF by LibreOffice, browser: PDF by Chromium), page ("landscape"), turn (degrees of
//            /Rotate), blocks
//   block    "words" | { words, align, bold, indent } | table | { sides: [lines, lines] } | { tabs, rows } | { flow } | { chart }
//   table    widths (cm), align (a letter a column: l c r), head (rows), repeat (the head on each page), rules, size (points),
//            pad (points above and below the words), valign and font (by the browser only),
//            rows of cells: "←" goes on from the left, "↑" from above, "*words" is bold, "\n" starts a line of its own
import { HEADS } from './heads.mjs'
import { NEGATIVES } from './negatives.mjs'
import { PAGES } from './pages.mjs'
import { RULED } from './ruled.mjs'
import { RULES } from './rules.mjs'
import { UNRULED } from './unruled.mjs'

export const PAPERS = [...RULED, ...HEADS, ...PAGES, ...RULES, ...UNRULED, ...NEGATIVES]
