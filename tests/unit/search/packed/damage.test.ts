import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { codeOf, noteSegment, options, remoteReader, type Note } from './notes'
import { propertyRuns } from './propertyRuns'

const segment = noteSegment()

describe('a segment file', () => {
  it('is opened when it is whole', () => {
    expect(PackedMiniSearch.open<Note>([segment], options).search('number5').length).toBeGreaterThan(10)
  })

  it('is refused for any changed byte, with a reason', () => {
    fc.assert(
      fc.property(fc.nat(segment.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = segment.slice()
        damaged[at]! ^= change
        const code = codeOf(() => PackedMiniSearch.open([damaged], options))
        expect(['damaged-file', 'foreign-file', 'truncated-file', 'unsupported-version']).toContain(code)
      }),
      propertyRuns(400),
    )
  })

  it('is refused when it was cut off anywhere', () => {
    fc.assert(
      fc.property(fc.nat(segment.length - 1), (length) => {
        const code = codeOf(() => PackedMiniSearch.open([segment.slice(0, length)], options))
        expect(code).toBe(length === 0 ? 'foreign-file' : 'truncated-file')
      }),
      propertyRuns(200),
    )
  })

  it('is refused when bytes follow it', () => {
    const longer = new Uint8Array(segment.length + 16)
    longer.set(segment)
    expect(codeOf(() => PackedMiniSearch.open([longer], options))).toBe('truncated-file')
  })

  it('is told apart from other files and from earlier and later versions', () => {
    expect(
      codeOf(() =>
        PackedMiniSearch.open([new TextEncoder().encode('{"format":"other"}'.repeat(9))], options),
      ),
    ).toBe('foreign-file')
    for (const version of [1, 3, 0x100]) {
      const other = segment.slice()
      other[8] = version & 0xff
      other[9] = version >>> 8
      expect(codeOf(() => PackedMiniSearch.open([other], options))).toBe('unsupported-version')
    }
  })

  it('is refused under other fields, another tokenizer, or other columns', () => {
    expect(codeOf(() => PackedMiniSearch.open([segment], { ...options, fields: ['title', 'text'] }))).toBe(
      'fields-differ',
    )
    expect(
      codeOf(() =>
        PackedMiniSearch.open([segment], {
          ...options,
          packed: { ...options.packed, fingerprint: 'words-2' },
        }),
      ),
    ).toBe('tokenizer-differs')
    expect(
      codeOf(() => PackedMiniSearch.open([segment], { ...options, packed: { fingerprint: 'words-1' } })),
    ).toBe('columns-differ')
  })

  it('is checked page by page where it is not in memory, before anything of a damaged page is believed', () => {
    const expected = PackedMiniSearch.open<Note>([segment], options).search('number5 note')
    fc.assert(
      fc.property(fc.nat(segment.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = segment.slice()
        damaged[at]! ^= change
        let results: unknown
        const code = codeOf(() => {
          results = PackedMiniSearch.open<Note>([remoteReader(damaged)], options).search('number5 note')
        })
        expect(code === 'none' ? results : expected).toEqual(expected)
      }),
      propertyRuns(200),
    )
  })
})
