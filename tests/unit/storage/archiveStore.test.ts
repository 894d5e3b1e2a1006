import Dexie from 'dexie'
import { describe, expect, it, vi } from 'vitest'
import type { ArchiveError } from '../../../src/domain/problem'
import { articleKey, fileNumberOf, type ArchiveStore } from '../../../src/storage/archiveStore'
import type { StoredCollection } from '../../../src/storage/storedCollection'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { createMemoryStore } from '../../../src/storage/memoryStore'
import { aCollection, articles } from '../builders/aCollection'
import { anArticle } from '../builders/anArticle'
import { aDisk } from './aDisk'

let databases = 0
const freshName = (): string => `jianbao-store-${++databases}`

const kinds: readonly [string, () => Promise<ArchiveStore>][] = [
  ['Dexie', () => openDexieStore({ name: freshName() })],
  ['Dexie with files', () => openDexieStore({ name: freshName(), fileSystem: aDisk().newTab() })],
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

  it('keeps a file of the index that was given in pieces, and reads any part of it', async () => {
    const store = await openStore()
    await store.writeIndexFile('a', [
      Uint8Array.of(1, 2),
      new Uint8Array(),
      Uint8Array.of(3),
      Uint8Array.of(4, 5),
    ])
    const reader = await store.openIndexFile('a')
    expect(reader).toMatchObject({ size: 5 })
    expect([...reader!.read(0, 5)]).toEqual([1, 2, 3, 4, 5])
    expect([...reader!.read(1, 3)]).toEqual([2, 3, 4])
    expect([...reader!.read(5, 0)]).toEqual([])
    reader!.close()
  })

  it('keeps a large file of the index as it came', async () => {
    const store = await openStore()
    const pieces = [1_000_003, 7, 2_500_000].map((length, turn) =>
      Uint8Array.from({ length }, (_, at) => (at * 31 + turn) % 251),
    )
    async function* slowly(): AsyncGenerator<Uint8Array> {
      for (const piece of pieces) {
        await Promise.resolve()
        // Whoever gives pieces may use their memory again.
        const lent = piece.slice()
        yield lent
        lent.fill(0)
      }
    }
    await store.writeIndexFile('large', slowly())
    const reader = await store.openIndexFile('large')
    const whole = Buffer.concat(pieces)
    expect(reader!.size).toBe(whole.length)
    expect(whole.equals(reader!.read(0, reader!.size))).toBe(true)
    expect(whole.subarray(1_000_000, 1_000_020).equals(reader!.read(1_000_000, 20))).toBe(true)
  })

  it('keeps an empty file of the index', async () => {
    const store = await openStore()
    await store.writeIndexFile('empty', [])
    expect(await store.openIndexFile('empty')).toMatchObject({ size: 0 })
  })

  it('has no file of the index before it is finished, nor one whose pieces failed', async () => {
    const store = await openStore()
    const writer = await store.beginIndexFile('begun')
    writer.write(Uint8Array.of(1))
    expect(await store.indexFileNames()).toEqual([])
    expect(await store.openIndexFile('begun')).toBeNull()
    await writer.abandon()
    await writer.abandon()
    const failure = new Error('the network is gone')
    function* failing(): Generator<Uint8Array> {
      yield Uint8Array.of(1)
      throw failure
    }
    await expect(store.writeIndexFile('failed', failing())).rejects.toBe(failure)
    await store.clearOrphanedIndexFiles()
    expect(await store.indexFileNames()).toEqual([])
  })

  it('writes several files of the index at once, synchronously', async () => {
    const store = await openStore()
    const [one, other] = await Promise.all([store.beginIndexFile('one'), store.beginIndexFile('other')])
    one.write(Uint8Array.of(1))
    other.write(Uint8Array.of(2))
    one.write(Uint8Array.of(3))
    await Promise.all([one.finish(), other.finish()])
    await one.abandon()
    expect((await store.indexFileNames()).toSorted()).toEqual(['one', 'other'])
    expect([...(await store.openIndexFile('one'))!.read(0, 2)]).toEqual([1, 3])
    expect([...(await store.openIndexFile('other'))!.read(0, 1)]).toEqual([2])
  })

  it('opens a file of the index several times, and each reader is closed for itself', async () => {
    const store = await openStore()
    await store.writeIndexFile('a', [Uint8Array.of(7)])
    const [one, other] = await Promise.all([store.openIndexFile('a'), store.openIndexFile('a')])
    one!.close()
    one!.close()
    expect([...other!.read(0, 1)]).toEqual([7])
    other!.close()
    const again = await store.openIndexFile('a')
    expect([...again!.read(0, 1)]).toEqual([7])
  })

  it('deletes files of the index, and who has one open reads on', async () => {
    const store = await openStore()
    await store.writeIndexFile('a', [Uint8Array.of(1)])
    await store.writeIndexFile('b', [Uint8Array.of(2)])
    const reader = await store.openIndexFile('a')
    await store.deleteIndexFiles(['a', 'no such file'])
    expect(await store.indexFileNames()).toEqual(['b'])
    expect(await store.openIndexFile('a')).toBeNull()
    expect([...reader!.read(0, 1)]).toEqual([1])
    reader!.close()
    await store.clearOrphanedIndexFiles()
    expect(await store.indexFileNames()).toEqual(['b'])
    await store.writeIndexFile('a', [Uint8Array.of(3)])
    expect([...(await store.openIndexFile('a'))!.read(0, 1)]).toEqual([3])
  })

  it('puts a file of the index in the place of the one with its name', async () => {
    const store = await openStore()
    await store.writeIndexFile('a', [Uint8Array.of(1)])
    const before = await store.openIndexFile('a')
    await store.writeIndexFile('a', [Uint8Array.of(2, 3)])
    expect([...(await store.openIndexFile('a'))!.read(0, 2)]).toEqual([2, 3])
    expect([...before!.read(0, 1)]).toEqual([1])
    expect(await store.indexFileNames()).toEqual(['a'])
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

  it('of version 1 is taken over with all articles, and without its index', async () => {
    const name = freshName()
    const old = new Dexie(name)
    old.version(1).stores({
      collections: 'id',
      files: '++number, &sha256',
      articles: 'key, article.id',
      values: 'name',
    })
    const stored = { key: articleKey(1, 1), article: anArticle({ id: 'x' }) }
    await old.table('collections').add(aStoredCollection())
    await old.table('files').add({ sha256: 'aa', articles: 1, isComplete: true, problems: [] })
    await old.table('articles').add(stored)
    await old.table('values').bulkAdd([
      { name: 'index', value: { columns: new Float64Array(9) } },
      { name: 'indexCover', value: 'cover' },
      { name: 'other', value: 1 },
    ])
    old.close()

    const store = await openDexieStore({ name })
    expect(await store.collections()).toEqual([aStoredCollection()])
    expect(await store.files()).toEqual([
      { number: 1, sha256: 'aa', articles: 1, isComplete: true, problems: [] },
    ])
    expect(await store.articlesWithIds(['x'])).toEqual([stored])
    expect(await store.loadIndex()).toBeNull()
    expect(await store.indexCover()).toBeNull()
    expect(await store.indexFileNames()).toEqual([])
    await store.writeIndexFile('a', [Uint8Array.of(1)])
    store.close()
    const reopened = new Dexie(name)
    await reopened.open()
    expect(await reopened.table('values').toCollection().primaryKeys()).toEqual(['other'])
    reopened.close()
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
