import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardContent, cardSource, parseCard } from '../../../src/domain/card'
import { entryContent, parseEntry } from '../../../src/domain/chronicleEntry'
import { isReviewCurrent, parseReview, reviewedState, reviewId } from '../../../src/domain/entryReview'
import type { KeptRecord, RecordKind } from '../../../src/domain/keptRecord'
import { parseProject, projectContent } from '../../../src/domain/project'
import { anArticle } from '../builders/anArticle'
import { aCard, anEntry, aProject } from '../builders/aProject'

const MOMENT = '2026-03-01T01:00:00.000Z'

function kept(kind: RecordKind, id: string, content: unknown, about = 'project-1'): KeptRecord {
  return { kind, id, about, content, changedAt: MOMENT, changedBy: '' }
}

describe('records of a project', () => {
  it('are read as they were written', () => {
    const project = aProject({ description: '说明', order: 'hand', grouping: 'tag' })
    expect(parseProject(kept('project', project.id, projectContent(project), ''))).toEqual(project)
    const card = aCard('c', { eventDate: '2012-06-30', tags: ['防汛'], remark: '可疑', place: 1.5 })
    expect(parseCard(kept('card', 'c', cardContent(card)))).toEqual(card)
    const entry = anEntry('e', { date: '2012-07', cardIds: ['c'], isDisputed: true, remark: '各报不一' })
    expect(parseEntry(kept('entry', 'e', entryContent(entry)))).toEqual(entry)
  })

  it('keep of an article what cites it', () => {
    const article = anArticle({
      newspaper: '示例日报',
      issueDate: '2012-07-01',
      page: 'A03',
      url: 'https://example.test/',
    })
    const card = aCard('c', { source: cardSource(article) })
    expect(parseCard(kept('card', 'c', cardContent(card)))?.source).toEqual({
      id: article.id,
      title: article.title,
      newspaper: '示例日报',
      issueDate: '2012-07-01',
      page: 'A03',
      url: 'https://example.test/',
      textKind: 'full',
      authors: [],
    })
  })

  it('are none when they were deleted or hold nothing that can be used', () => {
    for (const content of [null, 'text', [], {}, { name: ' ' }, { text: '', source: null }]) {
      expect(parseProject(kept('project', 'p', content))).toBeNull()
      expect(parseCard(kept('card', 'c', content))).toBeNull()
      expect(parseReview(kept('review', 'e/first', content, 'e'))).toBeNull()
    }
    expect(parseEntry(kept('entry', 'e', null))).toBeNull()
  })

  it('are read from anything at all without harm, and again to the same', () => {
    fc.assert(
      fc.property(fc.anything(), (content) => {
        const project = parseProject(kept('project', 'p', content, ''))
        const projectAgain = project && parseProject(kept('project', 'p', projectContent(project), ''))
        expect(projectAgain).toEqual(project)
        const entry = parseEntry(kept('entry', 'e', content))
        expect(entry && parseEntry(kept('entry', 'e', entryContent(entry)))).toEqual(entry)
      }),
    )
    const hostile = fc.record(
      {
        source: fc.record({
          id: fc.string(),
          title: fc.string(),
          authors: fc.anything(),
          page: fc.anything(),
        }),
        spans: fc.array(fc.anything(), { maxLength: 3 }),
        text: fc.string({ minLength: 1, unit: 'binary' }),
        eventDate: fc.constantFrom('2012-02-30', '2012-02', 3),
        tags: fc.array(fc.anything(), { maxLength: 3 }),
        place: fc.double(),
      },
      { requiredKeys: ['source', 'text'] },
    )
    fc.assert(
      fc.property(hostile, (content) => {
        const card = parseCard(kept('card', 'c', content))
        expect(card && parseCard(kept('card', 'c', cardContent(card)))).toEqual(card)
      }),
    )
  })

  it('hold an examination for the entry as it was, and no longer when it changed', () => {
    const entry = anEntry('e', { date: '2012-07-01' })
    const content = { stage: 'first', by: '李样张', on: '2026-03-02', state: reviewedState(entry) }
    const review = parseReview(kept('review', reviewId('e', 'first'), content, 'e'))!
    expect(isReviewCurrent(review, { ...entry, place: 9 })).toBe(true)
    expect(isReviewCurrent(review, { ...entry, text: '改过' })).toBe(false)
    expect(parseReview(kept('review', 'elsewhere', content, 'e'))).toBeNull()
  })
})
