// A printed unit becomes its code in UCUM, its scale and what it converts to; no words, all units.
import type { UnitEntry } from '../../model/catalog.ts'
import { NONE, type Page } from './page.ts'

export const unitsPage: Page = ({ words }, { units, indicators }, language) => {
  const code = words === '' ? null : (units.codeOf(words, '') ?? words)
  const found = words === '' ? units.entries : units.entries.filter((entry) => entry.code === code).slice(0, 1)
  const data = found.map((entry) => {
    const to = units.entries.flatMap((other) => {
      const factor = other.code === entry.code ? null : units.convert(1, entry.code, other.code)
      return factor === null ? [] : [{ code: other.code, factor }]
    })
    const usedBy = indicators.filter(({ unit, also }) => unit === entry.code || also.includes(entry.code)).length
    return { ...entry, convertsTo: to, indicators: usedBy }
  })
  return {
    data,
    columns: HEADS[language].map((head, i) => (i === 3 || i === 4 ? { head, isElastic: true } : { head })),
    rows: data.map(({ code, measure, scale, forms, convertsTo, indicators }) => [
      code,
      KINDS[measure][language],
      scale === null ? NONE : String(scale),
      forms.join(', '),
      convertsTo.map((each) => `${each.factor} ${each.code}`).join(', ') || NONE,
      String(indicators),
    ]),
    isFound: data.length > 0,
  }
}

const HEADS = {
  vi: ['UCUM', 'Loại', 'Hệ số', 'Cách ghi', '1 đơn vị bằng', 'Chỉ tiêu dùng'],
  en: ['UCUM', 'Kind', 'Scale', 'Printed forms', 'One is', 'Indicators'],
}

const KINDS: Readonly<Record<UnitEntry['measure'], { vi: string; en: string }>> = {
  percent: { vi: 'phần trăm', en: 'percent' },
  permille: { vi: 'phần nghìn', en: 'per mille' },
  per: { vi: 'tính trên', en: 'rate' },
  count: { vi: 'đếm', en: 'count' },
  quantity: { vi: 'đại lượng', en: 'quantity' },
}
