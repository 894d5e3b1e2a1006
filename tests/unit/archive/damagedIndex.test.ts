import { describe, expect, it, vi } from 'vitest'
import { parseStoredIndex, type StoredIndex } from '../../../src/archive/storedIndex'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { ArchiveError } from '../../../src/domain/problem'
import type { ArchiveStore } from '../../../src/storage/archiveStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { articles } from '../builders/aCollection'
import { aHost } from '../builders/aHost'
import { afterKill, anArchive, aProfile, type ArchiveInTab, type Profile } from '../builders/anArchive'
import { anIndexedCollection } from './indexedCollection'

// The first file has an index file of its own, the second is indexed here.
const files = { 'articles-1.jsonl': articles('a', 400), 'articles-2.jsonl': articles('b', 300) }
const bundled = anIndexedCollection({ files }, { 'articles-2.jsonl': null })
const query = { ...EMPTY_QUERY, q: '第12次会议。' }

async function takenIn(): Promise<Profile> {
  const profile = aProfile()
  const { archive, untilReady } = anArchive(aHost(bundled), bundled, profile)
  await archive.open()
  await untilReady()
  await vi.waitFor(async () => {
    expect((await stateOf(profile))?.parts).toHaveLength(2)
  })
  return afterKill(profile)
}

async function withStore<Result>(profile: Profile, use: (store: ArchiveStore) => Promise<Result>) {
  const store = await openDexieStore({ name: profile.databaseName })
  try {
    return await use(store)
  } finally {
    store.close()
  }
}

function stateOf(profile: Profile): Promise<StoredIndex | null> {
  return withStore(profile, async (store) => parseStoredIndex(await store.loadIndex()))
}

async function changeFile(profile: Profile, name: string, change: (bytes: Uint8Array) => Uint8Array) {
  await withStore(profile, async (store) => {
    const reader = (await store.openIndexFile(name))!
    const bytes = change(reader.read(0, reader.size).slice())
    reader.close()
    await store.writeIndexFile(name, [bytes])
  })
}

const inMiddle = (bytes: Uint8Array): Uint8Array => {
  bytes[bytes.length >>> 1]! ^= 0xff
  return bytes
}

/** The version stands sixteen bytes before the end. */
const ofEarlierVersion = (bytes: Uint8Array): Uint8Array => {
  bytes[bytes.length - 16] = 1
  return bytes
}

async function expectWhole({ archive }: ArchiveInTab): Promise<void> {
  const { total, rows } = await archive.search(query, 10)
  expect([total, rows.map(({ id }) => id).sort()]).toEqual([2, ['a-12', 'b-12']])
  expect((await archive.search(EMPTY_QUERY, 0)).total).toBe(700)
}

describe('a part of the index that is damaged on disk', () => {
  it.each([
    ['the index file of a published one is damaged', 0, 'name', inMiddle],
    ['the texts of a published one are damaged', 0, 'texts', inMiddle],
    ['the index file of one made here is damaged', 1, 'name', inMiddle],
    ['the texts of one made here are cut off', 1, 'texts', (bytes: Uint8Array) => bytes.slice(0, -9)],
    ['the index file is empty', 1, 'name', () => new Uint8Array(0)],
    ['the index file of a published one is of an earlier version', 0, 'name', ofEarlierVersion],
    ['the texts of one made here are of an earlier version', 1, 'texts', ofEarlierVersion],
  ] as const)('is made again from the articles: %s', async (_what, place, file, change) => {
    const profile = await takenIn()
    const damaged = (await stateOf(profile))!.parts[place]!
    await changeFile(profile, damaged[file], change)
    const host = aHost()
    const inTab = anArchive(host, bundled, profile)
    await inTab.archive.open()
    await inTab.untilReady()
    await expectWhole(inTab)
    await inTab.untilReady()
    expect(host.requests).toEqual([])
    expect(inTab.status()).toMatchObject({ articles: 700, failure: null })
    await vi.waitFor(async () => {
      const state = await stateOf(profile)
      expect(state?.parts.map(({ name }) => name)).not.toContain(damaged.name)
      const names = await withStore(profile, (store) => store.indexFileNames())
      expect([...names].sort()).toEqual(state?.parts.flatMap(({ name, texts }) => [name, texts]).sort())
    })
    const next = anArchive(aHost(), bundled, afterKill(profile))
    await next.archive.open()
    await expectWhole(next)
  })

  it('is made again where its files are gone, while the rest is searched', async () => {
    const profile = await takenIn()
    const [lost, kept] = (await stateOf(profile))!.parts
    await withStore(profile, (store) => store.deleteIndexFiles([lost!.name, lost!.texts]))
    const inTab = anArchive(aHost(), bundled, profile)
    void inTab.archive.open()
    const status = await inTab.until(({ articles: found, phase }) => found > 0 && phase !== 'opening')
    expect(status.articles).toBe(kept!.rows)
    expect((await inTab.until(({ phase }) => phase === 'indexing')).progress?.step).toBe('indexing')
    await inTab.untilReady()
    await expectWhole(inTab)
    expect(inTab.told.map(({ phase }) => phase)).not.toContain('loading')
  })
})

