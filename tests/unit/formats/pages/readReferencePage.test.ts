import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPage } from '../../../../src/formats/pages/readPage'

const folder = '../shared/seed'
const file = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.txt')) : undefined

describe.skipIf(file === undefined)('the reference page', () => {
  it('gives its fields, and every paragraph once', async () => {
    const { articles, problems } = await readPage(readFileSync(`${folder}/${file ?? ''}`), file ?? '')
    expect(problems).toEqual([])
    expect(articles).toHaveLength(1)
    const { article, changes } = articles[0]!
    expect(article).toMatchObject({
      title: '吴江表彰一批先进党组织优秀党员',
      category: ['深入开展创先争优活动'],
      newspaper: '吴江日报',
      medium: 'newspaper',
      issueDate: '2012-07-01',
      page: '01',
      publishedAt: '2012-07-02T09:17',
      authors: [],
      doubtful: [],
    })
    expect(article.paragraphs).toHaveLength(9)
    expect(new Set(article.paragraphs).size).toBe(9)
    expect(changes).toEqual([expect.objectContaining({ kind: 'repeated-dropped', count: 8 })])
  })
})
