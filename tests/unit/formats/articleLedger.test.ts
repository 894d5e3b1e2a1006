import { describe, expect, it } from 'vitest'
import { ArticleLedger } from '../../../src/formats/articleLedger'

describe('ArticleLedger', () => {
  it('knows an id again, and whether it stands for the same content', () => {
    const ledger = new ArticleLedger()
    expect(ledger.enter('a', 'one')).toBe('new')
    expect(ledger.enter('a', 'one')).toBe('same')
    expect(ledger.enter('a', 'two')).toBe('other')
    expect(ledger.enter('a', 'one')).toBe('same')
    expect(ledger.enter('b', 'one')).toBe('new')
  })

  it('agrees with a map over a hundred thousand entries, half of them known', () => {
    const ledger = new ArticleLedger()
    const contents = new Map<string, string>()
    let disagreements = 0
    for (let number = 0; number < 100_000; number += 1) {
      const id = `id-${(number * 7919) % 50_000}`
      const content = `content ${number % 3}`
      const known = contents.get(id)
      const expected = known === undefined ? 'new' : known === content ? 'same' : 'other'
      if (known === undefined) contents.set(id, content)
      if (ledger.enter(id, content) !== expected) disagreements += 1
    }
    expect(disagreements).toBe(0)
  })
})
