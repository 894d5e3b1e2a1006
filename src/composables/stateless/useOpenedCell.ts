import { shallowRef, type ShallowRef } from 'vue'

/** What a cell of a table asks for, and the row below which the answer is shown. */
export interface OpenedCell<Question> {
  readonly row: number
  readonly question: Question
}

/** Keeps which cell of a table is open: one at most. To open an open one again closes it. Questions are plain data. */
export function useOpenedCell<Question>(): {
  readonly opened: Readonly<ShallowRef<OpenedCell<Question> | null>>
  readonly open: (row: number, question: Question) => void
  readonly close: () => void
} {
  const opened = shallowRef<OpenedCell<Question> | null>(null)
  return {
    opened,
    open(row, question) {
      const asked = { row, question }
      opened.value = JSON.stringify(opened.value) === JSON.stringify(asked) ? null : asked
    },
    close() {
      opened.value = null
    },
  }
}
