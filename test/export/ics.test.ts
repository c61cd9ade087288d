// The calendar, as an independent reader of RFC 5545 sees it.
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { daysOf, firstOccurrence } from '../../src/export/days.ts'
import { ics, toIcs } from '../../src/export/ics.ts'
import type { Plan } from '../../src/model/plan.ts'
import { planOf } from '../support.ts'
import { hostilePlan } from './hostile.ts'

const plan = planOf(
  '- Các đơn vị xây dựng kế hoạch, gửi về Sở Y tế trước ngày 28/02/2024.',
  '- Bệnh viện đa khoa tỉnh báo cáo kết quả về Sở Y tế trước ngày 25 hằng tháng.',
  '- Trung tâm Y tế báo cáo nhanh trước 16 giờ thứ Sáu hằng tuần.',
  'Đợt 1: từ ngày 01/3/2024 đến ngày 30/4/2024: tuyên truyền;',
  'Đợt 2: từ tháng 9/2024 đến tháng 11/2024: kiểm tra.',
)

type Event = { start: string; end: string; uid: string; summary: string; description: string; rule: string | null; stamp: string }

function read(calendar: string): Event[] {
  const root = new ICAL.Component(ICAL.parse(calendar))
  return root.getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each)
    return {
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      rule: each.getFirstPropertyValue('rrule')?.toString() ?? null,
      stamp: each.getFirstPropertyValue('dtstamp')!.toString(),
    }
  })
}

describe('the calendar', () => {
  const written = toIcs([plan])
  const events = read(written)

  it('has an event of whole days for each deadline and phase', () => {
    expect(plan.deadlines).toHaveLength(3)
    expect(plan.phases).toHaveLength(2)
    expect(events.map(({ start, end, rule }) => [start, end, rule])).toEqual([
      ['2024-02-28', '2024-02-29', null],
      ['2024-02-25', '2024-02-26', 'FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20241231'],
      ['2024-02-16', '2024-02-17', 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20241231'],
      ['2024-03-01', '2024-05-01', null],
      ['2024-09-01', '2024-12-01', null],
    ])
  })

  it('says what is due, by whom, and in which words', () => {
    expect(events[0]!.summary).toBe(`Hạn: ${plan.deadlines[0]!.what}`)
    expect(events[0]!.description).toContain(`Đơn vị: ${plan.deadlines[0]!.who}`)
    expect(events[0]!.description).toContain(plan.deadlines[0]!.raw)
    expect(events[0]!.description).toContain('12/KH-SYT · Công tác y tế năm 2024 · Sở Y tế · Bắc Giang')
    expect(read(toIcs([plan], { language: 'en' }))[0]!.summary).toBe(`Due: ${plan.deadlines[0]!.what}`)
  })

  it('is none of what is no list', () => {
    expect(() => toIcs(plan as never)).toThrow(TypeError)
  })

  it('recurs as the rule says', () => {
    const weekly = new ICAL.Event(new ICAL.Component(ICAL.parse(written)).getAllSubcomponents('vevent')[2]!)
    const days = weekly.iterator()
    expect([days.next(), days.next(), days.next()].map(String)).toEqual(['2024-02-16', '2024-02-23', '2024-03-01'])
  })

  it('is the same each time, with ids and a stamp that no clock gave', () => {
    expect(toIcs([plan])).toBe(written)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    expect(new Set(events.map(({ stamp }) => stamp))).toEqual(new Set(['2024-02-15T00:00:00Z']))
  })

  it('has lines of at most 75 octets that end as they must, none cut inside a letter', () => {
    const raw = new TextEncoder().encode(written)
    expect(new TextDecoder('utf-8', { fatal: true }).decode(raw)).toBe(written)
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = written.split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.some((line) => line.startsWith(' '))).toBe(true)
    for (const line of lines) expect(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line))).toBe(line)
  })

  it('takes hostile words for words', () => {
    const hostile = toIcs([hostilePlan(), withRule(plan, 'FREQ=DAILY\r\nBEGIN:VALARM')])
    const found = read(hostile)
    const count = hostilePlan().deadlines.length + hostilePlan().phases.length
    expect(count).toBeGreaterThan(1)
    expect(found.length).toBe(count + 3)
    expect(hostile.match(/^BEGIN:/gm)).toHaveLength(found.length + 1)
    expect(hostile.replace(/\r\n/g, '')).not.toMatch(/\p{Cc}|\p{Cs}|\u202E|\u2028/u)
    expect(found.some(({ summary }) => summary.includes('BEGIN:VEVENT SUMMARY:giả END:VEVENT'))).toBe(true)
  })

  it('goes over many plans', async () => {
    async function* plans() {
      yield plan
      yield { ...plan, id: 'ffffffffffff' }
    }
    let streamed = ''
    for await (const part of ics.write(plans(), { language: 'vi', bom: false })) streamed += part
    expect(streamed).toBe(toIcs([plan, { ...plan, id: 'ffffffffffff' }]))
    expect(new Set(read(streamed).map(({ uid }) => uid)).size).toBe(10)
  })
})

function withRule(plan: Plan, recurrence: string): Plan {
  return {
    ...plan,
    id: 'eeeeeeeeeeee',
    deadlines: plan.deadlines.map((each) => ({ ...each, recurrence })),
    ...{ header: plan.header },
  }
}

describe('days', () => {
  it.each([
    ['2024-02-15', '20240215', '20240216'],
    ['2024-02', '20240201', '20240301'],
    ['2023', '20230101', '20240101'],
    ['2024-12-31', '20241231', '20250101'],
    ['2024-01-05/2024-03', '20240105', '20240401'],
  ])('%s is from %s to before %s', (edtf, start, end) => expect(daysOf(edtf)).toEqual({ start, end }))

  it.each([null, 'XXXX-02-03', '2024-XX-XX', '2023-02-29', '2024-13', '../2024', 'x', '2024-05/2024-01'])('%s is none', (edtf) =>
    expect(daysOf(edtf)).toBeNull(),
  )

  it.each([
    ['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=30', '20240215', '20250130'],
    ['FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=20', '20240215', '20240320'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '20240215', '20240229'],
    ['FREQ=WEEKLY;BYDAY=FR', '20240216', '20240216'],
    ['FREQ=DAILY', '20240216', '20240216'],
    ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', '20240216', null],
  ])('%s from %s begins on %s', (rule, from, first) => expect(firstOccurrence(rule, from)).toBe(first))
})
