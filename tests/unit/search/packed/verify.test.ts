import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { codeOf, noteSegment, options, remoteReader, type Note } from './notes'
import { propertyRuns } from './propertyRuns'

const segment = noteSegment()
const anyByte = fc.nat(segment.length - 1)
const anyChange = fc.integer({ min: 1, max: 255 })

describe('PackedMiniSearch.verify', () => {
  it('accepts whole files, in memory or not, with documents removed since', () => {
    const index = PackedMiniSearch.open<Note>([segment, remoteReader(noteSegment(1500))], options)
    index.discard(7)
    expect(codeOf(() => index.verify())).toBe('none')
    expect(codeOf(() => new PackedMiniSearch<Note>(options).verify())).toBe('none')
  })

  it('finds any changed byte of a file on disk that could be opened', () => {
    fc.assert(
      fc.property(anyByte, anyChange, (at, change) => {
        const damaged = segment.slice()
        damaged[at]! ^= change
        const code = codeOf(() => PackedMiniSearch.open<Note>([remoteReader(damaged)], options).verify())
        expect(['damaged-file', 'foreign-file', 'truncated-file', 'unsupported-version']).toContain(code)
      }),
      propertyRuns(250),
    )
  })

  it('finds any byte that changed since the file was opened, also of what is kept in memory', () => {
    fc.assert(
      fc.property(anyByte, anyChange, (at, change) => {
        const changing = segment.slice()
        const index = PackedMiniSearch.open<Note>([remoteReader(changing)], options)
        changing[at]! ^= change
        expect(codeOf(() => index.verify())).not.toBe('none')
      }),
      propertyRuns(250),
    )
  })

  it('finds damage that no query has met', () => {
    const damaged = segment.slice()
    const index = PackedMiniSearch.open<Note>([remoteReader(damaged)], options)
    const results = index.search('number5')
    damaged[20]! ^= 1
    expect(index.search('number5')).toEqual(results)
    expect(codeOf(() => index.verify())).toBe('damaged-file')
  })

  it('says which segment is damaged', () => {
    const damaged = noteSegment(30)
    const index = PackedMiniSearch.open<Note>([segment, remoteReader(damaged)], options)
    damaged[20]! ^= 1
    expect(() => index.verify()).toThrow('segment 2 of 2: the segment is damaged near byte 0 [damaged-file]')
  })
})
