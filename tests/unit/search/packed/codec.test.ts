import fc from 'fast-check'
import SearchableMap from 'minisearch/SearchableMap'
import { describe, expect, it } from 'vitest'
import { BitWriter } from '../../../../src/search/packed/bitWriter'
import { ByteReader } from '../../../../src/search/packed/byteReader'
import { ByteWriter } from '../../../../src/search/packed/byteWriter'
import { bytesReader } from '../../../../src/search/packed/bytesReader'
import { checksum } from '../../../../src/search/packed/checksum'
import { fuzzyDistance } from '../../../../src/search/packed/fuzzyDistance'
import { areNearby } from '../../../../src/search/packed/nearby'
import { PageCache } from '../../../../src/search/packed/pageCache'
import { planMerge } from '../../../../src/search/packed/planMerge'
import { PostingsBuffer } from '../../../../src/search/packed/postingsBuffer'
import { decodePostingsBlock, encodePostingsBlock } from '../../../../src/search/packed/postingsCodec'
import { PostingsList } from '../../../../src/search/packed/postingsList'
import { decodeProof, encodeProof, skipProof } from '../../../../src/search/packed/proofCodec'
import { Segment } from '../../../../src/search/packed/segment'
import { MemorySink } from '../../../../src/search/packed/segmentSink'
import { SegmentWriter } from '../../../../src/search/packed/segmentWriter'
import {
  compareBytes,
  compareTerms,
  decodeUnits,
  encodeUnits,
  isCodePointPair,
  pairKey,
  pairTerm,
} from '../../../../src/search/packed/termKey'
import { TopHits } from '../../../../src/search/packed/topHits'

const anyString = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff), { maxLength: 4 }).map((units) => String.fromCharCode(...units)),
)
const gap = fc.oneof(fc.nat(3), fc.nat(300), fc.nat(1 << 20))
const frequency = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) },
  fc.integer({ min: 1, max: 100_000 }),
)

describe('numbers', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), (numbers) => {
        const writer = new ByteWriter(1)
        for (const number of numbers) writer.writeVarint(number)
        const reader = new ByteReader(writer.view())
        expect(numbers.map(() => reader.readVarint())).toEqual(numbers)
      }),
    )
  })

  it('have the checksums of xxHash32', () => {
    const hash = (text: string): number => checksum(new TextEncoder().encode(text))
    expect(hash('')).toBe(0x02cc5d05)
    expect(hash('a')).toBe(0x550d7456)
    expect(hash('abc')).toBe(0x32d153ff)
    expect(hash('Nobody inspects the spammish repetition')).toBe(0xe2293b2f)
  })
})

