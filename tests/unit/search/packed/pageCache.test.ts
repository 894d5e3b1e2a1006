import { describe, expect, it } from 'vitest'
import { PageCache } from '../../../../src/search/packed/pageCache'

const MIB = 2 ** 20
const PAGE = 4096

/** How many bytes of pages stay when far more are read through a cache than it has room for. */
function heldAfterMany(cache: PageCache): number {
  const file = cache.addFile()
  for (let page = 0; page < 8000; page++) cache.set(file + page, new Uint8Array(PAGE))
  return cache.heldBytes
}

describe('the room of a page cache', () => {
  it('is what was fixed, whatever files there are', () => {
    const cache = new PageCache(MIB)
    cache.makeRoomFor({ size: 4000 * MIB, isSlow: true })
    expect(heldAfterMany(cache)).toBeLessThanOrEqual(MIB)
  })

  it('is small for files that are read quickly, and grows with them up to a limit', () => {
    const held = (...sizes: readonly number[]) => {
      const cache = new PageCache()
      for (const size of sizes) cache.makeRoomFor({ size })
      return heldAfterMany(cache)
    }
    expect(held(MIB)).toBe(MIB / 2)
    expect(held(64 * MIB, 64 * MIB)).toBe(2 * MIB)
    expect(held(4000 * MIB)).toBe(12 * MIB)
  })

  it('is large as soon as one file is read slowly', () => {
    const cache = new PageCache()
    cache.makeRoomFor({ size: MIB, isSlow: true })
    cache.makeRoomFor({ size: MIB })
    expect(heldAfterMany(cache)).toBe(15 * MIB)
  })

  it('grows for lists as well', () => {
    const cache = new PageCache()
    let key = 0
    const keepMany = () => {
      for (const end = key + 400; key < end; key++) cache.lists.set(key, null, MIB / 8)
      return cache.lists.weight
    }
    expect(keepMany()).toBeLessThanOrEqual(MIB)
    cache.makeRoomFor({ size: 256 * MIB })
    expect(keepMany()).toBeGreaterThan(4 * MIB)
    expect(keepMany()).toBeLessThanOrEqual(8 * MIB)
  })
})
