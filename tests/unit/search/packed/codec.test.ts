import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitWriter } from '../../../../src/search/packed/bitWriter'
import { ByteReader } from '../../../../src/search/packed/byteReader'
import { ByteWriter } from '../../../../src/search/packed/byteWriter'
import { checksum } from '../../../../src/search/packed/checksum'
import { decodePostingsBlock, encodePostingsBlock } from '../../../../src/search/packed/postingsCodec'
import { decodeProof, encodeProof, skipProof } from '../../../../src/search/packed/proofCodec'

const gap = fc.oneof(fc.nat(3), fc.nat(300), fc.nat(1 << 20))
const frequency = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) },
  fc.integer({ min: 1, max: 100_000 }),
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
