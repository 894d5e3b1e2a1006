import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SegmentReader } from '../../../../src/search/packed/segmentReader'
import { PackedError } from '../../../../src/search/packed/packedError'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { type PackedOptions } from '../../../../src/search/packed/packedOptions'
import { expectSameResults } from './searchResults'

interface Note {
  readonly id: number
  readonly title: string
}

const options: PackedOptions<Note> = {
  fields: ['title'],
  storeFields: ['title'],
  packed: { fingerprint: 'words-1', columns: { size: { kind: 'single', of: ({ title }) => title.length } } },
}

function noteSegment(count = 400): Uint8Array {
  const index = new PackedMiniSearch<Note>(options)
  for (let id = 0; id < count; id++)
    index.add({ id, title: `note ${id} ${'word '.repeat(id % 5)}number${id % 17}` })
  index.discard(3)
  return index.toSegments()[0]!
}

const segment = noteSegment()

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof PackedError) return error.code
    throw error
  }
  return 'none'
}

/** A reader that is not in memory as a whole, so that pages are checked one by one. */
function remoteReader(bytes: Uint8Array): SegmentReader {
  return { size: bytes.length, read: (offset, length) => bytes.slice(offset, offset + length) }
}

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
      { numRuns: 3000 },
    )
  })

  it('is refused when it was cut off anywhere', () => {
    fc.assert(
      fc.property(fc.nat(segment.length - 1), (length) => {
        const code = codeOf(() => PackedMiniSearch.open([segment.slice(0, length)], options))
        expect(code).toBe(length === 0 ? 'foreign-file' : 'truncated-file')
      }),
      { numRuns: 500 },
    )
  })

  it('is refused when bytes follow it', () => {
    const longer = new Uint8Array(segment.length + 16)
    longer.set(segment)
    expect(codeOf(() => PackedMiniSearch.open([longer], options))).toBe('truncated-file')
  })

  it('is told apart from other files and from later versions', () => {
    expect(
      codeOf(() =>
        PackedMiniSearch.open([new TextEncoder().encode('{"format":"other"}'.repeat(9))], options),
      ),
    ).toBe('foreign-file')
    const later = segment.slice()
    later[8] = 2
    expect(codeOf(() => PackedMiniSearch.open([later], options))).toBe('unsupported-version')
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
        let code = 'none'
        let results: unknown
        code = codeOf(() => {
          results = PackedMiniSearch.open<Note>([remoteReader(damaged)], options).search('number5 note')
        })
        if (code === 'none') expect(results).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps the marks of removed documents when it is written again', () => {
    const index = PackedMiniSearch.open<Note>([segment], options)
    expect(index.has(3)).toBe(false)
    index.discard(4)
    const again = PackedMiniSearch.open<Note>(index.toSegments(), options)
    expect([again.has(3), again.has(4), again.has(5)]).toEqual([false, false, true])
    expect(again.documentCount).toBe(398)
  })
})

describe('marks of removed documents', () => {
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
