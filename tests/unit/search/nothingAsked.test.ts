import { describe, expect, it } from 'vitest'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { ArticleIndex } from '../../../src/search/articleIndex'
import { asksForNothing, NOTHING_ASKED } from '../../../src/search/nothingAsked'
import { queryLanguage } from '../../../src/search/queryLanguage'
import { anArticle } from '../builders/anArticle'
import { aPart, anIndexOf } from '../builders/anIndexPart'

describe('a query without words', () => {
  it.each(['', ' ', '　\t'])('is compiled as the language would compile it: “%s”', (q) => {
    expect(asksForNothing(q)).toBe(true)
    const compiled = anIndexOf([]).look((ground) => queryLanguage.compile(q, ground))
    expect(compiled).toEqual(NOTHING_ASKED)
  })

  it('is answered without the language, which any other needs', () => {
    const index = new ArticleIndex([aPart([{ article: anArticle({ id: 'a' }), collection: '示例集' }])])
    expect(index.run(EMPTY_QUERY).total).toBe(1)
    expect(() => index.run({ ...EMPTY_QUERY, q: '甲乙' })).toThrow('language')
  })
})
