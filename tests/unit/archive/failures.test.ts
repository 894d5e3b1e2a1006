import { describe, expect, it } from 'vitest'
import { createNetwork } from '../../../src/archive/network'
import { PartFiles } from '../../../src/archive/partFiles'
import { takeInCollection } from '../../../src/archive/takeInCollection'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { ArchiveError } from '../../../src/domain/problem'
import type { ArchiveStore } from '../../../src/storage/archiveStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { createLocalLocks } from '../../../src/archive/localLocks'
import { createMemoryStore } from '../../../src/storage/memoryStore'
import { APP_BASE, aCollection, articles } from '../builders/aCollection'
import { aHost } from '../builders/aHost'
import { afterKill, anArchive, aProfile } from '../builders/anArchive'

const files = {
  'articles-1.jsonl': articles('a', 3),
  'articles-2.jsonl': articles('b', 4),
  'articles-3.jsonl': articles('c', 2),
}
const bundled = aCollection({ files })
const addressOf = (path: string): string => bundled.address.replace('manifest.json', path)

function damaged(path: string): Uint8Array {
  const bytes = bundled.content.get(addressOf(path))!.slice()
  bytes[60] = bytes[60] === 0x41 ? 0x42 : 0x41
  return bytes
}

describe('a damaged file in the first take-in', () => {
  it('is named, the intact files stay, and trying again asks only for it', async () => {
    const host = aHost(bundled)
    host.answer(addressOf('articles-2.jsonl'), damaged('articles-2.jsonl'))
    const { archive, status, untilReady } = anArchive(host, bundled, aProfile())
    await archive.open()
    await untilReady()
    expect(status().failure).toMatchObject({ code: 'files-failed', subject: '示例文库' })
    expect(status().failure?.message).toContain('articles-2.jsonl')
    expect(status().failure?.message).not.toContain('articles-1.jsonl')
    expect((await archive.search(EMPTY_QUERY, 10)).total).toBe(5)
    expect((await archive.collections())[0]).toMatchObject({
      articles: 5,
      missingFiles: 1,
      problems: [{ file: 'articles-2.jsonl', row: 0, code: 'file-hash' }],
    })

    host.serve(bundled)
    host.requests.length = 0
    const summary = await archive.takeInCollection(bundled.address)
    expect(summary).toMatchObject({ articles: 9, missingFiles: 0, problems: [] })
    expect(host.requests).toEqual(['manifest.json', 'articles-2.jsonl'])
    expect(status().failure).toBeNull()
    expect((await archive.search(EMPTY_QUERY, 10)).total).toBe(9)
  })

  it('is asked for again by the next start, and nothing else is', async () => {
    const host = aHost(bundled)
    host.answer(addressOf('articles-2.jsonl'), damaged('articles-2.jsonl'))
    const profile = aProfile()
    const first = anArchive(host, bundled, profile)
    await first.archive.open()
    host.serve(bundled)
    host.requests.length = 0
    const next = anArchive(host, bundled, afterKill(profile))
    await next.archive.open()
    await next.until(({ articles: found }) => found === 9)
    expect(host.requests).toEqual(['articles-2.jsonl'])
  })
})

describe('a host that is away', () => {
  it('fails the first start, and opening again goes on', async () => {
    const host = aHost()
    host.answer(bundled.address, 'nothing')
    const { archive, status, untilReady } = anArchive(host, bundled, aProfile())
    await expect(archive.open()).rejects.toMatchObject({
      code: 'manifest-unreachable',
      subject: bundled.address,
    })
    expect(status()).toMatchObject({ phase: 'failed', failure: { code: 'manifest-unreachable' } })
    host.serve(bundled)
    await archive.open()
    await untilReady()
    expect(status()).toMatchObject({ articles: 9, failure: null })
  })

  it('is not asked for every file in turn', async () => {
    const host = aHost(bundled)
    for (const path of Object.keys(files)) host.answer(addressOf(path), 'nothing')
    const { archive, status } = anArchive(host, bundled, aProfile())
    await expect(archive.open()).rejects.toMatchObject({ code: 'files-failed' })
    expect(host.requests).toEqual(['manifest.json', 'articles-1.jsonl', 'articles-2.jsonl'])
    expect((await archive.collections())[0]).toMatchObject({ articles: 0, missingFiles: 3 })
    expect(status().phase).toBe('failed')
  })

  it('leaves an archive that holds something in order, and tells of the update that did not come', async () => {
    const host = aHost(bundled)
    const profile = aProfile()
    const first = anArchive(host, bundled, profile)
    await first.archive.open()
    await first.untilReady()
    host.answer(bundled.address, 'nothing')
    const newer = aCollection({ files, revision: 2 })
    const next = anArchive(host, newer, afterKill(profile))
    await next.archive.open()
    const status = await next.until(({ failure }) => failure !== null)
    expect(status).toMatchObject({ articles: 9, failure: { code: 'manifest-unreachable' } })
    expect(status.phase).not.toBe('failed')
    expect((await next.archive.search(EMPTY_QUERY, 10)).total).toBe(9)
  })
})

