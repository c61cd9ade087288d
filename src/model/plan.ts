// The plan: what one source document says, as data. The single source of truth for types and JSON Schema.
import * as z from 'zod'
import { headerModel } from './header.ts'
import { codeMatchModel, knownActModel } from './known.ts'
import { type box, edtf, raw, spanModel } from './span.ts'

export type { Header, Issuer, ProvinceRef, Recipient, Signer } from './header.ts'
export { spanModel } from './span.ts'

const span = spanModel

const sectionId = z.string().nullable().describe('Id of the section that it stands in; null before the first section.')

export const textOriginModel = z
  .enum(['text-layer', 'ocr', 'mixed', 'document', 'plain'])
  .describe('Where the words came from: PDF text layer, OCR, both, a word processor file, or plain text.')

const page = z
  .object({
    width: z.number().describe('Width of the unrotated page in points.'),
    height: z.number().describe('Height of the unrotated page in points.'),
    rotation: z.int().describe('Clockwise rotation for viewing in degrees: 0, 90, 180 or 270.'),
    textOrigin: textOriginModel.nullable().describe('Where the words of this page came from; null where it has none.'),
    reason: z.string().nullable().describe('Why OCR was used, or why the text of the page is unfit; null where all is well.'),
  })
  .describe('One page of the source.')

const signature = z
  .object({
    signer: z.string().nullable().describe('Name of the signer as the signature or its stamp says.'),
    time: z.string().nullable().describe('Signing time, ISO 8601 with offset where one is given.'),
  })
  .describe('A digital signature, from the file or from the words of its stamp.')

const source = z
  .object({
    path: z.string().describe('Path relative to the ingested folder, with forward slashes.'),
    mediaType: z.string().describe('Media type told from the bytes, not from the extension.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the bytes, hexadecimal.'),
    bytes: z.int().nonnegative().describe('Length of the file in bytes.'),
    textOrigin: textOriginModel,
    encoding: z
      .string()
      .nullable()
      .describe('Character encoding, where bytes or fonts had to be decoded: utf-8, utf-16le, tcvn3 …'),
    pages: z.array(page).describe('The pages in order; [] where the format has none. Of a Word document, its scans.'),
    signatures: z.array(signature).describe('Digital signatures, in order of time.'),
    producedBy: z
      .object({
        kehoach: z.string().describe('Version of this program.'),
        engines: z.record(z.string(), z.string()).describe('Versions of the libraries and engines that read the file.'),
        catalog: z.string().describe('Version of the catalogue; behind a plus sign that of the user’s own.'),
      })
      .describe('Same bytes, same program, same catalogue and same engines give the same plan.'),
  })
  .describe('The file that the plan was read from.')

export const sectionRoleModel = z
  .enum([
    'purpose',
    'requirements',
    'targets',
    'content',
    'solutions',
    'schedule',
    'subjects',
    'rewards',
    'organization',
    'assignment',
    'funding',
  ])
  .describe('What the words of the heading themselves state.')

const sectionShape = {
  id: z.string().describe('Path of printed numbers, unique in the plan: II.2.2.2; a repeat gets a counter.'),
  number: z.string().nullable().describe('Number as printed, without closing mark; null for an unnumbered heading.'),
  heading: z.string().nullable().describe('Short title line or run-in title; null for a numbered paragraph.'),
  depth: z.int().positive().describe('1 for the outermost sections.'),
  roles: z.array(sectionRoleModel).describe('Roles that the heading states, in the order of the model; [] where it states none.'),
  text: z.string().describe('Its own text, heading and children excluded.'),
  span,
}

export type Section = z.infer<z.ZodObject<typeof sectionShape>> & { children: Section[] }

const section: z.ZodType<Section> = z
  .object({ ...sectionShape, children: z.lazy(() => z.array(section).describe('Sections inside it.')) })
  .describe('A headed or numbered node; bullets are text.')

const cell = z
  .object({
    text: z.string().describe('The words of the cell, its lines joined by a blank.'),
    colSpan: z.int().positive().describe('How many grid columns it covers.'),
    rowSpan: z.int().positive().describe('How many rows it covers.'),
    span,
  })
  .describe('A table cell.')

const table = z
  .object({
    id: z.string().describe('table-1, table-2 … in document order.'),
    caption: z.string().nullable().describe('The title line above the table, where one stands.'),
    columns: z.array(z.string()).describe('Column heads; heads of several levels joined by “ / ”.'),
    rows: z
      .array(
        z.object({
          kind: z
            .enum(['head', 'group', 'data', 'numbers'])
            .describe('Head row, group title, data, or the row of column numbers.'),
          cells: z.array(cell).describe('Cells from left to right; a cell merged from above stands only in its first row.'),
        }),
      )
      .describe('Rows from top to bottom; a head repeated on a new page is left out.'),
    pages: z.array(z.int().positive()).describe('Pages that it stands on; [] where the format has none.'),
    sectionId,
  })
  .describe('A table of the body.')

