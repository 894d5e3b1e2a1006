import { describe, expect, it, vi } from 'vitest'
import type { ArchivePhase } from '../../../src/domain/archive'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { aCollection, articles } from '../builders/aCollection'
import { aHost } from '../builders/aHost'
import { afterKill, anArchive, aProfile, type Profile } from '../builders/anArchive'

const everything = EMPTY_QUERY
const twoFiles = { 'articles-1.jsonl': articles('a', 3), 'articles-2.jsonl.gz': articles('b', 4) }

describe('the first start', () => {
  it('takes in the bundled collection with progress and finds every article', async () => {
    const bundled = aCollection({ files: twoFiles })
    const host = aHost(bundled)
    const { archive, told, untilReady } = anArchive(host, bundled, aProfile())
    await archive.open()
    await untilReady()
    expect((await archive.search(everything, 10)).total).toBe(7)
    expect((await archive.search({ ...everything, q: '第4次' }, 10)).rows.map(({ id }) => id)).toEqual([
      'b-4',
    ])
    const storing = told.flatMap(({ progress }) => (progress?.step === 'storing' ? [progress] : []))
    expect(storing[0]).toMatchObject({ collectionTitle: '示例文库', articlesDone: 0, articlesTotal: 7 })
    expect(storing.at(-1)).toMatchObject({ articlesDone: 7 })
    const phases = told.map(({ phase }) => phase)
    expect(phases.filter((phase, place) => phase !== phases[place - 1])).toEqual(
      ['opening', 'loading', 'indexing', 'ready'].filter((phase) => phases.includes(phase as ArchivePhase)),
    )
    expect(phases).toContain('loading')
    expect(told.at(-1)).toMatchObject({ phase: 'ready', articles: 7, storage: 'database', failure: null })
  })

  it('shows each file as soon as it is complete', async () => {
    const bundled = aCollection({ files: twoFiles })
    const host = aHost(bundled)
    host.answer(bundled.address.replace('manifest.json', 'articles-2.jsonl.gz'), 'silence')
    const { archive, until } = anArchive(host, bundled, aProfile())
    void archive.open().catch(() => undefined)
    await until(({ articles: found }) => found === 3)
    expect((await until(({ phase }) => phase === 'loading')).progress).toMatchObject({ articlesDone: 3 })
    expect((await archive.search(everything, 10)).total).toBe(3)
  })

  it('names an article without a title by file and row, and takes in the rest', async () => {
    const files = {
      'articles-1.jsonl': [...articles('a', 2), { paragraphs: ['无题。'] }, ...articles('b', 1)],
    }
    const bundled = aCollection({ files })
    const { archive, untilReady } = anArchive(aHost(bundled), bundled, aProfile())
    await archive.open()
    await untilReady()
    const [summary] = await archive.collections()
    expect(summary).toMatchObject({ articles: 3, missingFiles: 0 })
    expect(summary?.problems).toMatchObject([
      { file: 'articles-1.jsonl', row: 3, field: 'title', code: 'title-missing' },
    ])
  })
})

describe('the second start', () => {
  it('asks for nothing and finds the same', async () => {
    const bundled = aCollection({ files: twoFiles })
    const host = aHost(bundled)
    const profile = aProfile()
    const first = anArchive(host, bundled, profile)
    await first.archive.open()
    await first.untilReady()
    await untilIndexStored(profile)
    const before = await first.archive.search({ ...everything, q: '会议' }, 10)

    host.requests.length = 0
    const second = anArchive(host, bundled, afterKill(profile))
    await second.archive.open()
    await second.untilReady()
    expect(host.requests).toEqual([])
    expect(await second.archive.search({ ...everything, q: '会议' }, 10)).toEqual(before)
    expect(second.told.map(({ progress }) => progress?.step)).not.toContain('storing')
    expect(second.told.map(({ phase }) => phase)).not.toContain('loading')
  })

  it('reads the articles again when no index was stored', async () => {
    const bundled = aCollection({ files: twoFiles })
    const host = aHost(bundled)
    const profile = aProfile()
    const first = anArchive(host, bundled, profile, { locks: withoutStoring(profile.locks) })
    await first.archive.open()
    host.requests.length = 0
    const second = anArchive(host, bundled, afterKill(profile))
    await second.archive.open()
    await second.untilReady()
    expect(host.requests).toEqual([])
    expect((await second.archive.search(everything, 10)).total).toBe(7)
  })
})

describe('a stored index that cannot be read', () => {
  it('is built again from the articles, without a request', async () => {
    const bundled = aCollection({ files: twoFiles })
    const host = aHost(bundled)
    const profile = aProfile()
    const first = anArchive(host, bundled, profile)
    await first.archive.open()
    await untilIndexStored(profile)
    const store = await openDexieStore({ name: profile.databaseName })
    await store.saveIndex((await store.indexCover())!, { version: 1, index: 'damaged' })
    store.close()
    host.requests.length = 0
    const next = anArchive(host, bundled, afterKill(profile))
    await next.archive.open()
    await next.untilReady()
    expect(host.requests).toEqual([])
    expect((await next.archive.search({ ...everything, q: '第4次' }, 10)).total).toBe(1)
  })
})