describe('a path that leads out of the collection’s folder', () => {
  it('is a problem of its file, which nobody is asked for, and the intact files are taken in', async () => {
    const host = aHost(bundled)
    const store = createMemoryStore()
    const listed = bundled.manifest.files.map((file, place) =>
      place === 0 ? { ...file, path: '%2e%2e/secret.jsonl' } : file,
    )
    const surroundings = {
      store,
      network: createNetwork(host.fetch, APP_BASE),
      indexFiles: new PartFiles(store),
      isIndexed: () => false,
      locks: createLocalLocks(),
      startSlices: () => ({ breathe: () => undefined }),
      onProgress: () => undefined,
      onVisible: () => Promise.resolve(),
    }
    const fetched = { ...bundled, manifest: { ...bundled.manifest, files: listed } }
    await expect(takeInCollection(surroundings, fetched, true)).rejects.toMatchObject({
      code: 'files-failed',
      message: '%2e%2e/secret.jsonl (file-unreadable: its path leads out of the collection’s folder)',
    })
    expect(host.requests).toEqual(['articles-2.jsonl', 'articles-3.jsonl'])
    expect((await store.collections())[0]?.files).toHaveLength(2)
  })
})

describe('a manifest', () => {
  const other = aCollection({ id: 'other', folder: 'https://papers.test/other/', files })

  it.each([
    ['that is no JSON', '<!doctype html>', 'manifest-malformed'],
    ['without a title', { ...other.manifest, title: '' }, 'manifest-malformed'],
    ['of a newer format', { ...other.manifest, version: 2 }, 'manifest-too-new'],
    [
      'with a path that leads out',
      { ...other.manifest, files: [{ ...other.manifest.files[0], path: '../x' }] },
      'manifest-malformed',
    ],
  ])('%s is refused, and what is there goes on working', async (_what, manifest, code) => {
    const host = aHost(bundled)
    const content = typeof manifest === 'string' ? manifest : JSON.stringify(manifest)
    host.answer(other.address, new TextEncoder().encode(content))
    const { archive, untilReady, status } = anArchive(host, bundled, aProfile())
    await archive.open()
    await untilReady()
    await expect(archive.offerCollection(other.address)).rejects.toMatchObject({
      code,
      subject: other.address,
    })
    await expect(archive.takeInCollection(other.address)).rejects.toMatchObject({ code })
    expect(status().phase).toBe('ready')
    expect((await archive.search(EMPTY_QUERY, 10)).total).toBe(9)
    expect(await archive.collections()).toHaveLength(1)
  })

  it('with the id of a collection from elsewhere replaces nothing', async () => {
    const impostor = aCollection({ id: 'bundled', folder: 'https://papers.test/impostor/', revision: 9 })
    const { archive, untilReady } = anArchive(aHost(bundled, impostor), bundled, aProfile())
    await archive.open()
    await untilReady()
    await expect(archive.takeInCollection(impostor.address)).rejects.toMatchObject({
      code: 'manifest-malformed',
    })
    expect((await archive.collections())[0]).toMatchObject({ articles: 9, address: bundled.address })
  })
})

describe('a browser that refuses its database', () => {
  it('is served from memory, and told why', async () => {
    const host = aHost(bundled)
    const { archive, status, untilReady } = anArchive(host, bundled, aProfile(), {
      openStore: () => openDexieStore({ name: 'refused', indexedDB: refusingDatabases('InvalidStateError') }),
    })
    await archive.open()
    await untilReady()
    expect(status()).toMatchObject({
      phase: 'ready',
      storage: 'memory',
      articles: 9,
      failure: { code: 'storage-refused' },
    })
    expect((await archive.search({ ...EMPTY_QUERY, q: '会议' }, 3)).rows).toHaveLength(3)
    expect((await archive.article('b-2', EMPTY_QUERY))?.article.title).toBe('b-2 会议')
  })
})

describe('a database without room', () => {
  it('keeps what came in before, says so, and goes on when there is room', async () => {
    const host = aHost(bundled)
    const profile = aProfile()
    let hasRoom = false
    const openStore = async (): Promise<ArchiveStore> => {
      const store = await openDexieStore({ name: profile.databaseName })
      return {
        ...store,
        storeArticles: (file, place, batch) =>
          hasRoom || batch[0]?.id === 'a-1'
            ? store.storeArticles(file, place, batch)
            : Promise.reject(new ArchiveError('storage-full', '', 'QuotaExceededError')),
      }
    }
    const { archive, status, until } = anArchive(host, bundled, profile, { openStore })
    await archive.open()
    expect((await until(({ failure }) => failure !== null)).failure).toMatchObject({ code: 'storage-full' })
    expect((await archive.search(EMPTY_QUERY, 10)).total).toBe(3)

    hasRoom = true
    host.requests.length = 0
    await archive.open()
    await until(({ articles: found }) => found === 9)
    expect(host.requests).toEqual(['articles-2.jsonl', 'articles-3.jsonl'])
    await until(({ phase }) => phase === 'ready')
    expect(status().failure).toBeNull()
  })
})

/** A browser whose every database fails to open with an error of this name. */
function refusingDatabases(name: string): IDBFactory {
  return {
    open() {
      const request: { error: DOMException; onerror: ((event: unknown) => void) | null } = {
        error: new DOMException('refused', name),
        onerror: null,
      }
      queueMicrotask(() => {
        request.onerror?.({
          target: request,
          preventDefault: () => undefined,
          stopPropagation: () => undefined,
        })
      })
      return request
    },
  } as unknown as IDBFactory
}