describe('a part of the index that cannot be read during a search', () => {
  const throws = (): Uint8Array => {
    throw new ArchiveError('storage-lost', '', 'the disk is gone')
  }

  /** A store whose index files can be broken while they are open. */
  function breakableStore(profile: Profile, breakBytes: (bytes: Uint8Array) => Uint8Array = throws) {
    const broken = new Set<string>()
    const open = async (): Promise<ArchiveStore> => {
      const store = await openDexieStore({ name: profile.databaseName })
      return {
        ...store,
        async openIndexFile(name) {
          const reader = await store.openIndexFile(name)
          if (reader === null) return null
          return {
            size: reader.size,
            read(offset, length) {
              const bytes = reader.read(offset, length)
              return broken.has(name) ? breakBytes(bytes.slice()) : bytes
            },
            close: () => {
              reader.close()
            },
          }
        },
      }
    }
    return { open, broken }
  }

  it.each([
    ['its file is gone', throws],
    ['its bytes are not what they were', (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x55)],
  ])(
    'is taken out and told of, and the others answer while it is made again: %s',
    async (_how, breakBytes) => {
      const profile = await takenIn()
      const { open, broken } = breakableStore(profile, breakBytes)
      const inTab = anArchive(aHost(), bundled, profile, { openStore: open })
      await inTab.archive.open()
      await inTab.untilReady()
      const [published] = (await stateOf(profile))!.parts
      broken.add(published!.name).add(published!.texts)
      const { total, rows } = await inTab.archive.search(query, 10)
      expect([total, rows.map(({ id }) => id)]).toEqual([1, ['b-12']])
      expect(inTab.told.some(({ failure }) => failure?.code === 'index-damaged')).toBe(true)
      await inTab.until(({ articles: found, failure }) => found === 700 && failure === null)
      await inTab.untilReady()
      await expectWhole(inTab)
    },
  )

  it('is opened again where only its reader broke', async () => {
    const profile = await takenIn()
    const { open, broken } = breakableStore(profile)
    const store = await open()
    const openIndexFile = vi.fn<ArchiveStore['openIndexFile']>((name) => {
      broken.clear()
      return store.openIndexFile(name)
    })
    const inTab = anArchive(aHost(), bundled, profile, {
      openStore: () => Promise.resolve({ ...store, openIndexFile }),
    })
    await inTab.archive.open()
    await inTab.untilReady()
    const before = (await stateOf(profile))!.parts
    broken.add(before[0]!.name).add(before[0]!.texts)
    await expectWhole(inTab)
    expect((await stateOf(profile))!.parts).toEqual(before)
  })

  it('does not hide a failure of the database behind it', async () => {
    const profile = await takenIn()
    const store = await openDexieStore({ name: profile.databaseName })
    const lost = new ArchiveError('storage-lost', '', 'another version took over')
    let isLost = false
    const inTab = anArchive(aHost(), bundled, profile, {
      openStore: () =>
        Promise.resolve({
          ...store,
          articlesAt: (keys) => (isLost ? Promise.reject(lost) : store.articlesAt(keys)),
        }),
    })
    await inTab.archive.open()
    await inTab.untilReady()
    isLost = true
    await expect(inTab.archive.search(query, 10)).rejects.toMatchObject({ code: 'storage-lost' })
    expect(inTab.status().failure).toBeNull()
  })
})
