import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CategoryNode, FacetList } from '../../../src/domain/archive'
import { articleDate, articlePages, type Article } from '../../../src/domain/article'
import { chosenYear, EMPTY_QUERY, type ArticleQuery } from '../../../src/domain/articleQuery'
import { ArticleIndex, type AttachedPart } from '../../../src/search/articleIndex'
import { fold } from '../../../src/text/fold'
import { anArticle, aPerson } from '../builders/anArticle'
import { anIndex, aPart, type HeldArticle } from '../builders/anIndexPart'
import { queryLanguage } from '../../../src/search/queryLanguage'
import { holdsRun, naiveSearch, tally } from './naiveSearch'

const PEOPLE = ['张示例', '李　示', '王样本', '赵示范']
const CATEGORIES = [[], ['要闻'], ['要闻', '时政'], ['要闻', '时政', '会议'], ['社会'], ['社会', '时政']]
const DATES = [
  undefined,
  '2012',
  '2012-07',
  '2012-07-01',
  '2013-07-01',
  '2013-02',
  '2014-12-31',
  '2011-07-02',
]
const NEWSPAPERS = [undefined, '示例日报', '样本晚报']
const PAGES = [undefined, '01', '02', '01,04']
const TAGS = ['春耕', '科技']

const text = fc.string({
  unit: fc.constantFrom('基', '石', '工', '程', '黨', '建', '设', '𠮷', '，', ' ', 'a', '5', '○'),
  minLength: 0,
  maxLength: 14,
})
const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values])

const heldArticle: fc.Arbitrary<HeldArticle> = fc
  .record({
    title: text,
    kicker: fc.option(text, { nil: undefined }),
    paragraphs: fc.array(
      fc.oneof({ weight: 4, arbitrary: text }, fc.constantFrom('6月30日，国', '2012年6月，中', '昨天，人')),
      { maxLength: 3 },
    ),
    people: some(PEOPLE),
    authors: some(['孙样', '周 例']),
    category: fc.constantFrom(...CATEGORIES),
    issueDate: fc.constantFrom(...DATES),
    eventDate: fc.constantFrom(undefined, '2012-06-30', '2012-06'),
    newspaper: fc.constantFrom(...NEWSPAPERS),
    page: fc.constantFrom(...PAGES),
    tags: some(TAGS),
    collection: fc.constantFrom('甲集', '乙集'),
  })
  .map(({ kicker, issueDate, eventDate, newspaper, page, people, collection, ...fields }) => ({
    article: anArticle({
      ...fields,
      people: people.map((name) => aPerson(name, '示例县县长')),
      ...(kicker === undefined ? {} : { kicker }),
      ...(issueDate === undefined ? {} : { issueDate }),
      ...(eventDate === undefined ? {} : { eventDate }),
      ...(newspaper === undefined ? {} : { newspaper }),
      ...(page === undefined ? {} : { page }),
    }),
    collection,
  }))

const archiveOfArticles = fc
  .array(heldArticle, { minLength: 1, maxLength: 25 })
  .map((held) => held.map((one, number) => ({ ...one, article: { ...one.article, id: `a${number}` } })))

const run = fc.string({
  unit: fc.constantFrom('基', '石', '工', '党', '建', '𠮷', '〇'),
  minLength: 1,
  maxLength: 3,
})

const filters: fc.Arbitrary<Omit<ArticleQuery, 'q'>> = fc.record({
  from: fc.constantFrom('', '', '2012', '2012-07', '2012-07-02'),
  to: fc.constantFrom('', '', '2012', '2013-07', '2014-12-31'),
  date: fc.constantFrom('' as const, '' as const, '' as const, 'none' as const),
  day: fc.constantFrom('', '', '', '07-01'),
  event: fc.constantFrom('', '', '', '2012-06', '2012-06-30'),
  category: fc.oneof(fc.constant([]), some(['要闻', '要闻/时政', '社会', '没有/的'])),
  person: fc.oneof(fc.constant([]), some([...PEOPLE, '没有的人'])),
  personMode: fc.constantFrom('all' as const, 'any' as const),
  newspaper: fc.oneof(fc.constant([]), some(['示例日报', '没有的报'])),
  page: fc.oneof(fc.constant([]), some(['01', '04'])),
  tag: fc.oneof(fc.constant([]), some(TAGS)),
  collection: fc.oneof(fc.constant([]), some(['甲集'])),
  sort: fc.constantFrom('relevance' as const, 'newest' as const, 'oldest' as const),
})

function asRecord(list: FacetList): Readonly<Record<string, number>> {
  expect(list.distinct).toBe(list.values.length)
  return Object.fromEntries(list.values.map((value) => [value.value, value.count]))
}

function flat(nodes: readonly CategoryNode[]): Readonly<Record<string, number>> {
  return Object.assign(
    {},
    ...nodes.map((node) => ({ [node.value]: node.count, ...flat(node.children) })),
  ) as Record<string, number>
}

function categoriesOf(category: readonly string[]): readonly string[] {
  return category.map((_, place) => category.slice(0, place + 1).join('/'))
}

function namesOf(held: HeldArticle): readonly string[] {
  return held.article.people.map((person) => person.name)
}

/** A date counts in the bar that it lies in as a whole. */
function tallyBars(found: readonly HeldArticle[], unit: string): Readonly<Record<string, number>> {
  const length = unit === 'month' ? 7 : 4
  return tally(found, (held) => {
    const date = articleDate(held.article)
    return date === null || date.length < length ? [] : [date.slice(0, length)]
  })
}

function yearOf(article: Article): string {
  return articleDate(article)?.slice(0, 4) ?? 'none'
}

