import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { foldPairs, foldTableSource } from '../../../scripts/generateFoldTable'
import { SIMPLE_STEPS, TRADITIONAL_STEPS } from '../../../src/text/foldTable'
import { readSteps } from '../../../src/text/numberSteps'

const traditional = readSteps(TRADITIONAL_STEPS).map((point) => String.fromCodePoint(point))
const simple = readSteps(SIMPLE_STEPS).map((point) => String.fromCodePoint(point))

it('is what the generator writes today', () => {
  const committed = readFileSync(new URL('../../../src/text/foldTable.ts', import.meta.url), 'utf8')
  expect(committed).toBe(foldTableSource())
})

it('holds every pair', () => {
  expect(traditional.map((character, place) => character + simple[place]!).sort()).toEqual(
    foldPairs().match(/.{2}/gu)?.sort(),
  )
})

it('pairs characters of the same length and leads to no character that it replaces', () => {
  expect(simple.map(({ length }) => length)).toEqual(traditional.map(({ length }) => length))
  const replaced = new Set(traditional)
  expect(replaced.size).toBe(traditional.length)
  expect(simple.filter((character) => replaced.has(character))).toEqual([])
})
