import { describe, expect, it, vi } from 'vitest'
import { parseStoredIndex } from '../../../src/archive/storedIndex'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import type { ArchiveStore } from '../../../src/storage/archiveStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import type { IndexFileWriter } from '../../../src/storage/indexFileWriter'
import { articles, type CollectionOnHost } from '../builders/aCollection'
import { aHost } from '../builders/aHost'
import { afterKill, anArchive, aProfile, type ArchiveInTab, type Profile } from '../builders/anArchive'
import { anIndexedCollection } from './indexedCollection'

// One file with an index file and one without; the update changes the first, and the third is new.
const files = {
  'articles-1.jsonl': articles('a', 6),
  'articles-2.jsonl': articles('b', 5),
}
const newFiles = {
  'articles-1.jsonl': [...articles('a', 4), ...articles('d', 1)],
  'articles-2.jsonl': articles('b', 5),
  'articles-3.jsonl': articles('c', 3),
}
const bundled = anIndexedCollection({ files }, { 'articles-2.jsonl': null })
const updated = anIndexedCollection({ files: newFiles, revision: 2 }, { 'articles-3.jsonl': null })

const never = (): Promise<never> => new Promise(() => undefined)

/** A store whose tab is killed at the n-th write, before it is done or just after. */
function killedStore(profile: Profile, at: number, isDone: boolean) {
  let writes = 0
  const write =
    <Given extends readonly unknown[], Result>(perform: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      writes += 1
      if (writes > at || (writes === at && !isDone)) return never()
      const result = await perform(...given)
      return writes === at ? never() : result
    }
  const open = async (): Promise<ArchiveStore> => {
    const store = await openDexieStore({ name: profile.databaseName })
    const beginIndexFile = async (name: string): Promise<IndexFileWriter> => {
      const writer = await write(store.beginIndexFile)(name)
      return {
        write: (bytes) => {
          writer.write(bytes)
        },
        finish: write(() => writer.finish()),
        abandon: write(() => writer.abandon()),
      }
    }
    return {
      ...store,
      saveCollection: write(store.saveCollection),
      beginFile: write(store.beginFile),
      storeArticles: write(store.storeArticles),
      completeFile: write(store.completeFile),
      deleteFile: write(store.deleteFile),
      saveIndex: write(store.saveIndex),
      beginIndexFile,
      writeIndexFile: write(store.writeIndexFile),
      deleteIndexFiles: write(store.deleteIndexFiles),
      clearOrphanedIndexFiles: write(store.clearOrphanedIndexFiles),
    }
  }
  return { open, writes: () => writes }
}

async function foundIn({ archive }: ArchiveInTab): Promise<readonly string[]> {
  const answer = await archive.search({ ...EMPTY_QUERY, q: '会议' }, 100)
  expect(answer.rows).toHaveLength(answer.total)
  return answer.rows.map(({ id }) => id).sort()
}

const idsOf = (of: Readonly<Record<string, readonly { readonly id: string }[]>>): readonly string[] =>
  Object.values(of)
    .flatMap((some) => some.map(({ id }) => id))
    .sort()

/** Starts the archive with a store that is killed at a write; gives back whether it came to that. */
async function isKilled(profile: Profile, collection: CollectionOnHost, at: number, isDone: boolean) {
  const { open, writes } = killedStore(profile, at, isDone)
  const { archive, until } = anArchive(aHost(collection), collection, profile, { openStore: open })
  void archive.open().catch(() => undefined)
  const isReady = until(
    ({ phase, progress, articles: found }) =>
      phase === 'ready' && progress === null && found === collection.manifest.articles,
  )
  let isSettled = false
  void isReady.then(() => {
    isSettled = true
  })
  await vi.waitFor(
    async () => {
      if (writes() >= at) return
      expect(isSettled).toBe(true)
      await isStored(profile, collection)
    },
    { timeout: 10_000, interval: 5 },
  )
  return writes() >= at
}

/** Fails until the whole collection is in the stored state of the index, and no file of the index is left over. */
async function isStored(profile: Profile, { manifest }: CollectionOnHost): Promise<void> {
  const store = await openDexieStore({ name: profile.databaseName })
  try {
    const state = parseStoredIndex(await store.loadIndex())
    const rows = state?.parts.reduce((sum, part) => sum + part.rows, 0) ?? 0
    const removed = state?.parts.reduce((sum, part) => sum + bitsOf(part.removed), 0) ?? 0
    expect(rows - removed).toBe(manifest.articles)
    expect([...(await store.indexFileNames())].sort()).toEqual(
      state?.parts.flatMap(({ name, texts }) => [name, texts]).sort(),
    )
  } finally {
    store.close()
  }
}

function bitsOf(bytes: Uint8Array | null): number {
  let bits = 0
  for (const byte of bytes ?? []) for (let rest = byte; rest > 0; rest >>= 1) bits += rest & 1
  return bits
}

/** Starts again, with the network, and checks that everything is there, in good order. */
async function expectWhole(
  profile: Profile,
  collection: CollectionOnHost,
  ids: readonly string[],
): Promise<void> {
  const again = afterKill(profile)
  const inTab = anArchive(aHost(collection), collection, again)
  await inTab.archive.open()
  await inTab.until(
    ({ phase, progress, articles: found }) => phase === 'ready' && progress === null && found === ids.length,
  )
  expect(await foundIn(inTab)).toEqual(ids)
  expect(inTab.status().failure).toBeNull()
  await vi.waitFor(() => isStored(again, collection), { timeout: 10_000 })

  const last = anArchive(aHost(), collection, afterKill(again))
  await last.archive.open()
  expect(await foundIn(last)).toEqual(ids)
}

describe.each([
  ['before it is done', false],
  ['just after it is done', true],
])('a tab that is killed at any write, %s,', (_when, isDone) => {
  it('leaves a first take-in that goes on to the same answers', async () => {
    let at = 1
    let profile = aProfile()
    while (await isKilled(profile, bundled, at, isDone)) {
      await expectWhole(profile, bundled, idsOf(files))
      profile = aProfile()
      at += 1
    }
    expect(at).toBeGreaterThan(10)
  }, 120_000)

  it('leaves an update that shows the old revision or the new one, and goes on to the new one', async () => {
    const heldProfile = async (): Promise<Profile> => {
      const profile = aProfile()
      await expectWhole(profile, bundled, idsOf(files))
      return afterKill(profile)
    }
    let at = 1
    let profile = await heldProfile()
    while (await isKilled(profile, updated, at, isDone)) {
      const offline = anArchive(aHost(), updated, afterKill(profile))
      await offline.archive.open()
      expect([idsOf(files), idsOf(newFiles)]).toContainEqual(await foundIn(offline))
      await expectWhole(afterKill(profile), updated, idsOf(newFiles))
      profile = await heldProfile()
      at += 1
    }
    expect(at).toBeGreaterThan(8)
  }, 240_000)
})