describe('ArticleIndex against a search that looks at every article', () => {
  it('gives the same total and articles for any words and filters, in one part or in many', () => {
    fc.assert(
      fc.property(
        archiveOfArticles,
        fc.array(run, { maxLength: 2 }),
        filters,
        fc.integer({ min: 1, max: 30 }),
        (archive, runs, chosen, rowsOfPart) => {
          const query = { ...chosen, q: runs.join(' ') }
          const answer = anIndex(archive, rowsOfPart).run(query)
          const expected = naiveSearch(archive, runs, query).map((held) => held.article.id)
          expect([...answer.ids(0, 100)].sort()).toEqual([...expected].sort())
          expect(answer.total).toBe(expected.length)
          answer.ids(0, 100).forEach((id, place) => expect(answer.placeOf(id)).toBe(place))
        },
      ),
      { numRuns: 400 },
    )
  })

  it('counts every facet as a recount does', () => {
    fc.assert(
      fc.property(archiveOfArticles, fc.array(run, { maxLength: 1 }), filters, (archive, runs, chosen) => {
        const query = { ...chosen, q: runs.join(' ') }
        const { facets } = anIndex(archive, 10).run(query)
        const without = (left: Parameters<typeof naiveSearch>[3]): readonly HeldArticle[] =>
          naiveSearch(archive, runs, query, left)
        expect(asRecord(facets.person)).toEqual(tally(without('person'), namesOf, query.person))
        expect(asRecord(facets.newspaper)).toEqual(
          tally(without('newspaper'), (held) => [held.article.newspaper ?? []].flat(), query.newspaper),
        )
        expect(asRecord(facets.page)).toEqual(
          tally(without('page'), (held) => articlePages(held.article), query.page),
        )
        expect(asRecord(facets.tag)).toEqual(tally(without('tag'), (held) => held.article.tags, query.tag))
        expect(asRecord(facets.collection)).toEqual(
          tally(without('collection'), (held) => [held.collection], query.collection),
        )
        const years = [chosenYear(query), query.date].filter((value) => value !== '')
        expect(asRecord(facets.year)).toEqual(tally(without('span'), (held) => [yearOf(held.article)], years))
        const categories = flat(facets.category)
        const counted = tally(without('category'), (held) => categoriesOf(held.article.category))
        expect(Object.fromEntries(Object.entries(categories).filter(([, count]) => count > 0))).toEqual(
          counted,
        )
        for (const path of query.category) expect(categories).toHaveProperty([path])
      }),
      { numRuns: 300 },
    )
  })

  it('draws the timeline of a recount', () => {
    fc.assert(
      fc.property(archiveOfArticles, filters, (archive, chosen) => {
        const query = { ...chosen, q: '' }
        const index = anIndex(archive, 7)
        const { timeline } = index.run(query).facets
        const drawn = (of: 'all' | 'matching'): Readonly<Record<string, number>> =>
          Object.fromEntries(timeline.bars.filter((bar) => bar[of] > 0).map((bar) => [bar.period, bar[of]]))
        expect(drawn('all')).toEqual(tallyBars(naiveSearch(archive, [], query, 'span'), timeline.unit))
        expect(drawn('matching')).toEqual(tallyBars(naiveSearch(archive, [], query), timeline.unit))
        for (const { from, to, all } of timeline.bars) {
          expect(index.run({ ...query, date: '', from, to }).total, `a click on ${from}`).toBe(all)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('finds an article by any substring of two or more Han characters', () => {
    fc.assert(
      fc.property(
        archiveOfArticles,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 2, max: 6 }),
        (archive, pick, at, length) => {
          const { article } = archive[pick % archive.length]!
          const han = article.paragraphs.flatMap(
            (paragraph) => paragraph.match(/[\p{Script=Han}○]{2,}/gu) ?? [],
          )
          fc.pre(han.length > 0)
          const characters = Array.from(han[at % han.length]!)
          const start = at % (characters.length - 1)
          const part = characters.slice(start, start + length).join('')
          const answer = anIndex(archive, 1 + (pick % 30)).run({ ...EMPTY_QUERY, q: fold(part) })
          expect(answer.ids(0, 100)).toContain(article.id)
          expect(answer.total).toBe(archive.filter((held) => holdsRun(held.article, part)).length)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('answers the same after replacing, removing, storing and opening again in any order', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('put' as const), id: fc.nat(5), held: heldArticle }),
      fc.record({ kind: fc.constant('take out' as const), id: fc.nat(5) }),
      fc.record({ kind: fc.constant('open again' as const) }),
    )
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 25 }),
        fc.array(run, { maxLength: 1 }),
        filters,
        (steps, runs, chosen) => {
          let index = new ArticleIndex()
          index.learn(queryLanguage)
          let parts: AttachedPart[] = []
          const model = new Map<string, HeldArticle>()
          for (const one of steps) {
            if (one.kind === 'put') {
              const held = { ...one.held, article: { ...one.held.article, id: `a${one.id}` } }
              model.set(held.article.id, held)
              const former = index.ordinalOf(held.article.id)
              parts.push(aPart([held]))
              index.attach(parts.at(-1)!)
              index.remove(former)
            } else if (one.kind === 'take out') {
              model.delete(`a${one.id}`)
              index.remove(index.ordinalOf(`a${one.id}`))
            } else {
              parts = parts.map((part, place) => ({ ...part, removed: index.removedRows(place) }))
              index = new ArticleIndex(parts)
              index.learn(queryLanguage)
            }
          }
          const query = { ...chosen, q: runs.join(' ') }
          const expected = naiveSearch([...model.values()], runs, query).map((held) => held.article.id)
          expect([...index.run(query).ids(0, 100)].sort()).toEqual([...expected].sort())
          expect(index.size).toBe(model.size)
        },
      ),
      { numRuns: 400 },
    )
  })
})
