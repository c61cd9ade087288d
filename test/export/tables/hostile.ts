// A plan whose words try to become something else in every tool that reads an export of it.
import type { Plan } from '../../../src/model/plan.ts'
import { planOf } from '../../support.ts'

export const HOSTILE_NAMES = [
  '=cmd|" /C calc"!A0',
  '＝1+1',
  '+1+cmd',
  '@SUM(A1:A9)',
  '-2+3',
  '\t=1+1',
  '<script>alert("x")</script>',
  `'); DROP TABLE indicators; --`,
  'a,"b"\r\nc;d',
  'nul\u0000 bell\u0007 escape\u001B[31m',
  'lone \uD800 surrogate \uDC00',
  '_x000D_ and &amp; ]]>',
  'đảo \u202Echiều',
  '\uFFFE\uFFFF',
  `“Tỷ lệ” ${'ế'.repeat(40_000)}`,
]

const CHANGED: Readonly<Record<string, string>> = {
  'nul\u0000 bell\u0007 escape\u001B[31m': 'nul bell escape[31m',
  'lone \uD800 surrogate \uDC00': 'lone \uFFFD surrogate \uFFFD',
  'đảo \u202Echiều': 'đảo chiều',
}

/** What is left of them in every table. */
export const HELD_NAMES = HOSTILE_NAMES.map((name) => CHANGED[name] ?? name)

/** One target a name, with the name wherever words of a document may stand. */
export function hostilePlan(): Plan {
  const plan = structuredClone(
    planOf(
      [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện 2023', 'Kế hoạch 2024'],
        ...HOSTILE_NAMES.map((_, at) => [String(at + 1), `Tỷ lệ trạm số ${at + 1} đạt chuẩn`, '%', '90', '95']),
      ],
      'Đợt 1: từ ngày 01/3/2024 đến ngày 31/3/2024.',
    ),
  )
  for (const [at, name] of HOSTILE_NAMES.entries()) {
    const indicator = plan.indicators[at]!
    Object.assign(indicator, { name, group: name, unit: name, raw: name, valueText: name })
    for (const cell of indicator.series) Object.assign(cell, { label: name, raw: name })
  }
  const [formula, , , , , , html] = HOSTILE_NAMES
  Object.assign(plan.header, { title: formula, theme: html, number: formula })
  plan.header.province = { code: '24', name: `O'=1"${html}`, currentCode: '24', currentName: `O'=1"${html}` }
  plan.source.path = formula!
  plan.sections[0]!.heading = formula!
  plan.messages.push({ code: 'x/y', severity: 'warning', text: { vi: formula!, en: html! }, span: null })
  return plan
}
