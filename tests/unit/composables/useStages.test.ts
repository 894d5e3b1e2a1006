import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useStages } from '../../../src/composables/stateless/useStages'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('waits until it is ready, then takes one step in each task, and never goes back', async () => {
  const isReady = ref(false)
  const scope = effectScope()
  const stage = scope.run(() => useStages(isReady, 3))
  await vi.advanceTimersByTimeAsync(0)
  expect(stage?.value).toBe(0)
  isReady.value = true
  await nextTick()
  await nextTick()
  expect(stage?.value).toBe(1)
  vi.advanceTimersToNextTimer()
  await nextTick()
  expect(stage?.value).toBe(2)
  isReady.value = false
  vi.advanceTimersToNextTimer()
  await nextTick()
  expect(stage?.value).toBe(3)
  expect(vi.getTimerCount()).toBe(0)
  scope.stop()
})
