import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardContent, cardSource, parseCard } from '../../../src/domain/card'
import { entryContent, parseEntry } from '../../../src/domain/chronicleEntry'
import {
  isReviewCurrent,
  parseReview,
  reviewedState,
  reviewId,
  type EntryReview,
  type ReviewContent,
} from '../../../src/domain/entryReview'
import type { KeptRecord, RecordKind } from '../../../src/domain/keptRecord'
import { parseProject, projectContent } from '../../../src/domain/project'
import { anArticle } from '../builders/anArticle'
import { aCard, anEntry, aProject } from '../builders/aProject'

const MOMENT = '2026-03-01T01:00:00.000Z'

function kept(kind: RecordKind, id: string, content: unknown, about = 'project-1'): KeptRecord {
  return { kind, id, about, content, changedAt: MOMENT, changedBy: '' }
}

type ReadKind = readonly [
  kind: RecordKind,
  about: string,
  sample: { readonly id: string },
  parse: (record: KeptRecord) => unknown,
  contentOf: (parsed: never) => object,
]

function reviewContent({ stage, by, on, state }: EntryReview): ReviewContent {
  return { stage, by, on, state }
}

/** Content of which fields are missing or hold anything at all. */
function damaged(content: object): fc.Arbitrary<object> {
  const fields = Object.entries(content).map(([name, value]: [string, unknown]) => {
    return [name, fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, fc.anything())] as const
  })
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] })
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

  const sampleReview = {
    id: 'e/first',
    entryId: 'e',
    stage: 'first',
    by: '张示例',
    on: '2026-03-01',
    state: '[]',
  } as const
  it.each([
    ['project', '', aProject({ description: '说明', order: 'hand' }), parseProject, projectContent],
    [
      'card',
      'p',
      aCard('c', { eventDate: '2012-06-30', tags: ['防汛'], place: 1.5 }),
      parseCard,
      cardContent,
    ],
    [
      'entry',
      'p',
      anEntry('e', { date: '2012-07', cardIds: ['c'], isDisputed: true }),
      parseEntry,
      entryContent,
    ],
    ['review', 'e', sampleReview, parseReview, reviewContent],
  ] as readonly ReadKind[])(
    'are read from damaged content without harm, and again to the same: %s',
    (...read) => {
      const [kind, about, sample, parse, contentOf] = read
      const parsed = (content: unknown): unknown => parse(kept(kind, sample.id, content, about))
      let readable = 0
      fc.assert(
        fc.property(fc.oneof(fc.anything(), damaged(contentOf(sample as never))), (content) => {
          const first = parsed(content)
          if (first === null) return
          readable += 1
          expect(parsed(contentOf(first as never))).toEqual(first)
        }),
        { numRuns: 300 },
      )
      expect(readable).toBeGreaterThan(0)
    },
  )

  it('hold an examination for the entry as it was, and no longer when it changed', () => {
    const entry = anEntry('e', { date: '2012-07-01' })
    const content = { stage: 'first', by: '李样张', on: '2026-03-02', state: reviewedState(entry) }
    const review = parseReview(kept('review', reviewId('e', 'first'), content, 'e'))!
    expect(isReviewCurrent(review, { ...entry, place: 9 })).toBe(true)
    expect(isReviewCurrent(review, { ...entry, text: '改过' })).toBe(false)
    expect(parseReview(kept('review', 'elsewhere', content, 'e'))).toBeNull()
  })
})
