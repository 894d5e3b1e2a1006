import { describe, expect, it, vi } from 'vitest'
import { parseStoredIndex } from '../../../src/archive/storedIndex'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { MemorySink } from '../../../src/search/packed/segmentSink'
import { SegmentBuilder } from '../../../src/search/packed/segmentBuilder'
import { IndexFileSink } from '../../../src/search/parts/indexFileSink'
import { IndexPartBuilder } from '../../../src/search/parts/indexPartBuilder'
import { ARTICLE_FIELDS, indexedArticle } from '../../../src/search/parts/packedArticleOptions'
import { PartColumnsBuilder } from '../../../src/search/parts/partColumnsBuilder'
import { searchedTextOf } from '../../../src/search/searchedText'
import type { ArchiveStore } from '../../../src/storage/archiveStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { createMemoryStore } from '../../../src/storage/memoryStore'
import { aCollection, articles } from '../builders/aCollection'
import { aHost } from '../builders/aHost'
import { afterKill, anArchive, aProfile, type ArchiveInTab, type Profile } from '../builders/anArchive'
import { anIndexedCollection, indexFileOf, indexPathOf } from './indexedCollection'

const files = { 'articles-1.jsonl': articles('a', 30), 'articles-2.jsonl.gz': articles('b', 40) }
const queries = ['', '会议', '第12次', '县召', '"次会"', 'b-7', '"次会议。"'].map((q) => ({
  ...EMPTY_QUERY,
  q,
}))
const indexed = vi.spyOn(IndexPartBuilder.prototype, 'add')

/** A collection as its publisher indexed it, which counts for nothing here. */
function published(...given: Parameters<typeof anIndexedCollection>): ReturnType<typeof anIndexedCollection> {
  const collection = anIndexedCollection(...given)
  indexed.mockClear()
  return collection
}

/** How many articles were indexed since the last look. */
function indexedArticles(): number {
  const { length } = indexed.mock.calls
  indexed.mockClear()
  return length
}

async function opened(inTab: ArchiveInTab): Promise<ArchiveInTab> {
  await inTab.archive.open()
  await inTab.untilReady()
  return inTab
}

async function answersOf({ archive }: ArchiveInTab): Promise<unknown> {
  return Promise.all(queries.map((query) => archive.search(query, 100)))
}

/** What an archive answers that has indexed everything by itself. */
async function rightAnswers(of = files): Promise<unknown> {
  const plain = aCollection({ files: of })
  const answers = await answersOf(await opened(anArchive(aHost(plain), plain, aProfile())))
  indexed.mockClear()
  return answers
}

/** Settles when the state of the index is stored. */
async function untilStored(profile: Profile, parts: number): Promise<void> {
  const store = await openDexieStore({ name: profile.databaseName })
  await vi.waitFor(async () => {
    expect(parseStoredIndex(await store.loadIndex())?.parts).toHaveLength(parts)
  })
  store.close()
}

/** The store of a profile, with a count of the calls that read articles. */
function countingStore(profile: Profile): { open: () => Promise<ArchiveStore>; reads: string[] } {
  const reads: string[] = []
  return {
    reads,
    open: async () => {
      const store = await openDexieStore({ name: profile.databaseName })
      return {
        ...store,
        articlesAt: (keys) => {
          reads.push('at')
          return store.articlesAt(keys)
        },
        articlesWithIds: (ids) => {
          reads.push('ids')
          return store.articlesWithIds(ids)
        },
        articlesOfFile: (...range) => {
          reads.push('file')
          return store.articlesOfFile(...range)
        },
      }
    },
  }
}

function foreignIndex(): Uint8Array {
  const segment = new SegmentBuilder({
    ...ARTICLE_FIELDS,
    packed: { ...ARTICLE_FIELDS.packed, fingerprint: 'another tokenizer' },
  })
  const columns = new PartColumnsBuilder()
  for (const article of files['articles-1.jsonl']) {
    const searched = searchedTextOf(article)
    segment.add(indexedArticle(article.id, searched))
    columns.addArticle(article, searched.titleEnd, 0)
  }
  const sink = new MemorySink()
  const file = new IndexFileSink(sink)
  segment.writeTo(file)
  file.finish(columns.columns())
  return sink.take()
}

