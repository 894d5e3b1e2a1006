import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ArchiveStore } from '../../../src/storage/archiveStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import type { PrivateFileSystem } from '../../../src/storage/privateFileSystem'
import { aDisk, DiskReaderSync, named, type Disk, type DiskOptions } from './aDisk'

let databases = 0
const freshName = (): string => `jianbao-index-files-${++databases}`
const BYTES = Uint8Array.from({ length: 100 }, (_, at) => at)

/** Stores of as many tabs as are taken, on one disk. */
function tabsOn(disk: Disk, name = freshName()) {
  return async (): Promise<{ store: ArchiveStore; kill: () => void }> => {
    const tab = disk.newTab()
    const store = await openDexieStore({ name, fileSystem: tab })
    return {
      store,
      kill: () => {
        tab.kill()
        store.close()
      },
    }
  }
}

function aStore(fileSystem: PrivateFileSystem): Promise<ArchiveStore> {
  return openDexieStore({ name: freshName(), fileSystem })
}

async function contentOf(store: ArchiveStore, name: string): Promise<readonly number[] | null> {
  const reader = await store.openIndexFile(name)
  if (reader === null) return null
  const content = [...reader.read(0, reader.size)]
  reader.close()
  return content
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a file of the index on disk', () => {
  it('is there for the next start, and as long as it is named', async () => {
    const disk = aDisk()
    const newTab = tabsOn(disk)
    const { store } = await newTab()
    await store.writeIndexFile('a', [BYTES])
    store.close()
    const { store: next } = await newTab()
    expect(await contentOf(next, 'a')).toEqual([...BYTES])
    expect(disk.files()).toHaveLength(1)
    await next.deleteIndexFiles(['a'])
    expect(disk.files()).toEqual([])
  })

  it('is written on where a call writes less than all', async () => {
    const store = await aStore(aDisk({ writesAtMost: 7 }).newTab())
    await store.writeIndexFile('a', [BYTES, BYTES])
    expect(await contentOf(store, 'a')).toEqual([...BYTES, ...BYTES])
  })

  it('is not kept in part when there is no room for the whole', async () => {
    for (const options of [{ room: 150 }, { room: 150, fullError: named('QuotaExceededError') }]) {
      const disk = aDisk(options)
      const store = await aStore(disk.newTab())
      await expect(store.writeIndexFile('a', [BYTES, BYTES])).rejects.toMatchObject({ code: 'storage-full' })
      expect(await store.indexFileNames()).toEqual([])
      expect(disk.files()).toEqual([])
      await store.writeIndexFile('b', [BYTES])
      expect(await contentOf(store, 'b')).toEqual([...BYTES])
      expect(disk.files()).toHaveLength(1)
    }
  })

  it('leaves nothing when the disk has no room for its first byte', async () => {
    const disk = aDisk({ refuse: { handle: named('QuotaExceededError') } })
    const store = await aStore(disk.newTab())
    await expect(store.writeIndexFile('a', [BYTES])).rejects.toMatchObject({ code: 'storage-full' })
    expect(disk.files()).toEqual([])
  })

  it('leaves nothing when its end cannot be brought to the disk', async () => {
    const disk = aDisk({ refuse: { flush: named('InvalidStateError') } })
    const store = await aStore(disk.newTab())
    await expect(store.writeIndexFile('a', [BYTES])).rejects.toMatchObject({ code: 'storage-lost' })
    expect(disk.files()).toEqual([])
    expect(await store.indexFileNames()).toEqual([])
  })

  it('leaves nothing when the database does not take its name', async () => {
    const disk = aDisk()
    const name = freshName()
    const { store } = await tabsOn(disk, name)()
    const writer = await store.beginIndexFile('a')
    writer.write(BYTES)
    const newer = indexedDB.open(name, 1000)
    await new Promise((resolve) => {
      newer.onsuccess = resolve
    })
    newer.result.close()
    await expect(writer.finish()).rejects.toMatchObject({ code: 'storage-lost' })
    expect(disk.files()).toEqual([])
  })

  it('is lost when its bytes are gone or fewer than there were', async () => {
    const disk = aDisk()
    const store = await aStore(disk.newTab())
    await store.writeIndexFile('a', [BYTES])
    const [file] = disk.files()
    disk.truncate(file!, 99)
    expect(await store.openIndexFile('a')).toBeNull()
    disk.remove(file!)
    expect(await store.openIndexFile('a')).toBeNull()
  })

  it('cannot be read any more when it is closed', async () => {
    const store = await aStore(aDisk().newTab())
    await store.writeIndexFile('a', [BYTES])
    const reader = await store.openIndexFile('a')
    reader!.close()
    expect(() => reader!.read(0, 1)).toThrow(expect.objectContaining({ code: 'storage-lost' }))
  })
})

