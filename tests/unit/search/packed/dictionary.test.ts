import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesReader } from '../../../../src/search/packed/bytesReader'
import { PageCache } from '../../../../src/search/packed/pageCache'
import { PostingsBuffer } from '../../../../src/search/packed/postingsBuffer'
import { PostingsList } from '../../../../src/search/packed/postingsList'
import { Segment } from '../../../../src/search/packed/segment'
import { MemorySink } from '../../../../src/search/packed/segmentSink'
import { SegmentWriter } from '../../../../src/search/packed/segmentWriter'
import { compareTerms } from '../../../../src/search/packed/termKey'
import { anyString } from './arbitraries'
import { propertyRuns } from './propertyRuns'

describe('a dictionary', () => {
  it('finds terms as a Map does, whole, by prefix and by length', () => {
    const vocabulary = fc.uniqueArray(
      fc.oneof(anyString, fc.string({ unit: fc.constantFrom('a', 'b', '中', '国'), maxLength: 8 })),
      { minLength: 1, maxLength: 400, size: 'max' },
    )
    fc.assert(
      fc.property(
        vocabulary,
        fc.array(anyString, { maxLength: 5 }),
        fc.nat(9),
        (terms, others, fieldSeed) => {
          const fields = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
          const sink = new MemorySink()
          const writer = new SegmentWriter(sink, { fields, fingerprint: '', proofs: false })
          const sorted = [...terms].sort(compareTerms)
          const expected = new Map<string, [field: number, documents: number[], frequencies: number[]][]>()
          sorted.forEach((term, number) => {
            const lists = fields.map(() => new PostingsBuffer())
            const perField: [number, number[], number[]][] = []
            for (let field = 0; field < fields.length; field++) {
              if ((number * 7 + field * fieldSeed) % 4 !== 0 && field !== number % fields.length) continue
              for (let document = 0; document <= (number * 31) % 300; document += 1 + (number % 3)) {
                lists[field]!.addDocument(document, 1 + (document % 5))
              }
              const { count, documents, frequencies } = lists[field]!
              perField.push([field, [...documents.subarray(0, count)], [...frequencies.subarray(0, count)]])
            }
            expected.set(term, perField)
            writer.addTerm(term, lists)
          })
          const source = {
            count: 300,
            idBytes: () => Uint8Array.of(3),
            storedFieldBytes: () => undefined,
            fieldLength: () => 1,
            columns: [],
          }
          writer.finish(source)
          const segment = new Segment(bytesReader(sink.take()), new PageCache(1e6))
          const { dictionary } = segment
          const read = (term: string): unknown => {
            const entry = dictionary.find(term)
            return entry?.lists.map((list) => {
              const postings = new PostingsList(segment, term, entry, list)
              const { documents } = postings
              const frequencies = Array.from(documents, (_, place) => postings.frequencyAt(place))
              return [list.field, [...documents], frequencies]
            })
          }
          for (const term of [...terms, ...others]) expect(read(term)).toEqual(expected.get(term))
          for (const prefix of ['', 'a', 'ab', 'aba', '中', '中国', ...others]) {
            const found = Array.from(dictionary.withPrefix(prefix), ([term]) => term)
            expect(found).toEqual(sorted.filter((term) => term.startsWith(prefix)))
          }
          expect(Array.from(dictionary.ofLength(0), ([term]) => term)).toEqual(sorted)
        },
      ),
      propertyRuns(8),
    )
  })
})
