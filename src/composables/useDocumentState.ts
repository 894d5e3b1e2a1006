import { onScopeDispose, watchEffect, type Ref } from 'vue'
import { useArchive } from './useArchive'

/**
 * Says on `<html>` whether the archive can be searched: `data-state` is `loading`, `ready` or `failed`. For the root
 * component.
 *
 * @param isSearchPage whether the page in view searches, and so says by itself when it is busy; `null` until it is known
 */
export function useDocumentState(isSearchPage: Ref<boolean | null>): void {
  const { status } = useArchive()
  watchEffect(() => {
    const { phase } = status.value
    document.documentElement.dataset['state'] =
      phase === 'ready' || phase === 'indexing' ? 'ready' : phase === 'failed' ? 'failed' : 'loading'
  })
  watchEffect(() => {
    // The document begins as busy; a page that is not there to search never is.
    if (isSearchPage.value === false) document.documentElement.dataset['busy'] = 'false'
  })
}

/** Says on `<html>` whether a search is in flight, as `data-busy`: never on a page that does not search. */
export function useDocumentBusy(isBusy: Ref<boolean>): void {
  watchEffect(() => {
    document.documentElement.dataset['busy'] = String(isBusy.value)
  })
  onScopeDispose(() => {
    document.documentElement.dataset['busy'] = 'false'
  })
}
