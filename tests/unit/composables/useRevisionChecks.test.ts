import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'
import { useRevisionChecks } from '../../../src/composables/useRevisionChecks'
import type { Archive } from '../../../src/domain/archive'
import type { CollectionSummary } from '../../../src/domain/collectionSummary'
import type { RevisionCheck } from '../../../src/domain/following'
import { useArchiveStore } from '../../../src/stores/archiveStore'
import { useFollowingStore } from '../../../src/stores/followingStore'
import { usePreferencesStore } from '../../../src/stores/preferencesStore'
import { aCollection } from '../builders/aCollection'

const DAY = 24 * 60 * 60 * 1000
const FOLLOWED: CollectionSummary = {
  id: 'papers',
  title: '示例文库',
  address: 'https://papers.test/manifest.json',
  revision: 1,
  articles: 3,
  dates: { from: null, to: null },
  rights: null,
  isBundled: false,
  isOwn: false,
  problems: [],
  missingFiles: 0,
}
const GIVEN = { ...FOLLOWED, id: 'given', address: 'files:papers.zip' }
const NEWER: RevisionCheck = {
  id: 'papers',
  offer: {
    address: FOLLOWED.address,
    manifest: aCollection({ id: 'papers', revision: 2 }).manifest,
    bytes: 900,
    lackingFiles: 1,
    lackingBytes: 300,
    heldRevision: 1,
    isCurrent: false,
    isOlder: false,
  },
  failure: null,
}
const SILENT: RevisionCheck = {
  id: 'papers',
  offer: null,
  failure: { code: 'manifest-unreachable', subject: '', message: '' },
}

let scope: EffectScope
beforeEach(() => {
  setActivePinia(createPinia())
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 15, 8) })
  vi.stubGlobal('navigator', { onLine: true })
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** The checks over an archive that holds these collections, and whose addresses answer so. */
async function following(held: readonly CollectionSummary[], answers: readonly RevisionCheck[] = [NEWER]) {
  const checkRevisions = vi.fn<() => Promise<readonly RevisionCheck[]>>(() => Promise.resolve(answers))
  const archive = {
    open: () => Promise.resolve(),
    watch: () => Promise.resolve(),
    collections: () => Promise.resolve(held),
    checkRevisions,
  } as unknown as Archive
  await useArchiveStore().connect(archive)
  const checks = scope.run(useRevisionChecks)!
  await nextTick()
  return { ...checks, asked: () => checkRevisions.mock.calls.length }
}

describe('newer revisions', () => {
  it('are asked for by themselves once a day, and told by a sign', async () => {
    const { checkIfDue, asked, newer, askedAt } = await following([FOLLOWED])
    expect(askedAt.value).toBeNull()
    await checkIfDue()
    expect([...newer.value]).toEqual([['papers', { revision: 2, files: 1, bytes: 300 }]])
    expect(askedAt.value).toBe('2026-01-15T08:00:00.000Z')
    await nextTick()
    expect(useFollowingStore().isNewerThere).toBe(true)
    vi.advanceTimersByTime(DAY - 1)
    await checkIfDue()
    expect(asked()).toBe(1)
    vi.advanceTimersByTime(1)
    await checkIfDue()
    expect(asked()).toBe(2)
  })

  it('are asked for at any time by who wants to know', async () => {
    const { check, asked } = await following([FOLLOWED])
    await check()
    await check()
    expect(asked()).toBe(2)
  })

  it('are never asked for by themselves where the user has turned that off', async () => {
    const { check, checkIfDue, asked } = await following([FOLLOWED])
    usePreferencesStore().choose({ areRevisionsAsked: false })
    await checkIfDue()
    expect(asked()).toBe(0)
    await check()
    expect(asked()).toBe(1)
  })

  it('are not asked for without a network, which counts for nothing', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    const { check, checkIfDue, asked, isOffline } = await following([FOLLOWED])
    await checkIfDue()
    expect(isOffline.value).toBe(false)
    await check()
    expect(isOffline.value).toBe(true)
    expect(asked()).toBe(0)
    vi.stubGlobal('navigator', { onLine: true })
    await checkIfDue()
    expect(asked()).toBe(1)
  })

  it.each([
    ['came as files', GIVEN],
    ['came with the app', { ...FOLLOWED, isBundled: true }],
    ['is what the user has added', { ...FOLLOWED, isOwn: true }],
  ])('are not asked for of what %s', async (_what, held) => {
    const { check, checkIfDue, asked, askedAt } = await following([held])
    await checkIfDue()
    await check()
    expect(asked()).toBe(0)
    expect(askedAt.value).toBeNull()
  })

  it('at an address that is silent stay what was known, and it is named', async () => {
    const { check, unreached, newer } = await following([GIVEN, FOLLOWED], [SILENT])
    await check()
    expect(unreached.value.map(({ id }) => id)).toEqual(['papers'])
    expect(newer.value.size).toBe(0)
  })

  it('are not news to who holds them already', async () => {
    const { check, newer } = await following([{ ...FOLLOWED, revision: 2 }])
    await check()
    await nextTick()
    expect(newer.value.size).toBe(0)
    expect(useFollowingStore().isNewerThere).toBe(false)
  })
})
