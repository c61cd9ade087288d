// Rows without a unit in tables whose other rows print theirs; a ditto mark is a unit.
//
//   "TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2024 ⏎ 1 | Số lượt khám bệnh | Lượt | 5.000 ⏎ 2 | Tỷ lệ hộ có nhà tiêu | | 85 ⏎ 3 | Số giường bệnh | Giường | 300" => 85
//   "TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2024 ⏎ 1 | Số lượt khám bệnh | Lượt | 5.000 ⏎ 2 | Số giường bệnh | Giường | 300" => none
import type { Plan } from '../../model/plan.ts'
import { foldText } from '../../text/fold.ts'
import type { Odd, Rule } from './rule.ts'

/** The name itself says what is counted: “Số bác sĩ/vạn dân”, “Tỷ lệ (%)”. */
const IN_NAME = /[%‰/()]|trên 1|(?:vạn|nghìn|triệu|ngàn) |^(?:số|chỉ số|tỷ số|tỉ số|hệ số|điểm|mức) /iu

export const unitMissing: Rule = {
  id: 'unit-missing',
  severity: 'warning',
  about: { vi: 'Chỉ tiêu thiếu đơn vị tính.', en: 'A target without its unit.' },
  find(plan, { indicators }) {
    const units = new Map(indicators.map(({ code, unit }) => [code, unit]))
    return plan.tables.flatMap(({ id }): Odd[] => {
      const rows = plan.indicators.filter(({ cell, value }) => cell?.tableId === id && value !== null)
      const bare = rows.filter(({ unit }) => unit === null)
      // Where most rows print none, the table has its units elsewhere.
      if (bare.length === 0 || bare.length * 2 >= rows.length) return []
      return bare
        .filter((row) => !IN_NAME.test(foldText(row.name)) && !isPart(row, plan))
        .map(({ name, raw, span, code }) => {
          const usual = code === null ? null : (units.get(code) ?? null)
          return {
            span,
            text: {
              vi: `“${name}” (${raw}) không ghi đơn vị tính${usual ? `; thường dùng: ${usual}` : ''}.`,
              en: `“${name}” (${raw}) has no unit${usual ? `; usual: ${usual}` : ''}.`,
            },
          }
        })
    })
  },
}

/** “Trong đó” takes the unit of what it is a part of. */
function isPart({ parentId }: Plan['indicators'][number], plan: Plan): boolean {
  return parentId !== null && plan.indicators.some(({ id, unit }) => id === parentId && unit !== null)
}
