// What the structure stage hands over: the parts of an administrative document as stretches of its text.
import type { Cell, Paragraph, Range, Row, Table } from './document.ts'
import type { Message } from './message.ts'
import type { SectionRole } from './plan.ts'

/** A printed body of the letterhead: “UBND TỈNH BẮC GIANG”, over one or more lines. */
export type PrintedBody = Range & { printed: string; isBold: boolean }

export type Letterhead = {
  /** From the parent body down to the issuer. */
  bodies: PrintedBody[]
  /** The words behind “Số:”, for example “/KH- SYT”. */
  number: Range | null
  /** “Số:” without anything behind it. */
  blankNumber: Range | null
  /** KHẨN, THƯỢNG KHẨN, HỎA TỐC. */
  urgency: Range | null
  /** MẬT, TỐI MẬT, TUYỆT MẬT. */
  secrecy: Range | null
  /** “Bắc Giang, ngày … tháng … năm 2024”. */
  placeAndDate: DateLine | null
  /** The lines behind “V/v”. */
  subject: Range[]
  /** The lines behind “Kính gửi:”. */
  addressees: Range[]
}

/** The line of place and date: its parts as printed, blank where a pen was to write. */
export type DateLine = Range & { place: Range; day: string; month: string; year: string }

export type TitleBlock = {
  /** Slug of the printed type, null where none is printed. */
  documentType: string | null
  type: Range | null
  /** Lines of the trích yếu below the type, or behind it on the same line. */
  lines: Range[]
}

export type SectionNode = {
  id: string
  /** As printed, without closing mark. */
  number: string | null
  heading: Range | null
  depth: number
  roles: SectionRole[]
  /** From the printed number to the end of the last thing inside. */
  span: Range
  /** Its own text: behind number and heading, up to the first child. */
  own: Range
  children: SectionNode[]
}

export type RowKind = 'head' | 'group' | 'data' | 'numbers'

export type OutlineTable = {
  id: string
  table: Table
  caption: Range | null
  columns: string[]
  rows: { kind: RowKind; row: Row; cells: Cell[] }[]
  sectionId: string | null
}

/** `body` is the issuer printed over the power of a joint plan's signer. */
export type SignerBlock = { body: Range | null; powers: Range[]; position: Range | null; name: Range | null }

export type Closing = { distribution: Range[]; signers: SignerBlock[] }

/** A paragraph of the text; its own words begin behind number, run-in heading and bullet. */
export type BodyParagraph = Paragraph & { wordsStart: number; isNumbered: boolean; isBullet: boolean }

export type Outline = {
  letterhead: Letterhead
  title: TitleBlock
  /** Paragraphs between the title (or Kính gửi) and the first section. */
  preamble: Paragraph[]
  /** Paragraphs of the body and the annexes, preamble included, letterhead, title and closing block excluded. */
  body: BodyParagraph[]
  sections: SectionNode[]
  tables: OutlineTable[]
  closing: Closing
  /** Letterheads and titles of the documents behind the first one of the file. */
  others: { letterhead: Letterhead; title: TitleBlock }[]
  messages: Message[]
}
