import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { OpenedArticle } from '../domain/archive'

/** Walking through the hits of the open article. */
export interface HitWalk {
  /** How many hits the article has. */
  readonly hits: ComputedRef<number>
  /** The hit that is looked at, from 0; `null` before the first step. */
  readonly currentHit: Ref<number | null>
  /** Goes on to the next hit, or with −1 to the previous; from the last to the first and back. */
  readonly walk: (step: 1 | -1) => Promise<void>
}

/** Walks the hits inside `room`, the element in which the article is shown. */
export function useHitWalk(
  opened: ComputedRef<OpenedArticle | null>,
  room: Ref<HTMLElement | null>,
): HitWalk {
  const currentHit = ref<number | null>(null)
  const hits = computed(() => {
    const marks = opened.value?.marks
    if (marks === undefined) return 0
    return [marks.kicker, marks.title, marks.subtitle, ...marks.paragraphs].reduce(
      (sum, part) => sum + part.length,
      0,
    )
  })
  watch(opened, () => {
    currentHit.value = null
  })
  return {
    hits,
    currentHit,
    async walk(step) {
      if (hits.value === 0) return
      const from = currentHit.value ?? (step === 1 ? -1 : 0)
      const next = (from + step + hits.value) % hits.value
      currentHit.value = next
      await nextTick()
      room.value?.querySelector(`[data-hit="${String(next)}"]`)?.scrollIntoView({ block: 'center' })
    },
  }
}
