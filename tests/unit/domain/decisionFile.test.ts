import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Patch } from '../../../src/domain/decision'
import { parseDecisionFile, writeDecisionFile } from '../../../src/domain/decisionFile'
import { parseDecision } from '../../../src/domain/parseDecision'
import { aDecision, aDecisionRecord } from '../builders/aDecision'

const patches: readonly Patch[] = [
  { kind: 'merge', names: ['张示列', '張示例'], into: '张示例' },
  { kind: 'rename', name: '张示例', to: '章示例' },
  { kind: 'alias', name: '张示例', alias: '老张' },
  {
    kind: 'split',
    name: '张示例',
    as: '张示例~2',
    when: {
      articles: ['a'],
      offices: ['县长'],
      places: ['示例'],
      newspapers: ['示例日报'],
      from: '2010',
      to: '2012-05',
    },
  },
  { kind: 'hide', name: '张示例', articles: null },
  { kind: 'notPerson', name: '大会堂', articles: ['a', 'b'] },
  { kind: 'missed', name: '李样张', form: '李样張', articles: null },
  { kind: 'office', name: '张示例', office: '县长', to: '副县长', articles: null },
  { kind: 'office', name: '张示例', office: '县长', to: null, articles: ['a'] },
  { kind: 'distinct', names: ['张示例', '张示例~2'] },
]

describe('a decision about names', () => {
  it.each(patches)('is read as it was written: %o', (patch) => {
    expect(parseDecision(structuredClone(aDecision(patch)))).toEqual(aDecision(patch))
  })

  it.each([
    ['of another version', { ...aDecision(patches[0]!), version: 2 }],
    ['without a moment', { ...aDecision(patches[0]!), at: '2026-02-31T99:00:00.000Z' }],
    ['of an unknown kind', aDecision({ kind: 'erase', name: '张示例' } as unknown as Patch)],
    ['that joins a name with itself', aDecision({ kind: 'merge', names: ['张示例'], into: '张示例' })],
    ['that says of nothing when', aDecision({ kind: 'split', name: '张示例', as: '张示例~2', when: {} })],
    [
      'with a date that is none',
      aDecision({ kind: 'split', name: '张示例', as: '张示例~2', when: { from: '2010-13' } }),
    ],
    [
      'that takes one character for a name',
      aDecision({ kind: 'missed', name: '张', form: '张', articles: null }),
    ],
    [
      'that takes marks of a query for a name',
      aDecision({ kind: 'missed', name: '张', form: '张" OR "李', articles: null }),
    ],
    ['that lists no article', aDecision({ kind: 'hide', name: '张示例', articles: [] })],
    ['that is a text', '张示例'],
    ['that is nothing', null],
  ])('%s is none', (_what, value) => {
    expect(parseDecision(value)).toBeNull()
  })

  it('lists names once and in one order, so that two who decide the same write the same', () => {
    const patch: Patch = { kind: 'merge', names: ['乙示例', '甲示例', '乙示例', '丙示例'], into: '丙示例' }
    expect(parseDecision(aDecision(patch))?.patch).toEqual({
      kind: 'merge',
      names: ['乙示例', '甲示例'],
      into: '丙示例',
    })
    const distinct: Patch = { kind: 'distinct', names: ['张示例~2', '张示例'] }
    expect(parseDecision(aDecision(distinct))?.patch).toEqual({
      kind: 'distinct',
      names: ['张示例', '张示例~2'],
    })
  })
})

describe('a file of decisions', () => {
  const records = patches.map((patch, place) => aDecisionRecord(`id-${String(place)}`, patch, place))

  it('gives its records back, and is the same file whatever order they are given in', () => {
    const text = writeDecisionFile(records)
    const read = parseDecisionFile(text)
    expect(read?.badLines).toEqual([])
    expect(read?.records).toEqual(records)
    expect(writeDecisionFile(records.toReversed())).toBe(text)
  })

  it('keeps the trace of a decision that was deleted', () => {
    const trace = { ...records[0]!, content: null }
    expect(parseDecisionFile(writeDecisionFile([trace]))?.records).toEqual([trace])
  })

  it('names the lines that are none, and gives the others', () => {
    const [head, first, ...others] = writeDecisionFile(records.slice(0, 3)).split('\n')
    const bookmark = JSON.stringify({ ...records[0], kind: 'bookmark' })
    const text = [`\uFEFF${head!}`, 'nothing', first, '', bookmark, ...others].join('\r\n')
    expect(parseDecisionFile(text)).toEqual({ records: records.slice(0, 3), badLines: [2, 5] })
  })

  it.each([
    ['an empty file', ''],
    ['a list of articles', '{"title":"示例"}\n'],
    ['a later version', '{"format":"jianbao-decisions","version":2}\n'],
  ])('is not taken for one: %s', (_what, text) => {
    expect(parseDecisionFile(text)).toBeNull()
  })

  it('never fails, whatever stands in it', () => {
    const head = '{"format":"jianbao-decisions","version":1}\n'
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json())), (lines) => {
        const given = lines.filter((line) => !/[\r\n]/.test(line) && line.trim() !== '')
        const read = parseDecisionFile(head + given.join('\n'))
        expect(read?.records).toEqual([])
        expect(read?.badLines).toHaveLength(given.length)
      }),
    )
  })
})
