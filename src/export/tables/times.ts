// Dates, phases and deadlines become tables, with the first and the last day where both can be told.
import type { DateMention, Deadline, Phase } from '../../model/plan.ts'
import { daysOf, yearOf } from '../../text/edtf.ts'
import { columnsOf, tableOf } from './column.ts'
import { counted, type Found, HEAD, OF_DOCUMENT, ordinal, TAIL } from './shared.ts'

const date = columnsOf<Found<DateMention>>('dates')
const phase = columnsOf<Found<Phase>>('phases')
const deadline = columnsOf<Found<Deadline>>('deadlines')

const FIRST = ['Ngày đầu', 'First day'] as const
const LAST = ['Ngày cuối', 'Last day'] as const
const FIRST_VI = 'Ngày đầu của khoảng; trống nếu không rõ năm.'
const LAST_VI = 'Ngày cuối của khoảng; trống nếu không rõ năm.'
const FIRST_EN = { en: 'First day of it; empty where the year is not known.' }
const LAST_EN = { en: 'Last day of it; empty where the year is not known.' }

export const dates = tableOf<Found<DateMention>>({
  name: 'dates',
  title: { vi: 'Ngày tháng', en: 'Dates' },
  about: { vi: 'Mọi chỗ ghi ngày, tháng, quý trong văn bản.', en: 'Every date expression of the documents.' },
  key: ['planId', 'ordinal'],
  foreignKeys: [OF_DOCUMENT],
  records: (plan) => counted(plan, plan.dates),
  columns: [
    ...HEAD,
    ordinal(),
    date.text(
      'edtf',
      ['Thời gian (EDTF)', 'Date (EDTF)'],
      'Ngày, tháng hay khoảng thời gian; phần không rõ là X.',
      (r) => r.item.edtf,
      { isEdtf: true },
    ),
    date.day('firstDay', FIRST, FIRST_VI, (r) => daysOf(r.item.edtf).first, FIRST_EN),
    date.day('lastDay', LAST, LAST_VI, (r) => daysOf(r.item.edtf).last, LAST_EN),
    date.whole('year', ['Năm', 'Year'], 'Năm của ngày đầu.', (r) => yearOf(r.item.edtf), { en: 'The year that it begins in.' }),
    date.text(
      'role',
      ['Vai trò', 'Role'],
      'issued (ban hành), legal (của văn bản viện dẫn), phase (đợt), deadline (hạn), anniversary (kỷ niệm), other (khác).',
      (r) => r.item.role,
    ),
    date.text('basis', ['Căn cứ', 'Basis'], 'printed: in đủ; implied: có phần được suy ra.', (r) => r.item.basis),
    date.text(
      'precision',
      ['Độ chính xác', 'Precision'],
      'day (ngày), month (tháng), interval (khoảng), quarter (quý), half (nửa năm), year-part (một phần của năm).',
      (r) => r.item.precision,
    ),
    ...TAIL,
  ],
})

export const phases = tableOf<Found<Phase>>({
  name: 'phases',
  title: { vi: 'Đợt, giai đoạn', en: 'Phases' },
  about: { vi: 'Các đợt, giai đoạn của kế hoạch.', en: 'Waves and periods of a plan.' },
  key: ['planId', 'ordinal'],
  foreignKeys: [OF_DOCUMENT],
  records: (plan) => counted(plan, plan.phases),
  columns: [
    ...HEAD,
    ordinal(),
    phase.text('label', ['Tên', 'Label'], 'Đợt 1, Giai đoạn 2, hoặc những chữ gọi tên khoảng ấy.', (r) => r.item.label || null),
    phase.text(
      'startsOn',
      ['Bắt đầu (EDTF)', 'Start (EDTF)'],
      'Ngày, tháng hay năm đầu; trống nếu là ngày ban hành.',
      (r) => r.item.start,
      { from: 'phases.start', isEdtf: true },
    ),
    phase.text('endsOn', ['Kết thúc (EDTF)', 'End (EDTF)'], 'Ngày, tháng hay năm cuối.', (r) => r.item.end, {
      from: 'phases.end',
      isEdtf: true,
    }),
    phase.day('firstDay', FIRST, FIRST_VI, (r) => daysOf(r.item.start).first, FIRST_EN),
    phase.day('lastDay', LAST, LAST_VI, (r) => daysOf(r.item.end).last, LAST_EN),
    phase.text('focus', ['Trọng tâm', 'Focus'], 'Nội dung của đợt.', (r) => r.item.focus),
    ...TAIL,
  ],
})

export const deadlines = tableOf<Found<Deadline>>({
  name: 'deadlines',
  title: { vi: 'Thời hạn', en: 'Deadlines' },
  about: { vi: 'Những việc phải xong trước một ngày.', en: 'Dated duties to deliver.' },
  key: ['planId', 'ordinal'],
  foreignKeys: [OF_DOCUMENT],
  records: (plan) => counted(plan, plan.deadlines),
  columns: [
    ...HEAD,
    ordinal(),
    deadline.text('dueOn', ['Hạn (EDTF)', 'Due (EDTF)'], 'Ngày hay tháng đến hạn.', (r) => r.item.date, {
      from: 'deadlines.date',
      isEdtf: true,
    }),
    deadline.day(
      'dueDay',
      ['Ngày đến hạn', 'Day due'],
      'Ngày cuối của hạn; trống nếu không rõ năm.',
      (r) => daysOf(r.item.date).last,
      { en: 'Last day of it; empty where the year is not known.' },
    ),
    deadline.text('what', ['Việc', 'Duty'], 'Việc phải làm, theo lời văn bản, bỏ ngày.', (r) => r.item.what),
    deadline.text('who', ['Đơn vị thực hiện', 'Who'], 'Ai phải làm, nếu câu có nói.', (r) => r.item.who),
    deadline.text('owedTo', ['Nơi nhận', 'To'], 'Làm cho ai, gửi ai, nếu câu có nói.', (r) => r.item.to, {
      from: 'deadlines.to',
    }),
    deadline.text(
      'recurrence',
      ['Lặp lại', 'Recurrence'],
      'Quy tắc RRULE của RFC 5545 nếu việc lặp lại.',
      (r) => r.item.recurrence,
    ),
    ...TAIL,
  ],
})
