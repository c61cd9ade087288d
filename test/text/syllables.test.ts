// What may be a Vietnamese syllable, and what may not.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isCommonSyllable } from '../../src/text/common-syllables.ts'
import { isSyllable } from '../../src/text/syllables.ts'

const list = (words: string) => words.split(' ')
const shared = join(import.meta.dirname, '../../../shared/corpus')

describe('a syllable', () => {
  it.each(
    list(
      'nghiệp ghép ngành kế cơ quý quốc quyết giường giếng gìn gì giữ yêu yến y ý uỷ ủy uống ướt ở ô ủng hòa hoà khoẻ khỏe thuý thúy khuya khuỷu ngoằn thuở huơ xoong lửa mứt hươu hưu cứu tuyên truyền tuýp buýt Đắk Mỹ Nguyễn NGHIỆP đạo TẾ',
    ),
  )('is %s', (word) => {
    expect(isSyllable(word)).toBe(true)
    expect(isSyllable(word.normalize('NFD'))).toBe(true)
  })

  it.each(
    list(
      'hoàc thùc ngế ghà cê kâ qăn nge zê fa ktế lôp bàt cach1 đ ng qu Köln café São-Paulo thưoơng nướcc hòà tieeng phuấ ơng êng ước2',
    ),
  )('is not %s', (word) => {
    expect(isSyllable(word)).toBe(false)
  })

  it.runIf(existsSync(shared))('is nearly every word of real plans', () => {
    const files = readdirSync(shared).filter((file) => /(?<!utf16)\.(?:md|txt)$/.test(file))
    const words = files
      .flatMap(
        (file) =>
          readFileSync(join(shared, file), 'utf8')
            .normalize('NFC')
            .match(/[\p{L}\p{M}]+/gu) ?? [],
      )
      .filter((word) => word.length > 1 && !/^[A-ZĐ]+$/.test(word))
    expect(words.length).toBeGreaterThan(10_000)
    expect(words.filter(isSyllable).length / words.length).toBeGreaterThan(0.99)
  })
})

describe('a common syllable', () => {
  it.each([
    ['Kế', true],
    ['HOÁ', true],
    ['hoạch', true],
    ['cụng', false],
    ['thỏng', false],
  ])('%s: %s', (word, expected) => {
    expect(isCommonSyllable(word)).toBe(expected)
  })
})
