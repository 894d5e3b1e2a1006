import { shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Batch } from '../domain/clipping'
import type { Problem } from '../domain/problem'
import { useArchive } from './useArchive'

const FIRST_PROBLEMS = 20
const MORE_PROBLEMS = 200

/** What could not be read of a batch. */
export interface BatchProblems {
  /** The first of them, as many as were asked for. */
  readonly problems: ShallowRef<readonly Problem[]>
  readonly more: () => Promise<void>
  /** Every one of them. */
  readonly all: () => Promise<readonly Problem[]>
}

/** The problems of a batch, asked again when the batch has others than before. */
export function useBatchProblems(batch: Readonly<Ref<Batch | null>>): BatchProblems {
  const { archive } = useArchive()
  const problems = shallowRef<readonly Problem[]>([])
  let turn = 0

  async function look(limit: number): Promise<void> {
    const asked = ++turn
    const id = batch.value?.id
    if (id === undefined || batch.value?.problems === 0) {
      problems.value = []
      return
    }
    const found = await archive.value.batchProblems(id, 0, limit).catch(() => [])
    if (asked === turn) problems.value = found
  }

  watch(
    [() => batch.value?.id, () => batch.value?.problems, () => batch.value?.tables],
    () => look(FIRST_PROBLEMS),
    {
      immediate: true,
    },
  )

  return {
    problems,
    more: () => look(problems.value.length + MORE_PROBLEMS),
    all: async () => (batch.value === null ? [] : archive.value.batchProblems(batch.value.id, 0, Infinity)),
  }
}
