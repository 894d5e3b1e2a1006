import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { useCalm } from '../../../src/composables/stateless/useCalm'

describe('a value that skips over rapid changes', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function follow(mayWait: (next: string) => boolean) {
    const words = shallowRef('')
    return { words, ...effectScope().run(() => useCalm(words, 350, mayWait))! }
  }

  it('follows the first change at once, and of those that come soon after it the last when none came for a while', () => {
    const { words, calm, isWaiting } = follow(() => true)
    words.value = '改'
    expect([calm.value, isWaiting.value]).toEqual(['改', false])
    for (const next of ['改革', '改革开', '改革开放']) {
      vi.advanceTimersByTime(300)
      words.value = next
      expect([calm.value, isWaiting.value]).toEqual(['改', true])
    }
    vi.advanceTimersByTime(350)
    expect([calm.value, isWaiting.value]).toEqual(['改革开放', false])
    vi.advanceTimersByTime(400)
    words.value = '改'
    expect([calm.value, isWaiting.value]).toEqual(['改', false])
  })

  it('follows at once what may not wait, and what waited is passed over', () => {
    const { words, calm, isWaiting } = follow((next) => next !== '')
    words.value = '改'
    words.value = '改革'
    expect(isWaiting.value).toBe(true)
    words.value = ''
    expect([calm.value, isWaiting.value]).toEqual(['', false])
    vi.advanceTimersByTime(1000)
    expect(calm.value).toBe('')
  })
})
