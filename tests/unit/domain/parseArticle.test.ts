import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/domain/article'
import { parseArticle } from '../../../src/domain/parseArticle'
import type { FieldProblem } from '../../../src/domain/problem'
import { serializeArticle } from '../../../src/domain/serializeArticle'
import { anArticle } from '../builders/anArticle'

/** The article of an input that has a title and a paragraph beside the given fields. */
function parsed(fields: object): Article {
  const { article } = parseArticle({ title: '题', paragraphs: ['文'], ...fields })
  if (article === null) throw new Error('expected an article')
  return article
}

/** The problems of the same input as `field code`. */
function problemsOf(fields: object): readonly string[] {
  return parseArticle({ title: '题', paragraphs: ['文'], ...fields }).problems.map(named)
}

function named({ field, code }: FieldProblem): string {
  return `${field} ${code}`
}

describe('parseArticle', () => {
  it('takes a title and a paragraph for an article and leaves every list empty', () => {
    const { article, problems } = parseArticle({ id: 'example-1', title: '题', paragraphs: ['文'] })
    expect(article).toEqual(anArticle({ title: '题', paragraphs: ['文'] }))
    expect(problems).toEqual([])
  })

  it('keeps every field of the contract', () => {
    const fields = {
      id: 'wjrb-2012-07-01-01-1',
      title: '题',
      kicker: '引题',
      subtitle: '副题',
      category: ['深入开展创先争优活动'],
      newspaper: '吴江日报',
      medium: 'newspaper',
      issueDate: '2012-07-01',
      edition: '晨报',
      page: '01',
      pageTitle: '要闻',
      column: '专栏',
      textKind: 'excerpt',
      dateline: { place: '示例', date: '6月30日' },
      publishedAt: '2012-07-02T09:17',
      eventDate: '2012-06',
      places: ['吴江'],
      authors: ['张示例'],
      url: 'https://example.org/1',
      paragraphs: ['一', '二'],
      people: [{ name: '张示例', offices: ['示例市长'] }],
      tags: ['基石工程'],
      rights: '版权所有',
      doubtful: ['issueDate'],
      textNote: '第二段“示列”原报作“示例”。\n第三段脱一字。',
      verified: { by: '张示例', on: '2026-11-22' },
      replaces: ['old-1'],
      extra: { layout: 3 },
    }
    expect(parseArticle(fields)).toEqual({ article: fields, problems: [] })
  })

  it('keeps the lines of a note on the text, and nothing of one that is too long', () => {
    expect(parsed({ textNote: ' 一\r\n二\u2028三 ' }).textNote).toBe('一\n二\n三')
    expect(parsed({ textNote: ' \n ' }).textNote).toBeUndefined()
    expect(problemsOf({ textNote: '注'.repeat(10_001) })).toEqual(['textNote field-malformed'])
  })

  it('takes a comparison with the printed page only with a name and a day', () => {
    expect(parsed({ verified: { by: '张示例', on: '2026年11月22日' } }).verified).toEqual({
      by: '张示例',
      on: '2026-11-22',
    })
    expect(parsed({ verified: null }).verified).toBeUndefined()
    for (const half of [true, '张示例', { by: '张示例' }, { on: '2026-11-22' }, { by: ' ', on: '2026' }]) {
      expect(problemsOf({ verified: half })).toEqual(['verified field-malformed'])
    }
    expect(problemsOf({ verified: { by: '张示例', on: '2026-02-30' } })).toEqual([
      'verified.on date-malformed',
    ])
  })

  it.each([null, undefined, 'text', 5, [], [{ title: '题' }], () => 1])('finds no article in %s', (value) => {
    const { article, problems } = parseArticle(value)
    expect(article).toBeNull()
    expect(problems.map(named)).toEqual([' not-an-object'])
  })

  it('finds no article without a title or without a paragraph, and says which is missing', () => {
    expect(parseArticle({ title: ' ', paragraphs: ['文'] }).problems.map(named)).toEqual([
      'title title-missing',
    ])
    expect(parseArticle({ title: '题', paragraphs: ['　'] }).problems.map(named)).toEqual([
      'paragraphs paragraphs-missing',
    ])
    const { article, problems } = parseArticle({ title: { text: '题' } })
    expect(article).toBeNull()
    expect(problems.map(named)).toEqual(['title title-missing', 'paragraphs paragraphs-missing'])
  })

  it('understands the names of other data', () => {
    const { article } = parseArticle({
      headline: '题',
      date: '2012/7/1',
      datePublished: '2012-07-02T01:17:00Z',
      source: '《吴江日报》',
      body: '一\r\n\n　　二',
      author: '张示例、李示例；王示例',
      section: '要闻 > 会议',
      mentions: [{ '@type': 'Person', name: '李　铭', jobTitle: '示例局长' }],
      keywords: '科技,教育',
    })
    expect(article).toMatchObject({
      title: '题',
      issueDate: '2012-07-01',
      publishedAt: '2012-07-02T09:17',
      newspaper: '吴江日报',
      paragraphs: ['一', '二'],
      authors: ['张示例', '李示例', '王示例'],
      category: ['要闻', '会议'],
      people: [{ name: '李铭', offices: ['示例局长'] }],
      tags: ['科技', '教育'],
      extra: {},
    })
  })

  it('uses a name of other data only where the own field says nothing, and keeps what it did not use', () => {
    const article = parsed({
      headline: '别的',
      text: '别的',
      newspaper: null,
      source: '示例报',
      keywords: [],
    })
    expect(article).toMatchObject({
      title: '题',
      newspaper: '示例报',
      extra: { headline: '别的', text: '别的' },
    })
    expect(article.extra).not.toHaveProperty('keywords')
  })

  it('takes datePublished without a time for the issue date, and with one never', () => {
    expect(parsed({ datePublished: '2012-07-01' })).toMatchObject({ issueDate: '2012-07-01' })
    const posted = parsed({ datePublished: '2012-07-02 09:17', publishedAt: '2012-07-03 10:00' })
    expect(posted.publishedAt).toBe('2012-07-03T10:00')
    expect(posted.issueDate).toBeUndefined()
    expect(posted.extra).toEqual({ datePublished: '2012-07-02 09:17' })
  })

  it.each([
    ['2012年7月1日', '2012-07-01'],
    ['２０１２．７．１', '2012-07-01'],
    ['20120701', '2012-07-01'],
    ['2012-07', '2012-07'],
    [2012, '2012'],
    ['2012-06-30T16:00:00Z', '2012-07-01'],
  ])('reads the issue date %s as %s', (issueDate, expected) => {
    expect(parsed({ issueDate }).issueDate).toBe(expected)
  })

  it('leaves an impossible date out and quotes it', () => {
    const { article, problems } = parseArticle({ title: '题', paragraphs: ['文'], issueDate: '2012-02-30' })
    expect(article).not.toHaveProperty('issueDate')
    expect(problems).toEqual([
      {
        field: 'issueDate',
        code: 'date-malformed',
        message: expect.stringContaining('“2012-02-30”') as string,
      },
    ])
    expect(problemsOf({ publishedAt: '2012-13-01 10:00', eventDate: '昨天' })).toEqual([
      'publishedAt date-malformed',
      'eventDate date-malformed',
    ])
  })

  it('brings a posting to Beijing time and keeps one that is known only to the day', () => {
    expect(parsed({ publishedAt: '2012-07-01T23:30:00+00:00' }).publishedAt).toBe('2012-07-02T07:30')
    expect(parsed({ publishedAt: '2012-07-02' }).publishedAt).toBe('2012-07-02')
    expect(problemsOf({ publishedAt: '2012-07' })).toEqual(['publishedAt date-malformed'])
  })

  it.each([
    [
      ['要闻', ' 本地 ', ''],
      ['要闻', '本地'],
    ],
    ['要闻 > 本地', ['要闻', '本地']],
    ['要闻/本地', ['要闻', '本地']],
    ['科教/文卫 > 教育', ['科教/文卫', '教育']],
    ['科教%2F文卫/教育', ['科教/文卫', '教育']],
  ])('reads the category %j as a path', (category, expected) => {
    expect(parsed({ category }).category).toEqual(expected)
  })

  it('leaves a category out as a whole when one of its names is no text', () => {
    expect(parsed({ category: ['要闻', {}, '本地'] }).category).toEqual([])
    expect(problemsOf({ category: ['要闻', {}, '本地'] })).toEqual(['category field-malformed'])
  })

  it('reads a page in its notations and the name of the page behind it', () => {
    expect(parsed({ page: '第０１版' }).page).toBe('01')
    expect(parsed({ page: 4 }).page).toBe('4')
    expect(parsed({ page: '第01版：要闻' })).toMatchObject({ page: '01', pageTitle: '要闻' })
    expect(parsed({ page: '第01版：要闻', pageTitle: '头版' })).toMatchObject({
      page: '01',
      pageTitle: '头版',
    })
  })

  it('keeps an article without a field that is wrong', () => {
    const wrong = {
      medium: 'tv',
      textKind: 'summary',
      kicker: {},
      url: 'javascript:alert(1)',
      authors: ['张示例', 7, {}],
      paragraphs: ['文', 5],
      dateline: '示例7月1日电',
      extra: 'more',
    }
    expect(parsed(wrong)).toMatchObject({
      textKind: 'full',
      authors: ['张示例', '7'],
      paragraphs: ['文'],
      extra: {},
    })
    expect([...problemsOf(wrong)].sort()).toEqual(
      [
        'authors[2] field-malformed',
        'dateline field-malformed',
        'extra field-malformed',
        'kicker field-malformed',
        'medium field-malformed',
        'paragraphs[1] field-malformed',
        'textKind field-malformed',
        'url field-malformed',
      ].sort(),
    )
  })

  it.each([
    'http://',
    'https://a b',
    'ftp://example.org',
    '//example.org',
    'data:text/html,x',
    'https:\\\\example.org',
  ])('keeps no address %s', (url) => {
    expect(parsed({ url })).not.toHaveProperty('url')
    expect(problemsOf({ url })).toEqual(['url field-malformed'])
  })

  it('derives an id when none is given or the given one cannot be kept', () => {
    const derived = parsed({}).id
    expect(derived).toMatch(/^[0-9a-f]{32}$/)
    expect(parsed({ id: 'a\nb' }).id).toBe('a b')
    expect(parsed({ id: 'a\u0000b' }).id).toBe(derived)
    expect(parsed({ id: 12 }).id).toBe('12')
    expect(problemsOf({ id: 'x'.repeat(513) })).toEqual(['id field-malformed'])
  })

  it('keeps unknown fields, those of an extra object among them', () => {
    expect(parsed({ layout: { x: 1 }, editor: '王', extra: { editor: '旧', scan: 'a.jpg' } }).extra).toEqual({
      layout: { x: 1 },
      editor: '王',
      scan: 'a.jpg',
    })
  })

  it('keeps nothing that reaches for a prototype or cannot be written as JSON', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"polluted": 1}, "extra": {"__proto__": 1}, "a": {"__proto__": 2, "b": 3}}',
    ) as object
    const input = { title: '题', paragraphs: ['文'], ...hostile, run: () => 1 }
    Object.defineProperty(input, '__proto__', { value: { polluted: 1 }, enumerable: true })
    const { article, problems } = parseArticle(input)
    expect(article?.extra).toEqual({ a: { b: 3 } })
    expect(Object.getPrototypeOf(article?.extra)).toBe(Object.prototype)
    expect(problems.map(named)).toEqual(['__proto__ field-malformed', 'run field-malformed'])
    expect({}).not.toHaveProperty('polluted')
  })

  it('reads no field from a prototype', () => {
    expect(parseArticle(Object.create({ title: '题', paragraphs: ['文'] }))).toMatchObject({ article: null })
  })

  it('stands up to deep nesting, long texts and broken characters', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown
    expect(problemsOf({ deep })).toEqual(['deep field-malformed'])
    expect(problemsOf({ people: deep })).toEqual(['people[0].name field-malformed'])
    expect(problemsOf({ category: deep, tags: deep, dateline: deep, url: deep, id: deep })).toHaveLength(5)
    const long = '长'.repeat(2_000_000)
    const { article, problems } = parseArticle({
      title: '题',
      kicker: long,
      paragraphs: [long],
      issueDate: long,
      url: long,
    })
    expect(article?.paragraphs.join('')).toBe(long)
    expect(article).not.toHaveProperty('kicker')
    expect(Math.max(...problems.map(({ message }) => message.length))).toBeLessThan(300)
    expect(parsed({ title: '题\uD800', tags: ['\uDC00'], x: { '\uD800': '\uD800' } })).toMatchObject({
      title: '题\uFFFD',
      tags: ['\uFFFD'],
      extra: { x: { '\uFFFD': '\uFFFD' } },
    })
  })

  it('takes a category of at most sixteen names, or none of it', () => {
    const names = Array.from({ length: 16 }, (_, depth) => `第${depth}级`)
    expect(parsed({ category: names }).category).toEqual(names)
    for (const category of [[...names, '再'], [...names, '再'].join(' > '), 'a/'.repeat(12_000)]) {
      expect(parsed({ category }).category).toEqual([])
      expect(problemsOf({ category })).toEqual(['category field-malformed'])
    }
    expect(parsed({ category: ['甲', '长'.repeat(513), '乙'] }).category).toEqual([])
  })

  it('takes names of at most 512 characters, and headlines of at most 2,000', () => {
    const [name, tooLong] = ['长'.repeat(512), '长'.repeat(513)]
    expect(parsed({ newspaper: name, authors: [name], people: [name] })).toMatchObject({
      newspaper: name,
      authors: [name],
      people: [{ name }],
    })
    const fields = { newspaper: tooLong, authors: [tooLong], people: [tooLong], tags: [tooLong, '甲'] }
    expect(parsed(fields)).toMatchObject({ authors: [], people: [], tags: ['甲'] })
    expect(problemsOf(fields)).toEqual(
      ['newspaper', 'authors[0]', 'people[0].name', 'tags[0]'].map((field) => `${field} field-malformed`),
    )
    expect(parsed({ title: '长'.repeat(2000) }).title).toHaveLength(2000)
    expect(problemsOf({ title: '长'.repeat(2001) })).toEqual(['title title-missing'])
  })

  it('takes the first 5,000 people and the first 200 entries of any other list', () => {
    const names = Array.from({ length: 5100 }, (_, number) => `张示例${number}`)
    const fields = { people: names, authors: names, tags: names }
    const article = parsed(fields)
    expect(article.people).toHaveLength(5000)
    expect(article.authors).toEqual(names.slice(0, 200))
    expect(article.tags).toHaveLength(200)
    expect([...problemsOf(fields)].sort()).toEqual(
      ['authors', 'people', 'tags'].map((field) => `${field} field-malformed`),
    )
    expect(parsed({ people: names.join('、') }).people).toHaveLength(5000)
  })

  it('cuts a paragraph of more than 200,000 characters behind a sentence and carries its places along', () => {
    const sentence = '示例县召开会议。'
    const text = `${sentence.repeat(30_000)}张示例讲话。`
    const { article, problems } = parseArticle({
      title: '题',
      paragraphs: [`　${text}`, '完'],
      people: [
        {
          name: '张示例',
          mentions: [
            [0, 240_001, 240_004],
            [1, 0, 1],
          ],
        },
      ],
    })
    expect(article?.paragraphs.slice(0, -1).join('')).toBe(text)
    expect(article?.paragraphs).toHaveLength(3)
    for (const paragraph of article?.paragraphs.slice(0, 2) ?? []) expect(paragraph).toMatch(/。$/)
    const [first, second] = article?.people[0]?.mentions ?? []
    expect(article?.paragraphs[first?.[0] ?? 0]?.slice(first?.[1], first?.[2])).toBe('张示例')
    expect(second).toEqual([2, 0, 1])
    expect(problems.map(named)).toEqual(['paragraphs[0] field-malformed'])
  })

  it('refuses more text than one article may hold, and says so once', () => {
    const paragraphs = Array.from({ length: 20_001 }, () => '文')
    expect(problemsOf({ paragraphs })).toEqual(['paragraphs field-malformed'])
    const long = { title: '题', content: '长'.repeat(3_000_001) }
    const { article, problems } = parseArticle(long)
    expect(article).toBeNull()
    expect(problems.at(-1)?.message).toContain('part the text into several articles')
  })

  it('gives well-formed articles or problems for any input, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), anyInput()), (input) => {
        const { article, problems } = parseArticle(input)
        expect(article !== null || problems.length > 0).toBe(true)
        if (article === null) return
        expect(article.title.trim()).not.toBe('')
        expect(article.paragraphs.length).toBeGreaterThan(0)
        expect(Object.values(article).flat().join('')).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })
})

