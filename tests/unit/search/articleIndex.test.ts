import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/domain/article'
import { EMPTY_QUERY, type ArticleQuery } from '../../../src/domain/articleQuery'
import type { ArticleIndex } from '../../../src/search/articleIndex'
import { anArticle, aPerson } from '../builders/anArticle'
import { anIndexOf, putArticle, takeOut } from '../builders/anIndexPart'

function indexOf(...articles: readonly Partial<Article>[]): ArticleIndex {
  return anIndexOf(
    articles.map((fields, number) => anArticle({ id: `a${number}`, title: '一篇', ...fields })),
  )
}

function ids(index: ArticleIndex, query: Partial<ArticleQuery>): readonly string[] {
  return index.run({ ...EMPTY_QUERY, ...query }).ids(0, 1000)
}

describe('what is found', () => {
  it('finds a run that stands together, not its pairs apart', () => {
    const index = indexOf({ paragraphs: ['王小与小明'] }, { paragraphs: ['王小明'] })
    expect(ids(index, { q: '王小明' })).toEqual(['a1'])
  })

  it('never finds a run over the border of two paragraphs, names or fields', () => {
    const index = indexOf({
      title: '基石',
      kicker: '工程',
      paragraphs: ['春耕', '会议'],
      people: [aPerson('张示'), aPerson('例样')],
    })
    for (const q of ['基石工程', '春耕会议', '张示例样']) expect(ids(index, { q })).toEqual([])
  })

  it('finds the names of people and authors, padded ones too', () => {
    const index = indexOf(
      { people: [aPerson('李　铭')] },
      { authors: ['周 示例'] },
      { people: [aPerson('部长 周示例')] },
    )
    expect(ids(index, { q: '李铭' })).toEqual(['a0'])
    expect([...ids(index, { q: '周示例' })].sort()).toEqual(['a1', 'a2'])
    expect(ids(index, { q: '部长周示例' })).toEqual(['a2'])
    expect(ids(index, { q: '“李 铭”' })).toEqual(['a0'])
  })

  it('finds traditional writing by simplified and the other way round', () => {
    const index = indexOf({ paragraphs: ['黨員幹部'] }, { paragraphs: ['党员干部'] })
    expect(ids(index, { q: '党员' })).toHaveLength(2)
    expect(ids(index, { q: '幹部' })).toHaveLength(2)
  })

  it('finds words whole, and a mixed run with or without space', () => {
    const index = indexOf({ paragraphs: ['实施人才创新创业 55352 工程'] }, { paragraphs: ['155352工程'] })
    expect(ids(index, { q: '人才创新创业55352工程' })).toEqual(['a0'])
    expect(ids(index, { q: '55352' })).toEqual(['a0'])
  })

  it('finds one character and bare punctuation in quotes', () => {
    const index = indexOf({ paragraphs: ['春耕、夏种'] }, { paragraphs: ['夏种'] })
    expect(ids(index, { q: '耕' })).toEqual(['a0'])
    expect(ids(index, { q: '“、”' })).toEqual(['a0'])
  })

  it('replaces an article of the same id', () => {
    const index = indexOf({ paragraphs: ['春耕'] })
    putArticle(index, anArticle({ id: 'a0', title: '一篇', paragraphs: ['夏种'] }))
    expect(index.size).toBe(1)
    expect(ids(index, { q: '春耕' })).toEqual([])
    expect(ids(index, { q: '夏种' })).toEqual(['a0'])
  })

  it('keeps an answer as it was when the index changes', () => {
    const index = indexOf({ issueDate: '2012-01-01' }, { issueDate: '2012-01-02' })
    const answer = index.run(EMPTY_QUERY)
    takeOut(index, 'a1')
    putArticle(index, anArticle({ id: 'a2' }))
    expect(answer.ids(0, 10)).toEqual(['a1', 'a0'])
    expect(answer.placeOf('a2')).toBe(-1)
  })
})

