import { describe, expect, it, vi } from 'vitest'
import { parseStoredIndex } from '../../../../src/archive/storedIndex'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import { openDexieStore } from '../../../../src/storage/dexieStore'
import { createMemoryStore } from '../../../../src/storage/memoryStore'
import { aFileOf, accept, differing, foundIds } from '../../builders/aBatch'
import { aCollection, articles } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { afterKill, anArchive, aProfile, type Profile } from '../../builders/anArchive'

const bundled = aCollection({ files: { 'articles-1.jsonl': articles('a', 6) } })

describe.each([
  ['the database', {}],
  ['memory', { openStore: () => Promise.resolve(createMemoryStore()) }],
])('a batch in %s', (_where, changes) => {
  async function anOpenArchive(profile = aProfile()) {
    const inTab = anArchive(aHost(bundled), bundled, profile, changes)
    await inTab.archive.open()
    await inTab.untilReady()
    return inTab
  }

  it('is read without anything becoming visible, and found once it is accepted', async () => {
    const { archive, status } = await anOpenArchive()
    const batch = await archive.readBatch([aFileOf(differing('x', 7))])
    expect(batch).toMatchObject({
      state: 'staged',
      articles: 7,
      taken: 7,
      alike: 0,
      sources: ['articles.jsonl'],
    })
    expect(await archive.stagedBatch()).toEqual(batch)
    expect(await foundIds(archive)).toHaveLength(6)
    expect((await archive.collections()).map(({ isOwn }) => isOwn)).toEqual([false])
    const rows = await archive.batchRows(batch.id, 'all', 2, 3)
    expect(rows.map(({ place, article, source }) => [place, article.id, source.row])).toEqual([
      [3, 'x-3', 3],
      [4, 'x-4', 4],
      [5, 'x-5', 5],
    ])

    const accepted = await archive.acceptBatch(batch.id)
    expect(accepted).toMatchObject({ id: batch.id, state: 'accepted', articles: 7 })
    expect(await foundIds(archive)).toHaveLength(13)
    expect(await archive.stagedBatch()).toBeNull()
    expect(await archive.batches()).toEqual([accepted])
    expect(status().articles).toBe(13)
    expect(await archive.collections()).toContainEqual(
      expect.objectContaining({ id: 'own', isOwn: true, isBundled: false, articles: 7, problems: [] }),
    )
    const { facets } = await archive.search(EMPTY_QUERY, 0)
    expect(facets.collection.values).toContainEqual(expect.objectContaining({ value: 'own', count: 7 }))
    const own = await archive.search({ ...EMPTY_QUERY, collection: ['own'] }, 10)
    expect(own.total).toBe(7)
  })

  it('is gone without a trace when it is cancelled', async () => {
    const { archive } = await anOpenArchive()
    const batch = await archive.readBatch([aFileOf(differing('x', 7))])
    await archive.cancelBatch(batch.id)
    await archive.cancelBatch(batch.id)
    expect(await archive.stagedBatch()).toBeNull()
    await expect(archive.acceptBatch(batch.id)).rejects.toMatchObject({ code: 'batch-gone' })
    expect(await foundIds(archive)).toHaveLength(6)
    expect(await archive.batches()).toEqual([])
  })

  it('is taken out again, whole', async () => {
    const { archive } = await anOpenArchive()
    const [one, other] = [await accept(archive, differing('x', 3)), await accept(archive, differing('y', 4))]
    expect((await archive.batches()).map(({ id }) => id)).toEqual([other.id, one.id])
    expect(await archive.undoConsequences(one.id)).toEqual({
      articles: 3,
      noted: 0,
      amended: 0,
      replacing: 0,
    })
    await archive.undoBatch(one.id)
    expect(await foundIds(archive)).toHaveLength(10)
    expect((await archive.collections()).find(({ isOwn }) => isOwn)?.articles).toBe(4)
    await archive.undoBatch(other.id)
    expect(await foundIds(archive)).toHaveLength(6)
    expect((await archive.collections()).map(({ id }) => id)).toEqual([bundled.manifest.id])
    await expect(archive.undoBatch(other.id)).rejects.toMatchObject({ code: 'batch-gone' })
  })
})

describe('an accepted batch', () => {
  async function anOpenTab(profile: Profile, host = aHost(bundled)) {
    const inTab = anArchive(host, bundled, profile)
    await inTab.archive.open()
    await inTab.untilReady()
    return inTab
  }

  it('is there after the next start, without anything being read again where rows were skipped', async () => {
    const profile = aProfile()
    const { archive } = await anOpenTab(profile)
    const brought = differing('x', 6)
    const { id } = await archive.readBatch([aFileOf([brought[0]!, ...articles('a', 1), ...brought.slice(1)])])
    await archive.decideBatch(id, 4, 'skip')
    expect(await archive.acceptBatch(id)).toMatchObject({ articles: 5 })
    const ids = await foundIds(archive)
    expect(ids.filter((one) => one.startsWith('x'))).toEqual(['x-1', 'x-2', 'x-4', 'x-5', 'x-6'])
    await vi.waitFor(async () => {
      const store = await openDexieStore({ name: profile.databaseName })
      const state = parseStoredIndex(await store.loadIndex())
      store.close()
      expect(state?.parts.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThanOrEqual(ids.length)
    })

    const again = await anOpenTab(afterKill(profile), aHost())
    expect(await foundIds(again.archive)).toEqual(ids)
    expect(again.told.filter(({ progress }) => progress !== null)).toEqual([])
    expect((await again.archive.collections()).find(({ isOwn }) => isOwn)?.articles).toBe(5)
    expect(await again.archive.batches()).toMatchObject([{ id, articles: 5, sources: ['articles.jsonl'] }])
  })

  it('comes and goes in other tabs', async () => {
    const profile = aProfile()
    const [one, other] = [await anOpenTab(profile), await anOpenTab(profile)]
    const { id } = await accept(one.archive, differing('x', 3))
    await other.until(({ articles: found }) => found === 9)
    expect(await foundIds(other.archive)).toContain('x-2')
    await other.archive.undoBatch(id)
    await one.until(({ articles: found }) => found === 6)
    expect(await foundIds(one.archive)).not.toContain('x-2')
  })

  it('survives an update of the collection whose article it stands before', async () => {
    const profile = aProfile()
    const { archive } = await anOpenTab(profile)
    const batch = await archive.readBatch([aFileOf([{ ...articles('a', 1)[0]!, title: '改过的题目' }])])
    await archive.decideBatch(batch.id, null, 'replace')
    await archive.acceptBatch(batch.id)
    const changed = articles('a', 6).map((article) => ({ ...article, title: `新版 ${article.title}` }))
    const updated = aCollection({ revision: 2, files: { 'articles-1.jsonl': changed } })
    const next = anArchive(aHost(updated), updated, afterKill(profile))
    await next.archive.open()
    await vi.waitFor(async () => {
      expect((await next.archive.article('a-2', EMPTY_QUERY))?.article.title).toBe('新版 a-2 会议')
    })
    expect((await next.archive.article('a-1', EMPTY_QUERY))?.article.title).toBe('改过的题目')
    expect((await next.archive.collections()).flatMap(({ problems }) => problems)).toEqual([])
    await next.archive.undoBatch(batch.id)
    expect((await next.archive.article('a-1', EMPTY_QUERY))?.article.title).toBe('新版 a-1 会议')
  })
})
