// Commas and dots by the shape of their ink.
import { describe, expect, it } from 'vitest'
import { separatorsIn } from '../../../src/read/ocr/separators.ts'
import { inkOfFigure } from './drawn-figures.ts'

describe('separatorsIn', () => {
  it.each([
    ['1,13', '1,13', 'same'],
    ['1,13', '1.13', 'other-signs'],
    ['1.950.000', '1.950.000', 'same'],
    ['1.950.000', '1,950,000', 'other-signs'],
    ['1,13', '113', 'other-places'],
    ['113', '1,13', 'other-places'],
    ['1,13', '11,3', 'other-places'],
    ['12,5', '≥12,5', 'other-places'],
    ['812,5', '≥12,5', 'same'],
    ['12,5', '12,5%', 'unknown'],
    ['12,5', 'nt', 'unknown'],
  ])('of ink like %s calls %s %s', (printed, read, expected) => {
    const { ink, box } = inkOfFigure(printed)
    expect(separatorsIn(ink, box)?.compare(read)).toBe(expected)
  })

  it('writes what the ink has', () => {
    const { ink, box } = inkOfFigure('1.950.000')
    expect(separatorsIn(ink, box)?.printed('1,950,000')).toBe('1.950.000')
  })

  it('says nothing of ink too small to tell', () => {
    const { ink, box } = inkOfFigure('12,5', 4)
    expect(separatorsIn(ink, box)).toBeNull()
  })
})