export const comparatorModel = z
  .enum(['=', '>=', '>', '<=', '<', 'range', 'text'])
  .describe('How the value binds: exactly, at least, more than, at most, less than, from–to, or words.')

const seriesCell = z
  .object({
    label: z.string().describe('Head of its column; the words before the value in a sentence.'),
    kind: z
      .enum(['target', 'assigned', 'registered', 'actual', 'estimate', 'baseline', 'ratio'])
      .describe('What the column holds.'),
    year: z.int().nullable().describe('Year of the column; null where none is printed.'),
    comparator: comparatorModel,
    value: z.number().nullable().describe('In the unit of the indicator; percent for ratios.'),
    valueMax: z.number().nullable().describe('Upper end of a range.'),
    valueText: z.string().nullable().describe('Words, where the cell holds no number.'),
    raw,
    span,
  })
  .describe('Another value column of the same row.')

const indicator = z
  .object({
    id: z.string().describe('indicator-1, indicator-2 … in document order.'),
    parentId: z.string().nullable().describe('The indicator that a “trong đó” belongs to.'),
    source: z.enum(['table', 'prose']).describe('Read from a table row or from a sentence.'),
    no: z.string().nullable().describe('Printed row number.'),
    group: z.string().nullable().describe('Title of the group row above it.'),
    name: z.string().describe('What is measured, as printed, brackets kept.'),
    scope: z.string().nullable().describe('The bracketed or stated limit, repeated.'),
    code: z.string().nullable().describe('Code in the indicator catalogue; null where none fits.'),
    codeMatch: codeMatchModel,
    category: z.string().nullable().describe('health, award, administration …; null where unknown.'),
    unit: z.string().nullable().describe('Unit as printed.'),
    unitCode: z.string().nullable().describe('Unit in UCUM; null where unknown.'),
    comparator: comparatorModel,
    value: z.number().nullable().describe('In the printed unit.'),
    valueMax: z.number().nullable().describe('Upper end of a range.'),
    valueText: z.string().nullable().describe('Words, where the target is no number.'),
    change: z.enum(['increase', 'decrease']).nullable().describe('The target is a change, not a level.'),
    baselineYear: z.int().nullable().describe('The year that a change is measured against.'),
    year: z.int().nullable().describe('The year of the target.'),
    yearBasis: z.enum(['printed', 'implied']).describe('Printed in column, sentence or heading, or implied by the plan.'),
    series: z.array(seriesCell).describe('The row’s other value columns; of a sentence, what it says was reached before.'),
    cell: z
      .object({
        tableId: z.string().describe('Id of the table.'),
        row: z.int().nonnegative().describe('Index in the rows of the table, from 0.'),
        column: z.int().nonnegative().describe('Grid column, from 0.'),
      })
      .nullable()
      .describe('Where the value stands in a table.'),
    confidence: z.number().min(0).max(1).nullable().describe('0 to 1 where the words came from OCR; null otherwise.'),
    sectionId,
    raw,
    span,
  })
  .describe('A measurable target that the document sets.')

const mention = z
  .object({
    raw,
    role: z.enum(['basis', 'implement', 'amend', 'replace', 'cite']).describe('What the document does with the act here.'),
    span,
    sectionId,
  })
  .describe('One place where an act is named.')

const legalReference = z
  .object({
    id: z.string().describe('ref-1, ref-2 … in order of first mention.'),
    key: z.string().describe('Number with blanks removed; type and title where it has none.'),
    type: z.string().describe('Kind of act as a slug: luat, nghi-quyet, quyet-dinh …'),
    number: z.string().nullable().describe('Số ký hiệu, blanks removed.'),
    issuer: z.string().nullable().describe('Issuer as printed at any mention.'),
    issuerCode: z
      .string()
      .nullable()
      .describe(
        'Code of the issuer in the catalogue: BYT, TTg, UBND, joint ones as BYT-BTC; from its number where none is printed.',
      ),
    date: edtf('Date of issue; the year alone for a law named with its year.').nullable(),
    title: z.string().nullable().describe('Trích yếu as printed at any mention.'),
    urn: z.string().nullable().describe('urn:lex after RFC 9676, our own assignment; null where the parts do not suffice.'),
    act: knownActModel,
    mentions: z.array(mention).describe('Every mention, in document order.'),
  })
  .describe('An act or document that this one cites.')

