import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { useDrawingTime } from '../../../src/composables/stateless/useDrawingTime'

describe('the time that drawing takes', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0))
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('is that of the middle one of the last three, so that one which was held up counts for nothing', async () => {
    const answer = shallowRef(0)
    const time = effectScope().run(() => useDrawingTime(answer))!
    // The timers that stand for a frame take a millisecond or two.
    const usual = (): number => Math.floor(time() / 10) * 10
    expect(usual()).toBe(0)
    const draw = async (milliseconds: number): Promise<void> => {
      answer.value++
      vi.advanceTimersByTime(milliseconds)
      await nextTick()
      await nextTick()
      vi.runAllTimers()
    }
    await draw(500)
    expect(usual()).toBe(0)
    await draw(20)
    expect(usual()).toBe(20)
    await draw(30)
    expect(usual()).toBe(30)
    await draw(80)
    await draw(90)
    expect(usual()).toBe(80)
  })
})
