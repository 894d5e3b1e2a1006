import { describe, expect, it } from 'vitest'
import { createNameFinder } from '../../../src/search/nameFinder'
import type { Article } from '../../../src/domain/article'
import { EMPTY_QUERY, type ArticleQuery } from '../../../src/domain/articleQuery'
import type { QueryOffer } from '../../../src/domain/queryReading'
import type { ArticleIndex } from '../../../src/search/articleIndex'
import { anIndexOf } from '../builders/anIndexPart'
import { mayBePinyin } from '../../../src/search/mayBePinyin'
import { anArticle, aPerson } from '../builders/anArticle'

const names = createNameFinder()

const articles: readonly Article[] = [
  anArticle({ id: 'named', people: [aPerson('徐　明')], newspaper: '吴江日报' }),
  anArticle({ id: 'author', authors: ['许敏'], newspaper: '重庆日报' }),
  anArticle({ id: 'latin', title: 'XM 与 xuming 项目', paragraphs: ['徐明没有记为人名。'] }),
  anArticle({ id: 'other', people: [aPerson('曾庆示'), aPerson('徐明亮')], newspaper: '样本晚报' }),
]

/** All steps of looking for offers, one after the other. */
function offersOf(index: ArticleIndex, query: ArticleQuery): readonly QueryOffer[] {
  const search = index.offers(query, names)
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
  }
}

function run(q: string, fields: Partial<ArticleQuery> = {}, among = articles) {
  const index = anIndexOf(among)
  const answer = index.run({ ...EMPTY_QUERY, ...fields, q }, names)
  return {
    ids: [...answer.ids(0, 100)].sort(),
    reading: answer.reading,
    marks: answer.marks,
    offers: offersOf(index, { ...EMPTY_QUERY, ...fields, q }),
  }
}

describe('words in pinyin', () => {
  it('are found as names of people, authors and newspapers too, beside the text', () => {
    expect(run('xuming').ids).toEqual(['latin', 'named', 'other'])
    expect(run('xm').ids).toEqual(['author', 'latin', 'named'])
    expect(run('zengqingshi').ids).toEqual(['other'])
    expect(run('cengqingshi').ids).toEqual([])
    expect(run('wjrb').ids).toEqual(['named'])
    expect(run('chongqing').ids).toEqual(['author'])
    expect(run('uming').ids).toEqual([])
  })

  it('are told with their names as the articles write them, and how to take them back', () => {
    const { reading } = run('会议 xm')
    expect(reading.loosenings).toEqual([
      { kind: 'pinyin', term: 'xm', names: ['徐　明', '许敏'], removal: '会议 "xm"' },
    ])
    expect(run('"xm"').ids).toEqual(['latin'])
    expect(run('"xm"').reading.loosenings).toEqual([])
    expect(run('基石').reading.loosenings).toEqual([])
    expect(run('gdp').reading.loosenings).toEqual([])
  })

  it('are names of people under person, of newspapers under newspaper, and of nothing under any other field', () => {
    expect(run('person:xm').ids).toEqual(['author', 'named'])
    expect(run('人名：xm').reading.loosenings[0]?.removal).toBe('人名："xm"')
    expect(run('newspaper:wjrb').ids).toEqual(['named'])
    expect(run('newspaper:xm').ids).toEqual([])
    expect(run('text:xuming').ids).toEqual([])
    expect(run('title:xm').ids).toEqual(['latin'])
  })

  it('exclude nothing that is not written so', () => {
    expect(run('NOT xm').ids).toEqual(['author', 'named', 'other'])
    expect(run('xm -xuming').ids).toEqual(['author', 'named'])
  })

  it('are worth loading a table for only where a word could be pinyin', () => {
    for (const q of ['xuming', '会议 xm', '人名:xm', 'GDP']) expect(mayBePinyin(q)).toBe(true)
    for (const q of ['', '基石工程', '"xuming"', 'keji*', '5G', '2012']) expect(mayBePinyin(q)).toBe(false)
  })
})

describe('other punctuation', () => {
  const writings = [
    anArticle({ id: 'enumerated', paragraphs: ['不忘初心、牢记使命'], newspaper: '甲报' }),
    anArticle({ id: 'comma', paragraphs: ['不忘初心，牢记使命'], newspaper: '甲报' }),
    anArticle({ id: 'plain', title: '不忘初心牢记使命', newspaper: '乙报' }),
    anArticle({ id: 'apart', paragraphs: ['牢记使命', '不忘初心'], newspaper: '甲报' }),
    anArticle({ id: 'twice', paragraphs: ['不忘初心，牢记使命', '不忘初心、牢记使命'], newspaper: '甲报' }),
  ]

  it.each([
    ['不忘初心牢记使命', 3],
    ['“不忘初心、牢记使命”', 2],
    ['「不忘初心，牢记使命」', 2],
    ['标题：不忘初心牢记使命', 0],
    ['正文：不忘初心牢记使命', 3],
  ])('of %s is offered with exactly as many articles as it brings', (q, count) => {
    const { ids, offers } = run(q, {}, writings)
    const [offer] = offers
    expect(offer?.count ?? 0).toBe(count)
    if (offer === undefined) return
    const more = run(offer.q, {}, writings)
    expect(more.ids).toHaveLength(ids.length + count)
    expect(more.ids).toEqual(expect.arrayContaining(ids))
    expect(more.offers).toEqual([])
  })

  it('is counted under the filters and the other words', () => {
    expect(run('不忘初心牢记使命', { newspaper: ['乙报'] }, writings).offers).toEqual([])
    expect(run('不忘初心牢记使命', { newspaper: ['甲报'] }, writings).offers[0]?.count).toBe(3)
    const both = run('不忘初心牢记使命 -乙', {}, writings).offers[0]
    expect(both?.q).toBe('(不忘初心牢记使命 OR "不忘初心，牢记使命" OR "不忘初心、牢记使命") -乙')
  })

  it('is not offered where the words were parted, or read literally', () => {
    for (const q of ['不忘初心、牢记使命', '(不忘初心牢记使命', 'NOT 不忘初心牢记使命', '工程']) {
      expect(run(q, {}, writings).offers).toEqual([])
    }
  })
})

describe('the reading of a query', () => {
  it('has its parts in order, and what is looked for without what is excluded', () => {
    const { reading } = run('标题：甲 (乙 OR -丙) “丁 戊” NEAR/3 己')
    expect(reading.parts.map((part) => (part.kind === 'term' ? part.term.text : part.kind))).toEqual([
      '甲',
      'and',
      'open',
      '乙',
      'or',
      'not',
      '丙',
      'close',
      'and',
      '丁 戊',
      'near',
      '己',
    ])
    expect(reading.terms.map(({ text }) => text)).toEqual(['甲', '乙', '丁 戊', '己'])
  })

  it('marks a term only where it is looked for, and nothing that is excluded', () => {
    const { marks } = run('title:甲 text:乙 person:丙 newspaper:丁 戊 -己')
    expect(marks.title.map(({ folded }) => folded)).toEqual(['甲', '丙', '戊'])
    expect(marks.text.map(({ folded }) => folded)).toEqual(['乙', '丙', '戊'])
  })
})
