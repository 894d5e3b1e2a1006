import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteReader } from '../../../../src/search/packed/byteReader'
import { ByteWriter } from '../../../../src/search/packed/byteWriter'
import { readIntegers, readNames, writeIntegers, writeNames } from '../../../../src/search/parts/columnValues'
import { codeOf } from './parts'

function written(write: (writer: ByteWriter) => void): Uint8Array {
  const writer = new ByteWriter()
  write(writer)
  return writer.view().slice()
}

const anyIntegers = fc
  .integer({ min: 1, max: 32 })
  .chain((bits) =>
    fc.tuple(
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 2 ** (bits - 1) }),
      fc.array(fc.integer({ min: 0, max: 2 ** (bits - 1) - 1 })),
    ),
  )

describe('the values of a column', () => {
  it('come back as they were, whatever their range', () => {
    fc.assert(
      fc.property(anyIntegers, ([least, offsets]) => {
        const values = Int32Array.from(offsets, (offset) => least + offset)
        const reader = new ByteReader(written((writer) => writeIntegers(writer, values)))
        expect(readIntegers(reader, values.length, Int32Array)).toEqual(values)
        expect(reader.at).toBe(reader.bytes.length)
      }),
    )
    const far = Int32Array.of(-2147483648, 2147483647)
    expect(
      readIntegers(new ByteReader(written((writer) => writeIntegers(writer, far))), 2, Int32Array),
    ).toEqual(far)
    const unsigned = Uint32Array.of(0, 4294967295, 3000000000)
    expect(
      readIntegers(new ByteReader(written((writer) => writeIntegers(writer, unsigned))), 3, Uint32Array),
    ).toEqual(unsigned)
  })

  it('take as many bytes as their range needs, and none if they are all the same', () => {
    const bytes = (values: readonly number[]): number =>
      written((writer) => writeIntegers(writer, values)).length - 12
    expect(bytes([7, 7, 7, 7])).toBe(0)
    expect(bytes([-1, 254, 0, 0])).toBe(4)
    expect(bytes([-1, 255, 0, 0])).toBe(8)
    expect(bytes([15000, 80535, 15000, 15000])).toBe(8)
    expect(bytes([15000, 80536, 15000, 15000])).toBe(12)
    expect(bytes([0, 2 ** 24, 0, 0])).toBe(16)
  })

  it('are refused in another number, or cut off', () => {
    const bytes = written((writer) => writeIntegers(writer, [1, 2, 3]))
    const read = (from: Uint8Array, expected: number) => () =>
      void readIntegers(new ByteReader(from), expected, Int32Array)
    expect(codeOf(read(bytes, 4))).toBe('damaged-file')
    expect(codeOf(read(bytes.subarray(0, 14), 3))).toBe('damaged-file')
    expect(codeOf(read(new Uint8Array(0), 3))).toBe('damaged-file')
  })
})

describe('the names of a dictionary', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary' })), (names) => {
        const all = [...names, '断\ud800']
        const reader = new ByteReader(written((writer) => writeNames(writer, all)))
        expect(readNames(reader)).toEqual(all)
        expect(reader.at).toBe(reader.bytes.length)
      }),
    )
  })

  it('are refused if they are no list of names', () => {
    const json = (text: string): Uint8Array => {
      const bytes = new TextEncoder().encode(text)
      return written((writer) => {
        writer.writeUint32(bytes.length)
        writer.writeBytes(bytes)
      })
    }
    expect(codeOf(() => void readNames(new ByteReader(json('[1]'))))).toBe('damaged-file')
    expect(codeOf(() => void readNames(new ByteReader(json('{}'))))).toBe('damaged-file')
  })
})
