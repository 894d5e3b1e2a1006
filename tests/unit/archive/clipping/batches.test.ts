import { describe, expect, it } from 'vitest'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import { createMemoryStore } from '../../../../src/storage/memoryStore'
import { aFileOf, accept, differing, foundIds } from '../../builders/aBatch'
import { aCollection, articles } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'

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
    expect(await archive.undoConsequences(one.id)).toEqual({ articles: 3, noted: 0, amended: 0 })
    await archive.undoBatch(one.id)
    expect(await foundIds(archive)).toHaveLength(10)
    expect((await archive.collections()).find(({ isOwn }) => isOwn)?.articles).toBe(4)
    await archive.undoBatch(other.id)
    expect(await foundIds(archive)).toHaveLength(6)
    expect((await archive.collections()).map(({ id }) => id)).toEqual([bundled.manifest.id])
    await expect(archive.undoBatch(other.id)).rejects.toMatchObject({ code: 'batch-gone' })
  })
})
