import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/domain/article'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { anIndex } from '../builders/anIndexPart'
import { fold } from '../../../src/text/fold'
import { anArticle } from '../builders/anArticle'

const CORPUS = '../shared/corpus/xwlb-2012-2021.jsonl.gz'
const ARTICLES = 5_000
const SUBSTRINGS = 200

function readArticles(): readonly Article[] {
  const lines = gunzipSync(readFileSync(CORPUS)).toString('utf8').split('\n', ARTICLES)
  return lines.map((line) => {
    const row = JSON.parse(line) as { id: string; title: string; date: string; body: string; author?: string }
    return anArticle({
      id: row.id,
      title: row.title,
      issueDate: row.date,
      paragraphs: row.body.split('\n'),
      authors: row.author === undefined ? [] : [row.author],
    })
  })
}

/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator). */
function seededNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

describe.skipIf(!existsSync(CORPUS))('ArticleIndex on real articles', () => {
  it('gives for random substrings exactly the totals of a plain scan', () => {
    const articles = readArticles()
    const next = seededNumbers(20120701)
    const han = articles.flatMap((article) =>
      article.paragraphs.flatMap((text) => text.match(/\p{Script=Han}{2,}/gu) ?? []),
    )
    const runs = Array.from({ length: SUBSTRINGS }, () => {
      const characters = Array.from(han[Math.floor(next() * han.length)]!)
      const length = Math.min(characters.length, 2 + Math.floor(next() * 7))
      const start = Math.floor(next() * (characters.length - length + 1))
      return characters.slice(start, start + length).join('')
    })
    const held = articles.map((article) => ({ article, collection: 'corpus' }))
    const index = anIndex(held, Math.ceil(articles.length / 3))
    const totals = runs.map((q) => index.run({ ...EMPTY_QUERY, q }).total)
    const texts = articles.map((article) =>
      fold([article.title, ...article.paragraphs, ...article.authors].join('\n')),
    )
    expect(totals).toEqual(runs.map((run) => texts.filter((text) => text.includes(fold(run))).length))
  }, 180_000)
})