describe('a start that was killed', () => {
  const many = {
    'articles-1.jsonl': articles('a', 3),
    'articles-2.jsonl': articles('b', 1200),
    'articles-3.jsonl': articles('c', 2),
  }

  it.each([
    ['between two files', 0],
    ['in the middle of a file', 60_000],
  ])('%s goes on with what is missing only', async (_where, arrived) => {
    const bundled = aCollection({ files: many })
    const host = aHost(bundled)
    const second = bundled.address.replace('manifest.json', 'articles-2.jsonl')
    host.answer(second, { first: arrived, of: bundled.content.get(second)! })
    const profile = aProfile()
    const killed = anArchive(host, bundled, profile)
    void killed.archive.open().catch(() => undefined)
    await killed.until(({ progress }) => (progress?.articlesDone ?? 0) >= (arrived === 0 ? 3 : 503))
    // Killed is what hangs in the second file for ever.
    await vi.waitFor(() => {
      expect(host.requests).toContain('articles-2.jsonl')
    })

    host.serve(bundled)
    host.requests.length = 0
    const next = anArchive(host, bundled, afterKill(profile))
    await next.archive.open()
    await next.untilReady()
    expect(host.requests).toEqual(['articles-2.jsonl', 'articles-3.jsonl'])
    expect((await next.archive.search(everything, 10)).total).toBe(1205)
    expect((await next.archive.collections())[0]).toMatchObject({ articles: 1205, missingFiles: 0 })
  })
})

describe('an update of the bundled collection', () => {
  it('asks only for the files that changed and drops what they replaced', async () => {
    const bundled = aCollection({ files: twoFiles })
    const host = aHost(bundled)
    const profile = aProfile()
    const first = anArchive(host, bundled, profile)
    await first.archive.open()
    await first.untilReady()

    const updated = aCollection({
      revision: 2,
      files: { ...twoFiles, 'articles-2.jsonl.gz': articles('b', 2), 'articles-3.jsonl': articles('c', 1) },
    })
    host.serve(updated)
    host.requests.length = 0
    const next = anArchive(host, updated, afterKill(profile))
    await next.archive.open()
    await next.until(({ articles: found, phase, progress }) => found === 6 && phase === 'ready' && !progress)
    expect(host.requests).toEqual(['manifest.json', 'articles-2.jsonl.gz', 'articles-3.jsonl'])
    const { total, rows } = await next.archive.search(everything, 20)
    expect(total).toBe(6)
    expect(rows.map(({ id }) => id).sort()).toEqual(['a-1', 'a-2', 'a-3', 'b-1', 'b-2', 'c-1'])
    expect(next.told.map(({ phase }) => phase)).not.toContain('loading')
    expect((await next.archive.collections())[0]).toMatchObject({ revision: 2, articles: 6 })
  })

  it('leaves the old revision whole when a file of the new one is damaged', async () => {
    const bundled = aCollection({ files: twoFiles })
    const host = aHost(bundled)
    const profile = aProfile()
    const first = anArchive(host, bundled, profile)
    await first.archive.open()
    await first.untilReady()

    const updated = aCollection({
      revision: 2,
      files: { 'articles-1.jsonl': articles('d', 5), 'articles-2.jsonl': articles('e', 5) },
    })
    host.serve(updated)
    const second = updated.address.replace('manifest.json', 'articles-2.jsonl')
    const damaged = updated.content.get(second)!.slice()
    damaged[100] = 0x20
    host.answer(second, damaged)
    const next = anArchive(host, updated, afterKill(profile))
    await next.archive.open()
    const { failure } = await next.until((status) => status.failure !== null)
    expect(failure).toMatchObject({ code: 'files-failed' })
    expect(failure?.message).toContain('articles-2.jsonl')
    expect((await next.archive.search(everything, 20)).total).toBe(7)
    expect((await next.archive.collections())[0]).toMatchObject({ revision: 1, articles: 7, missingFiles: 1 })

    host.serve(updated)
    host.requests.length = 0
    await next.archive.open()
    await next.until(({ articles: found, phase }) => found === 10 && phase === 'ready')
    expect(host.requests).toEqual(['articles-2.jsonl'])
    expect(next.status().failure).toBeNull()
    expect((await next.archive.collections())[0]).toMatchObject({
      revision: 2,
      articles: 10,
      missingFiles: 0,
    })
  })
})

/** Settles when the search index has been stored for the next start. */
async function untilIndexStored(profile: Profile): Promise<void> {
  const store = await openDexieStore({ name: profile.databaseName })
  await vi.waitFor(async () => {
    expect(await store.indexCover()).not.toBeNull()
  })
  store.close()
}

/** Locks of a tab that is killed before it comes to storing its index. */
function withoutStoring(locks: ReturnType<typeof aProfile>['locks']): typeof locks {
  return {
    ...locks,
    request: (name, task) =>
      name === 'jianbao-index' ? new Promise(() => undefined) : locks.request(name, task),
  }
}
