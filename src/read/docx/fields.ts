// Fields: their result is printed, their instruction is not; which results are words of the document.

export type Field = { instruction: string; isResult: boolean }

/** How a field bears on the words inside it. */
export type FieldKind = 'words' | 'page' | 'contents'

const PAGE = /^\s*(?:page|numpages|sectionpages)(?![a-z])/i
const CONTENTS = /^\s*(?:toc|index|bibliography)(?![a-z])/i
// Fields that print something that stands nowhere in the file.
const UNSEEN = /^\s*(?<name>eq|autonum|autonumlgl|autonumout|listnum|barcode|displaybarcode)(?![a-z])/i
const SYMBOL = /^\s*symbol\s+(?<code>0x[0-9a-f]+|\d+)(?:.*\\f\s*"?(?<font>[^"\\]+))?/i

export function kindOf(instruction: string): FieldKind {
  return PAGE.test(instruction) ? 'page' : CONTENTS.test(instruction) ? 'contents' : 'words'
}

/** Whether words inside all these open fields are printed and belong to the text. */
export function isShown(fields: readonly Field[]): boolean {
  return fields.every(({ isResult, instruction }) => isResult && kindOf(instruction) !== 'page')
}

/** The name of a field whose result cannot be read, or null. */
export function unseenName({ isResult, instruction }: Field): string | null {
  return isResult ? null : (UNSEEN.exec(instruction)?.groups?.name?.toUpperCase() ?? null)
}

/** `SYMBOL 179 \f "Symbol"`: the code and font of a sign, as `w:sym` has them. */
export function signOf({ isResult, instruction }: Field): { font: string; char: string } | null {
  const { code, font } = (isResult ? null : SYMBOL.exec(instruction))?.groups ?? {}
  return code === undefined ? null : { font: font?.trim() ?? 'Symbol', char: Number(code).toString(16).padStart(4, 'F000') }
}
