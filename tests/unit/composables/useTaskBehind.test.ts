import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { useTaskBehind } from '../../../src/composables/stateless/useTaskBehind'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('follows one task later, and of several values takes the newest', () => {
  const source = shallowRef('甲')
  const behind = effectScope().run(() => useTaskBehind(source))
  expect(behind?.value).toBe('甲')
  source.value = '乙'
  source.value = '丙'
  expect(behind?.value).toBe('甲')
  expect(vi.getTimerCount()).toBe(1)
  vi.runAllTimers()
  expect(behind?.value).toBe('丙')
  source.value = '丁'
  vi.runAllTimers()
  expect(behind?.value).toBe('丁')
})
