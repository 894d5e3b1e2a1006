import { computed, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { ArchiveStatus, Facets, SearchAnswer, Timeline } from '../domain/archive'
import { useStages } from './stateless/useStages'
import { useTaskBehind } from './stateless/useTaskBehind'

/** What is known of the archive's first view. */
export interface ArchiveViewState {
  readonly answer: ShallowRef<SearchAnswer | null>
  readonly status: ComputedRef<ArchiveStatus>
  readonly isSearching: Readonly<Ref<boolean>>
  /** Whether the welcome belongs to the view. */
  readonly isWelcome: ComputedRef<boolean>
  /** Whether it is known what the welcome shows. */
  readonly isWelcomeKnown: ComputedRef<boolean>
}

/** What of the archive's view may be drawn by now. */
export interface ArchiveView {
  /** Whether all of the first view is known, so that nothing in it moves when the rest arrives. */
  readonly isSettled: ComputedRef<boolean>
  /** It is put up from the top down: 1 the welcome, 2 the head of the list, 3 its rows, 4 the filters beside it. */
  readonly stage: Readonly<Ref<number>>
  /** Counts and timeline of an answer, which follow its rows in tasks of their own. */
  readonly facets: Readonly<Ref<Facets | null>>
  readonly timeline: Readonly<Ref<Timeline | null>>
  /** Whether a search is awaited, or its answer still being drawn. */
  readonly isBusy: ComputedRef<boolean>
}

/** Draws the archive's view in small tasks, that no frame waits long for it. */
export function useArchiveView(known: ArchiveViewState): ArchiveView {
  const { answer, status, isSearching, isWelcome, isWelcomeKnown } = known
  const isSettled = computed<boolean>((was) => {
    if (was === true || answer.value === null) return was === true
    if (status.value.articles === 0) return status.value.phase === 'ready'
    return !isWelcome.value || isWelcomeKnown.value
  })
  const stage = useStages(isSettled, 4)
  const facets = useTaskBehind(computed(() => answer.value?.facets ?? null))
  const timeline = useTaskBehind(computed(() => facets.value?.timeline ?? null))
  const isDrawn = computed(
    () => stage.value === 4 && timeline.value === (answer.value?.facets.timeline ?? null),
  )
  const isBusy = computed(() => isSearching.value || (isSettled.value && !isDrawn.value))
  return { isSettled, stage, facets, timeline, isBusy }
}