describe('a file of the index in several tabs', () => {
  const engines: readonly [string, DiskOptions][] = [
    ['with handles for reading', { knowsModes: true }],
    ['with one handle for each file', { knowsModes: false }],
  ]

  it.each(engines)('is read by all of them, %s', async (_engine, options) => {
    vi.stubGlobal('FileReaderSync', DiskReaderSync)
    const newTab = tabsOn(aDisk(options))
    const [one, other] = await Promise.all([newTab(), newTab()])
    await one.store.writeIndexFile('a', [BYTES])
    const first = await one.store.openIndexFile('a')
    const second = await other.store.openIndexFile('a')
    expect([...first!.read(10, 5)]).toEqual([10, 11, 12, 13, 14])
    expect([...second!.read(10, 5)]).toEqual([10, 11, 12, 13, 14])
    expect(first!.isSlow).toBeUndefined()
    expect(second!.isSlow).toBe(options.knowsModes ? undefined : true)
  })

  it.each(engines)('stays readable in one when another deletes it, %s', async (_engine, options) => {
    vi.stubGlobal('FileReaderSync', DiskReaderSync)
    const disk = aDisk(options)
    const newTab = tabsOn(disk)
    const [one, other] = await Promise.all([newTab(), newTab()])
    await one.store.writeIndexFile('a', [BYTES])
    const first = await one.store.openIndexFile('a')
    const second = await other.store.openIndexFile('a')
    first!.close()
    await one.store.deleteIndexFiles(['a'])
    expect(await other.store.indexFileNames()).toEqual([])
    await one.store.clearOrphanedIndexFiles()
    expect([...second!.read(0, 2)]).toEqual([0, 1])
    second!.close()
    await one.store.clearOrphanedIndexFiles()
    expect(disk.files()).toEqual([])
  })

  it('is read whole into memory where no Blob can be read at once', async () => {
    const newTab = tabsOn(aDisk({ knowsModes: false }))
    const [one, other] = await Promise.all([newTab(), newTab()])
    await one.store.writeIndexFile('a', [BYTES])
    await one.store.openIndexFile('a')
    const second = await other.store.openIndexFile('a')
    expect(second!.bytes).toEqual(BYTES)
  })

  it('says so when its bytes are there and cannot be reached', async () => {
    const newTab = tabsOn(aDisk({ knowsModes: false, refuse: { blob: named('NotReadableError') } }))
    const [one, other] = await Promise.all([newTab(), newTab()])
    await one.store.writeIndexFile('a', [BYTES])
    await one.store.openIndexFile('a')
    await expect(other.store.openIndexFile('a')).rejects.toMatchObject({ code: 'storage-lost' })
  })
})