describe('a collection with index files', () => {
  it('is searched as it was published: nothing is indexed, and each index file is asked for behind its articles', async () => {
    const right = await rightAnswers()
    const bundled = published({ files })
    const host = aHost(bundled)
    const inTab = await opened(anArchive(host, bundled, aProfile()))
    expect(host.requests).toEqual([
      'manifest.json',
      'articles-1.jsonl',
      'articles-1.jbx',
      'articles-2.jsonl.gz',
      'articles-2.jbx',
    ])
    expect(await answersOf(inTab)).toEqual(right)
    expect(indexedArticles()).toBe(0)
    expect(inTab.told.flatMap(({ progress }) => progress?.step ?? [])).not.toContain('indexing')
    expect(inTab.told.flatMap(({ progress }) => progress?.articlesTotal ?? [])).toContain(70)
  })

  it('is taken in without its stored articles being read, neither then nor at the next start', async () => {
    const bundled = published({ files })
    const host = aHost(bundled)
    const profile = aProfile()
    const first = countingStore(profile)
    await opened(anArchive(host, bundled, profile, { openStore: first.open }))
    await untilStored(profile, 2)
    expect(first.reads).toEqual([])

    host.requests.length = 0
    const second = countingStore(profile)
    const next = await opened(anArchive(host, bundled, afterKill(profile), { openStore: second.open }))
    expect((await next.archive.search({ ...EMPTY_QUERY, q: '第12次' }, 0)).total).toBe(2)
    expect(second.reads.filter((what) => what !== 'at')).toEqual([])
    expect(host.requests).toEqual([])
    expect(indexedArticles()).toBe(0)
  })

  it('is searched in the same way where the browser refuses its database', async () => {
    const right = await rightAnswers()
    const bundled = published({ files })
    const inTab = await opened(
      anArchive(aHost(bundled), bundled, aProfile(), {
        openStore: () => Promise.resolve(createMemoryStore()),
      }),
    )
    expect(await answersOf(inTab)).toEqual(right)
    expect(indexedArticles()).toBe(0)
  })

  it('is opened by a second tab from the same files', async () => {
    const right = await rightAnswers()
    const bundled = published({ files })
    const profile = aProfile()
    const host = aHost(bundled)
    const tabs = [anArchive(host, bundled, profile), anArchive(host, bundled, profile)]
    await Promise.all(tabs.map(opened))
    for (const inTab of tabs) expect(await answersOf(inTab)).toEqual(right)
    expect(indexedArticles()).toBe(0)
    expect(host.requests).toHaveLength(5)
  })

  it('keeps its articles in order when an id of it is in another collection too', async () => {
    const papers = published({
      id: 'papers',
      revision: 2,
      folder: 'https://papers.test/',
      files: { 'p.jsonl': [...articles('p', 5), ...articles('a', 3)] },
    })
    const bundled = published({ files })
    const { archive } = await opened(anArchive(aHost(bundled, papers), bundled, aProfile()))
    await archive.takeInCollection(papers.address)
    const held = async (collection: string) =>
      (await archive.search({ ...EMPTY_QUERY, collection: [collection] }, 0)).total
    expect([await held('bundled'), await held('papers')]).toEqual([67, 8])
    expect((await archive.search(EMPTY_QUERY, 0)).total).toBe(75)
    expect(indexedArticles()).toBe(0)
  })
})

