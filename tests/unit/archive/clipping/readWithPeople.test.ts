import { ReadableStream } from 'node:stream/web'
import { describe, expect, it } from 'vitest'
import { readWithPeople } from '../../../../src/archive/clipping/readWithPeople'
import type { ReadItem } from '../../../../src/formats/files/readItem'
import { loadPeopleResources } from '../../../../src/people/loadPeopleResources'
import { anArticle, aPerson } from '../../builders/anArticle'

type ArticleItem = Extract<ReadItem, { readonly kind: 'article' }>

function itemOf(fields: Parameters<typeof anArticle>[0]): ArticleItem {
  const article = anArticle({ paragraphs: ['县长顾清禾主持会议。'], ...fields })
  const read = { article } as ArticleItem['read']
  return { kind: 'article', file: 'a.txt', row: 1, read, original: null }
}

async function peopleOf(item: ReadItem, load = loadPeopleResources) {
  const found: (readonly string[])[] = []
  for await (const each of readWithPeople(ReadableStream.from([item]), load)) {
    if (each.kind === 'article') found.push(each.read.article.people.map(({ name }) => name))
  }
  return found
}

describe('reading inputs with people', () => {
  it('recognises people in an article that comes without', async () => {
    expect(await peopleOf(itemOf({}))).toEqual([['顾清禾']])
  })

  it('leaves people that are given as they are', async () => {
    expect(await peopleOf(itemOf({ people: [aPerson('张示例')] }))).toEqual([['张示例']])
  })

  it('gives articles as they are where names cannot be loaded', async () => {
    expect(await peopleOf(itemOf({}), () => Promise.reject(new Error('offline')))).toEqual([[]])
  })
})
