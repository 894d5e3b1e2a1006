import { describe, expect, it } from 'vitest'
import type { PersonInArticle } from '../../../src/domain/article'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { createNameFinder } from '../../../src/search/nameFinder'
import { anArticle, aPerson } from '../builders/anArticle'
import { anIndex } from '../builders/anIndexPart'

const stated = { at: [0, 0, 2], kind: 'stated', event: null, tense: 'current', qualifiers: [] } as const

function ofPlace(office: string, jurisdiction: string): PersonInArticle {
  return { ...aPerson('张示例', office), officeMentions: [{ ...stated, office, jurisdiction }] }
}

const index = anIndex(
  [
    anArticle({ id: 'full', people: [aPerson('张示例', '环境保护部部长')] }),
    anArticle({ id: 'short', people: [aPerson('李样张', '环保部长')] }),
    anArticle({ id: 'deputy', people: [aPerson('王样本', '环境保护部副部长')] }),
    anArticle({ id: 'here', people: [ofPlace('市委书记', '示例')] }),
    anArticle({ id: 'there', people: [ofPlace('市委书记', '样张')] }),
    anArticle({ id: 'group', people: [aPerson('赵样品', '市领导')] }),
    anArticle({ id: 'honoured', people: [{ ...aPerson('钱样本'), honours: ['劳动模范'] }] }),
    anArticle({ id: 'foreign', people: [aPerson('约翰·示例', '总理')] }),
    anArticle({ id: 'premier', people: [aPerson('孙样品', '总理')] }),
    anArticle({ id: 'premier-in-full', people: [aPerson('孙样品', '中国国务院总理')] }),
  ].map((article) => ({ article, collection: 'any' })),
)
const names = createNameFinder()

function found(q: string): readonly string[] {
  return [...index.run({ ...EMPTY_QUERY, q }, names).ids(0, 100)].sort()
}

describe('a search for an office', () => {
  it('finds it in full where it is asked for in short, and the other way round', () => {
    expect(found('office:环保部部长')).toEqual(['full', 'short'])
    expect(found('职务：环境保护部部长')).toEqual(['full', 'short'])
    expect(found('office:环保部长')).toEqual(['full', 'short'])
  })

  it('finds a bare office by its place', () => {
    expect(found('office:示例市委书记')).toEqual(['here'])
    expect(found('office:市委书记')).toEqual(['here', 'there'])
  })

  it('finds a part of an office, collective words too, but no honours', () => {
    expect(found('office:环境保护部')).toEqual(['deputy', 'full', 'short'])
    expect(found('office:市领导')).toEqual(['group'])
    expect(found('office:劳动模范')).toEqual([])
  })

  it('does not take the minister of another country for one of this', () => {
    expect(found('office:国务院总理')).toEqual(['premier', 'premier-in-full'])
    expect(found('office:总理')).toEqual(['foreign', 'premier', 'premier-in-full'])
  })

  it('can be denied and joined like any other', () => {
    expect(found('office:总理 -office:国务院总理')).toEqual(['foreign'])
    expect(found('office:(环保部长 OR 市领导)')).toEqual(['full', 'group', 'short'])
  })
})
