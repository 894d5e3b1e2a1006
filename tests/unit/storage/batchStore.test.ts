import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import type { Undertaking } from '../../../src/storage/amendmentStore'
import { articleKey, articlesIn, type ArchiveStore } from '../../../src/storage/archiveStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { createMemoryStore } from '../../../src/storage/memoryStore'
import { aCollection, articles } from '../builders/aCollection'
import { anArticle } from '../builders/anArticle'
import { aStoredBatch, clipped } from '../builders/aStoredBatch'

let databases = 0
const freshName = (): string => `jianbao-batches-${++databases}`

const kinds: readonly [string, () => Promise<ArchiveStore>][] = [
  ['Dexie', () => openDexieStore({ name: freshName() })],
  ['memory', () => Promise.resolve(createMemoryStore())],
]

function ownCollection(files: readonly string[]) {
  const { address, manifest, manifestSha256 } = aCollection()
  const fields = { isBundled: false, order: 2, missing: [], incoming: null }
  return { ...fields, id: 'own', address, manifest, manifestSha256, files }
}

describe.each(kinds)('batches in a store in %s', (_kind, openStore) => {
  async function aStagedBatch(store: ArchiveStore, id = 'batch-1', count = 5) {
    const batch = await store.batches.begin(aStoredBatch({ id }))
    await store.batches.put(clipped(batch.file, 1, articles(id, count)))
    await store.signatures.put({ key: articleKey(batch.file, 1), count, words: Uint32Array.of(1, 2) })
    const staged = { ...batch, state: 'staged', articles: count } as const
    expect(await store.batches.save(staged)).toBe(true)
    return staged
  }

  it('have a file each, which is not complete while they are read', async () => {
    const store = await openStore()
    const batch = await aStagedBatch(store)
    expect(await store.batches.all()).toEqual([batch])
    expect(await store.files()).toMatchObject([
      { number: batch.file, sha256: 'batch:batch-1', isComplete: false },
    ])
    expect(await store.articlesAt([articleKey(batch.file, 2)])).toMatchObject([{ id: 'batch-1-2' }])
    const keys = [articleKey(batch.file, 5), articleKey(batch.file, 6)]
    expect(await store.batches.clippingsAt(keys)).toMatchObject([{ articleId: 'batch-1-5' }, undefined])
    expect(await store.batches.clippingsWithIds(['batch-1-3', 'no such id'])).toMatchObject([
      { key: articleKey(batch.file, 3) },
    ])
    expect(await store.batches.articleIds(batch.file)).toHaveLength(5)
  })

  it('keep an article that was changed in the place of the former one, and nothing of dropped ones', async () => {
    const store = await openStore()
    const { file } = await aStagedBatch(store)
    await store.batches.put(clipped(file, 2, [anArticle({ id: 'other' })]))
    await store.batches.drop(file, [
      { first: 3, count: 2 },
      { first: 5, count: 1 },
    ])
    expect(await store.articlesWithIds(['batch-1-2', 'batch-1-3', 'batch-1-5'])).toEqual([])
    expect([...(await store.batches.articleIds(file))].sort()).toEqual(['batch-1-1', 'other'])
  })

  it('are accepted without what is skipped, and only while they are staged', async () => {
    const store = await openStore()
    const staged = await aStagedBatch(store)
    const acceptance = {
      batch: { ...staged, state: 'accepted', articles: 3 } as const,
      lastPlace: 4,
      skipped: [{ first: 2, count: 1 }],
      collection: ownCollection(['batch:batch-1']),
      withdrawal: null,
    }
    expect(await store.batches.accept(acceptance)).toEqual(acceptance.batch)
    const [file] = await store.files()
    expect(file).toMatchObject({ isComplete: true, articles: 4 })
    expect(articlesIn(file!)).toBe(3)
    expect(await store.articlesWithIds(['batch-1-2'])).toEqual([])
    expect(await store.batches.all()).toEqual([acceptance.batch])
    expect((await store.collections()).map(({ id }) => id)).toEqual(['own'])

    await expect(store.batches.accept(acceptance)).rejects.toMatchObject({ code: 'batch-gone' })
  })

  it('that are gone are not accepted, and change nothing', async () => {
    const store = await openStore()
    const staged = await aStagedBatch(store)
    await store.batches.clear(staged.id)
    const collection = ownCollection([])
    const acceptance = { batch: staged, lastPlace: 5, skipped: [], collection, withdrawal: null }
    await expect(store.batches.accept(acceptance)).rejects.toMatchObject({ code: 'batch-gone' })
    expect(await store.collections()).toEqual([])
    expect(await store.batches.save(staged)).toBe(false)
    expect(await store.batches.all()).toEqual([])
  })

  it('are undone with their clippings, and cleared with their articles, others staying as they were', async () => {
    const store = await openStore()
    const [one, other] = [await aStagedBatch(store), await aStagedBatch(store, 'batch-2', 2)]
    await store.batches.undo(one, null, null)
    expect(await store.collections()).toEqual([])
    expect(await store.batches.all()).toEqual([other])
    expect(await store.batches.articleIds(one.file)).toEqual([])
    expect(await store.files()).toHaveLength(2)
    await store.batches.clear(one.id)
    await store.batches.clear(one.id)
    expect((await store.files()).map(({ number }) => number)).toEqual([other.file])
    expect(await store.signatures.ofFile(one.file)).toEqual([])
    expect(await store.signatures.ofFile(other.file)).toHaveLength(1)
    expect(await store.articlesWithIds(['batch-1-1', 'batch-2-1'])).toHaveLength(1)
  })

  it('take corrections back and put them back with the same step, or not at all', async () => {
    const store = await openStore()
    const deedOf = (tag: string | null): Undertaking => ({
      kind: tag === null ? 'restore' : 'tag',
      at: '2026-01-01T00:00:00Z',
      targets: [{ id: 'replaced', replaces: [], title: '示例' }],
      decide: () => ({ edit: tag === null ? {} : { tags: [tag] }, isDeleted: false }),
      isIndexed: () => true,
    })
    const editNow = async () => (await store.amendments.withIds(['replaced']))[0]?.edit
    await store.amendments.amend(deedOf('先前'))
    const staged = await aStagedBatch(store)
    const acceptance = {
      batch: { ...staged, state: 'accepted' } as const,
      lastPlace: 5,
      skipped: [],
      collection: ownCollection(['batch:batch-1']),
      withdrawal: deedOf(null),
    }
    const accepted = await store.batches.accept(acceptance)
    expect(accepted.withdrawn).toEqual({ deed: 2, articles: 1 })
    expect(await store.batches.get(staged.id)).toEqual(accepted)
    expect(await editNow()).toEqual({})
    expect(await store.amendments.entriesOf(2)).toMatchObject([{ id: 'replaced', after: { edit: {} } }])
    expect(await store.amendments.entriesOf(7)).toEqual([])

    await expect(store.batches.accept(acceptance)).rejects.toMatchObject({ code: 'batch-gone' })
    expect(await store.amendments.deeds(9)).toHaveLength(2)

    await store.batches.undo(accepted, null, deedOf('其后'))
    expect(await editNow()).toEqual({ tags: ['其后'] })
    expect((await store.amendments.deeds(9)).map(({ number, isUndone }) => [number, isUndone])).toEqual([
      [3, false],
      [2, true],
      [1, false],
    ])
    expect(await store.amendments.entriesOf(3)).toMatchObject([{ before: { edit: { tags: ['先前'] } } }])
  })

  it('leave no signatures of a file that is deleted', async () => {
    const store = await openStore()
    const file = await store.beginFile('aa')
    const [first, second] = [articleKey(file.number, 1), articleKey(file.number, 5)]
    await store.signatures.put({ key: second, count: 1, words: Uint32Array.of(2) })
    await store.signatures.put({ key: first, count: 4, words: Uint32Array.of(1) })
    expect((await store.signatures.ofFile(file.number)).map(({ key }) => key)).toEqual([first, second])
    await store.deleteFile(file.number)
    expect(await store.signatures.ofFile(file.number)).toEqual([])
  })
})

