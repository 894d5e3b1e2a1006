import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitWriter } from '../../../../src/search/packed/bitWriter'
import { ByteReader } from '../../../../src/search/packed/byteReader'
import { ByteWriter } from '../../../../src/search/packed/byteWriter'
import { checksum } from '../../../../src/search/packed/checksum'
import { decodeFrequencies, encodeFrequencies } from '../../../../src/search/packed/frequencyCodec'
import { decodeDocuments, encodePostingsBlock } from '../../../../src/search/packed/postingsCodec'
import { decodeProof, encodeProof, skipProof } from '../../../../src/search/packed/proofCodec'

const gap = fc.oneof(fc.nat(3), fc.nat(300), fc.nat(1 << 23))
const frequency = fc.oneof(
  { weight: 20, arbitrary: fc.constant(1) },
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: 10, max: 40 }) },
  fc.integer({ min: 1, max: 1_000_000 }),
)

describe('bytes', () => {
  it('give back every integer that was written', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), (numbers) => {
        const writer = new ByteWriter(1)
        for (const number of numbers) writer.writeVarint(number)
        const reader = new ByteReader(writer.view())
        expect(numbers.map(() => reader.readVarint())).toEqual(numbers)
      }),
    )
  })

  it('have the checksum that xxHash32 gives them', () => {
    const hash = (text: string): number => checksum(new TextEncoder().encode(text))
    expect(hash('')).toBe(0x02cc5d05)
    expect(hash('a')).toBe(0x550d7456)
    expect(hash('abc')).toBe(0x32d153ff)
    expect(hash('Nobody inspects the spammish repetition')).toBe(0xe2293b2f)
  })
})

describe('postings', () => {
  it('are read as they were written, with anything before and after their block', () => {
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
        const bytes = new Uint8Array(bits.align() + 8).fill(0xff)
        bytes.set(bits.view())
        const view = new DataView(bytes.buffer)
        const read = [new Int32Array(list.length + 2), new Int32Array(list.length + 2)] as const
        const position = decodeDocuments(view, 1, list.length, previous, read[0], 1)
        const end = decodeFrequencies(view, position, list.length, read[1], 1)
        expect(read).toEqual([Int32Array.of(0, ...documents, 0), Int32Array.of(0, ...frequencies, 0)])
        expect(Math.ceil(end / 8)).toBe(bytes.length - 8)
      }),
      { numRuns: 1000 },
    )
  })

  it('take one bit more than their documents where each has the term once', () => {
    const bitsOf = (...frequencies: number[]): number => {
      const bits = new BitWriter()
      encodeFrequencies(bits, Int32Array.from(frequencies), 0, frequencies.length)
      bits.align()
      const view = new DataView(Uint8Array.of(...bits.view(), 0, 0, 0, 0, 0, 0, 0, 0).buffer)
      return decodeFrequencies(view, 0, frequencies.length, new Int32Array(frequencies.length), 0)
    }
    expect(bitsOf(...Array.from({ length: 128 }, () => 1))).toBe(1)
    expect(bitsOf(2, 1)).toBe(4 + 2 + 1)
    expect(bitsOf(2, ...Array.from({ length: 127 }, () => 1))).toBe(4 + (1 + 6) + 1 + (1 + 1 + 6))
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
