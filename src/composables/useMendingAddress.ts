import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'

/** What the address of an article says beside the query: that its fields are being corrected, which scan is looked at. */
export interface MendingAddress {
  readonly isCorrecting: ComputedRef<boolean>
  /** The number of the attachment that is looked at beside the text. */
  readonly scan: ComputedRef<number | null>
  readonly correct: () => void
  readonly showScan: (number: number) => void
  /** Ends correcting, or puts the scan away, going back where that leads to the same article without it. */
  readonly leave: (what: 'mend' | 'scan') => void
}

function without(query: LocationQuery, name: string): LocationQuery {
  return Object.fromEntries(Object.entries(query).filter(([key]) => key !== name))
}

/** The address is the home of what is looked at, so that the browser's own way back works. */
export function useMendingAddress(): MendingAddress {
  const route = useRoute()
  const router = useRouter()
  const put = (name: 'mend' | 'scan', value: string): void => {
    const target = { path: route.path, query: { ...route.query, [name]: value } }
    void (route.query[name] === undefined ? router.push(target) : router.replace(target))
  }
  return {
    isCorrecting: computed(() => route.query['mend'] === 'fields'),
    scan: computed(() => {
      const number = Number(route.query['scan'])
      return Number.isSafeInteger(number) && number > 0 ? number : null
    }),
    correct: () => {
      put('mend', 'fields')
    },
    showScan: (number) => {
      put('scan', String(number))
    },
    leave(what) {
      const target = { path: route.path, query: without(route.query, what) }
      const back: unknown = router.options.history.state['back']
      if (back === router.resolve(target).fullPath) router.back()
      else void router.replace(target)
    },
  }
}