describe('the database of version 2', () => {
  it('is taken over with everything in it, and keeps batches from then on', async () => {
    const name = freshName()
    const old = new Dexie(name)
    old.version(1).stores({
      collections: 'id',
      files: '++number, &sha256',
      articles: 'key, article.id',
      values: 'name',
    })
    old.version(2).stores({ indexFiles: 'name, file' })
    const stored = { key: articleKey(1, 1), article: anArticle({ id: 'x' }) }
    await old.table('collections').add(ownCollection(['aa']))
    await old.table('files').add({ sha256: 'aa', articles: 1, isComplete: true, problems: [] })
    await old.table('articles').add(stored)
    await old.table('values').bulkAdd([
      { name: 'index', value: { version: 2 } },
      { name: 'indexCover', value: 'cover' },
    ])
    await old.table('indexFiles').add({ name: 'part', size: 1, kind: 'bytes', bytes: Uint8Array.of(7) })
    old.close()

    const store = await openDexieStore({ name })
    expect(await store.collections()).toEqual([ownCollection(['aa'])])
    expect(await store.files()).toMatchObject([{ number: 1, sha256: 'aa', isComplete: true }])
    expect(await store.articlesWithIds(['x'])).toEqual([stored])
    expect(await store.loadIndex()).toEqual({ version: 2 })
    expect(await store.indexCover()).toBe('cover')
    expect([...(await store.openIndexFile('part'))!.read(0, 1)]).toEqual([7])
    const batch = await store.batches.begin(aStoredBatch())
    expect(batch.file).toBe(2)
    store.close()

    const reopened = new Dexie(name)
    await reopened.open()
    expect(reopened.tables.map((table) => table.name).sort()).toEqual([
      'amendments',
      'articles',
      'attachments',
      'batches',
      'clippings',
      'collections',
      'deedPieces',
      'deeds',
      'files',
      'indexFiles',
      'records',
      'replacements',
      'restoring',
      'signatures',
      'values',
    ])
    reopened.close()
  })
})
