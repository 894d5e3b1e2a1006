import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookmarkChange, newestBookmarks, parseBookmark } from '../../../src/domain/bookmark'
import type { KeptRecord, RecordChange } from '../../../src/domain/keptRecord'
import { newestReadings, parseReading, READING_STATES, readingChange } from '../../../src/domain/reading'

const MOMENT = '2026-03-01T01:00:00.000Z'

function kept(change: RecordChange, changedAt = MOMENT): KeptRecord {
  return { ...change, changedAt, changedBy: '' }
}

const anyContent = fc.jsonValue({ maxDepth: 2 })

describe('a bookmark', () => {
  it('is about one article, and knows its title', () => {
    const change = bookmarkChange('a-1', '示例河清淤', true)
    expect(parseBookmark(kept(change))).toEqual({ articleId: 'a-1', title: '示例河清淤', markedAt: MOMENT })
  })

  it('is gone when it is taken away', () => {
    expect(parseBookmark(kept(bookmarkChange('a-1', '示例河清淤', false)))).toBeNull()
  })

  it('has the same id on every device', () => {
    expect(bookmarkChange('a-1', 'x', true).id).toBe(bookmarkChange('a-1', 'y', false).id)
  })

  it('is read from any file without harm', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const bookmark = parseBookmark(kept({ kind: 'bookmark', id: 'a-1', about: 'a-1', content }))
        expect(typeof (bookmark?.title ?? '')).toBe('string')
      }),
    )
  })

  it('stands before those that were set earlier', () => {
    const records = [
      kept(bookmarkChange('b', '', true), '2026-03-02T00:00:00.000Z'),
      kept(bookmarkChange('gone', '', false), '2026-03-04T00:00:00.000Z'),
      kept(bookmarkChange('c', '', true), '2026-03-03T00:00:00.000Z'),
      kept(bookmarkChange('a', '', true), '2026-03-01T00:00:00.000Z'),
    ]
    expect(newestBookmarks(records).map(({ articleId }) => articleId)).toEqual(['c', 'b', 'a'])
  })
})

describe('how far an article was read', () => {
  it('is what the user says', () => {
    for (const state of READING_STATES) {
      const reading = parseReading(kept(readingChange('a-1', '示例河清淤', state)))
      expect(reading).toEqual({ articleId: 'a-1', state, title: '示例河清淤', changedAt: MOMENT })
    }
  })

  it('is not remembered of an article that is taken off the list', () => {
    expect(parseReading(kept(readingChange('a-1', '示例河清淤', null)))).toBeNull()
  })

  it('is never more than the words that are known', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const reading = parseReading(kept({ kind: 'reading', id: 'a-1', about: 'a-1', content }))
        expect([...READING_STATES, null]).toContain(reading?.state ?? null)
      }),
    )
    const skimmed = { kind: 'reading', id: 'a-1', about: 'a-1', content: { state: 'skimmed' } } as const
    expect(parseReading(kept(skimmed))).toBeNull()
  })

  it('stands with what was said last first', () => {
    const records = [
      kept(readingChange('b', '', 'read'), '2026-03-02T00:00:00.000Z'),
      kept(readingChange('c', '', 'reading'), '2026-03-03T00:00:00.000Z'),
    ]
    expect(newestReadings(records).map(({ articleId }) => articleId)).toEqual(['c', 'b'])
  })
})
