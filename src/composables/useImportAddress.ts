import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { BatchView } from '../domain/clipping'

/** What the address of the import page says: the view, and the row that is open. */
export interface ImportAddress {
  readonly view: ComputedRef<BatchView>
  readonly openPlace: ComputedRef<number | null>
  readonly show: (view: BatchView) => void
  /** Opens a row: the first one is a step in the history, going on from it is none. */
  readonly open: (place: number, view?: BatchView) => void
  /** Closes the row that is open, going back where that leads to the list. */
  readonly close: () => void
}

/** The address is the only home of what is looked at, so that the browser's own way back works. */
export function useImportAddress(): ImportAddress {
  const route = useRoute()
  const router = useRouter()
  const view = computed<BatchView>(() => {
    const asked = route.query['view']
    return asked === 'doubtful' || asked === 'alike' ? asked : 'all'
  })
  const openPlace = computed(() => {
    const asked = Number(route.query['row'])
    return Number.isSafeInteger(asked) && asked > 0 ? asked : null
  })
  const addressOf = (nextView: BatchView, place: number | null) => ({
    path: '/import',
    query: { ...(nextView !== 'all' && { view: nextView }), ...(place !== null && { row: String(place) }) },
  })
  return {
    view,
    openPlace,
    show(next) {
      void router.replace(addressOf(next, null))
    },
    open(place, next = view.value) {
      const target = addressOf(next, place)
      void (openPlace.value === null ? router.push(target) : router.replace(target))
    },
    close() {
      const back: unknown = router.options.history.state['back']
      if (typeof back === 'string' && /^\/import(?:\?(?!.*\brow=)|$)/.test(back)) router.back()
      else void router.replace(addressOf(view.value, null))
    },
  }
}
