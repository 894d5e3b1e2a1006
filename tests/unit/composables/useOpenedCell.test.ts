import { expect, it } from 'vitest'
import { useOpenedCell } from '../../../src/composables/stateless/useOpenedCell'

it('opens one cell at a time, and closes what is opened again', () => {
  const { opened, open, close } = useOpenedCell<{ readonly says: string; readonly days: readonly number[] }>()
  expect(opened.value).toBeNull()
  open(1, { says: 'held', days: [3] })
  expect(opened.value).toEqual({ row: 1, question: { says: 'held', days: [3] } })
  open(1, { says: 'held', days: [4] })
  expect(opened.value?.question.days).toEqual([4])
  open(2, { says: 'held', days: [4] })
  expect(opened.value?.row).toBe(2)
  open(2, { says: 'held', days: [4] })
  expect(opened.value).toBeNull()
  open(2, { says: 'held', days: [4] })
  close()
  expect(opened.value).toBeNull()
})