describe('an index file that is no good', () => {
  const damaged = indexFileOf(files['articles-1.jsonl']).slice()
  damaged[200]! ^= 0xff
  const others = files['articles-1.jsonl'].map((article) => ({ ...article, paragraphs: ['别的话。'] }))

  it.each([
    ['damaged before it was published', damaged],
    ['of other articles', articles('c', 30)],
    ['of fewer articles', articles('a', 29)],
    ['of an older state of the articles', others],
    ['made by another tokenizer', foreignIndex()],
    ['no index at all', new TextEncoder().encode('<!doctype html>')],
  ])('%s is ignored, and the articles are indexed here', async (_what, content) => {
    const right = await rightAnswers()
    const bundled = published({ files }, { 'articles-1.jsonl': content })
    const profile = aProfile()
    const inTab = await opened(anArchive(aHost(bundled), bundled, profile))
    expect(await answersOf(inTab)).toEqual(right)
    expect(inTab.told.every(({ failure }) => failure === null)).toBe(true)
    expect((await inTab.archive.collections())[0]).toMatchObject({ problems: [], missingFiles: 0 })
    expect(indexedArticles()).toBe(30)

    await untilStored(profile, 2)
    const next = await opened(anArchive(aHost(), bundled, afterKill(profile)))
    expect(await answersOf(next)).toEqual(right)
    expect(indexedArticles()).toBe(0)
  })

  it.each([
    ['missing', null],
    ['not what the manifest promises', new TextEncoder().encode('another index')],
    ['cut off', indexFileOf(files['articles-1.jsonl']).slice(0, 900)],
    ['on a host that is away', 'nothing' as const],
  ])('%s is ignored too', async (_what, answer) => {
    const right = await rightAnswers()
    const bundled = published({ files })
    const served = new Map(bundled.content)
    const address = bundled.address.replace('manifest.json', indexPathOf('articles-1.jsonl'))
    served.delete(address)
    const host = aHost({ ...bundled, content: served })
    if (answer !== null) host.answer(address, answer)
    const inTab = await opened(anArchive(host, bundled, aProfile()))
    expect(await answersOf(inTab)).toEqual(right)
    expect(inTab.status().failure).toBeNull()
    expect(indexedArticles()).toBe(30)
  })
})

describe('an update', () => {
  it('asks for the files that changed and their index files only, and leaves the rest as it is', async () => {
    const bundled = published({ files })
    const host = aHost(bundled)
    const profile = aProfile()
    await opened(anArchive(host, bundled, profile))
    await untilStored(profile, 2)

    const newer = { ...files, 'articles-2.jsonl.gz': articles('b', 10) }
    const updated = published({ files: newer, revision: 2 })
    host.serve(updated)
    host.requests.length = 0
    const right = await rightAnswers(newer)
    const store = await openDexieStore({ name: profile.databaseName })
    const before = new Set(await store.indexFileNames())
    const counted = countingStore(profile)
    const next = anArchive(host, updated, afterKill(profile), { openStore: counted.open })
    await next.archive.open()
    await next.until(({ articles: found, phase, progress }) => found === 40 && phase === 'ready' && !progress)
    expect(host.requests).toEqual(['manifest.json', 'articles-2.jsonl.gz', 'articles-2.jbx'])
    expect(counted.reads).toEqual([])
    expect(await answersOf(next)).toEqual(right)
    expect(indexedArticles()).toBe(0)
    // Index and texts of the unchanged file, and of the new one: what was replaced is gone.
    await vi.waitFor(async () => {
      expect(await store.indexFileNames()).toHaveLength(4)
    })
    expect((await store.indexFileNames()).filter((name) => before.has(name))).toHaveLength(2)
    store.close()
  })

  it('that offers another index for the same articles fetches none', async () => {
    const bundled = published({ files }, { 'articles-1.jsonl': null })
    const host = aHost(bundled)
    const profile = aProfile()
    await opened(anArchive(host, bundled, profile))
    await untilStored(profile, 2)
    const updated = published({ files, revision: 2 })
    host.serve(updated)
    host.requests.length = 0
    const next = await opened(anArchive(host, updated, afterKill(profile)))
    await vi.waitFor(async () => {
      expect((await next.archive.collections())[0]?.revision).toBe(2)
    })
    expect(host.requests).toEqual(['manifest.json'])
  })
})

describe('a take-in that was killed', () => {
  it('between a file and its index file goes on with the index file', async () => {
    const right = await rightAnswers()
    const bundled = published({ files })
    const host = aHost(bundled)
    host.answer(bundled.address.replace('manifest.json', indexPathOf('articles-1.jsonl')), 'silence')
    const profile = aProfile()
    void anArchive(host, bundled, profile)
      .archive.open()
      .catch(() => undefined)
    await vi.waitFor(() => {
      expect(host.requests).toContain('articles-1.jbx')
    })
    host.serve(bundled)
    host.requests.length = 0
    const next = anArchive(host, bundled, afterKill(profile))
    await next.archive.open()
    await next.untilReady()
    expect(host.requests).toEqual(['articles-1.jbx', 'articles-2.jsonl.gz', 'articles-2.jbx'])
    expect(await answersOf(next)).toEqual(right)
    expect(indexedArticles()).toBe(0)
  })
})
