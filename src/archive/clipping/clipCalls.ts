import type { BatchProgress, ClipCalls, ClipInput } from '../../domain/clipping'
import { ArchiveError } from '../../domain/problem'
import type { ArchiveDependencies } from '../archiveDependencies'
import { freshName } from '../freshName'
import { createLocalLocks } from '../localLocks'
import { WRITING_LOCK, type OpenParts } from '../openParts'
import type { StatusBoard } from '../statusBoard'
import { batchLock } from '../takeInCollection'
import { visibleFiles } from '../visibleFiles'
import { createAcceptedCalls, followShown, stepOf } from './acceptedCalls'
import { acceptStaging } from './acceptStaging'
import { enterSignatures } from './archiveSignatures'
import { decideRows, editRow, findRow, likeArticleOf, rowsOfView } from './changeStaged'
import { createPatientReader } from './patientReader'
import { readIntoStaging, type ReadingParts } from './readIntoStaging'
import { rereadTable } from './rereadTable'
import { asBatch, Staging } from './staging'

/** The part of the archive that takes in what a person brings; see {@link ClipCalls}. */
export function createClipCalls(
  dependencies: Pick<ArchiveDependencies, 'createInputReader' | 'readingPatience' | 'now' | 'clock'>,
  board: StatusBoard,
  opened: () => Promise<OpenParts>,
): ClipCalls {
  const { createInputReader, readingPatience, now, clock } = dependencies
  /** What is done with the staged batch is done one after the other. */
  const turns = createLocalLocks()
  let staging: Staging | null = null
  let isBeginning = false

  const tell = (batch: BatchProgress | null): void => {
    board.update({ batch })
  }
  const today = (): string => clock().toISOString()

  /** The batch of this id that this tab has, once nothing else is done with it. */
  function withStaging<Result>(id: string, task: (held: Staging, parts: OpenParts) => Promise<Result>) {
    return turns.request('batch', async () => {
      const parts = await opened()
      if (staging?.id !== id || staging.isCancelled)
        throw new ArchiveError('batch-gone', id, 'it is not staged')
      return task(staging, parts)
    })
  }

  function readingParts(parts: OpenParts): ReadingParts {
    return { ...parts, tell, now }
  }

  /** Reads with a reader that a cancel can stop. */
  async function withReader(
    held: Staging,
    read: (reader: ReturnType<typeof createPatientReader>) => Promise<void>,
  ) {
    const reader = createPatientReader(createInputReader, readingPatience)
    held.reader = reader
    try {
      if (held.isCancelled) throw new ArchiveError('cancelled', held.id, 'the batch was cancelled')
      await read(reader)
    } finally {
      reader.stop()
      held.reader = null
      tell(null)
    }
  }

  async function begin(inputs: readonly ClipInput[]): Promise<Staging> {
    const { store, locks } = await opened()
    const id = freshName()
    const release = await hold(locks, batchLock(id))
    try {
      const sources = inputs.flatMap((input) => (input.kind === 'file' ? [input.name] : []))
      const begun = await store.batches.begin({
        id,
        state: 'reading',
        sources,
        begunAt: today(),
        acceptedAt: null,
        articles: 0,
        taken: 0,
        doubtful: 0,
        alike: 0,
        tables: [],
        problems: [],
        problemCount: 0,
        dates: { from: null, to: null },
      })
      return new Staging(begun, inputs, release)
    } catch (cause) {
      release()
      throw cause
    }
  }

  async function readAll(held: Staging): Promise<void> {
    const parts = await opened()
    await withReader(held, async (reader) => {
      const files = visibleFiles(await parts.store.collections(), await parts.store.files())
      const slices = parts.startSlices()
      await enterSignatures(held.signatures, parts.store, files, slices, (done, total) => {
        if (held.isCancelled) throw new ArchiveError('cancelled', held.id, 'the batch was cancelled')
        const progress = { batch: held.id, step: 'comparing', file: '', done, total } as const
        tell({ ...progress, articles: 0, problems: 0 })
      })
      await readIntoStaging(readingParts(parts), held, reader, [...held.inputs.keys()])
    })
    held.complete()
    if (!(await parts.store.batches.save(held.stored()))) {
      throw new ArchiveError('batch-gone', held.id, 'it was cleared meanwhile')
    }
  }

  /** Forgets the batch, and clears what is stored of it. */
  async function letGo(held: Staging): Promise<void> {
    const { store } = await opened()
    try {
      await store.batches.clear(held.id)
    } finally {
      held.release()
      if (staging === held) staging = null
      tell(null)
    }
  }

  async function stopAndClear(held: Staging): Promise<void> {
    held.isCancelled = true
    held.reader?.stop()
    await turns.request('batch', async () => {
      if (staging === held) await letGo(held)
    })
  }

  return {
    async readBatch(inputs) {
      if (staging !== null || isBeginning) {
        throw new ArchiveError('batch-under-way', staging?.id ?? '', 'another batch is not finished yet')
      }
      isBeginning = true
      try {
        staging = await begin(inputs)
      } finally {
        isBeginning = false
      }
      const held = staging
      return turns.request('batch', async () => {
        try {
          await readAll(held)
          return asBatch(held.stored())
        } catch (cause) {
          await letGo(held).catch(() => undefined)
          throw held.isCancelled ? new ArchiveError('cancelled', held.id, 'the batch was cancelled') : cause
        }
      })
    },
    stagedBatch: () =>
      Promise.resolve(staging === null || staging.isCancelled ? null : asBatch(staging.stored())),
    batchRows: (batch, view, offset, limit) =>
      withStaging(batch, (held, parts) => rowsOfView(parts, held, view, offset, limit)),
    async batchProblems(batch, offset, limit) {
      if (staging?.id === batch) return staging.problems.kept.slice(offset, offset + limit)
      const { store } = await opened()
      const stored = await store.batches.get(batch)
      if (stored === null) throw new ArchiveError('batch-gone', batch, 'there is no such batch')
      return stored.problems.slice(offset, offset + limit)
    },
    editBatchRow: (batch, place, edit) =>
      withStaging(batch, (held, parts) => editRow(parts, held, place, edit)),
    decideBatch: (batch, place, decision) =>
      withStaging(batch, async (held, parts) => {
        await decideRows(parts, held, place, decision)
        return asBatch(held.stored())
      }),
    mapTable: (batch, file, fields) =>
      withStaging(batch, async (held, parts) => {
        await withReader(held, (reader) => rereadTable(readingParts(parts), held, reader, file, fields))
        return asBatch(held.stored())
      }),
    likeArticle: (batch, place) => withStaging(batch, (held, parts) => likeArticleOf(parts, held, place)),
    findBatchRow: (batch, view, place) =>
      withStaging(batch, (held, parts) => findRow(parts, held, view, place)),
    stagedOriginal: (batch, place) =>
      withStaging(batch, async (held, { store }) => {
        const [clipping] = await store.batches.clippingsAt([held.keyOf(place)])
        const original = clipping?.original ?? null
        return original === null ? null : store.belongings.attachment(original)
      }),
    async originalText(attachment) {
      const { belongings } = (await opened()).store
      const original = await belongings.attachment(attachment)
      const content = original === null ? null : await belongings.contentOf(attachment)
      if (original === null || content === null) return null
      const { originalText } = await import('../../formats/files/originalText')
      return originalText(content, original.type)
    },
    acceptBatch: (batch) =>
      withStaging(batch, async (held, parts) => {
        const { locks, upkeep, tellOthers } = parts
        tell(stepOf(held.stored(), 'accepting'))
        try {
          const accepted = await locks.request(WRITING_LOCK, async () => {
            await upkeep.refresh()
            return acceptStaging(parts, held, today())
          })
          staging = null
          held.release()
          tellOthers()
          await followShown(parts, board)
          return asBatch(accepted)
        } finally {
          tell(null)
        }
      }),
    async cancelBatch(batch) {
      if (staging?.id === batch) await stopAndClear(staging)
    },
    ...createAcceptedCalls(clock, board, opened),
  }
}

/** Holds a lock until the function that comes back is called. */
function hold(locks: OpenParts['locks'], name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    locks.request(name, () => new Promise<void>((release) => resolve(() => release()))).catch(reject)
  })
}
