import { describe, expect, it } from 'vitest'
import { parseStoredIndex, type StoredIndex } from '../../../src/archive/storedIndex'
import { aDecisionRecord } from '../builders/aDecision'

const stored: StoredIndex = {
  version: 2,
  visible: [
    { number: 1, path: 'articles-1.jsonl', articles: 3, collection: 'one', precedence: 0, index: null },
  ],
  parts: [
    {
      name: 'part',
      texts: 'part-texts',
      isPublished: false,
      rows: 3,
      runs: [{ file: 1, first: 1, count: 3 }],
      removed: new Uint8Array([2, 0, 0, 0]),
    },
  ],
  shared: [['a-2', { hidden: [1_000_000_002], problems: [] }]],
  amended: 7,
  deleted: [[1_000_000_003, 'a-3']],
  decided: [aDecisionRecord('one', { kind: 'hide', name: '张示例', articles: null })],
  hidden: [['张示例', [1_000_000_001]]],
}
const [part] = stored.parts

describe('a stored state of the index', () => {
  it('is taken as it was saved', () => {
    expect(parseStoredIndex(structuredClone(stored))).toEqual(stored)
    expect(parseStoredIndex({ ...stored, parts: [], visible: [], shared: [] })).not.toBeNull()
  })

  it('may be of a version that knew no amendments or decisions', () => {
    const { amended: _amended, deleted: _deleted, decided: _decided, hidden: _hidden, ...former } = stored
    expect(parseStoredIndex(former)).toEqual({
      ...stored,
      amended: 0,
      deleted: [],
      decided: [],
      hidden: [],
    })
  })

  it.each([
    ['nothing', null],
    ['a text', 'index'],
    [
      'a state of the version before',
      { version: 1, visible: [], ids: [], keys: new Float64Array(), shared: [] },
    ],
    ['one without parts', { ...stored, parts: undefined }],
    ['a part without its texts', { ...stored, parts: [{ ...part, texts: undefined }] }],
    ['a part whose runs are not its rows', { ...stored, parts: [{ ...part, rows: 4 }] }],
    [
      'a part whose removed rows are too few',
      { ...stored, parts: [{ ...part, removed: new Uint8Array(0) }] },
    ],
    [
      'a run of a fraction',
      { ...stored, parts: [{ ...part, rows: 0.5, runs: [{ file: 1, first: 1, count: 0.5 }] }] },
    ],
    ['a visible file without a number', { ...stored, visible: [{ collection: 'one' }] }],
    ['a version of amendments that is none', { ...stored, amended: -1 }],
    ['a deleted article without an id', { ...stored, deleted: [[1_000_000_003]] }],
    ['somebody hidden nowhere', { ...stored, hidden: [['张示例']] }],
    ['a decision that is none', { ...stored, decided: ['张示例'] }],
    ['a shared id without keys', { ...stored, shared: [['a-2', { problems: [] }]] }],
  ])('is not taken from %s', (_what, value) => {
    expect(parseStoredIndex(value)).toBeNull()
  })
})
