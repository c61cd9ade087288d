// The days that an EDTF date or interval begins and ends with.
import { expect, it } from 'vitest'
import { daysOf, wholeDayOf } from '../../src/text/edtf.ts'

it.each([
  ['2024-06-15', '2024-06-15', '2024-06-15'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-02-XX', '2023-02-01', '2023-02-28'],
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-XX-XX', '2024-01-01', '2024-12-31'],
  ['2024-03-01/2024-03-31', '2024-03-01', '2024-03-31'],
  ['2024-01/2024-03', '2024-01-01', '2024-03-31'],
  ['2024/2026', '2024-01-01', '2026-12-31'],
  ['XXXX-02-27', null, null],
  ['2024-XX-05', null, null],
  ['2023-02-30', null, null],
  ['../2024-06-15', null, '2024-06-15'],
  ['', null, null],
  [null, null, null],
])('%j is from %j to %j', (edtf, first, last) => expect(daysOf(edtf)).toEqual({ first, last }))

it.each([
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', null],
  ['2024-02-XX', null],
  ['2024-02', null],
  ['2024', null],
  ['2024-03-01/2024-03-31', null],
  ['', null],
  [null, null],
])('%j has the whole day %j', (edtf, whole) => expect(wholeDayOf(edtf)).toBe(whole))
