import { describe, expect, it, vi } from 'vitest'
import type { Archive } from '../../../../src/domain/archive'
import { openDexieStore } from '../../../../src/storage/dexieStore'
import { aFileOf, accept, differing, foundIds } from '../../builders/aBatch'
import { aCollection, articles } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { aKilledStore } from '../../builders/aKilledStore'
import { afterKill, anArchive, aProfile, type Profile } from '../../builders/anArchive'

const bundled = aCollection({ files: { 'articles-1.jsonl': articles('a', 3) } })
const bundledIds = ['a-1', 'a-2', 'a-3']
/** Some of it is like what is there, so that ids are changed and rows skipped. */
const brought = [...articles('a', 2), ...differing('x', 4), ...differing('z', 1, { id: 'x-1' })]
const broughtIds = ['x-1', 'x-1~2', 'x-2', 'x-3', 'x-4']
const earlier = differing('e', 2)
const earlierIds = ['e-1', 'e-2']

/** What the database holds of batches: files, batches, clippings and articles; fails while there is anything else. */
async function traces(profile: Profile) {
  const store = await openDexieStore({ name: profile.databaseName })
  try {
    const batches = await store.batches.all()
    const files = (await store.files()).filter(({ sha256 }) => sha256.startsWith('batch:'))
    const ids = await Promise.all(files.map(({ number }) => store.batches.articleIds(number)))
    const stored = await store.articlesWithIds([...broughtIds, ...earlierIds])
    return {
      states: batches.map(({ state }) => state),
      files: files.map(({ isComplete }) => isComplete),
      clippings: ids.flat().sort(),
      articles: stored.map(({ article }) => article.id).sort(),
    }
  } finally {
    store.close()
  }
}

function wholeWith(...lists: readonly (readonly string[])[]) {
  const ids = lists.flat().sort()
  return {
    states: lists.map(() => 'accepted'),
    files: lists.map(() => true),
    clippings: ids,
    articles: ids,
  }
}

/** Does something with an archive whose tab is killed at a write; whether it came to that. */
async function isKilled(
  profile: Profile,
  at: number,
  isDone: boolean,
  prepare: (archive: Archive) => Promise<() => Promise<unknown>>,
): Promise<boolean> {
  const store = aKilledStore(profile.databaseName)
  const inTab = anArchive(aHost(bundled), bundled, profile, { openStore: store.open })
  await inTab.archive.open()
  await inTab.untilReady()
  const act = await prepare(inTab.archive)
  // What was to be stored of the index is.
  await new Promise((resolve) => {
    setTimeout(resolve, 30)
  })
  store.arm(at, isDone)
  let isSettled = false
  void act().then(
    () => {
      isSettled = true
    },
    () => undefined,
  )
  await vi.waitFor(
    () => {
      expect(isSettled || store.writes() >= at).toBe(true)
    },
    { timeout: 10_000, interval: 2 },
  )
  return store.writes() >= at
}

/** Starts again and gives the ids that are found, once nothing that is half done is left. */
async function afterRestart(profile: Profile, isAllowed: (ids: readonly string[]) => object | null) {
  const again = afterKill(profile)
  const inTab = anArchive(aHost(bundled), bundled, again)
  await inTab.archive.open()
  await inTab.untilReady()
  const ids = await foundIds(inTab.archive)
  const expected = isAllowed(ids)
  expect(expected, `found: ${ids.join(' ')}`).not.toBeNull()
  await vi.waitFor(async () => {
    expect(await traces(again)).toEqual(expected)
  })
  expect(inTab.status().failure).toBeNull()
  return { ids, archive: inTab.archive, profile: again }
}

describe.each([
  ['before it is done', false],
  ['just after it is done', true],
])('a tab that is killed at any write, %s,', (_when, isDone) => {
  it('while it reads and accepts a batch has taken in all of it or nothing', async () => {
    const seen = new Set<number>()
    for (let at = 1; ; at++) {
      const profile = aProfile()
      const came = await isKilled(profile, at, isDone, async (archive) => {
        await accept(archive, earlier)
        return () => accept(archive, brought)
      })
      const { ids } = await afterRestart(afterKill(profile), (found) => {
        if (found.length === bundledIds.length + earlierIds.length) return wholeWith(earlierIds)
        const all = [...bundledIds, ...earlierIds, ...broughtIds].sort()
        return JSON.stringify(found) === JSON.stringify(all) ? wholeWith(earlierIds, broughtIds) : null
      })
      seen.add(ids.length)
      if (!came) break
    }
    expect(seen).toEqual(new Set([5, 10]))
  }, 240_000)

  it('while it undoes a batch has taken out all of it or nothing', async () => {
    const seen = new Set<number>()
    for (let at = 1; ; at++) {
      const profile = aProfile()
      const came = await isKilled(profile, at, isDone, async (archive) => {
        await accept(archive, earlier)
        const { id } = await accept(archive, brought)
        return () => archive.undoBatch(id)
      })
      const { ids } = await afterRestart(afterKill(profile), (found) => {
        if (found.length === bundledIds.length + earlierIds.length) return wholeWith(earlierIds)
        const all = [...bundledIds, ...earlierIds, ...broughtIds].sort()
        return JSON.stringify(found) === JSON.stringify(all) ? wholeWith(earlierIds, broughtIds) : null
      })
      seen.add(ids.length)
      if (!came) break
    }
    expect(seen).toEqual(isDone ? new Set([5]) : new Set([5, 10]))
  }, 240_000)
})

describe('a batch that a killed tab left behind', () => {
  it('is cleared at the next start, but not while its tab is there', async () => {
    const profile = aProfile()
    const one = anArchive(aHost(bundled), bundled, profile)
    await one.archive.open()
    await one.untilReady()
    const staged = await one.archive.readBatch([aFileOf(brought)])
    const other = anArchive(aHost(bundled), bundled, profile)
    await other.archive.open()
    await other.untilReady()
    await accept(other.archive, earlier)
    await other.archive.undoBatch((await other.archive.batches())[0]!.id)
    expect(await one.archive.batchRows(staged.id, 'all', 0, 10)).toHaveLength(7)
    expect(await other.archive.stagedBatch()).toBeNull()

    await afterRestart(afterKill(profile), (found) => (found.length === 3 ? wholeWith() : null))
  })
})
