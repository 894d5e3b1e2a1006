import { describe, expect, it, vi } from 'vitest'
import { parseStoredIndex, type StoredIndex } from '../../../src/archive/storedIndex'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { IndexPartBuilder } from '../../../src/search/parts/indexPartBuilder'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { createMemoryStore } from '../../../src/storage/memoryStore'
import { aCollection, articles, type CollectionOnHost } from '../builders/aCollection'
import { aHost } from '../builders/aHost'
import { afterKill, anArchive, aProfile, type Profile } from '../builders/anArchive'

const bundled = aCollection({ files: { 'articles-1.jsonl': articles('a', 3) } })

function papers(number: number, count: number): CollectionOnHost {
  return aCollection({
    id: `papers-${number}`,
    folder: `https://papers.test/${number}/`,
    files: { 'articles.jsonl': articles(`p${number}`, count) },
  })
}

async function stateOf(profile: Profile): Promise<StoredIndex | null> {
  const store = await openDexieStore({ name: profile.databaseName })
  try {
    return parseStoredIndex(await store.loadIndex())
  } finally {
    store.close()
  }
}

async function namesIn(profile: Profile): Promise<readonly string[]> {
  const store = await openDexieStore({ name: profile.databaseName })
  try {
    return [...(await store.indexFileNames())].sort()
  } finally {
    store.close()
  }
}

describe('the parts of the index', () => {
  it('are one for each take-in, and merged when there are many', async () => {
    const others = Array.from({ length: 10 }, (_, place) => papers(place, place + 1))
    const profile = aProfile()
    const { archive, untilReady } = anArchive(aHost(bundled, ...others), bundled, profile)
    await archive.open()
    await untilReady()
    await vi.waitFor(async () => {
      expect((await stateOf(profile))?.parts).toHaveLength(1)
    })
    for (const { address } of others) {
      const before = await stateOf(profile)
      await archive.takeInCollection(address)
      await vi.waitFor(async () => {
        expect(await stateOf(profile)).not.toEqual(before)
      })
    }
    await vi.waitFor(async () => {
      const state = await stateOf(profile)
      expect(state?.parts.length).toBe(8)
      expect(await namesIn(profile)).toEqual(state?.parts.flatMap(({ name, texts }) => [name, texts]).sort())
    })
    expect((await archive.search({ ...EMPTY_QUERY, q: '会议' }, 0)).total).toBe(58)
    const next = anArchive(aHost(), bundled, afterKill(profile))
    await next.archive.open()
    expect((await next.archive.search({ ...EMPTY_QUERY, q: '会议' }, 0)).total).toBe(58)
    for (const [place, { manifest }] of others.entries()) {
      const held = await next.archive.search({ ...EMPTY_QUERY, collection: [manifest.id] }, 100)
      expect(held.rows).toHaveLength(place + 1)
    }
  })

  it('are written anew without what is no longer shown', async () => {
    const host = aHost(bundled, papers(1, 9))
    const profile = aProfile()
    const { archive, untilReady } = anArchive(host, bundled, profile)
    await archive.open()
    await untilReady()
    await archive.takeInCollection('https://papers.test/1/')
    const updated = aCollection({
      id: 'papers-1',
      folder: 'https://papers.test/1/',
      revision: 2,
      files: { 'articles.jsonl': articles('p1', 2), 'more.jsonl': articles('q', 1) },
    })
    host.serve(updated)
    await archive.takeInCollection('https://papers.test/1/')
    await vi.waitFor(async () => {
      const state = await stateOf(profile)
      expect(state?.parts.reduce((rows, part) => rows + part.rows, 0)).toBe(6)
      expect(state?.parts.every(({ removed }) => removed === null)).toBe(true)
      expect(await namesIn(profile)).toHaveLength(2 * (state?.parts.length ?? 0))
    })
    expect((await archive.search(EMPTY_QUERY, 0)).total).toBe(6)
  })

  it('lie in memory where the browser refuses its database', async () => {
    const store = createMemoryStore()
    const { archive, untilReady } = anArchive(aHost(bundled, papers(1, 5)), bundled, aProfile(), {
      openStore: () => Promise.resolve(store),
    })
    await archive.open()
    await untilReady()
    await archive.takeInCollection('https://papers.test/1/')
    await vi.waitFor(async () => {
      expect(await store.indexFileNames()).toHaveLength(4)
    })
    expect((await archive.search({ ...EMPTY_QUERY, q: '会议' }, 8)).rows).toHaveLength(8)
  })

  it('are cleared at the next start of what nothing names', async () => {
    const profile = aProfile()
    const first = anArchive(aHost(bundled), bundled, profile)
    await first.archive.open()
    await first.untilReady()
    await vi.waitFor(async () => {
      expect((await stateOf(profile))?.parts).toHaveLength(1)
    })
    const names = await namesIn(profile)
    const store = await openDexieStore({ name: profile.databaseName })
    await store.writeIndexFile('left behind', [new Uint8Array(10)])
    store.close()
    const next = anArchive(aHost(), bundled, afterKill(profile))
    await next.archive.open()
    await vi.waitFor(async () => {
      expect(await namesIn(profile)).toEqual(names)
    })
    expect((await next.archive.search(EMPTY_QUERY, 0)).total).toBe(3)
  })

  it('are taken over by a tab that has what is not in them, which keeps that', async () => {
    const profile = aProfile()
    const host = aHost(bundled, papers(1, 5))
    const isHeld = { index: true }
    const never = new Promise<never>(() => undefined)
    const one = anArchive(host, bundled, profile)
    const other = anArchive(host, bundled, profile, {
      locks: {
        ...profile.locks,
        request: (name, task) =>
          name === 'jianbao-index' && isHeld.index ? never : profile.locks.request(name, task),
      },
    })
    await one.archive.open()
    await other.archive.open()
    // Only the other tab knows of these yet, and cannot store them.
    await other.archive.takeInCollection('https://papers.test/1/')
    await one.until(({ articles: found }) => found === 8)
    await vi.waitFor(async () => {
      expect((await stateOf(profile))?.parts.reduce((rows, part) => rows + part.rows, 0)).toBe(8)
    })
    for (const { archive, untilReady } of [one, other]) {
      await untilReady()
      expect((await archive.search({ ...EMPTY_QUERY, q: '会议' }, 8)).rows).toHaveLength(8)
    }
  })

  it('hold every article once: none is indexed twice by the tab that took it in', async () => {
    const indexed = vi.spyOn(IndexPartBuilder.prototype, 'add')
    const many = aCollection({ files: { '1.jsonl': articles('a', 600), '2.jsonl': articles('b', 10) } })
    const { archive, untilReady } = anArchive(aHost(many), many, aProfile())
    await archive.open()
    await untilReady()
    expect((await archive.search(EMPTY_QUERY, 0)).total).toBe(610)
    expect(indexed.mock.calls).toHaveLength(610)
    indexed.mockRestore()
  })
})
