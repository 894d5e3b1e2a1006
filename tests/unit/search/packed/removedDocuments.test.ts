import { describe, expect, it } from 'vitest'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { codeOf, noteSegment, options, type Note } from './notes'
import { expectSameResults } from './searchResults'

const segment = noteSegment()

describe('marks of removed documents', () => {
  it('are kept in a file that is written again', () => {
    const index = PackedMiniSearch.open<Note>([segment], options)
    expect(index.has(3)).toBe(false)
    index.discard(4)
    const again = PackedMiniSearch.open<Note>(index.toSegments(), options)
    expect([again.has(3), again.has(4), again.has(5)]).toEqual([false, false, true])
    expect(again.documentCount).toBe(398)
  })

  it('can be kept beside a file that is not written again', () => {
    const index = PackedMiniSearch.open<Note>([segment], options)
    index.discard(7)
    const [removed] = index.removedDocuments()
    const again = PackedMiniSearch.open<Note>([{ file: segment, removed: removed! }], options)
    expect([again.has(3), again.has(7), again.has(8)]).toEqual([false, false, true])
    expect(again.documentCount).toBe(index.documentCount)
    expectSameResults(again.search('note number5'), index.search('note number5'))
  })

  it('are refused if they belong to another file', () => {
    expect(
      codeOf(() => PackedMiniSearch.open([{ file: segment, removed: new Uint8Array(4) }], options)),
    ).toBe('damaged-file')
  })
})
