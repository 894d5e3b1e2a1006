import { describe, expect, it } from 'vitest'
import { createNameFinder } from '../../../src/search/nameFinder'
import type { ArticleIndex } from '../../../src/search/articleIndex'
import { anIndexOf, takeOut } from '../builders/anIndexPart'
import { anArticle, aPerson } from '../builders/anArticle'

const names = createNameFinder()

function indexed(): ArticleIndex {
  const people = [aPerson('徐明'), aPerson('徐　示')]
  return anIndexOf([
    anArticle({ id: 'a', people, newspaper: '吴江日报', category: ['要闻', '徐州'], tags: ['科技'] }),
    anArticle({ id: 'b', people: [aPerson('徐明'), aPerson('曾明')] }),
    anArticle({ id: 'c', people: [aPerson('徐明')], newspaper: '重庆日报' }),
  ])
}

function suggested(typed: string, limit = 10): readonly string[] {
  return indexed()
    .suggest(typed, limit, names)
    .map(({ kind, value, count }) => `${kind} ${value} ${count}`)
}

describe('suggestions of names', () => {
  it('begin with what was typed, the more frequent first, with their numbers of articles', () => {
    expect(suggested('徐')).toEqual(['person 徐明 3', 'person 徐　示 1', 'category 要闻/徐州 1'])
    expect(suggested('徐', 1)).toEqual(['person 徐明 3'])
    expect(suggested('徐示')).toEqual(['person 徐　示 1'])
  })

  it('come by names and initials too, surnames as they are read', () => {
    expect(suggested('xum')).toEqual(['person 徐明 3'])
    expect(suggested('XM')).toEqual(['person 徐明 3'])
    expect(suggested('zeng')).toEqual(['person 曾明 1'])
    expect(suggested('ceng')).toEqual([])
    expect(suggested('wjr')).toEqual(['newspaper 吴江日报 1'])
    expect(suggested('chongq')).toEqual(['newspaper 重庆日报 1'])
    expect(suggested('keji')).toEqual(['tag 科技 1'])
  })

  it('come by what stands inside a name after those that begin so', () => {
    expect(suggested('明')).toEqual(['person 徐明 3', 'person 曾明 1'])
    expect(suggested('日报')).toHaveLength(2)
    expect(suggested('要')).toEqual(['category 要闻 1'])
  })

  it('are none for nothing, for what no name has, and for names whose articles are gone', () => {
    for (const typed of ['', ' ', '没有', 'uming']) expect(suggested(typed)).toEqual([])
    const index = indexed()
    expect(index.suggest('曾', 5, names)).toHaveLength(1)
    takeOut(index, 'b')
    expect(index.suggest('曾', 5, names)).toEqual([])
  })
})
