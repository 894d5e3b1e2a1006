import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSteps, writeSteps } from '../../../src/text/numberSteps'

it('gives back the numbers that were written', () => {
  const numbers = fc.array(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }))
  fc.assert(
    fc.property(numbers, (written) => {
      expect(readSteps(writeSteps(written))).toEqual(written)
    }),
  )
})

it('writes a short step as one character', () => {
  expect(writeSteps([15, 15, 0, 1])).toHaveLength(4)
  expect(writeSteps([])).toBe('')
})
