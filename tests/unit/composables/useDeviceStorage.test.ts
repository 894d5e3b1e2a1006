import { afterEach, describe, expect, it, vi } from 'vitest'
import { useDeviceStorage } from '../../../src/composables/useDeviceStorage'

/** A browser that keeps so many bytes of so many, and answers what it is told to when it is asked to keep them. */
function aBrowser(isWilling: boolean) {
  const told = { usage: 300, quota: 1000, isPersisted: false }
  vi.stubGlobal('navigator', {
    storage: {
      persisted: () => Promise.resolve(told.isPersisted),
      estimate: () => Promise.resolve({ usage: told.usage, quota: told.quota }),
      persist: () => {
        told.isPersisted = isWilling
        return Promise.resolve(isWilling)
      },
    },
  })
  return told
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the storage of this device', () => {
  it('says what is used and what is left, and again when something came or went', async () => {
    const told = aBrowser(true)
    const { estimate, look } = useDeviceStorage()
    await vi.waitFor(() => {
      expect(estimate.value).toEqual({ usage: 300, left: 700 })
    })
    told.usage = 50
    await look()
    expect(estimate.value).toEqual({ usage: 50, left: 950 })
    // Browsers may lower what they allow below what is there.
    told.quota = 20
    await look()
    expect(estimate.value).toEqual({ usage: 50, left: 0 })
  })

  it.each([
    ['is kept for good when the browser agrees', true],
    ['is told not to be when the browser refuses', false],
  ])('%s', async (_what, isWilling) => {
    aBrowser(isWilling)
    const { isPersisted, wasRefused, askPersist } = useDeviceStorage()
    await askPersist()
    expect([isPersisted.value, wasRefused.value]).toEqual([isWilling, !isWilling])
  })

  it('is not known in a browser that tells nothing', async () => {
    vi.stubGlobal('navigator', {})
    const { isPersisted, estimate, look, askPersist } = useDeviceStorage()
    await look()
    await askPersist()
    expect([isPersisted.value, estimate.value]).toEqual([null, null])
  })
})
