// Shares in a unit that the dictionary does not know for their indicator: per mille for per cent, and the other way round.
//
//   "TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2024 ⏎ 1 | Tỷ lệ bao phủ bảo hiểm y tế | ‰ | 95 ⏎ 2 | Số giường bệnh | Giường | 300" => 95
//   "TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2024 ⏎ 1 | Tỷ lệ bao phủ bảo hiểm y tế | % | 95 ⏎ 2 | Số giường bệnh | Giường | 300" => none
import type { Rule } from './rule.ts'

const SHARES: ReadonlySet<string> = new Set(['%', '[ppth]'])

export const unitUnusual: Rule = {
  id: 'unit-unusual',
  severity: 'warning',
  about: { vi: 'Đơn vị tính khác thường với chỉ tiêu này.', en: 'A unit that this indicator does not have.' },
  find({ indicators: found }, { indicators }) {
    const entries = new Map(indicators.map((entry) => [entry.code, entry]))
    return found.flatMap(({ code, codeMatch, unit, unitCode, change, name, span }) => {
      const entry = code === null ? undefined : entries.get(code)
      if (!entry?.unit || unitCode === null || change !== null || (codeMatch?.confidence ?? 0) < 0.9) return []
      if (!SHARES.has(unitCode) || !SHARES.has(entry.unit) || [entry.unit, ...entry.also].includes(unitCode)) return []
      return [
        {
          span,
          text: {
            vi: `“${name}” ghi đơn vị ${unit}; thường dùng: ${entry.unit === '%' ? '%' : '‰'}.`,
            en: `“${name}” is given in ${unit}; usual: ${entry.unit === '%' ? '%' : '‰'}.`,
          },
        },
      ]
    })
  },
}
