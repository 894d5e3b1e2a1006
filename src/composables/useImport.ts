import { until } from '@vueuse/core'
import { computed, type ComputedRef, type Ref } from 'vue'
import type { Failure } from '../domain/failure'
import type { Article } from '../domain/article'
import type { Batch, BatchProgress, BatchRow, ClipDecision, ClipInput } from '../domain/clipping'
import type { ArticleEdit } from '../domain/articleEdit'
import type { Attachment } from '../domain/attachment'
import { ArchiveError, toArchiveError } from '../domain/problem'
import { useImportState, useImportStore, type ImportWork } from '../stores/importStore'
import { useArchive } from './useArchive'

/** Where an import stands. */
export type ImportStep = 'giving' | 'reading' | 'checking' | 'done'

/** Bringing articles in: from what a person gives to what the archive holds. */
export interface Import {
  readonly step: ComputedRef<ImportStep>
  readonly staged: Ref<Batch | null>
  readonly accepted: Ref<Batch | null>
  readonly progress: ComputedRef<BatchProgress | null>
  readonly failure: Ref<Failure | null>
  /** What is being done with a batch, of which nothing else can be done meanwhile. */
  readonly work: Ref<ImportWork | null>
  readonly isBusy: ComputedRef<boolean>
  readonly hasEdits: Ref<boolean>
  /** Reads what is given; nothing is done while a batch is under way, which is said. */
  readonly read: (inputs: readonly ClipInput[]) => Promise<void>
  readonly cancel: () => Promise<void>
  readonly accept: () => Promise<void>
  /** Changes a row and gives it as it is then; `null`, and a failure, when it cannot be changed so. */
  readonly edit: (place: number, edit: ArticleEdit) => Promise<BatchRow | null>
  readonly decide: (place: number | null, decision: ClipDecision) => Promise<void>
  readonly mapTable: (file: string, fields: readonly (string | null)[]) => Promise<void>
  readonly likeArticle: (place: number) => Promise<Article | null>
  /** Whether an article of the archive has been corrected. */
  readonly isCorrected: (articleId: string) => Promise<boolean>
  /** What a row was read from; `null` when nothing is kept of that. */
  readonly originalOf: (place: number) => Promise<Attachment | null>
  /** Looks whether something is staged that this page has not heard of. */
  readonly resume: () => Promise<void>
  /** Forgets what was accepted last, as when something else is to be brought. */
  readonly beginAgain: () => void
}

/** Asks before the app is closed while something that was edited has not been accepted. */
function warnOfLoss(event: BeforeUnloadEvent): void {
  if (useImportStore().hasEdits) event.preventDefault()
}

/** The import under way; every page that asks is told of the same one. */
export function useImport(): Import {
  const { archive, status } = useArchive()
  const { staged, accepted, work, isGivenUp, hasEdits, failure } = useImportState()
  const progress = computed(() => status.value.batch)

  function fail(cause: unknown): void {
    const { code, subject, message } = toArchiveError(cause)
    if (code !== 'cancelled') failure.value = { code, subject, message }
    if (code === 'batch-gone' || code === 'worker-lost') forget()
  }

  function forget(): void {
    staged.value = null
    hasEdits.value = false
  }

  /** Does one thing with the batch at a time; a failure is told, and leaves what is staged as it was. */
  async function during(kind: ImportWork, act: () => Promise<void>): Promise<void> {
    if (work.value !== null) return
    work.value = kind
    failure.value = null
    try {
      await act()
    } catch (cause) {
      fail(cause)
    } finally {
      work.value = null
    }
  }

  /** The staged batch as the archive has it: its numbers change with every row that is changed. */
  async function refresh(): Promise<void> {
    const held = await archive.value.stagedBatch()
    if (held === null) forget()
    else staged.value = held
  }

  function noteEdit(): void {
    hasEdits.value = true
    window.addEventListener('beforeunload', warnOfLoss)
  }

  return {
    step: computed(() => {
      if (work.value === 'reading') return 'reading'
      if (staged.value !== null) return 'checking'
      return accepted.value === null ? 'giving' : 'done'
    }),
    staged,
    accepted,
    progress,
    failure,
    work,
    isBusy: computed(() => work.value !== null),
    hasEdits,
    async read(inputs) {
      if (inputs.length === 0) return
      if (work.value !== null || staged.value !== null) {
        fail(new ArchiveError('batch-under-way', '', 'a batch is staged or being read'))
        return
      }
      await during('reading', async () => {
        accepted.value = null
        isGivenUp.value = false
        await until(() => status.value.phase).not.toBe('opening')
        if (isGivenUp.value) return
        staged.value = await archive.value.readBatch(inputs)
      })
    },
    async cancel() {
      // Reading ends by itself once it is told; everything else goes one after another.
      if (work.value === 'reading') {
        isGivenUp.value = true
        const id = progress.value?.batch ?? (await archive.value.stagedBatch())?.id
        if (id !== undefined) await archive.value.cancelBatch(id).catch(fail)
        return
      }
      await during('cancelling', async () => {
        if (staged.value !== null) await archive.value.cancelBatch(staged.value.id)
        forget()
      })
    },
    accept: () =>
      during('accepting', async () => {
        if (staged.value === null) return
        const batch = await archive.value.acceptBatch(staged.value.id)
        forget()
        accepted.value = batch
      }),
    async edit(place, edit) {
      if (staged.value === null) return null
      failure.value = null
      try {
        const row = await archive.value.editBatchRow(staged.value.id, place, edit)
        noteEdit()
        await refresh()
        return row
      } catch (cause) {
        fail(cause)
        return null
      }
    },
    async decide(place, decision) {
      if (staged.value === null) return
      failure.value = null
      try {
        staged.value = await archive.value.decideBatch(staged.value.id, place, decision)
        noteEdit()
      } catch (cause) {
        fail(cause)
      }
    },
    mapTable: (file, fields) =>
      during('mapping', async () => {
        if (staged.value === null) return
        staged.value = await archive.value.mapTable(staged.value.id, file, fields)
      }),
    async likeArticle(place) {
      return staged.value === null ? null : archive.value.likeArticle(staged.value.id, place)
    },
    isCorrected: async (articleId) => (await archive.value.belongings(articleId)).unamended !== null,
    async originalOf(place) {
      return staged.value === null ? null : archive.value.stagedOriginal(staged.value.id, place)
    },
    async resume() {
      await until(() => status.value.phase).not.toBe('opening')
      if (work.value !== null || staged.value !== null) return
      const held = await archive.value.stagedBatch().catch(() => null)
      if (held?.state === 'staged' && work.value === null) staged.value = held
    },
    beginAgain() {
      accepted.value = null
      failure.value = null
    },
  }
}