describe('clearing', () => {
  it('removes what a killed tab had begun, and what it had written and not named', async () => {
    const disk = aDisk()
    const newTab = tabsOn(disk)
    const killed = await newTab()
    await killed.store.writeIndexFile('whole', [BYTES])
    const writer = await killed.store.beginIndexFile('half')
    writer.write(BYTES)
    killed.kill()
    expect(disk.files()).toHaveLength(2)
    const { store } = await newTab()
    await store.clearOrphanedIndexFiles()
    expect(disk.files()).toHaveLength(1)
    expect(await contentOf(store, 'whole')).toEqual([...BYTES])
  })

  it('leaves alone what another tab is writing', async () => {
    const disk = aDisk()
    const newTab = tabsOn(disk)
    const [one, other] = await Promise.all([newTab(), newTab()])
    const writer = await one.store.beginIndexFile('a')
    writer.write(BYTES)
    await other.store.clearOrphanedIndexFiles()
    await Promise.all([writer.finish(), other.store.clearOrphanedIndexFiles()])
    await other.store.clearOrphanedIndexFiles()
    expect(await contentOf(other.store, 'a')).toEqual([...BYTES])
  })

  it('forgets the names of files whose bytes are gone', async () => {
    const disk = aDisk()
    const store = await aStore(disk.newTab())
    await store.writeIndexFile('a', [BYTES])
    await store.writeIndexFile('b', [BYTES])
    disk.remove(disk.files()[0]!)
    await store.clearOrphanedIndexFiles()
    expect(await store.indexFileNames()).toEqual(['b'])
  })

  it('touches nothing when the files cannot be listed', async () => {
    const disk = aDisk({ refuse: { list: named('UnknownError') } })
    const store = await aStore(disk.newTab())
    await store.writeIndexFile('a', [BYTES])
    await store.clearOrphanedIndexFiles()
    expect(await contentOf(store, 'a')).toEqual([...BYTES])
  })

  it('touches no file that lies in the database', async () => {
    const name = freshName()
    const without = await openDexieStore({ name })
    await without.writeIndexFile('a', [BYTES])
    const { store } = await tabsOn(aDisk(), name)()
    await store.writeIndexFile('b', [BYTES])
    await store.clearOrphanedIndexFiles()
    expect((await store.indexFileNames()).toSorted()).toEqual(['a', 'b'])
    expect(await contentOf(store, 'a')).toEqual([...BYTES])
  })

  it('keeps names of files while the browser refuses its file system', async () => {
    const disk = aDisk()
    const name = freshName()
    const { store } = await tabsOn(disk, name)()
    await store.writeIndexFile('a', [BYTES])
    const { store: refused } = await tabsOn(aDisk({ refuse: { root: named('SecurityError') } }), name)()
    await refused.clearOrphanedIndexFiles()
    expect(await refused.openIndexFile('a')).toBeNull()
    expect(await contentOf(store, 'a')).toEqual([...BYTES])
  })
})

describe('a browser that refuses its file system', () => {
  it.each<[string, DiskOptions]>([
    ['at all', { refuse: { root: named('SecurityError') } }],
    ['a directory', { refuse: { directory: named('UnknownError') } }],
    ['access handles', { refuse: { handle: named('NotAllowedError') } }],
    ['locks', { refuse: { lock: named('SecurityError') } }],
    ['to write anything', { writesAtMost: 0 }],
    ['sizes at once', { isEarly: true }],
  ])('keeps files of the index in its database: %s', async (_what, options) => {
    const disk = aDisk(options)
    const store = await aStore(disk.newTab())
    await store.writeIndexFile('a', [BYTES, BYTES])
    expect(disk.files()).toEqual([])
    expect(await contentOf(store, 'a')).toEqual([...BYTES, ...BYTES])
    await store.deleteIndexFiles(['a'])
    expect(await store.openIndexFile('a')).toBeNull()
  })

  it('and every Blob keeps them as bytes', async () => {
    const name = freshName()
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value: { blob?: Blob },
    ) {
      if (value.blob !== undefined) throw named('DataCloneError', 'BlobURLs are not yet supported.')
      return this.add(value)
    })
    const store = await openDexieStore({ name })
    await store.writeIndexFile('a', [BYTES])
    await store.writeIndexFile('b', [BYTES])
    put.mockRestore()
    expect(await contentOf(store, 'a')).toEqual([...BYTES])
    expect(await contentOf(store, 'b')).toEqual([...BYTES])
  })

  it('says that there is no room in its database', async () => {
    const store = await openDexieStore({ name: freshName() })
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw named('QuotaExceededError')
    })
    await expect(store.writeIndexFile('a', [BYTES])).rejects.toMatchObject({ code: 'storage-full' })
    expect(put).toHaveBeenCalledOnce()
    put.mockRestore()
    expect(await store.indexFileNames()).toEqual([])
  })
})
