import type { BatchProgress, ClipCalls } from '../../domain/clipping'
import { laterMoment } from '../../domain/laterMoment'
import { ArchiveError, toArchiveError } from '../../domain/problem'
import type { ArchiveStore } from '../../storage/archiveStore'
import type { StoredBatch } from '../../storage/batchStore'
import { notedArticles } from '../mending/notedArticles'
import { WRITING_LOCK, type OpenParts } from '../openParts'
import type { StatusBoard } from '../statusBoard'
import { deleteOrphanedFiles } from '../takeInCollection'
import { acceptedBatches, ownCollection } from './ownCollection'
import { redressOf } from './replacedCorrections'
import { asBatch } from './staging'

/** What is told when a step with a whole batch begins. */
export function stepOf(batch: StoredBatch, step: 'accepting' | 'undoing'): BatchProgress {
  const { id, articles, problemCount } = batch
  return { batch: id, step, file: '', done: 0, total: articles, articles, problems: problemCount }
}

/** Brings the index to what is shown now. What was written holds even if that fails, which the status tells. */
export async function followShown({ upkeep }: OpenParts, board: StatusBoard): Promise<void> {
  try {
    await upkeep.refresh()
  } catch (cause) {
    board.update({ failure: toArchiveError(cause) })
  }
}

async function acceptedBatch(store: ArchiveStore, id: string): Promise<StoredBatch> {
  const batch = await store.batches.get(id)
  if (batch?.state === 'accepted') return batch
  throw new ArchiveError('batch-gone', id, 'there is no such batch')
}

/** The calls about batches that were accepted; see {@link ClipCalls}. `clock` tells what time it is. */
export function createAcceptedCalls(
  clock: () => Date,
  board: StatusBoard,
  opened: () => Promise<OpenParts>,
): Pick<ClipCalls, 'batches' | 'undoConsequences' | 'undoBatch'> {
  return {
    async batches() {
      const { store } = await opened()
      return acceptedBatches(await store.batches.all())
        .toReversed()
        .map(asBatch)
    },
    async undoConsequences(batch) {
      const { store, keeper } = await opened()
      const { file, replaced = [] } = await acceptedBatch(store, batch)
      const ids = await store.batches.articleIds(file)
      const replacing = new Set(replaced)
      const noted = await notedArticles(store.records)
      const amended = await keeper.amendments.articles.amendedAmong(ids)
      const amendments = await store.amendments.withIds(amended)
      return {
        articles: ids.length,
        noted: ids.filter((id) => noted.has(id)).length,
        amended: amendments.filter(
          (one) =>
            one !== undefined &&
            !replacing.has(one.articleId) &&
            (one.isDeleted || Object.keys(one.edit).length > 0),
        ).length,
        replacing: replacing.size,
      }
    },
    async undoBatch(id) {
      const parts = await opened()
      const { store, locks, tellOthers } = parts
      await locks.request(WRITING_LOCK, async () => {
        const batch = await acceptedBatch(store, id)
        board.update({ batch: stepOf(batch, 'undoing') })
        try {
          const others = acceptedBatches(await store.batches.all()).filter((other) => other.id !== id)
          const redress = await redressOf(parts, batch, clock().toISOString())
          // Its trace, so that no file of another device brings it back unasked.
          const [former] = await store.records.withIds('batch', [id])
          const changedAt = laterMoment(clock().toISOString(), former?.changedAt ?? '')
          const trace = { kind: 'batch', id, about: '', content: null, changedAt, changedBy: '' } as const
          const rest = ownCollection(others, await store.collections())
          await store.batches.undo(batch, rest, redress, trace)
          tellOthers()
          await followShown(parts, board)
          await deleteOrphanedFiles(store, locks)
        } finally {
          board.update({ batch: null })
        }
      })
    },
  }
}