describe('serializeArticle', () => {
  it('leaves defaults out and keeps the order of fields', () => {
    expect(
      JSON.stringify(serializeArticle(anArticle({ textKind: 'full', tags: ['甲'], newspaper: '示例报' }))),
    ).toBe(
      '{"id":"example-1","title":"示例县召开春耕工作会议","newspaper":"示例报","paragraphs":["示例县昨天召开春耕工作会议。","县长张示例主持会议。"],"tags":["甲"]}',
    )
  })

  it('is undone by parseArticle for every article', () => {
    let articles = 0
    fc.assert(
      fc.property(anyInput(), (input) => {
        const { article } = parseArticle(input)
        if (article === null) return
        articles += 1
        expect(parseArticle(JSON.parse(JSON.stringify(serializeArticle(article))))).toEqual({
          article,
          problems: [],
        })
      }),
      { numRuns: 500 },
    )
    expect(articles).toBeGreaterThan(50)
  })
})

/** Inputs that look like articles, good and bad fields mixed. */
function anyInput(): fc.Arbitrary<Record<string, unknown>> {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('题', '　　一 段', '李　铭', 'a > b', '甲、乙', '\uD800'),
  )
  const texts = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.anything())
  const date = fc.oneof(
    text,
    fc.constantFrom('2012-07-01', '2012年7月', '2012', '2012-02-30', '2012-07-02 09:17'),
  )
  const span = fc.tuple(fc.integer({ min: -1, max: 2 }), fc.nat(3), fc.nat(3))
  const officeMention = fc.record(
    {
      office: text,
      at: span,
      event: fc.constantFrom('appointed', null, 'x'),
      qualifiers: fc.array(text, { maxLength: 1 }),
    },
    { requiredKeys: ['office', 'at'] },
  )
  const person = fc.record(
    {
      name: text,
      offices: texts,
      kind: fc.constantFrom('full', 'masked', 'x'),
      mentions: fc.array(span, { maxLength: 2 }),
      officeMentions: fc.array(officeMention, { maxLength: 2 }),
      honours: texts,
    },
    { requiredKeys: ['name'] },
  )
  return fc.record(
    {
      title: text,
      headline: text,
      paragraphs: fc.oneof(fc.array(text, { maxLength: 3 }), text),
      id: text,
      category: texts,
      newspaper: text,
      medium: fc.constantFrom('web', 'tv'),
      issueDate: date,
      datePublished: date,
      publishedAt: date,
      eventDate: date,
      page: fc.oneof(text, fc.constantFrom('第01版：要闻', '第一、四版', '第1张第4版', 3)),
      textKind: fc.constantFrom('full', 'digest', 'x'),
      dateline: fc.record({ place: text, date: text }, { requiredKeys: [] }),
      author: texts,
      tags: texts,
      people: fc.oneof(text, fc.array(fc.oneof(text, person), { maxLength: 3 }), fc.anything()),
      url: fc.oneof(fc.webUrl(), text),
      textNote: fc.oneof(text, fc.string()),
      verified: fc.oneof(fc.record({ by: text, on: date }, { requiredKeys: [] }), fc.anything()),
      extra: fc.oneof(fc.jsonValue(), fc.anything()),
      unknown: fc.jsonValue(),
    },
    { requiredKeys: ['title', 'paragraphs'] },
  )
}
