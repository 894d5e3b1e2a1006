import { useEventListener } from '@vueuse/core'
import { watch, type ShallowRef } from 'vue'

/** What takes the focus in a row of a list. */
const OPERABLE = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled)'

/**
 * Keeps the focus in a list when the row that has it goes: the row that moves up takes it, else the last. Who deletes by
 * keyboard goes on where they were; a focus that is elsewhere is left alone.
 *
 * @param room what holds the list; `null` while it is not there
 * @param rows what the rows show: with a change of it a row may have gone
 * @param selector the rows in the room
 */
export function useFocusInList(
  room: Readonly<ShallowRef<HTMLElement | null>>,
  rows: () => readonly unknown[],
  selector = 'li',
): void {
  /** The place of the row that had the focus last; −1 when it was elsewhere. */
  let place = -1
  const rowsInRoom = (): readonly HTMLElement[] => [
    ...(room.value?.querySelectorAll<HTMLElement>(selector) ?? []),
  ]

  useEventListener(document, 'focusin', ({ target }) => {
    place = rowsInRoom().findIndex((row) => target instanceof Node && row.contains(target))
  })
  watch(
    rows,
    () => {
      if (place < 0 || (document.activeElement ?? document.body) !== document.body) return
      const all = rowsInRoom()
      const row = all[Math.min(place, all.length - 1)]
      row?.querySelector<HTMLElement>(OPERABLE)?.focus({ preventScroll: true })
      row?.scrollIntoView({ block: 'nearest' })
    },
    { flush: 'post' },
  )
}