describe('postings', () => {
  it('of a block are read as they were written, with anything before and after', () => {
    const postings = fc.array(fc.tuple(gap, frequency), { minLength: 1, maxLength: 128 })
    fc.assert(
      fc.property(postings, fc.integer({ min: -1, max: 1000 }), (list, previous) => {
        let document = previous
        const documents = Int32Array.from(list, ([between]) => (document += between + 1))
        const frequencies = Int32Array.from(list, ([, times]) => times)
        const bits = new BitWriter()
        bits.write(0b101, 3)
        bits.align()
        encodePostingsBlock(bits, documents, frequencies, 0, list.length, previous)
        bits.align()
        const bytes = bits.view()
        const read = [new Int32Array(list.length), new Int32Array(list.length)] as const
        decodePostingsBlock(bytes, 1, list.length, previous, read[0], read[1], 0)
        expect(read).toEqual([documents, frequencies])
      }),
      { numRuns: 1000 },
    )
  })

  it('have rank links that are read and passed over as they were written', () => {
    const rankGap = fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 9 }) },
      fc.integer({ min: 1, max: 1 << 20 }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(rankGap, rankGap), { minLength: 1, maxLength: 50 }),
        fc.nat(7),
        (gaps, offset) => {
          const bits = new BitWriter()
          bits.write(0, offset)
          encodeProof(
            bits,
            Int32Array.from(gaps, ([left]) => left),
            Int32Array.from(gaps, ([, right]) => right),
            0,
            gaps.length,
          )
          bits.align()
          let left = 0
          let right = 0
          const expected = gaps.map(([leftGap, rightGap]) => [(left += leftGap), (right += rightGap)])
          const lefts = new Int32Array(gaps.length)
          const rights = new Int32Array(gaps.length)
          const end = decodeProof(bits.view(), offset, gaps.length, lefts, rights)
          expect(Array.from(lefts, (rank, i) => [rank, rights[i]])).toEqual(expected)
          expect(skipProof(bits.view(), offset, gaps.length)).toBe(end)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('terms', () => {
  it('keep every string, and the order of bytes is the order of strings', () => {
    fc.assert(
      fc.property(anyString, anyString, (a, b) => {
        const [left, right] = [encodeUnits(a), encodeUnits(b)]
        expect(decodeUnits(left, 0, left.length)).toBe(a)
        expect(Math.sign(compareBytes(left, right))).toBe(a < b ? -1 : a > b ? 1 : 0)
        expect(isCodePointPair(a)).toBe(Array.from(a).length === 2)
        if (pairKey(a) >= 0) expect(pairTerm(pairKey(a))).toBe(a)
      }),
      { numRuns: 2000 },
    )
  })

  it('are found in a dictionary as in a Map, whole, by prefix and by length', () => {
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
              const { documents, frequencies } = new PostingsList(segment, term, entry, list).decodeAll()
              return [list.field, [...documents], [...frequencies]]
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
      { numRuns: 25 },
    )
  })

  it('are as far from each other as MiniSearch finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 60, size: 'max' }),
        word,
        fc.integer({ min: 1, max: 4 }),
        (terms, asked, most) => {
          const tree = SearchableMap.from<boolean>(terms.map((term) => [term, true]))
          const expected = Array.from(
            tree.fuzzyGet(asked, most),
            ([term, [, distance]]) => [term, distance] as const,
          )
          const distanceTo = fuzzyDistance(asked, most)
          const found = [...terms].sort().flatMap((term) => {
            const distance = distanceTo(term)
            return distance === undefined ? [] : [[term, distance] as const]
          })
          expect(new Map(found)).toEqual(new Map(expected))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('choosing', () => {
  it('keeps the best hits, of equal ones the first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.nat(12), (keys, capacity) => {
        const best = new TopHits(capacity)
        keys.forEach((key, ordinal) => best.add(key, ordinal))
        const expected = keys
          .map((key, ordinal) => ({ key, ordinal }))
          .sort((a, b) => b.key - a.key || a.ordinal - b.ordinal)
        expect(best.sorted()).toEqual(expected.slice(0, capacity))
      }),
    )
  })

  it('merges neighbours until few enough are left, the small ones first', () => {
    expect(planMerge([1000, 10, 20, 900, 5, 5], 4)).toEqual([
      { start: 1, end: 3 },
      { start: 4, end: 6 },
    ])
    expect(planMerge([5, 5], 4)).toEqual([])
    expect(planMerge([5, 5, 5], 1)).toEqual([{ start: 0, end: 3 }])
  })

  it('finds what is near, in either order, whatever overlaps', () => {
    expect(areNearby('甲一二乙', '甲', '乙', 2)).toBe(true)
    expect(areNearby('乙一二甲', '甲', '乙', 2)).toBe(true)
    expect(areNearby('甲一二三乙', '甲', '乙', 2)).toBe(false)
    expect(areNearby('甲一二三甲𠮷乙', '甲', '乙', 1)).toBe(true)
    expect(areNearby('中国人', '中国', '国人', 5)).toBe(false)
    expect(areNearby('中国中国人', '中国', '国人', 1)).toBe(true)
  })
})
