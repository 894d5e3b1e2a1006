import { describe, expect, it, vi } from 'vitest'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { aCollection, articles } from '../builders/aCollection'
import { aHost } from '../builders/aHost'
import { afterKill, anArchive, aProfile } from '../builders/anArchive'
import { anArticle } from '../builders/anArticle'

const bundled = aCollection({ files: { 'articles-1.jsonl': articles('a', 3) } })
const shared = anArticle({ id: 'a-2', title: '改过的题', paragraphs: ['改过的话。'] })

function elsewhere(revision: number, files: NonNullable<Parameters<typeof aCollection>[0]>['files']) {
  return aCollection({
    id: 'papers',
    title: '报纸',
    folder: 'https://papers.test/2012/',
    revision,
    ...(files && { files }),
  })
}

async function opened(host: ReturnType<typeof aHost>, profile = aProfile()) {
  const inTab = anArchive(host, bundled, profile)
  await inTab.archive.open()
  await inTab.untilReady()
  return inTab
}

describe('a collection at an address', () => {
  it('is offered with what it holds, and taken in beside the others', async () => {
    const papers = elsewhere(1, { 'p/articles-1.jsonl.gz': articles('p', 5) })
    const host = aHost(bundled, papers)
    const { archive, untilReady } = await opened(host)
    const offer = await archive.offerCollection('https://papers.test/2012')
    expect(offer).toMatchObject({ address: papers.address, heldRevision: null, manifest: { articles: 5 } })
    expect(offer.bytes).toBe(papers.manifest.files[0]?.bytes)
    expect(await archive.takeInCollection(offer.address)).toMatchObject({
      id: 'papers',
      articles: 5,
      revision: 1,
    })
    await untilReady()
    expect((await archive.search(EMPTY_QUERY, 10)).total).toBe(8)
    expect((await archive.search({ ...EMPTY_QUERY, collection: ['papers'] }, 10)).total).toBe(5)
    expect((await archive.collections()).map(({ id, isBundled }) => [id, isBundled])).toEqual([
      ['bundled', true],
      ['papers', false],
    ])
    expect((await archive.offerCollection(papers.address)).heldRevision).toBe(1)
  })

  it('is offered as current only where exactly it is held, and whole', async () => {
    const papers = elsewhere(2, {
      'articles-1.jsonl': articles('p', 2),
      'articles-2.jsonl': articles('q', 2),
    })
    const host = aHost(bundled, papers)
    const { archive } = await opened(host)
    const offered = () => archive.offerCollection(papers.address)
    expect(await offered()).toMatchObject({ heldRevision: null, isCurrent: false, isOlder: false })
    host.answer('https://papers.test/2012/articles-2.jsonl', 'nothing')
    await archive.takeInCollection(papers.address).catch(() => undefined)
    expect(await offered()).toMatchObject({ heldRevision: 2, isCurrent: false, isOlder: false })
    host.serve(papers)
    await archive.takeInCollection(papers.address)
    expect(await offered()).toMatchObject({ heldRevision: 2, isCurrent: true, isOlder: false })
    host.serve(elsewhere(2, { 'articles-1.jsonl': articles('p', 3) }))
    expect(await offered()).toMatchObject({ heldRevision: 2, isCurrent: false, isOlder: false })
    host.serve(elsewhere(1, { 'articles-1.jsonl': articles('p', 3) }))
    expect(await offered()).toMatchObject({ heldRevision: 2, isCurrent: false, isOlder: true })
  })

  it('goes on at the next start when it was interrupted', async () => {
    const papers = elsewhere(1, {
      'articles-1.jsonl': articles('p', 2),
      'articles-2.jsonl': articles('q', 2),
    })
    const host = aHost(bundled, papers)
    const second = 'https://papers.test/2012/articles-2.jsonl'
    host.answer(second, 'silence')
    const profile = aProfile()
    const first = await opened(host, profile)
    void first.archive.takeInCollection(papers.address).catch(() => undefined)
    await vi.waitFor(() => {
      expect(host.requests).toContain('articles-2.jsonl')
    })
    host.serve(papers)
    host.requests.length = 0
    const next = anArchive(host, bundled, afterKill(profile))
    await next.archive.open()
    await next.until(({ articles: found }) => found === 7)
    expect(host.requests).toEqual(['articles-2.jsonl'])
  })

  it('that is older than the one held changes nothing', async () => {
    const host = aHost(bundled, elsewhere(5, { 'articles-1.jsonl': articles('p', 5) }))
    const { archive } = await opened(host)
    await archive.takeInCollection('https://papers.test/2012/')
    const older = elsewhere(4, { 'articles-1.jsonl': articles('p', 1) })
    host.serve(older)
    expect(await archive.takeInCollection(older.address)).toMatchObject({ revision: 5, articles: 5 })
  })

  it.each(['', 'ftp://papers.test/', 'https://', 'javascript:alert(1)', 'https://user:word@papers.test/'])(
    'is refused where the address is malformed: %s',
    async (address) => {
      const host = aHost(bundled)
      const { archive } = await opened(host)
      host.requests.length = 0
      await expect(archive.offerCollection(address)).rejects.toMatchObject({ code: 'address-malformed' })
      expect(host.requests).toEqual([])
    },
  )
})

