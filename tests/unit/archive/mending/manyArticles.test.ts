import { describe, expect, it } from 'vitest'
import { MOST_AWAITED } from '../../../../src/archive/mending/mendCalls'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import { createMemoryStore } from '../../../../src/storage/memoryStore'
import { articles, aCollection } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'

const COUNT = MOST_AWAITED + 200
const held = articles('a', COUNT)
const collection = aCollection({ files: { 'articles-1.jsonl': held } })

describe('a deed over very many articles', () => {
  it('settles when it is stored, and the search follows with progress while other things are done', async () => {
    const inTab = anArchive(aHost(collection), collection, aProfile(), {
      openStore: () => Promise.resolve(createMemoryStore()),
    })
    const { archive, told, until } = inTab
    await archive.open()
    await inTab.untilReady()
    const tagged = async () => (await archive.search({ ...EMPTY_QUERY, tag: ['全部'] }, 0)).total
    const before = told.length
    const deed = await archive.changeArticles(
      held.map(({ id }) => id),
      { kind: 'tag', add: ['全部'], remove: [] },
    )
    expect(deed.articles).toBe(COUNT)
    expect(await tagged()).toBeLessThan(COUNT)
    // What is read is as it was changed already.
    expect((await archive.article('a-7', EMPTY_QUERY))?.article.tags).toEqual(['全部'])
    const isIndexing = (): boolean => told.at(-1)?.progress?.step === 'indexing'
    await until(() => told.slice(before).some(({ progress }) => progress?.step === 'indexing'))
    await until(() => !isIndexing())
    expect(await tagged()).toBe(COUNT)
    const counts = told
      .slice(before)
      .flatMap(({ progress }) => (progress === null ? [] : [progress.articlesDone]))
    expect(new Set(counts).size).toBeGreaterThan(2)

    // One is awaited.
    await archive.changeArticles(['a-1'], { kind: 'tag', add: ['一篇'], remove: [] })
    expect((await archive.search({ ...EMPTY_QUERY, tag: ['一篇'] }, 0)).total).toBe(1)
    expect(await archive.undoDeed(deed.number)).toBe(COUNT - 1)
    await until(() => isIndexing())
    await until(() => !isIndexing())
    expect(await tagged()).toBe(1)
  })
})
