import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useHasRested } from '../../../src/composables/stateless/useHasRested'

describe('what is watched for rest', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('has rested when no change came for the time, and not with the next one', async () => {
    const words = ref('改')
    const scope = effectScope()
    const hasRested = scope.run(() => useHasRested([words], 400))!
    vi.advanceTimersByTime(399)
    expect(hasRested.value).toBe(false)
    words.value = '改革'
    await nextTick()
    vi.advanceTimersByTime(399)
    expect(hasRested.value).toBe(false)
    vi.advanceTimersByTime(1)
    expect(hasRested.value).toBe(true)
    words.value = '改革开'
    await nextTick()
    expect(hasRested.value).toBe(false)
    scope.stop()
    vi.advanceTimersByTime(1000)
    expect(hasRested.value).toBe(false)
  })
})
