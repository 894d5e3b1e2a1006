import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import type { KeptRecord } from '../../../src/domain/keptRecord'
import {
  parseSavedSearch,
  savedSearchChange,
  savedSearches,
  type SavedSearch,
} from '../../../src/domain/savedSearch'
import { anyQuery } from '../builders/anyQuery'

const MOMENT = '2026-03-01T01:00:00.000Z'
const SEARCH: SavedSearch = {
  id: 's-1',
  name: '示例河',
  query: { ...EMPTY_QUERY, q: '示例河 清淤', newspaper: ['示例日报'] },
  seen: 'ABC',
  openedAt: MOMENT,
}

function kept(search: SavedSearch): KeptRecord {
  return { ...savedSearchChange(search), changedAt: MOMENT, changedBy: '' }
}

describe('a saved search', () => {
  it('comes back as it was kept, whatever it asks', () => {
    fc.assert(
      fc.property(anyQuery, fc.option(fc.string()), (query, seen) => {
        const search = { ...SEARCH, query, seen }
        expect(parseSavedSearch(kept(search))).toEqual(search)
      }),
    )
  })

  it('is none without a name or a question', () => {
    const record = kept(SEARCH)
    for (const content of [null, {}, { name: '示例' }, { name: ' ', query: {} }, { name: 1, query: {} }])
      expect(parseSavedSearch({ ...record, content })).toBeNull()
  })

  it('is read from any file without harm', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (query, seen, openedAt) => {
        const search = parseSavedSearch({ ...kept(SEARCH), content: { name: '示例', query, seen, openedAt } })
        if (search === null) return
        expect(parseSavedSearch(kept(search))).toEqual(search)
      }),
    )
  })

  it('stands by its name', () => {
    const names = ['吴江', '北京', '上海']
    const records = names.map((name, place) => kept({ ...SEARCH, id: String(place), name }))
    expect(savedSearches(records).map(({ name }) => name)).toEqual(['北京', '上海', '吴江'])
  })
})
