import { describe, expect, it, vi } from 'vitest'
import { IndexKeeper } from '../../../src/archive/indexKeeper'
import { rewriteParts, type InTurn } from '../../../src/archive/rewriteParts'
import { partsInMemory } from '../../../src/archive/sealIndex'
import { startTimeSlices } from '../../../src/archive/timeSlices'
import { loadQueryLanguage } from '../../../src/archive/loadQueryLanguage'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import type { ArchiveStore } from '../../../src/storage/archiveStore'
import { createMemoryStore } from '../../../src/storage/memoryStore'
import { aCollection, articles, type CollectionOnHost } from '../builders/aCollection'
import { aHost } from '../builders/aHost'
import { anArchive, aProfile } from '../builders/anArchive'

const bundled = aCollection({ files: { 'articles-1.jsonl': articles('a', 600) } })
const query = { ...EMPTY_QUERY, q: '第12次会议。' }

const immediate = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** A clock that says at every look that a slice is used up, so that each step is followed by a pause. */
function impatientClock(): () => number {
  let time = 0
  return () => (time += 25)
}

/** A store that tells when files of the index are begun, and lets a test hold back their end. */
function watchedStore() {
  const store = createMemoryStore()
  const watched = { begun: 0, finished: 0, hold: (): Promise<void> => Promise.resolve() }
  const beginIndexFile: ArchiveStore['beginIndexFile'] = async (name) => {
    const writer = await store.beginIndexFile(name)
    watched.begun += 1
    return {
      write: (bytes) => {
        writer.write(bytes)
      },
      abandon: () => writer.abandon(),
      async finish() {
        await watched.hold()
        await writer.finish()
        watched.finished += 1
      },
    }
  }
  return { store: { ...store, beginIndexFile }, watched }
}

describe('while parts are written as one', () => {
  it('searches are answered', async () => {
    // What has to be fetched for a first query may come later than the merge ends.
    await loadQueryLanguage()
    const { store, watched } = watchedStore()
    const isUnderWay = (): boolean => watched.begun > watched.finished
    let steps = 0
    const answers: Promise<readonly [found: number, isUnderWay: boolean]>[] = []
    const inTab = anArchive(aHost(bundled), bundled, aProfile(), {
      openStore: () => Promise.resolve(store),
      now: impatientClock(),
      pause: () => {
        if (isUnderWay()) {
          steps += 1
          if (answers.length > 0) return immediate()
          const answer = inTab.archive.search(query, 5)
          answers.push(answer.then(({ rows }) => [rows.length, isUnderWay()]))
        }
        return immediate()
      },
    })
    await inTab.archive.open()
    await inTab.untilReady()
    await vi.waitFor(async () => {
      expect(await store.indexFileNames()).toHaveLength(2)
    })
    expect(steps).toBeGreaterThan(20)
    expect(await Promise.all(answers)).toEqual([[1, true]])
  })

  it('articles come and go, and are not in what was written', async () => {
    const { store, watched } = watchedStore()
    const papers = (revision: number, prefixes: readonly string[]): CollectionOnHost =>
      aCollection({
        id: 'papers',
        folder: 'https://papers.test/',
        revision,
        files: Object.fromEntries(prefixes.map((prefix) => [`${prefix}.jsonl`, articles(prefix, 20)])),
      })
    const host = aHost(bundled, papers(1, ['b', 'c']))
    const inTab = anArchive(host, bundled, aProfile(), { openStore: () => Promise.resolve(store) })
    const { archive } = inTab
    await archive.open()
    await inTab.untilReady()
    await vi.waitFor(async () => {
      expect(await store.indexFileNames()).toHaveLength(2)
    })
    let goOn = (): void => undefined
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    watched.hold = () => held
    await archive.takeInCollection('https://papers.test/')
    await vi.waitFor(() => {
      expect(watched.begun).toBe(4)
    })
    host.serve(papers(2, ['c', 'd']))
    await archive.takeInCollection('https://papers.test/')
    const found = async (): Promise<readonly string[]> =>
      (await archive.search(query, 10)).rows.map(({ id }) => id).sort()
    expect(watched.finished).toBe(2)
    expect(await found()).toEqual(['a-12', 'c-12', 'd-12'])
    goOn()
    await vi.waitFor(async () => {
      expect(watched.finished).toBeGreaterThan(4)
      expect(watched.finished).toBe(watched.begun)
      expect(await store.indexFileNames()).toHaveLength(6)
    })
    expect(await found()).toEqual(['a-12', 'c-12', 'd-12'])
    expect((await archive.search(EMPTY_QUERY, 0)).total).toBe(640)
    expect(inTab.status().failure).toBeNull()
  })

  it('nothing is exchanged when one of them goes', async () => {
    const { keeper, store } = await aKeeper()
    const { shelf } = keeper
    const inTurn: InTurn = (task) => {
      shelf.replaceAll(shelf.parts.slice(1))
      return task()
    }
    await rewriteParts(keeper, partsInMemory(keeper), inTurn)
    expect(shelf.parts.map(({ names, part }) => [names, part.rows])).toEqual([
      [null, 250],
      [null, 100],
    ])
    expect([...keeper.obsolete].sort()).toEqual([...(await store.indexFileNames())].sort())
    await rewriteParts(keeper, partsInMemory(keeper), (task) => task())
    expect(shelf.parts.map(({ part }) => part.rows)).toEqual([350])
  })

  it('articles that go in the end are gone from what was written', async () => {
    const { keeper } = await aKeeper()
    const { shelf } = keeper
    await rewriteParts(keeper, partsInMemory(keeper), (task) => {
      for (const id of ['a-7', 'a-600']) shelf.remove(keeper.index.ordinalOf(id))
      return task()
    })
    expect(shelf.parts.map(({ part }) => part.rows)).toEqual([600])
    expect(keeper.index.size).toBe(598)
    expect(['a-7', 'a-8', 'a-600'].map((id) => keeper.keyOf(id) !== undefined)).toEqual([false, true, false])
  })
})

/** A keeper of 600 articles in three parts, all of them in memory. */
async function aKeeper(): Promise<{ readonly keeper: IndexKeeper; readonly store: ArchiveStore }> {
  const store = createMemoryStore()
  const file = await store.beginFile('a'.repeat(64))
  await store.storeArticles(file, 1, articles('a', 600))
  await store.completeFile(file, 600, [])
  const keeper = new IndexKeeper(store, () => startTimeSlices(impatientClock(), immediate))
  const visible = [
    { number: file.number, path: 'a.jsonl', articles: 600, collection: 'c', precedence: 0, index: null },
  ]
  while ((await keeper.advance(visible)).taken > 0) continue
  return { keeper, store }
}