describe('filters', () => {
  const dated = indexOf(
    { issueDate: '2012' },
    { issueDate: '2012-07' },
    { issueDate: '2012-07-01' },
    { publishedAt: '2013-07-01T09:17' },
    {},
  )

  it('lets a partial date into a span only if all of it lies there', () => {
    expect(ids(dated, { from: '2012-07', to: '2012-07' })).toEqual(['a1', 'a2'])
    expect(ids(dated, { from: '2012-07-01', to: '2012-07-15' })).toEqual(['a2'])
    expect([...ids(dated, { from: '2012', to: '2012' })].sort()).toEqual(['a0', 'a1', 'a2'])
  })

  it('keeps undated articles out of every span and finds them by themselves', () => {
    expect(ids(dated, { from: '1900' })).not.toContain('a4')
    expect(ids(dated, { date: 'none' })).toEqual(['a4'])
    expect(ids(dated, { date: 'none', to: '2020' })).toEqual([])
  })

  it('takes the same day of every year from full dates only', () => {
    expect(ids(dated, { day: '07-01' })).toEqual(['a3', 'a2'])
  })

  it('takes an event by day, month or year', () => {
    const index = indexOf({ eventDate: '2012-06-30' }, { eventDate: '2012-06' }, {})
    expect(ids(index, { event: '2012-06-30' })).toEqual(['a0'])
    expect(ids(index, { event: '2012-06' })).toEqual(['a0', 'a1'])
  })

  it('takes every day that an article tells of', () => {
    const index = indexOf(
      { issueDate: '2012-07-01', paragraphs: ['昨天下午，示例大会举行。', '1996年3月，示例桥建成。'] },
      { issueDate: '2012-06-30', paragraphs: ['今天上午，示例厂开工，计划7月5日投产。'] },
      { issueDate: '2012-06-30', paragraphs: ['示例路近日通车。'] },
    )
    expect(ids(index, { event: '2012-06-30' })).toEqual(['a0', 'a1'])
    expect(ids(index, { event: '2012-07-05' })).toEqual(['a1'])
    expect(ids(index, { event: '1996' })).toEqual(['a0'])
    expect(ids(index, { event: '1996-03' })).toEqual(['a0'])
    expect(ids(index, { event: '1996-03-01' })).toEqual([])
    expect(ids(index, { event: '2012-07-01' })).toEqual([])
  })

  it('includes the children of a category, whose name may hold a slash', () => {
    const index = indexOf({ category: ['甲/乙', '丙'] }, { category: ['甲/乙'] }, { category: ['甲'] })
    expect(ids(index, { category: ['甲%2F乙'] })).toEqual(['a0', 'a1'])
    expect(ids(index, { category: ['甲%2f乙/丙'] })).toEqual(['a0'])
    expect(ids(index, { category: ['没有'] })).toEqual([])
    expect(index.run(EMPTY_QUERY).facets.category).toEqual([
      {
        value: '甲%2F乙',
        name: '甲/乙',
        count: 2,
        isChosen: false,
        children: [{ value: '甲%2F乙/丙', name: '丙', count: 1, isChosen: false, children: [] }],
      },
      { value: '甲', name: '甲', count: 1, isChosen: false, children: [] },
    ])
  })

  it('needs all chosen people, or any of them', () => {
    const index = indexOf({ people: [aPerson('甲某'), aPerson('乙某')] }, { people: [aPerson('乙某')] })
    expect(ids(index, { person: ['甲某', '乙某'] })).toEqual(['a0'])
    expect(ids(index, { person: ['甲某', '乙某'], personMode: 'any' })).toEqual(['a0', 'a1'])
    expect(ids(index, { person: ['甲某', '丙某'] })).toEqual([])
  })
})

