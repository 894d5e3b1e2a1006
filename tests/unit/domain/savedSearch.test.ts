import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import type { KeptRecord, RecordChange } from '../../../src/domain/keptRecord'
import {
  isSameSearch,
  LONGEST_SEARCH_NAME,
  parseSavedSearch,
  parseSeenResults,
  savedSearchChange,
  savedSearches,
  seenResultsChange,
  type SavedSearch,
} from '../../../src/domain/savedSearch'
import { anyQuery } from '../builders/anyQuery'

const MOMENT = '2026-03-01T01:00:00.000Z'
const SEARCH: SavedSearch = {
  id: 's-1',
  name: '示例河',
  query: { ...EMPTY_QUERY, q: '示例河 清淤', newspaper: ['示例日报'] },
}

function kept(change: RecordChange): KeptRecord {
  return { ...change, changedAt: MOMENT, changedBy: '' }
}

describe('a saved search', () => {
  it('comes back as it was kept, whatever it asks', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const search = { ...SEARCH, query }
        expect(parseSavedSearch(kept(savedSearchChange(search)))).toEqual(search)
      }),
    )
  })

  it('is none without a name or a question', () => {
    const record = kept(savedSearchChange(SEARCH))
    for (const content of [null, {}, { name: '示例' }, { name: ' ', query: {} }, { name: 1, query: {} }])
      expect(parseSavedSearch({ ...record, content })).toBeNull()
  })

  it('has a name that can be shown', () => {
    const named = { ...SEARCH, name: ` ${'长'.repeat(LONGEST_SEARCH_NAME + 1)}` }
    expect(parseSavedSearch(kept(savedSearchChange(named)))?.name).toBe('长'.repeat(LONGEST_SEARCH_NAME))
  })

  it('is read from any file without harm', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (query, name) => {
        const record = kept({ ...savedSearchChange(SEARCH), content: { name, query } })
        const search = parseSavedSearch(record)
        const again = search === null ? null : parseSavedSearch(kept(savedSearchChange(search)))
        expect(again).toEqual(search)
      }),
    )
  })

  it('stands by its name', () => {
    const names = ['吴江', '北京', '上海']
    const records = names.map((name, place) =>
      kept(savedSearchChange({ ...SEARCH, id: String(place), name })),
    )
    expect(savedSearches(records).map(({ name }) => name)).toEqual(['北京', '上海', '吴江'])
  })

  it('is the same in whatever order its results are shown', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(isSameSearch(query, { ...query, sort: 'oldest' })).toBe(true)
        expect(isSameSearch(query, { ...query, q: `${query.q}吴` })).toBe(false)
      }),
    )
  })
})

describe('what was seen of a search', () => {
  it('comes back as it was kept, apart from the search', () => {
    for (const seen of ['ABC', '', null]) {
      const record = kept(seenResultsChange('s-1', { seen, openedAt: '2026-02-01T00:00:00.000Z' }))
      expect(record.about).toBe('s-1')
      expect(parseSeenResults(record)).toEqual({ seen, openedAt: '2026-02-01T00:00:00.000Z' })
      expect(parseSavedSearch(record)).toBeNull()
    }
  })

  it('is nothing when it was forgotten, and the search itself says nothing of it', () => {
    expect(parseSeenResults(kept(seenResultsChange('s-1', null)))).toBeNull()
    expect(parseSeenResults(kept(savedSearchChange(SEARCH)))).toBeNull()
  })

  it('is read from any file without harm', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (seen, openedAt) => {
        const record = kept({ ...seenResultsChange('s-1', null), content: { seen, openedAt } })
        const parsed = parseSeenResults(record)
        expect(typeof (parsed?.seen ?? '')).toBe('string')
        expect(typeof parsed?.openedAt).toBe('string')
      }),
    )
  })
})
