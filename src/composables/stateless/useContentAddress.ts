import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { FileContent } from '../../domain/fileContent'

/** An address under which a picture of the page can show some content, for as long as the component lives. */
export function useContentAddress(content: () => FileContent | null): Readonly<ShallowRef<string | null>> {
  const address = shallowRef<string | null>(null)
  const release = (): void => {
    if (address.value !== null) URL.revokeObjectURL(address.value)
    address.value = null
  }
  watch(
    content,
    (next) => {
      release()
      if (next !== null) address.value = URL.createObjectURL(next)
    },
    { immediate: true },
  )
  onScopeDispose(release)
  return address
}
