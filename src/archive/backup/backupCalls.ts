import type { BackupCalls, BackupMark, BackupProgress } from '../../domain/backup'
import { ArchiveError } from '../../domain/problem'
import { copyPlainJson } from '../../domain/plainJson'
import { writeBackup } from '../../formats/backup/writeBackup'
import type { ArchiveStore } from '../../storage/archiveStore'
import { BlobGatherer } from '../../storage/indexFileWriter'
import { followShown } from '../clipping/acceptedCalls'
import { acceptedBatches } from '../clipping/ownCollection'
import { freshName } from '../freshName'
import { createLocalLocks } from '../localLocks'
import { WRITING_LOCK, type OpenParts } from '../openParts'
import type { StatusBoard } from '../statusBoard'
import { deleteOrphanedFiles } from '../takeInCollection'
import { backupContent } from './backupContent'
import { examineBackup } from './examineBackup'
import { restoreBackup } from './restoreBackup'

/** The MIME type of a backup file. */
const TYPE = 'application/gzip'

/** Nothing has been backed up. */
const NO_MARK = { savedAt: '', version: 0 }

async function hasContent(store: ArchiveStore): Promise<boolean> {
  if ((await store.amendments.version()) > 0) return true
  if ((await store.records.page(null, 1)).length > 0) return true
  return acceptedBatches(await store.batches.all()).length > 0
}

/**
 * Backups; see {@link BackupCalls}. One thing is written, examined or restored at a time.
 *
 * @param clock what time it is
 */
export function createBackupCalls(
  clock: () => Date,
  board: StatusBoard,
  opened: () => Promise<OpenParts>,
): BackupCalls {
  const turns = createLocalLocks()
  let isCancelled = false

  function tell(step: BackupProgress['step'], done: number, total: number): void {
    if (isCancelled) throw new ArchiveError('cancelled', 'backup', 'it was cancelled')
    board.update({ backup: { step, done, total } })
  }

  /** Up to where all that is here now has been changed. */
  async function markOf({ amendments }: ArchiveStore): Promise<BackupMark> {
    return { savedAt: clock().toISOString(), version: await amendments.version() }
  }

  /** Does one thing, after those that were asked for before. */
  const atWork = <Result>(work: () => Promise<Result>): Promise<Result> =>
    turns.request('backup', async () => {
      isCancelled = false
      try {
        return await work()
      } finally {
        board.update({ backup: null })
      }
    })

  return {
    async backupState() {
      const { store } = await opened()
      const backups = await store.backups()
      const mark = await backups.mark()
      const { savedAt } = mark ?? NO_MARK
      const batches = acceptedBatches(await store.batches.all())
      const later = batches.filter(({ acceptedAt }) => (acceptedAt ?? '') > savedAt)
      const addresses = new Set((await store.collections()).map(({ address }) => address))
      return {
        savedAt: mark?.savedAt ?? null,
        unsaved: later.length + (await backups.changesAfter(mark ?? NO_MARK)),
        hasContent: await hasContent(store),
        wantedCollections: (await backups.wantedCollections()).filter((one) => !addresses.has(one)),
      }
    },

    writeBackup: (preferences) =>
      atWork(async () => {
        const { store, startSlices } = await opened()
        const mark = await markOf(store)
        const slices = startSlices()
        const gathered = new BlobGatherer()
        let bytes = 0
        tell('writing', 0, 0)
        const content = await backupContent(store, copyPlainJson(preferences) ?? null, async () => {
          tell('writing', bytes, 0)
          await slices.breathe()
        })
        for await (const piece of writeBackup(content)) {
          gathered.add(piece)
          bytes += piece.length
        }
        return { content: new Blob([gathered.take()], { type: TYPE }), mark }
      }),

    async keepBackupMark(mark) {
      const { store, tellOthers } = await opened()
      await (await store.backups()).saveMark(mark)
      board.noteRecordsChange()
      tellOthers()
    },

    examineBackup: (file) =>
      atWork(async () => {
        const { store } = await opened()
        tell('examining', 0, file.size)
        return examineBackup(store, file, (done) => {
          tell('examining', done, file.size)
        })
      }),

    restoreBackup: (file, options) =>
      atWork(async () => {
        const parts = await opened()
        const { store, locks, tellOthers } = parts
        return locks.request(WRITING_LOCK, async () => {
          tell('restoring', 0, file.size)
          const wasEmpty = !(await hasContent(store))
          // What a tab that was killed had put aside is in the way.
          await deleteOrphanedFiles(store, locks)
          const restored = await restoreBackup({
            store,
            file,
            name: `restore-${freshName()}`,
            at: clock().toISOString(),
            options,
            onBytes: (done) => {
              tell('restoring', done, file.size)
            },
          })
          // All that is here now is in that file.
          if (wasEmpty) await (await store.backups()).saveMark(await markOf(store))
          board.noteRecordsChange()
          tellOthers()
          await followShown(parts, board)
          await deleteOrphanedFiles(store, locks).catch(() => undefined)
          return restored
        })
      }),

    cancelBackup() {
      isCancelled = true
      return Promise.resolve()
    },

    async forgetWantedCollection(address) {
      const { store } = await opened()
      const backups = await store.backups()
      const wanted = await backups.wantedCollections()
      await backups.saveWantedCollections(wanted.filter((one) => one !== address))
      board.noteRecordsChange()
    },
  }
}
