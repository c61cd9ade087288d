// Pairs and order: what is matched as a whole, and what left its place.
import { expect, it } from 'vitest'
import { outOfOrder, pairUp } from '../../src/compare/pair.ts'

it('takes the best pairs as a whole, not the best first one', () => {
  const scores = [
    [0.9, 0.8],
    [0.85, 0],
  ]
  const { pairs, onlyBefore, onlyAfter } = pairUp(2, 2, (i, j) => scores[i]![j]!)
  expect(pairs.map(({ before, after }) => [before, after])).toEqual([
    [0, 1],
    [1, 0],
  ])
  expect([onlyBefore, onlyAfter]).toEqual([[], []])
})

it('leaves alone what fits nothing', () => {
  const { pairs, onlyBefore, onlyAfter } = pairUp(3, 1, (i) => (i === 1 ? 0.5 : 0))
  expect([pairs.length, onlyBefore, onlyAfter]).toEqual([1, [0, 2], []])
  expect(pairUp(0, 2, () => 1).onlyAfter).toEqual([0, 1])
})

it.each([
  { places: [0, 1, 2, 3], moved: [] },
  { places: [0, 2, 1, 3], moved: [1, 2] },
  { places: [0, 3, 1, 2], moved: [1] },
  { places: [1, 2, 3, 0], moved: [3] },
  { places: [], moved: [] },
])('sees in $places what left its place', ({ places, moved }) => {
  expect(outOfOrder(places).flatMap((is, i) => (is ? [i] : []))).toEqual(moved)
})
