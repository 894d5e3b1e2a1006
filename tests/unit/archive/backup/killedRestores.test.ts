import { describe, expect, it, vi } from 'vitest'
import type { Archive } from '../../../../src/domain/archive'
import { openDexieStore } from '../../../../src/storage/dexieStore'
import { accept, differing, foundIds } from '../../builders/aBatch'
import { aCollection, articles } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { aKilledStore } from '../../builders/aKilledStore'
import { afterKill, anArchive, aProfile, type Profile } from '../../builders/anArchive'

const bundled = aCollection({ files: { 'articles-1.jsonl': articles('a', 3) } })
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
const KEEP = { isBringingBack: false }

async function opened(profile: Profile, changes: Parameters<typeof anArchive>[3] = {}) {
  const inTab = anArchive(aHost(bundled), bundled, profile, changes)
  await inTab.archive.open()
  await inTab.untilReady()
  return inTab
}

const backupOf = async (archive: Archive): Promise<Blob> => (await archive.writeBackup(null)).content
const bytesOf = async (archive: Archive): Promise<Uint8Array> =>
  new Uint8Array(await (await backupOf(archive)).arrayBuffer())

/** The backup of somebody who brought articles in, noted, corrected and attached. */
async function aColleaguesBackup(): Promise<Blob> {
  const { archive } = await opened(aProfile())
  await accept(archive, differing('x', 3))
  await archive.saveNote(['a-1'], null, '同事的批注', '李样张')
  await archive.changeArticles(['a-2'], { kind: 'edit', edit: { title: '同事改的题' } }, '李样张')
  await archive.attach('a-1', '01.png', new Blob([PNG]))
  return backupOf(archive)
}

/** What lies in the store and belongs to nothing. */
async function leftovers({ databaseName }: Profile): Promise<object> {
  const store = await openDexieStore({ name: databaseName })
  try {
    const batches = await store.batches.all()
    const names = new Set(batches.map(({ id }) => `batch:${id}`))
    const files = (await store.files()).map(({ sha256 }) => sha256)
    const scans = await store.records.ofKind('scan')
    return {
      scans: (await store.belongings.scanIds()).filter((id) => !scans.some((scan) => scan.id === id)),
      unaccepted: batches.filter(({ state }) => state !== 'accepted').length,
      files: files.filter((name) => name.startsWith('batch:') && !names.has(name)).length,
    }
  } finally {
    store.close()
  }
}

describe.each([
  ['before it is done', false],
  ['just after it is done', true],
])('a tab that is killed at any write, %s, while it merges a backup', (_when, isDone) => {
  it('has merged all of it or nothing, and leaves nothing else behind', async () => {
    const file = await aColleaguesBackup()
    const seen = new Set<string>()
    for (let at = 1; ; at++) {
      const profile = aProfile()
      const store = aKilledStore(profile.databaseName)
      const { archive } = await opened(profile, { openStore: store.open })
      await accept(archive, differing('e', 2))
      await archive.saveNote(['a-1'], null, '我的批注', '张示例')
      const before = await bytesOf(archive)
      store.arm(at, isDone)
      let isSettled = false
      void archive.restoreBackup(file, KEEP).then(
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
      const wasKilled = store.writes() >= at

      const again = afterKill(profile)
      const next = await opened(again)
      const now = await bytesOf(next.archive)
      const isBefore = (await next.archive.examineBackup(file)).articlesAdded > 0
      seen.add(isBefore ? 'before' : 'after')
      expect(Buffer.from(now).equals(Buffer.from(before)), `write ${String(at)}`).toBe(isBefore)
      expect(await foundIds(next.archive)).toHaveLength(isBefore ? 5 : 8)
      await vi.waitFor(async () => {
        expect(await leftovers(again)).toEqual({ scans: [], unaccepted: 0, files: 0 })
      })
      // What was not done can be done, and what was done is whole.
      await next.archive.restoreBackup(file, KEEP)
      expect(await next.archive.examineBackup(file)).toMatchObject({ articlesAdded: 0, files: 0 })
      expect((await next.archive.belongings('a-1')).notes).toHaveLength(2)
      expect((await next.archive.belongings('a-1')).attachments).toHaveLength(1)
      if (!wasKilled) break
    }
    expect([...seen].sort()).toEqual(['after', 'before'])
  }, 120_000)
})
