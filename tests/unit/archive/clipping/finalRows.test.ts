import { describe, expect, it } from 'vitest'
import { finalRows, freeId } from '../../../../src/archive/clipping/finalRows'
import type { StagedRow } from '../../../../src/archive/clipping/stagedRows'
import type { ClipDecision } from '../../../../src/domain/clipping'

function aRow(
  place: number,
  id: string,
  decision: ClipDecision,
  like?: { id: string; place?: number },
): StagedRow {
  return {
    place,
    file: 0,
    id,
    date: null,
    isDoubtful: false,
    likeness: like === undefined ? null : { kind: 'near', id: like.id, place: like.place ?? null },
    decision,
  }
}

const idsOf = (rows: readonly StagedRow[], ...taken: readonly string[]): readonly string[] =>
  finalRows(rows, (id) => taken.includes(id)).map(({ row, id }) => `${row.place}:${id}`)

describe('the rows that come in', () => {
  it('are those that are not skipped, each with its own id where that is free', () => {
    expect(
      idsOf([aRow(1, 'a', 'take'), aRow(2, 'b', 'skip', { id: 'z' }), aRow(3, 'c', 'keep', { id: 'z' })]),
    ).toEqual(['1:a', '3:c'])
  })

  it('get another id when theirs is taken, in the archive or in the batch', () => {
    expect(
      idsOf([aRow(1, 'a', 'keep', { id: 'a' }), aRow(2, 'a', 'take'), aRow(3, 'b', 'take')], 'a', 'a~2'),
    ).toEqual(['1:a~3', '2:a~4', '3:b'])
    expect(freeId('x', () => false)).toBe('x')
  })

  it('take the id of what they go in the place of', () => {
    expect(idsOf([aRow(1, 'a', 'replace', { id: 'old' })], 'a', 'old')).toEqual(['1:old'])
  })

  it('that are to go in one place are both kept, the second under another id', () => {
    const rows = [aRow(1, 'a', 'replace', { id: 'old' }), aRow(2, 'b', 'replace', { id: 'old' })]
    expect(idsOf(rows, 'old')).toEqual(['1:old', '2:b'])
  })

  it('leave out the row of the batch in whose place another goes, and pass its place on', () => {
    const rows = [
      aRow(1, 'a', 'take'),
      aRow(2, 'b', 'replace', { id: 'a', place: 1 }),
      aRow(3, 'c', 'replace', { id: 'b', place: 2 }),
    ]
    expect(idsOf(rows)).toEqual(['3:a'])
  })

  it('do not lose two that would each go in the other’s place', () => {
    const rows = [
      aRow(1, 'a', 'replace', { id: 'b', place: 2 }),
      aRow(2, 'b', 'replace', { id: 'a', place: 1 }),
    ]
    expect(idsOf(rows)).toEqual(['1:b'])
  })

  it('stand before an article of the archive in whose place an earlier row would have gone', () => {
    const rows = [aRow(1, 'a', 'replace', { id: 'old' }), aRow(2, 'b', 'replace', { id: 'a', place: 1 })]
    expect(idsOf(rows, 'old')).toEqual(['2:old'])
  })
})
