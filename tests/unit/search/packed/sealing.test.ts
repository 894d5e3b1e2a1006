import { describe, expect, it } from 'vitest'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { codeOf, type Note } from './notes'

describe('sealing', () => {
  it('refuses ids and stored values that cannot leave memory, and changes nothing', () => {
    const index = new PackedMiniSearch<any>({ fields: ['title'], storeFields: ['when'] })
    index.add({ id: { an: 'object' }, title: 'one' })
    expect(codeOf(() => index.seal())).toBe('unsupported-id')
    expect(index.search('one')).toHaveLength(1)
    const other = new PackedMiniSearch<any>({ fields: ['title'], storeFields: ['when'] })
    other.add({ id: 1, title: 'one', when: new Date() })
    expect(codeOf(() => other.seal())).toBe('unsupported-stored-value')
    expect(other.search('one')).toHaveLength(1)
  })

  it('refuses column values that are no integers of 32 bits, alone or in a list', () => {
    for (const value of [-(2 ** 31), 2 ** 31 - 1, 0.5, NaN]) {
      for (const kind of ['single', 'multiple'] as const) {
        const index = new PackedMiniSearch<any>({
          fields: ['title'],
          packed: { columns: { size: { kind, of: () => [value] } } },
        })
        index.add({ id: 1, title: 'one' })
        expect(codeOf(() => index.seal())).toBe('segment-too-large')
      }
    }
  })

  it('keeps ids of every kind that it takes', () => {
    const ids = ['text', '', 'é\ud800', 0, -1.5, 1e300, NaN, 12345678901234567890n, true, false]
    const index = new PackedMiniSearch<any>({ fields: ['title'] })
    index.addAll(ids.map((id) => ({ id, title: 'same' })))
    const opened = PackedMiniSearch.open(index.toSegments(), { fields: ['title'] })
    expect(opened.search('same').map(({ id }) => id as unknown)).toEqual(ids)
    for (const id of ids) expect(opened.has(id)).toBe(true)
    expect(opened.has('other')).toBe(false)
    expect(() => opened.add({ id: 'text', title: 'again' })).toThrow('duplicate ID')
  })

  it('does not disturb a vacuum under way', async () => {
    const index = new PackedMiniSearch<Note>({ fields: ['title'], autoVacuum: false })
    for (let id = 0; id < 50; id++) index.add({ id, title: `only${id} shared` })
    for (let id = 0; id < 25; id++) index.discard(id)
    const vacuumed = index.vacuum({ batchSize: 1, batchWait: 0 })
    index.seal()
    index.add({ id: 100, title: 'shared later' })
    await vacuumed
    expect(index.search('shared')).toHaveLength(26)
    expect(index.search('only3')).toHaveLength(0)
  })
})
