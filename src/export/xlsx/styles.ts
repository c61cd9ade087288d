// How cells look: one short list for all sheets, and its XML.

type Look = { font?: number; fill?: number; border?: number; format?: number; wrap?: boolean; middle?: boolean; indent?: boolean }

const DAY_FORMAT = 164

const LOOKS = {
  plain: {},
  text: { indent: true },
  wrapped: { wrap: true, indent: true },
  /** Numbers from a thousand on. */
  thousands: { format: 3 },
  day: { format: DAY_FORMAT },
  head: { font: 1, fill: 2, border: 1, wrap: true, middle: true, indent: true },
  technicalHead: { font: 3, fill: 3, border: 1, wrap: true, middle: true, indent: true },
  technical: { font: 4 },
  technicalText: { font: 4, indent: true },
  title: { font: 2 },
  link: { font: 5, indent: true },
} satisfies Record<string, Look>

type LookName = keyof typeof LOOKS

const NAMES = Object.keys(LOOKS) as LookName[]

/** The number by which a cell calls its look. */
export const STYLE = Object.fromEntries(NAMES.map((name, at) => [name, at])) as Record<LookName, number>

const font = (inside: string) => `<font>${inside}<name val="Calibri"/><family val="2"/></font>`
const size = (points: number) => `<sz val="${points}"/>`
const color = (rgb: string) => `<color rgb="FF${rgb}"/>`

const FONTS = [
  font(size(11)),
  font(`<b/>${size(11)}${color('FFFFFF')}`),
  font(`<b/>${size(16)}${color('1F4E5F')}`),
  font(`<b/>${size(11)}${color('444444')}`),
  font(`${size(10)}${color('777777')}`),
  font(`<u/>${size(11)}${color('0B5CAD')}`),
]
const fill = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  fill('1F4E5F'),
  fill('D9D9D9'),
]
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF999999"/></bottom><diagonal/></border>',
]

/** Days are printed as the language does. */
export function stylesXml(language: 'vi' | 'en'): string {
  const list = (name: string, items: readonly string[]) => `<${name} count="${items.length}">${items.join('')}</${name}>`
  const looks = NAMES.map((name) => {
    const { font = 0, fill = 0, border = 0, format = 0, wrap, middle, indent }: Look = LOOKS[name]
    const alignment = `<alignment vertical="${middle ? 'center' : 'top'}"${wrap ? ' wrapText="1"' : ''}${indent ? ' horizontal="left" indent="1"' : ''}/>`
    return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
  })
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list('numFmts', [
    `<numFmt numFmtId="${DAY_FORMAT}" formatCode="${language === 'vi' ? 'dd/mm/yyyy' : 'yyyy-mm-dd'}"/>`,
  ])}${list('fonts', FONTS)}${list('fills', FILLS)}${list('borders', BORDERS)}${list('cellStyleXfs', [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
  ])}${list('cellXfs', looks)}${list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'])}</styleSheet>`
}
