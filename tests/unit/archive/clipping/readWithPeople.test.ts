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

  it('keeps people that are given, before those that the text names besides', async () => {
    expect(await peopleOf(itemOf({ people: [aPerson('张示例')] }))).toEqual([['张示例', '顾清禾']])
  })

  it('resolves a bare office by what is known of the newspaper on the day of the article', async () => {
    const newspapers = [
      {
        name: '样阳日报',
        aliases: [],
        places: [
          { name: '样阳市', to: '2012-09-01' },
          { name: '样阳区', from: '2012-09-01' },
          { name: '大样市' },
        ],
      },
    ]
    const placesOf = async (issueDate: string) => {
      const item = itemOf({ paragraphs: ['市长顾清禾主持会议。'], newspaper: '样阳日报', issueDate })
      const places: (string | null | undefined)[] = []
      for await (const each of readWithPeople(ReadableStream.from([item]), loadPeopleResources, newspapers))
        if (each.kind === 'article')
          places.push(each.read.article.people[0]?.officeMentions?.[0]?.jurisdiction)
      return places
    }
    expect(await placesOf('2012-08-31')).toEqual(['样阳'])
    expect(await placesOf('2012-09-01')).toEqual(['大样'])
  })

  it('gives articles as they are where names cannot be loaded', async () => {
    expect(await peopleOf(itemOf({}), () => Promise.reject(new Error('offline')))).toEqual([[]])
  })
})
