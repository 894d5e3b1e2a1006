import { describe, expect, it } from 'vitest'
import { SliceColumn } from '../../../src/search/sliceColumn'

/** The numbers of each of some articles, as readers of a column see them. */
function numbersOf(column: SliceColumn, articles: number): readonly (readonly number[])[] {
  return Array.from({ length: articles }, (_, ordinal) => [
    ...column.values.values.subarray(column.starts.values[ordinal], column.starts.values[ordinal + 1]),
  ])
}

function columnOf(rows: readonly (readonly number[])[]): SliceColumn {
  const column = new SliceColumn()
  for (const numbers of rows) column.push(numbers)
  return column
}

describe('a column of several numbers for each article', () => {
  it('gives each article its own, whether they come one by one or as a part, numbers first or last', () => {
    const all: (readonly number[])[] = []
    const column = new SliceColumn()
    for (const rows of [[], [[], []], [[], [4, 2]], [[]], [[7], [], [1, 1, 3]]]) {
      column.append(columnOf(rows).snapshot(), (number) => number + 10)
      column.push([])
      all.push(...rows.map((numbers) => numbers.map((number) => number + 10)), [])
      expect(numbersOf(column, all.length)).toEqual(all)
    }
    expect(column.snapshot().starts).toHaveLength(all.length + 1)
  })

  it('takes no memory for articles of a column without a number, of however many columns', () => {
    const columns = [columnOf(Array.from({ length: 50 }, () => [])), columnOf([[], [], []])]
    expect(columns[0]!.starts).toBe(columns[1]!.starts)
    expect(columns.map((column) => column.snapshot().starts.length)).toEqual([51, 4])
    expect(numbersOf(columns[0]!, 50).flat()).toEqual([])
    columns[1]!.push([5])
    expect(numbersOf(columns[1]!, 4)).toEqual([[], [], [], [5]])
    expect(numbersOf(columns[0]!, 50).flat()).toEqual([])
  })
})
