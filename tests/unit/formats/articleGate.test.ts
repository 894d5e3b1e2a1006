import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/domain/article'
import { deriveArticleId } from '../../../src/domain/articleId'
import { createArticleGate } from '../../../src/formats/articleGate'
import { anArticle } from '../builders/anArticle'

function withoutId(...paragraphs: readonly string[]): Article {
  const article = anArticle({ title: '简讯', paragraphs })
  return { ...article, id: deriveArticleId(article) }
}

describe('the gate of articles', () => {
  it('parts by their text what has the same derived id, and knows both again', () => {
    const admit = createArticleGate()
    const [one, other] = [withoutId('一'), withoutId('二')]
    expect(admit(one)).toMatchObject({ article: { id: one.id } })
    expect(admit(other)).toMatchObject({
      article: { id: expect.stringMatching(`^${one.id}-[0-9a-f]{16}$`) as string, paragraphs: ['二'] },
    })
    expect([admit(one), admit(other)]).toEqual(['duplicate', 'duplicate'])
  })

  it('lets the first of two different articles with a given id pass', () => {
    const admit = createArticleGate()
    admit(anArticle({ id: 'a', paragraphs: ['一'] }))
    expect(admit(anArticle({ id: 'a', paragraphs: ['二'] }))).toMatchObject({ code: 'id-duplicate' })
  })
})