describe('facets', () => {
  it('says the office that all articles give a name, since one name may be several people', () => {
    const index = indexOf(
      { people: [aPerson('张示例', '县长', '书记'), aPerson('王样本', '教师')] },
      { people: [aPerson('张示例', '县长'), aPerson('王样本')] },
    )
    expect(index.run(EMPTY_QUERY).facets.person.values.map(({ value, note }) => [value, note])).toEqual([
      ['张示例', '县长'],
      ['王样本', null],
    ])
  })

  it('says no office where articles differ, and no collective word', () => {
    const collective = {
      name: '张示例',
      offices: ['市领导', '县长'],
      officeMentions: [
        {
          office: '市领导',
          at: [0, 0, 3] as const,
          kind: 'collective' as const,
          event: null,
          tense: 'current' as const,
          qualifiers: [],
          jurisdiction: null,
        },
      ],
    }
    const index = indexOf(
      { people: [aPerson('张示例', '副县长')] },
      { people: [collective] },
      { people: [aPerson('张示例', '县长'), aPerson('王样本')] },
    )
    expect(index.run(EMPTY_QUERY).facets.person.values).toEqual([
      { value: '张示例', count: 3, isChosen: false, note: null },
      { value: '王样本', count: 1, isChosen: false, note: null },
    ])
  })

  it('says no collective word of a person, also where nobody has marked it as one', () => {
    const index = indexOf(
      { people: [aPerson('张示例', '市领导')] },
      { people: [aPerson('张示例', '市领导', '县长'), aPerson('王样本', '负责人')] },
    )
    expect(index.run(EMPTY_QUERY).facets.person.values.map(({ value, note }) => [value, note])).toEqual([
      ['张示例', null],
      ['王样本', null],
    ])
  })

  it('lists all years, however many, and the undated behind them', () => {
    const index = indexOf(
      ...Array.from({ length: 90 }, (_, year) => ({ issueDate: String(1930 + year) })),
      {},
    )
    const { year } = index.run(EMPTY_QUERY).facets
    expect(year.values).toHaveLength(91)
    expect(year.distinct).toBe(91)
    expect(year.values.at(-1)).toMatchObject({ value: 'none', count: 1 })
  })

  it('lists years newest first, undated last, and a chosen year that has nothing', () => {
    const index = indexOf({ issueDate: '2012' }, { issueDate: '2014-01' }, {})
    expect(index.run({ ...EMPTY_QUERY, from: '2013', to: '2013' }).facets.year.values).toEqual([
      { value: '2014', count: 1, isChosen: false, note: null },
      { value: '2013', count: 0, isChosen: true, note: null },
      { value: '2012', count: 1, isChosen: false, note: null },
      { value: 'none', count: 1, isChosen: false, note: null },
    ])
  })

  it('carries the first 60 values and the chosen ones, and gives more when asked', () => {
    const articles = Array.from({ length: 80 }, (_, number) => ({
      tags: ['共有', `标签${String(number).padStart(2, '0')}`],
    }))
    const index = indexOf(...articles)
    const { tag } = index.run({ ...EMPTY_QUERY, tag: ['没有的'] }).facets
    expect(tag.values).toHaveLength(61)
    expect(tag.distinct).toBe(82)
    expect(tag.values[0]).toEqual({ value: '共有', count: 80, isChosen: false, note: null })
    expect(tag.values.at(-1)).toEqual({ value: '没有的', count: 0, isChosen: true, note: null })
    expect(index.facetValues(EMPTY_QUERY, 'tag', '', 500).values).toHaveLength(81)
    expect(index.facetValues(EMPTY_QUERY, 'tag', '標籤7', 5)).toMatchObject({ distinct: 10 })
    expect(index.facetValues({ ...EMPTY_QUERY, tag: ['标签03'] }, 'tag', '标签7', 5).values).toHaveLength(5)
  })

  it('finds a padded name in the facet without its padding', () => {
    const index = indexOf({ people: [aPerson('李　铭')] })
    expect(index.facetValues(EMPTY_QUERY, 'person', '李铭', 5).values.map((value) => value.value)).toEqual([
      '李　铭',
    ])
  })

  it('draws months without a gap up to twelve years, and years beyond', () => {
    const months = indexOf({ issueDate: '2012-11-05' }, { issueDate: '2013-02' }).run({
      ...EMPTY_QUERY,
      from: '2013',
    })
    expect(months.facets.timeline).toEqual({
      unit: 'month',
      bars: [
        { period: '2012-11', from: '2012-11', to: '2012-11', all: 1, matching: 0 },
        { period: '2012-12', from: '2012-12', to: '2012-12', all: 0, matching: 0 },
        { period: '2013-01', from: '2013-01', to: '2013-01', all: 0, matching: 0 },
        { period: '2013-02', from: '2013-02', to: '2013-02', all: 1, matching: 1 },
      ],
    })
    const years = indexOf({ issueDate: '2000-01-01' }, { issueDate: '2012' }, {}).run(EMPTY_QUERY).facets
      .timeline
    expect(years.unit).toBe('year')
    expect(years.bars).toHaveLength(13)
    expect(years.bars.at(-1)).toEqual({ period: '2012', from: '2012', to: '2012', all: 1, matching: 1 })
    expect(indexOf({}).run(EMPTY_QUERY).facets.timeline.bars).toEqual([])
  })

  it('draws decades where odd dates make more than 240 years', () => {
    const { timeline } = indexOf(
      { issueDate: '0002' },
      { issueDate: '0212-03-01' },
      { issueDate: '2012' },
      { issueDate: '2019-05' },
      { issueDate: '9999' },
    ).run({ ...EMPTY_QUERY, from: '2012', to: '2012' }).facets
    expect(timeline.unit).toBe('decade')
    expect(timeline.bars).toHaveLength(1000)
    expect(timeline.bars.filter((bar) => bar.all > 0)).toEqual([
      { period: '0001', from: '0001', to: '0009', all: 1, matching: 0 },
      { period: '0210', from: '0210', to: '0219', all: 1, matching: 0 },
      { period: '2010', from: '2010', to: '2019', all: 2, matching: 1 },
      { period: '9990', from: '9990', to: '9999', all: 1, matching: 0 },
    ])
    const { unit, bars } = indexOf({ issueDate: '1773' }, { issueDate: '2012' }).run(EMPTY_QUERY).facets
      .timeline
    expect([unit, bars.length]).toEqual(['year', 240])
  })

  it('counts a date known only to the year in no month', () => {
    const { timeline } = indexOf(
      { issueDate: '2012' },
      { issueDate: '2012-02' },
      { issueDate: '2012-03-01' },
    ).run(EMPTY_QUERY).facets
    expect(timeline.unit).toBe('month')
    expect(timeline.bars.map(({ period, all }) => [period, all])).toEqual([
      ['2012-02', 1],
      ['2012-03', 1],
    ])
    expect(
      indexOf({ issueDate: '2011' }, { issueDate: '2012' }).run(EMPTY_QUERY).facets.timeline,
    ).toMatchObject({
      unit: 'year',
      bars: [{ all: 1 }, { all: 1 }],
    })
  })
})

