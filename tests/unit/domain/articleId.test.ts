import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveArticleId, deriveArticleIdWithText } from '../../../src/domain/articleId'
import { anArticle } from '../builders/anArticle'

const article = anArticle({ newspaper: '吴江日报', issueDate: '2012-07-01', page: '01', title: '示例标题' })

describe('deriveArticleId', () => {
  it('stays the same for ever, since ids stand in addresses and backups', () => {
    expect(deriveArticleId(article)).toBe('d4917dade8acc669914cdcda19d56b7c')
    expect(deriveArticleIdWithText(article)).toBe('d4917dade8acc669914cdcda19d56b7c-38af3258fb729ced')
  })

  it('depends on newspaper, issue date, page and title and on nothing else', () => {
    const id = deriveArticleId(article)
    expect(deriveArticleId(anArticle({ ...article, id: 'other', paragraphs: ['别的'], tags: ['甲'] }))).toBe(
      id,
    )
    for (const change of [{ newspaper: '甲' }, { issueDate: '2012' }, { page: '1' }, { title: '甲' }]) {
      expect(deriveArticleId({ ...article, ...change })).not.toBe(id)
    }
  })

  it('tells apart where one part ends and the next begins', () => {
    expect(deriveArticleId(anArticle({ page: '1', title: '2' }))).not.toBe(
      deriveArticleId(anArticle({ page: '', title: '12' })),
    )
  })

  it('gives letters and digits that need no escaping in an address, and no two alike', () => {
    const ids = new Map<string, string>()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const id = deriveArticleId(anArticle({ title }))
        expect(id).toMatch(/^[0-9a-f]{32}$/)
        expect(ids.get(id) ?? title).toBe(title)
        ids.set(id, title)
      }),
    )
  })

  it('spreads a hundred thousand titles that differ in a digit without a collision in either half', () => {
    const titles = Array.from({ length: 100_000 }, (_, number) => `示例${number}`)
    const ids = titles.map((title) => deriveArticleId(anArticle({ title })))
    expect(new Set(ids.map((id) => id.slice(0, 16))).size).toBe(titles.length)
    expect(new Set(ids.map((id) => id.slice(16))).size).toBe(titles.length)
  })
})

describe('deriveArticleIdWithText', () => {
  it('parts articles that differ only in their text', () => {
    const other = { ...article, paragraphs: ['别的'] }
    expect(deriveArticleIdWithText(article)).not.toBe(deriveArticleIdWithText(other))
    expect(deriveArticleIdWithText(other).startsWith(`${deriveArticleId(article)}-`)).toBe(true)
  })
})
