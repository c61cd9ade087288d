// A plan whose words would be markup, code or commands wherever they were taken for more than words.
import type { Plan } from '../../src/model/plan.ts'
import { planOf } from '../support.ts'

const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>'

/** Words that must never come out as anything but words. */
export const HOSTILE_WORDS = [
  SCRIPT,
  '"onmouseover="alert(3)" x="',
  ']]><evil/>&evil;<!ENTITY x SYSTEM "file:///etc/passwd">',
  '[bấm vào đây](javascript:alert(4)) ![ảnh](http://example.invalid/x.png) **đậm** `mã` # đầu',
  'BEGIN:VEVENT SUMMARY:giả END:VEVENT END:VCALENDAR',
  '=HYPERLINK("http://example.invalid";"x")',
  '</table><table border=1><tr><td>',
] as const

/** Control characters and half letters come from files that somebody made by hand; they stand where ¤ and § were read. */
function withBrokenLetters(plan: Plan): Plan {
  const broken = (value: unknown): unknown =>
    typeof value === 'string'
      ? value.replaceAll('¤', '\u0000').replaceAll('¦', '\u202E').replaceAll('§', '\uD800').replaceAll('¶', '\u001B')
      : Array.isArray(value)
        ? value.map(broken)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, broken(each)]))
          : value
  return broken(plan) as Plan
}

export function hostilePlan(): Plan {
  const plan = withBrokenLetters(
    planOf(
      { text: `1. Mục tiêu ${HOSTILE_WORDS[3]}`, bold: true },
      ...HOSTILE_WORDS.map((words) => `- Yêu cầu ${words} ¤¦§¶ hết.`),
      { text: '2. Chỉ tiêu', bold: true },
      'Bảng 1. Chỉ tiêu | <b>giao</b>',
      [
        ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm 2024'],
        ['1', `Tỷ lệ trạm y tế có bác sĩ ${SCRIPT} | ¤§`, '%', '≥ 95'],
        ['2', '=1+1 [x](javascript:1) `|` \\| ngoặc', 'Người', '12'],
      ],
      { text: '3. Thời gian', bold: true },
      `- Sở Y tế báo cáo ${HOSTILE_WORDS[4]}, ${SCRIPT} trước ngày 15/6/2024; thực hiện Thông tư số 54/2015/TT-BYT ngày 28/12/2015 của Bộ Y tế.`,
      '- Đợt 1: từ ngày 01/3/2024 đến ngày 30/4/2024: tuyên truyền;',
    ),
  )
  return {
    ...plan,
    source: { ...plan.source, path: '../<b>x</b>\r\nEND:VCALENDAR\n---\n# y.docx' },
    header: {
      ...plan.header,
      title: `${SCRIPT}\n---\nevil: true\n"quote" \\ 'x' \u0000\uD800\u2028\r\nBEGIN:VEVENT`,
      theme: ': {a: b} [*x] &anchor !!js/function',
      addressees: ['- a: b\n- c', '"'],
    },
  }
}
