import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { foldTableSource } from '../../../scripts/generateFoldTable'
import { FOLD_PAIRS } from '../../../src/text/foldTable'

it('is what the generator writes today', () => {
  const committed = readFileSync(new URL('../../../src/text/foldTable.ts', import.meta.url), 'utf8')
  expect(committed).toBe(foldTableSource())
})

it('pairs characters of the same length and leads to no character that it replaces', () => {
  const characters = Array.from(FOLD_PAIRS)
  const replaced = new Set(characters.filter((_, place) => place % 2 === 0))
  for (let place = 0; place < characters.length; place += 2) {
    expect(characters[place]?.length).toBe(characters[place + 1]?.length)
    expect(replaced.has(characters[place + 1] ?? '')).toBe(false)
  }
})
