import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowKeys, runsOf } from '../../../src/archive/articleRuns'
import { articleKey } from '../../../src/storage/archiveStore'

const anyKeys = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 12 }))
    .map(([file, place]) => articleKey(file, place)),
  { maxLength: 40 },
)

describe('runs of articles', () => {
  it('give back the keys that they are of, row by row', () => {
    fc.assert(
      fc.property(anyKeys, (keys) => {
        const rows = new RowKeys(runsOf(keys))
        expect(rows.rows).toBe(keys.length)
        expect(keys.map((_key, row) => rows.keyOf(row))).toEqual(keys)
      }),
    )
  })

  it('are as few as can be', () => {
    expect(runsOf([1, 2, 3].map((place) => articleKey(2, place)))).toEqual([{ file: 2, first: 1, count: 3 }])
    expect(runsOf([articleKey(1, 1), articleKey(1, 3), articleKey(2, 4)])).toHaveLength(3)
    expect(runsOf([])).toEqual([])
  })

  it('tell which rows are of a file', () => {
    fc.assert(
      fc.property(anyKeys, (keys) => {
        const rows = new RowKeys(runsOf(keys))
        for (const file of rows.files()) {
          const own = rows
            .rangesOf(file)
            .flatMap(({ first, end }) => Array.from({ length: end - first }, (_, step) => first + step))
          const isOf = (row: number): boolean => Math.floor(rows.keyOf(row) / articleKey(1, 0)) === file
          expect(own).toEqual([...keys.keys()].filter(isOf))
        }
        expect(rows.rangesOf(99)).toEqual([])
      }),
    )
  })
})
