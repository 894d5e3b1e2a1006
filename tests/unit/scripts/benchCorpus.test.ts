import { describe, expect, it } from 'vitest'
import { corpusOf, generatedCorpus } from '../../../scripts/bench/benchCorpus'
import { scanCorpus } from '../../../scripts/bench/groundTruth'
import { makeQuerySet } from '../../../scripts/bench/querySet'
import { yearOf } from '../../../scripts/bench/recombinedArticles'
import { seededRandom, zipfPicker } from '../../../scripts/bench/seededRandom'
import { parseArticle } from '../../../src/domain/parseArticle'
import { anArticle, aPerson } from '../builders/anArticle'

const articlesOf = (corpus: ReturnType<typeof generatedCorpus>) =>
  Array.from({ length: corpus.size }, (_, ordinal) => corpus.articleAt(ordinal))

describe('seeded chance', () => {
  it('repeats itself for the same seed, and only for the same', () => {
    const numbers = (seed: number) => Array.from({ length: 20 }, seededRandom(seed).next)
    expect(numbers(1)).toEqual(numbers(1))
    expect(numbers(1)).not.toEqual(numbers(2))
  })

  it('stays within its bounds', () => {
    const random = seededRandom(7)
    const numbers = Array.from({ length: 1000 }, () => random.below(6))
    expect([...new Set(numbers)].sort()).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('picks early values more often than late ones', () => {
    const pick = zipfPicker(['often', 'sometimes', 'seldom'])
    const random = seededRandom(3)
    const picked = Array.from({ length: 3000 }, () => pick(random))
    const count = (value: string) => picked.filter((one) => one === value).length
    expect(count('often')).toBeGreaterThan(count('sometimes'))
    expect(count('sometimes')).toBeGreaterThan(count('seldom'))
  })
})

describe('generated articles', () => {
  const corpus = generatedCorpus(200)

  it('are the same each time, one by one and in any order', () => {
    expect(generatedCorpus(500).articleAt(123)).toEqual(corpus.articleAt(123))
  })

  it('are articles that the archive takes as they are', () => {
    for (const article of articlesOf(corpus)) {
      const parsed = parseArticle(JSON.parse(JSON.stringify(article)))
      expect(parsed.problems).toEqual([])
      expect(parsed.article).toEqual(article)
    }
  })

  it('use few strings often and many seldom', () => {
    const counts = new Map<string, number>()
    for (const { paragraphs } of articlesOf(corpus)) {
      for (const match of paragraphs.join('').matchAll(/(?=(\p{Script=Han}{2}))/gu)) {
        counts.set(match[1]!, (counts.get(match[1]!) ?? 0) + 1)
      }
    }
    const sorted = [...counts.values()].sort((a, b) => b - a)
    expect(sorted.length).toBeGreaterThan(800)
    expect(sorted[0]).toBeGreaterThan(20 * sorted[sorted.length >> 1]!)
  })
})

describe('a corpus of real articles', () => {
  const articles = Array.from({ length: 30 }, (_, number) =>
    anArticle({
      id: `real-${number}`,
      title: `第${number}篇`,
      issueDate: `${2012 + (number % 3)}-01-05`,
      paragraphs: [`首段${number}。`, `次段${number}，内容较长一些。`, `末段${number}。`],
      people: [aPerson('张示例')],
    }),
  )

  it('has the articles themselves under their numbers', () => {
    const corpus = corpusOf(articles, 30, 'articles.jsonl')
    expect(articlesOf(corpus)).toEqual(articles.map((article, at) => ({ ...article, id: String(at) })))
  })

  it('takes fewer of them from everywhere', () => {
    const corpus = corpusOf(articles, 10, 'articles.jsonl')
    expect(articlesOf(corpus).map(({ title }) => title)).toEqual(
      articles.filter((_, at) => at % 3 === 0).map(({ title }) => title),
    )
  })

  it('goes on with recombinations of one year each, the same each time', () => {
    const corpus = corpusOf(articles, 200, 'articles.jsonl')
    const again = corpusOf(articles, 200, 'articles.jsonl')
    for (let ordinal = 30; ordinal < 200; ordinal++) {
      const article = corpus.articleAt(ordinal)
      expect(again.articleAt(ordinal)).toEqual(article)
      const year = yearOf(article)
      const sources = articles.filter((one) => yearOf(one) === year)
      expect(sources.map(({ title }) => title)).toContain(article.title)
      expect(sources.map(({ paragraphs }) => paragraphs[0])).toContain(article.paragraphs[0])
      for (const paragraph of article.paragraphs.slice(1)) {
        expect(sources.flatMap(({ paragraphs }) => paragraphs.slice(1))).toContain(paragraph)
      }
    }
  })
})

describe('the query set', () => {
  const corpus = generatedCorpus(300)
  const queries = makeQuerySet(corpus, 1)
  const truth = scanCorpus(corpus, queries)
  const hitsOf = (kind: string) =>
    queries.flatMap((query, number) => (query.kind === kind ? [truth.hits[number]!.length] : []))

  it('is the same for the same corpus and seed', () => {
    expect(makeQuerySet(generatedCorpus(300), 1)).toEqual(queries)
    expect(makeQuerySet(corpus, 2)).not.toEqual(queries)
  })

  it('has ten queries of each kind, and six of what most articles have', () => {
    const counts = new Map<string, number>()
    for (const { kind } of queries) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    expect(Object.fromEntries(counts)).toEqual({
      '2 characters': 10,
      '4 characters': 10,
      '8 characters': 10,
      name: 10,
      and: 10,
      absent: 10,
      'near-universal': 6,
    })
  })

  it('asks for what is there, but for what is meant to be absent', () => {
    for (const kind of ['2 characters', '4 characters', '8 characters', 'name', 'and', 'near-universal']) {
      expect(Math.min(...hitsOf(kind))).toBeGreaterThan(0)
    }
    expect(Math.max(...hitsOf('absent'))).toBe(0)
  })

  it('asks for names where people are known', () => {
    const names = new Set(articlesOf(corpus).flatMap(({ people }) => people.map(({ name }) => name)))
    const asked = queries.filter(({ kind }) => kind === 'name').map(({ runs }) => runs[0]!)
    expect(asked.filter((name) => !names.has(name))).toEqual([])
  })

  it('asks for pieces of titles where no people are known', () => {
    const nameless = { ...corpus, articleAt: (at: number) => ({ ...corpus.articleAt(at), people: [] }) }
    const titles = articlesOf(nameless).map(({ title }) => title)
    const asked = makeQuerySet(nameless, 1)
      .filter(({ kind }) => kind === 'name')
      .map(({ runs }) => runs[0]!)
    expect(asked).toHaveLength(10)
    expect(asked.filter((piece) => !titles.some((title) => title.includes(piece)))).toEqual([])
  })

  it('is measured against years and sizes that are those of the articles', () => {
    expect([...truth.years]).toEqual(articlesOf(corpus).map(yearOf))
    expect([...truth.years].filter((year) => year === truth.commonYear).length).toBeGreaterThan(25)
    expect(truth.utf8Bytes).toBeGreaterThan(2 * truth.characters)
  })
})