describe('order', () => {
  it('puts the undated last in both directions and equals by id', () => {
    const index = indexOf({}, { issueDate: '2012-07-01' }, { issueDate: '2012-07' }, { issueDate: '2013' })
    expect(ids(index, {})).toEqual(['a3', 'a1', 'a2', 'a0'])
    expect(ids(index, { sort: 'oldest' })).toEqual(['a1', 'a2', 'a3', 'a0'])
    const { dates } = index.run(EMPTY_QUERY)
    expect(dates).toEqual({ from: '2012-07-01', to: '2013' })
    expect(index.run({ ...EMPTY_QUERY, date: 'none' }).dates).toBeNull()
  })

  it('puts an exact title first, then a phrase in the title, then a whole name, then the text, newer ones first', () => {
    const filler = '别的内容写在这里。'.repeat(5)
    const articles: readonly Partial<Article>[] = [
      { title: '别的', paragraphs: [`${filler}基石工程。`], issueDate: '2012-01-01' },
      { title: '别的', paragraphs: [`${filler}基石工程。`], issueDate: '2012-01-02' },
      { title: '示例市推进基石工程建设', paragraphs: [filler] },
      { title: '基石工程', paragraphs: [filler] },
      { title: '别的', paragraphs: [filler], people: [aPerson('基石工程')] },
    ]
    expect(ids(indexOf(...articles), { q: '基石工程' })).toEqual(['a3', 'a2', 'a4', 'a1', 'a0'])
  })
})

describe('names that may be none', () => {
  const index = indexOf(
    {
      people: [
        { name: '张示例', offices: [] },
        { name: '于新冠', offices: [], confidence: 'possible' },
      ],
    },
    { people: [{ name: '于新冠', offices: [], confidence: 'possible' }] },
    { people: [{ name: '李样张', offices: [], confidence: 'possible' }] },
    { people: [{ name: '李样张', offices: [], confidence: 'certain' }] },
  )
  const namesIn = (query: Partial<ArticleQuery>): readonly (readonly [string, number])[] =>
    index.run({ ...EMPTY_QUERY, ...query }).facets.person.values.map(({ value, count }) => [value, count])

  it('are listed only where some article names them for certain', () => {
    expect(namesIn({})).toEqual([
      ['李样张', 2],
      ['张示例', 1],
    ])
    expect(index.run(EMPTY_QUERY).facets.person.distinct).toBe(2)
  })

  it('are listed when they are looked for or chosen, and filter', () => {
    expect(index.facetValues(EMPTY_QUERY, 'person', '于', 10).values).toMatchObject([
      { value: '于新冠', count: 2 },
    ])
    expect(namesIn({ person: ['于新冠'] })).toContainEqual(['于新冠', 2])
    expect(ids(index, { person: ['于新冠'] })).toEqual(['a0', 'a1'])
  })
})
