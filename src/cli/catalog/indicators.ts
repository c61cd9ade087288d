// The name of an indicator becomes its code and why; no words, the whole dictionary.
import { NONE, type Page } from './page.ts'

export const indicatorsPage: Page = ({ words, unit }, catalog, language) => {
  if (words === '')
    return {
      data: catalog.indicators,
      columns: HEADS[language].map((head, i) => (i === 2 ? { head, isElastic: true } : { head })),
      rows: catalog.indicators.map((entry) => [
        entry.code,
        entry.category,
        entry[language],
        entry.unit ?? NONE,
        entry.direction === 'higher' ? '↑' : entry.direction === 'lower' ? '↓' : NONE,
      ]),
      isFound: true,
    }
  const match = catalog.matchIndicator({ name: words, unit })
  const entry = match && catalog.indicators.find(({ code }) => code === match.code)
  const known = match && entry
  return {
    data: known ? { ...match, unitCode: catalog.units.codeOf(unit, words), indicator: entry } : null,
    columns: WHY[language].map((head, i) => (i === 1 ? { head, isElastic: true } : { head })),
    rows: [
      known
        ? [match.code, entry[language], String(match.confidence), match.basis, match.matched]
        : [NONE, NONE, NONE, NONE, NONE],
    ],
    isFound: known !== null && known !== undefined,
  }
}

const HEADS = { vi: ['Mã', 'Nhóm', 'Tên', 'Đơn vị', 'Tốt khi'], en: ['Code', 'Category', 'Name', 'Unit', 'Better'] }
const WHY = { vi: ['Mã', 'Tên', 'Độ tin cậy', 'Vì', 'Khớp với'], en: ['Code', 'Name', 'Confidence', 'Basis', 'Fits'] }