const dateMention = z
  .object({
    raw,
    edtf: edtf('The date or interval.'),
    role: z.enum(['issued', 'legal', 'phase', 'deadline', 'anniversary', 'other']).describe('What the date is for.'),
    basis: z.enum(['printed', 'implied']).describe('Whether every part is printed in the words.'),
    precision: z.enum(['day', 'month', 'interval', 'quarter', 'half', 'year-part']).describe('What kind of expression it is.'),
    span,
  })
  .describe('A date expression with at least a month, quarter or half of a year in it.')

const phase = z
  .object({
    label: z.string().describe('Đợt 1, Giai đoạn 2, or the words that name the period.'),
    start: edtf('First day, month or year; null where it is the day of issue.').nullable(),
    end: edtf('Last day, month or year.').nullable(),
    focus: z.string().nullable().describe('What the phase is about.'),
    raw,
    span,
  })
  .describe('A wave or period of the whole campaign.')

const deadline = z
  .object({
    date: edtf('The day or month that the duty is due.').nullable(),
    what: z.string().describe('The duty in the words of the document, without the date.'),
    who: z.string().nullable().describe('Who owes it, where the sentence says so.'),
    to: z.string().nullable().describe('Who it is owed to, where the sentence says so.'),
    recurrence: z.string().nullable().describe('RFC 5545 RRULE for a recurring duty; date is then null or the first.'),
    raw,
    span,
  })
  .describe('A dated duty to deliver.')

const assignment = z
  .object({
    unit: z.string().describe('The body that the tasks are given to.'),
    role: z
      .enum(['lead', 'support'])
      .nullable()
      .describe('Chủ trì, đầu mối, tham mưu (lead), phối hợp (support); null where it is not said.'),
    tasks: z.array(z.string()).describe('Its tasks, in the words of the document.'),
    sectionId,
    raw,
    span,
  })
  .describe('Tasks given to a body.')

const message = z
  .object({
    code: z.string().describe('`<part>/<what>`; match on this, never on the words.'),
    severity: z.enum(['info', 'warning']).describe('warning: a person should look; info: the program assumed something.'),
    text: z
      .object({ vi: z.string().describe('In Vietnamese.'), en: z.string().describe('In English.') })
      .describe('The sentence.'),
    span: span.nullable().describe('The words that it speaks of.'),
  })
  .describe('Something that a reader should know.')

export const planModel = z
  .object({
    schemaVersion: z.literal('1.0').describe('Version of this contract.'),
    id: z
      .string()
      .regex(/^[0-9a-f]{12}$/)
      .describe('First 12 hexadecimal digits of the SHA-256 of the bytes.'),
    source,
    text: z.string().describe('The canonical text: reading order, NFC, blanks single; every span points into it.'),
    header: headerModel,
    sections: z.array(section).describe('The tree of sections, in document order.'),
    tables: z.array(table).describe('Tables in document order.'),
    indicators: z.array(indicator).describe('Targets in document order.'),
    legalReferences: z.array(legalReference).describe('Cited acts in order of first mention.'),
    dates: z.array(dateMention).describe('Date expressions in document order.'),
    phases: z.array(phase).describe('Phases in document order.'),
    deadlines: z.array(deadline).describe('Deadlines in document order.'),
    assignments: z.array(assignment).describe('Assignments in document order.'),
    messages: z.array(message).describe('Messages in document order; those about the whole document first.'),
  })
  .describe('A plan of a Vietnamese health department, read from one source document.')

/** Parts of a plan that other forms hold too. */
export { indicator as indicatorModel, message as messageModel, section as sectionModel, table as tableModel }

export type Plan = z.infer<typeof planModel>
export type Span = z.infer<typeof spanModel>
export type Box = z.infer<typeof box>
export type PageInfo = z.infer<typeof page>
export type Signature = z.infer<typeof signature>
export type TextOrigin = z.infer<typeof textOriginModel>
export type SectionRole = z.infer<typeof sectionRoleModel>
export type PlanTable = z.infer<typeof table>
export type Indicator = z.infer<typeof indicator>
export type SeriesCell = z.infer<typeof seriesCell>
export type Comparator = z.infer<typeof comparatorModel>
export type LegalReference = z.infer<typeof legalReference>
export type Mention = z.infer<typeof mention>
export type DateMention = z.infer<typeof dateMention>
export type Phase = z.infer<typeof phase>
export type Deadline = z.infer<typeof deadline>
export type Assignment = z.infer<typeof assignment>

/** The plan's JSON Schema, draft 2020-12. */
export function planSchema(): object {
  return { title: 'kehoach plan', ...z.toJSONSchema(planModel, { target: 'draft-2020-12' }) }
}
