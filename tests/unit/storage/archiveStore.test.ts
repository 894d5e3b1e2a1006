import { describe, expect, it, vi } from 'vitest'
import type { ArchiveError } from '../../../src/domain/problem'
import { fileNumberOf, type ArchiveStore, type StoredCollection } from '../../../src/storage/archiveStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { createMemoryStore } from '../../../src/storage/memoryStore'
import { aCollection, articles } from '../builders/aCollection'
import { anArticle } from '../builders/anArticle'

let databases = 0
const freshName = (): string => `jianbao-store-${++databases}`

const kinds: readonly [string, () => Promise<ArchiveStore>][] = [
  ['Dexie', () => openDexieStore({ name: freshName() })],
  ['memory', () => Promise.resolve(createMemoryStore())],
]

function aStoredCollection(fields: Partial<StoredCollection> = {}): StoredCollection {
  const { address, manifest, manifestSha256 } = aCollection()
  const id = fields.id ?? manifest.id
  return {
    id,
    address,
    manifest,
    manifestSha256,
    isBundled: true,
    order: 1,
    files: [],
    missing: [],
    incoming: null,
    ...fields,
  }
}

describe.each(kinds)('a store in %s', (_kind, openStore) => {
  it('keeps collections in the order in which they came', async () => {
    const store = await openStore()
    const [first, second] = [aStoredCollection({ id: 'z' }), aStoredCollection({ id: 'a', order: 2 })]
    await store.saveCollection(second)
    await store.saveCollection(first)
    expect(await store.collections()).toEqual([first, second])
    await store.saveCollection({ ...first, files: ['f'] })
    expect((await store.collections()).map(({ files }) => files)).toEqual([['f'], []])
  })

  it('keeps a file in pieces, and gives its articles in order', async () => {
    const store = await openStore()
    const file = await store.beginFile('aa')
    await store.storeArticles(file, 1, articles('a', 3))
    await store.storeArticles(file, 4, articles('b', 2))
    expect(await store.files()).toEqual([{ ...file, articles: 5 }])
    const problem = { file: 'x', row: 2, field: '', code: 'title-missing', message: '' } as const
    await store.completeFile(file, 5, [problem])
    expect(await store.files()).toEqual([{ ...file, articles: 5, isComplete: true, problems: [problem] }])
    const rows = await store.articlesOfFile(file.number, 2, 3)
    expect(rows.map(({ article }) => article.id)).toEqual(['a-2', 'a-3', 'b-1'])
    expect(rows.map(({ key }) => fileNumberOf(key))).toEqual([file.number, file.number, file.number])
    expect(await store.articlesOfFile(file.number, 6, 3)).toEqual([])
  })

  it('begins an incomplete file from its start, and leaves a complete one alone', async () => {
    const store = await openStore()
    const file = await store.beginFile('aa')
    await store.storeArticles(file, 1, articles('a', 3))
    expect(await store.beginFile('aa')).toEqual(file)
    expect(await store.articlesOfFile(file.number, 1, 9)).toEqual([])
    await store.storeArticles(file, 1, articles('a', 2))
    await store.completeFile(file, 2, [])
    expect(await store.beginFile('aa')).toMatchObject({ isComplete: true, articles: 2 })
    expect(await store.articlesOfFile(file.number, 1, 9)).toHaveLength(2)
  })

  it('finds articles by key and by id, in whichever file they are', async () => {
    const store = await openStore()
    const one = await store.beginFile('aa')
    const other = await store.beginFile('bb')
    await store.storeArticles(one, 1, [anArticle({ id: 'x', title: '一' })])
    await store.storeArticles(other, 1, [anArticle({ id: 'y' }), anArticle({ id: 'x', title: '二' })])
    const same = await store.articlesWithIds(['x', 'no such id'])
    expect(same.map(({ article }) => article.title).sort()).toEqual(['一', '二'])
    const keys = same.map(({ key }) => key)
    expect(await store.articlesAt([keys[1]!, 7, keys[0]!])).toEqual([
      same[1]?.article,
      undefined,
      same[0]?.article,
    ])
  })

  it('drops a file with its articles and nothing else, and never uses its number again', async () => {
    const store = await openStore()
    const one = await store.beginFile('aa')
    await store.storeArticles(one, 1, articles('a', 2))
    const other = await store.beginFile('bb')
    await store.storeArticles(other, 1, articles('b', 2))
    await store.deleteFile(other.number)
    await store.deleteFile(other.number)
    expect((await store.files()).map(({ sha256 }) => sha256)).toEqual(['aa'])
    expect(await store.articlesWithIds(['b-1'])).toEqual([])
    expect(await store.articlesWithIds(['a-1'])).toHaveLength(1)
    expect((await store.beginFile('bb')).number).not.toBe(other.number)
  })
})

describe('the database', () => {
  it('keeps everything until the next start', async () => {
    const name = freshName()
    const first = await openDexieStore({ name })
    await first.saveCollection(aStoredCollection())
    expect(await first.loadIndex()).toBeNull()
    expect(await first.indexCover()).toBeNull()
    await first.saveIndex('cover', { columns: new Float64Array([1, 2]) })
    first.close()
    const next = await openDexieStore({ name })
    expect(await next.collections()).toHaveLength(1)
    expect(await next.indexCover()).toBe('cover')
    expect(await next.loadIndex()).toEqual({ columns: new Float64Array([1, 2]) })
  })

  it('makes way for a newer program in another tab, and says so', async () => {
    const name = freshName()
    const onTrouble = vi.fn<(error: ArchiveError) => void>()
    const store = await openDexieStore({ name, onTrouble })
    const newer = indexedDB.open(name, 1000)
    await new Promise((resolve) => {
      newer.onsuccess = resolve
    })
    newer.result.close()
    expect(onTrouble).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'storage-lost' }))
    await expect(store.files()).rejects.toMatchObject({ code: 'storage-lost' })
  })

  it('is opened again once when its connection was lost', async () => {
    const name = freshName()
    const connections: IDBDatabase[] = []
    const store = await openDexieStore({ name, indexedDB: databasesNoting(connections) })
    await store.beginFile('aa')
    connections.at(-1)?.close()
    expect(await store.files()).toHaveLength(1)
    expect(connections.length).toBeGreaterThan(1)
  })

  it('that never answers counts as refused', async () => {
    const silent = { open: () => ({}) } as unknown as IDBFactory
    await expect(
      openDexieStore({ name: freshName(), indexedDB: silent, patience: 10 }),
    ).rejects.toMatchObject({
      code: 'storage-refused',
    })
  })
})

/** The platform's databases, every connection to which is noted. */
function databasesNoting(connections: IDBDatabase[]): IDBFactory {
  return new Proxy(indexedDB, {
    get(target, property) {
      if (property !== 'open') return Reflect.get(target, property) as unknown
      return (name: string, version?: number) => {
        const request = target.open(name, version)
        request.addEventListener('success', () => connections.push(request.result))
        return request
      }
    },
  })
}
