import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadOnce } from '../../../src/archive/loadOnce'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { aCollection, articles } from '../builders/aCollection'
import { aHost } from '../builders/aHost'
import { anArchive, aProfile } from '../builders/anArchive'
import { anIndexedCollection } from './indexedCollection'

const files = { 'articles-1.jsonl': articles('a', 3) }

/** Makes what makes parts unreachable. */
function cutOff(): void {
  vi.doMock('../../../src/archive/makeParts', () => {
    throw new Error('Failed to fetch')
  })
}

afterEach(() => {
  vi.doUnmock('../../../src/archive/makeParts')
})

describe('what makes parts of the index', () => {
  it('is not needed where the index was published', async () => {
    cutOff()
    const bundled = anIndexedCollection({ files })
    const { archive, untilReady, status } = anArchive(aHost(bundled), bundled, aProfile())
    await archive.open()
    await untilReady()
    expect((await archive.search(EMPTY_QUERY, 0)).total).toBe(3)
    expect(status().failure).toBeNull()
  })

  it('is told of when it is out of reach, and asked for again', async () => {
    cutOff()
    const bundled = aCollection({ files })
    const { archive, untilReady, status } = anArchive(aHost(bundled), bundled, aProfile())
    await expect(archive.open()).rejects.toMatchObject({ name: 'ArchiveError', code: 'unexpected' })
    expect(status()).toMatchObject({ phase: 'failed', progress: null, failure: { code: 'unexpected' } })
    expect(status().failure?.message).toContain('could not be loaded')
    vi.doUnmock('../../../src/archive/makeParts')
    await archive.open()
    await untilReady()
    expect((await archive.search(EMPTY_QUERY, 0)).total).toBe(3)
    expect(status().failure).toBeNull()
  })
})

describe('what is loaded once', () => {
  it('is loaded when it is first wanted, and again after a failure only', async () => {
    let loads = 0
    const load = loadOnce(() => {
      loads += 1
      return loads === 1 ? Promise.reject(new Error('out of reach')) : Promise.resolve(loads)
    })
    expect(loads).toBe(0)
    await expect(load()).rejects.toThrow('out of reach')
    expect(await Promise.all([load(), load()])).toEqual([2, 2])
    expect(await load()).toBe(2)
  })
})
