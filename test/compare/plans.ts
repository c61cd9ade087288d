// Made plans for the tests of comparisons: a letterhead and a body become a plan.
import type { Plan } from '../../src/model/plan.ts'
import { parsePlan } from '../../src/pipeline.ts'

type Head = { province?: string; year?: number; number?: string; issuer?: string }

export function planOf(
  body: string,
  { province = 'Bắc Giang', year = 2024, number = '12', issuer = 'SỞ Y TẾ' }: Head = {},
): Promise<Plan> {
  const head = `UBND TỈNH ${province.toUpperCase()}\n\n${issuer}\n\nSố: ${number}/KH-SYT\n\n${province}, ngày 15 tháng 01 năm ${year}\n\n# KẾ HOẠCH\n\n**Công tác y tế năm ${year}**\n\n`
  return parsePlan(new TextEncoder().encode(head + body), { path: `${province}-${year}-${number}.md` })
}

/** A plan whose targets are the rows of a table: name, unit, value. */
export function targetsOf(
  rows: readonly (readonly [name: string, unit: string, value: string])[],
  head: Head = {},
): Promise<Plan> {
  const lines = rows.map(([name, unit, value], i) => `| ${i + 1} | ${name} | ${unit} | ${value} |`)
  return planOf(
    `## I. CHỈ TIÊU\n\n| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm ${head.year ?? 2024} |\n|---|---|---|---|\n${lines.join('\n')}\n`,
    head,
  )
}