describe('an id in two collections', () => {
  it('is one article: the newer revision is shown, and the other collection says so', async () => {
    const papers = elsewhere(2, { 'articles-1.jsonl': [shared, ...articles('p', 1)] })
    const { archive } = await opened(aHost(bundled, papers))
    await archive.takeInCollection(papers.address)
    expect((await archive.search(EMPTY_QUERY, 10)).total).toBe(4)
    expect((await archive.article('a-2', EMPTY_QUERY))?.article.title).toBe('改过的题')
    expect((await archive.search({ ...EMPTY_QUERY, q: '改过' }, 10)).total).toBe(1)
    const [own, other] = await archive.collections()
    expect(own?.problems).toMatchObject([{ file: 'articles-1.jsonl', field: 'id', code: 'text-differs' }])
    expect(own?.problems[0]?.message).toContain('a-2')
    expect(other?.problems).toEqual([])
  })

  it('is no problem where both say the same', async () => {
    const papers = elsewhere(2, { 'articles-1.jsonl': [...articles('a', 2), ...articles('p', 1)] })
    const { archive } = await opened(aHost(bundled, papers))
    await archive.takeInCollection(papers.address)
    expect((await archive.search(EMPTY_QUERY, 10)).total).toBe(4)
    expect((await archive.collections()).flatMap(({ problems }) => problems)).toEqual([])
  })

  it('shows the other article again when a revision no longer holds it, also after a start', async () => {
    const host = aHost(bundled, elsewhere(2, { 'articles-1.jsonl': [shared, ...articles('p', 1)] }))
    const profile = aProfile()
    const first = await opened(host, profile)
    await first.archive.takeInCollection('https://papers.test/2012/')
    await first.untilReady()
    const next = anArchive(host, bundled, afterKill(profile))
    await next.archive.open()
    await next.untilReady()
    expect((await next.archive.collections())[0]?.problems).toHaveLength(1)

    host.serve(elsewhere(3, { 'articles-1.jsonl': articles('p', 1) }))
    await next.archive.takeInCollection('https://papers.test/2012/')
    expect((await next.archive.search(EMPTY_QUERY, 10)).total).toBe(4)
    expect((await next.archive.article('a-2', EMPTY_QUERY))?.article.title).toBe('a-2 会议')
    expect((await next.archive.search({ ...EMPTY_QUERY, q: '改过' }, 10)).total).toBe(0)
    expect((await next.archive.collections())[0]?.problems).toEqual([])
  })
})

describe('an id twice in one collection', () => {
  it('is a problem where the texts differ, and the first is shown', async () => {
    const twice = aCollection({ files: { 'articles-1.jsonl': [...articles('a', 2), shared] } })
    const { archive, untilReady } = anArchive(aHost(twice), twice, aProfile())
    await archive.open()
    await untilReady()
    expect((await archive.search(EMPTY_QUERY, 10)).total).toBe(2)
    expect((await archive.article('a-2', EMPTY_QUERY))?.article.title).toBe('a-2 会议')
    expect((await archive.collections())[0]?.problems).toMatchObject([{ code: 'id-duplicate' }])
  })
})
