import * as fileSystem from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accessHandleReader } from '../../../../src/search/packed/accessHandleReader'
import { blobReader } from '../../../../src/search/packed/blobReader'
import { checksum } from '../../../../src/search/packed/checksum'
import { fileDescriptorReader } from '../../../../src/search/packed/fileDescriptorReader'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { type PackedOptions } from '../../../../src/search/packed/packedOptions'
import { PageCache } from '../../../../src/search/packed/pageCache'
import { type SegmentReader } from '../../../../src/search/packed/segmentReader'
import { createPagedSource } from '../../../../src/search/packed/segmentSource'
import { expectSameResults } from './searchResults'

interface Note {
  readonly id: number
  readonly title: string
}

const options: PackedOptions<Note> = {
  fields: ['title'],
  storeFields: ['title'],
  packed: { cacheBytes: 40_000 },
}
const notes = Array.from({ length: 1500 }, (_, id) => ({
  id,
  title: `note ${id} of ${id % 97} and ${(id * 7919) % 1013}`,
}))
const index = new PackedMiniSearch<Note>(options)
index.addAll(notes)
const segment = index.toSegments()[0]!
const questions = ['note', '13', '97 of', 'and 500', 'nothing']

const handle = {
  getSize: () => segment.length,
  read(buffer: Uint8Array, { at = 0 }: { at?: number } = {}): number {
    const part = segment.subarray(at, at + buffer.length)
    buffer.set(part)
    return part.length
  },
}

/** Stands for a Blob and the FileReaderSync of a worker. */
const blob = {
  size: segment.length,
  slice: (start: number, end: number) => segment.slice(start, end),
} as unknown as Blob
const fileReader = {
  readAsArrayBuffer: (part: Blob) => (part as unknown as Uint8Array).slice().buffer,
}

function fileReaderOf(bytes: Uint8Array): SegmentReader {
  const path = join(fileSystem.mkdtempSync(join(tmpdir(), 'packed-')), 'segment')
  fileSystem.writeFileSync(path, bytes)
  return fileDescriptorReader(fileSystem.openSync(path, 'r'), fileSystem)
}

describe.each([
  ['an access handle', () => accessHandleReader(handle)],
  ['a Blob', () => blobReader(blob, fileReader)],
  ['a file descriptor', () => fileReaderOf(segment)],
])('a segment read from %s', (_name, open) => {
  it('answers as the same bytes in memory', () => {
    const opened = PackedMiniSearch.open<Note>([open()], options)
    for (const question of questions) {
      expectSameResults(opened.search(question, { prefix: true }), index.search(question, { prefix: true }))
    }
    expect(opened.getStoredFields(1234)).toEqual({ title: notes[1234]!.title })
    expect(opened.query({ kind: 'term', term: '13' })).toMatchObject({ total: index.search('13').length })
    expect(Buffer.compare(opened.toSegments()[0]!, segment)).toBe(0)
    opened.close()
  })
})

describe('reading', () => {
  it('fetches little to open a segment and little for a query', () => {
    let fetched = 0
    const reader = accessHandleReader({
      getSize: handle.getSize,
      read: (buffer, at) => ((fetched += buffer.length), handle.read(buffer, at)),
    })
    const opened = PackedMiniSearch.open<Note>([reader], options)
    expect(fetched).toBeLessThan(segment.length / 3)
    fetched = 0
    opened.query({ kind: 'term', term: '13' }, { top: 1 })
    expect(fetched).toBeLessThan(8 * 4096)
  })

  it('reports a read that falls short', () => {
    const reader = accessHandleReader({ getSize: handle.getSize, read: () => 7 })
    expect(() => PackedMiniSearch.open([reader], options)).toThrow('7 of 16 bytes')
  })

  it('says that a Blob needs a worker', () => {
    expect(() => blobReader(new Blob([]))).toThrow('only in a worker')
  })
})

describe('the page cache', () => {
  it('gives any range as it is, in order or not, within its bounds', () => {
    const bytes = Uint8Array.from({ length: 50_000 }, (_, i) => (i * 31) ^ (i >>> 8))
    const checksums = Uint32Array.from({ length: Math.ceil(bytes.length / 4096) }, (_, i) =>
      checksum(bytes, i * 4096, Math.min(bytes.length, i * 4096 + 4096)),
    )
    for (const pageBytes of [4096, 8192, 16_384]) {
      const cache = new PageCache(20_000)
      const reader: SegmentReader = {
        size: bytes.length,
        pageBytes,
        read: (at, length) => bytes.slice(at, at + length),
      }
      const source = createPagedSource(reader, cache, { checksums, coveredBytes: bytes.length })
      for (let round = 0; round < 700; round++) {
        const offset = (round * 7919) % bytes.length
        const length = (round * 104_729) % 20_000
        const view = source.view(offset, length)
        const isSame = Buffer.compare(view, bytes.subarray(offset, offset + length)) === 0
        expect(isSame, `bytes ${offset} + ${length}`).toBe(true)
        expect(cache.heldBytes).toBeLessThanOrEqual(20_000)
      }
    }
  })
})
