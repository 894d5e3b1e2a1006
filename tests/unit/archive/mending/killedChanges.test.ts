import { describe, expect, it, vi } from 'vitest'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import type { ArticleChange } from '../../../../src/domain/mending'
import type { ArchiveStore } from '../../../../src/storage/archiveStore'
import type { IndexFileWriter } from '../../../../src/storage/indexFileWriter'
import { openDexieStore } from '../../../../src/storage/dexieStore'
import { articles } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { afterKill, anArchive, aProfile, type ArchiveInTab, type Profile } from '../../builders/anArchive'
import { anIndexedCollection } from '../indexedCollection'

const bundled = anIndexedCollection({
  files: { 'articles-1.jsonl': articles('a', 5), 'articles-2.jsonl': articles('b', 3) },
})
const ids = ['a-1', 'a-3', 'b-2']

const never = (): Promise<never> => new Promise(() => undefined)

/** A store whose tab is killed at the n-th write, before it is done or just after. */
function killedStore(profile: Profile, at: number, isDone: boolean) {
  let writes = 0
  let tellKilled: (() => void) | null = null
  const killed = new Promise<null>((resolve) => {
    tellKilled = () => {
      resolve(null)
    }
  })
  const die = (): Promise<never> => {
    tellKilled?.()
    return never()
  }
  const write =
    <Given extends readonly unknown[], Result>(perform: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      writes += 1
      if (writes > at || (writes === at && !isDone)) return die()
      const result = await perform(...given)
      return writes === at ? die() : result
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
    const { amendments } = store
    return {
      ...store,
      amendments: {
        ...amendments,
        amend: (undertaking) => write(() => amendments.amend(undertaking))(),
        undo: write(amendments.undo),
      },
      saveIndex: write(store.saveIndex),
      beginIndexFile,
      writeIndexFile: write(store.writeIndexFile),
      deleteIndexFiles: write(store.deleteIndexFiles),
      clearOrphanedIndexFiles: write(store.clearOrphanedIndexFiles),
    }
  }
  return { open, killed, writes: () => writes }
}

/** Everything that a reader sees of the changes. */
async function seen({ archive }: ArchiveInTab): Promise<unknown> {
  const { total, rows } = await archive.search(EMPTY_QUERY, 100)
  const tagged = await archive.search({ ...EMPTY_QUERY, tag: ['甲'] }, 100)
  const renamed = await archive.search({ ...EMPTY_QUERY, q: '改过的题' }, 100)
  expect(rows).toHaveLength(total)
  return {
    rows: rows.map(({ id, title }) => `${id} ${title}`).sort(),
    tagged: tagged.rows.map(({ id }) => id).sort(),
    renamed: renamed.rows.map(({ id }) => id).sort(),
    deeds: (await archive.deeds(9)).map(({ kind, isUndone, articles: count }) => [kind, isUndone, count]),
  }
}

async function started(profile: Profile, openStore?: () => Promise<ArchiveStore>): Promise<ArchiveInTab> {
  const tab = anArchive(aHost(bundled), bundled, profile, openStore === undefined ? {} : { openStore })
  await tab.archive.open()
  await tab.untilReady()
  return tab
}

/** A profile whose index is stored, with what is done first. */
async function prepared(before: (tab: ArchiveInTab) => Promise<unknown>): Promise<Profile> {
  const profile = aProfile()
  const tab = await started(profile)
  await before(tab)
  await expect
    .poll(async () => {
      const store = await openDexieStore({ name: profile.databaseName })
      const names = await store.indexFileNames()
      store.close()
      return names.length
    })
    .toBeGreaterThanOrEqual(4)
  return afterKill(profile)
}

const changes: readonly [string, ArticleChange][] = [
  ['an edit', { kind: 'edit', edit: { title: '改过的题' } }],
  ['a tag', { kind: 'tag', add: ['甲'], remove: [] }],
  ['a deletion', { kind: 'delete' }],
]

async function expectBeforeOrAfter(
  prepare: (tab: ArchiveInTab) => Promise<unknown>,
  act: (tab: ArchiveInTab) => Promise<unknown>,
  isDone: boolean,
): Promise<number> {
  const whole = await started(await prepared(prepare))
  const before = await seen(whole)
  await act(whole)
  const after = await seen(whole)
  expect(after).not.toEqual(before)
  let at = 1
  for (;;) {
    const profile = await prepared(prepare)
    const { open, killed, writes } = killedStore(profile, at, isDone)
    const tab = await Promise.race([started(profile, open), killed])
    let isSettled = false
    if (tab !== null) {
      void act(tab).then(() => {
        isSettled = true
      })
    }
    // Killed, or everything is written, what comes after the call among it.
    let last = -1
    await vi.waitFor(
      () => {
        const now = writes()
        const isQuiet = now === last
        last = now
        expect(now >= at || (isSettled && isQuiet)).toBe(true)
      },
      { timeout: 10_000, interval: 60 },
    )
    const isKilled = writes() >= at
    const next = await started(afterKill(profile))
    expect(isKilled ? [before, after] : [after]).toContainEqual(await seen(next))
    if (!isKilled) return at
    at += 1
  }
}

describe.each([
  ['before it is done', false],
  ['just after it is done', true],
])('a tab that is killed at any write, %s,', (_when, isDone) => {
  it.each(changes)(
    'leaves %s wholly done or not at all',
    async (_what, change) => {
      const writes = await expectBeforeOrAfter(
        () => Promise.resolve(),
        ({ archive }) => archive.changeArticles(ids, change),
        isDone,
      )
      expect(writes).toBeGreaterThan(2)
    },
    240_000,
  )

  it.each(changes)(
    'leaves the undoing of %s wholly done or not at all',
    async (_what, change) => {
      const writes = await expectBeforeOrAfter(
        ({ archive }) => archive.changeArticles(ids, change),
        ({ archive }) => archive.undoDeed(1),
        isDone,
      )
      expect(writes).toBeGreaterThan(2)
    },
    240_000,
  )
})
