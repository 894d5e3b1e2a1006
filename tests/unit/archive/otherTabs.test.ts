import { describe, expect, it, vi } from 'vitest'
import { platformDependencies } from '../../../src/archive/platformDependencies'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { APP_BASE, aCollection, articles } from '../builders/aCollection'
import { aHost } from '../builders/aHost'
import { anArchive, aProfile } from '../builders/anArchive'

const files = { 'articles-1.jsonl': articles('a', 3), 'articles-2.jsonl': articles('b', 4) }
const bundled = aCollection({ files })

describe('two tabs on one database', () => {
  it('take the bundled collection in once, and both find all of it', async () => {
    const host = aHost(bundled)
    const profile = aProfile()
    const tabs = [anArchive(host, bundled, profile), anArchive(host, bundled, profile)]
    await Promise.all(tabs.map(({ archive }) => archive.open()))
    for (const { archive, untilReady } of tabs) {
      await untilReady()
      expect((await archive.search(EMPTY_QUERY, 10)).total).toBe(7)
    }
    expect(host.requests).toEqual(['manifest.json', 'articles-1.jsonl', 'articles-2.jsonl'])
  })

  it('tell each other of a collection that one takes in', async () => {
    const papers = aCollection({
      id: 'papers',
      folder: 'https://papers.test/',
      files: { 'p.jsonl': articles('p', 5) },
    })
    const host = aHost(bundled, papers)
    const profile = aProfile()
    const [one, other] = [anArchive(host, bundled, profile), anArchive(host, bundled, profile)]
    await one.archive.open()
    await other.archive.open()
    await other.untilReady()
    const before = other.status().contentRevision
    await one.archive.takeInCollection(papers.address)
    const after = await other.until(
      ({ articles: found, contentRevision }) => found === 12 && contentRevision > before,
    )
    expect(after.storage).toBe('database')
    expect((await other.archive.search({ ...EMPTY_QUERY, collection: ['papers'] }, 10)).rows).toHaveLength(5)
    expect(await other.archive.collections()).toHaveLength(2)
  })

  it('tell each other of each file, while the next one is still on its way', async () => {
    const papers = aCollection({
      id: 'papers',
      folder: 'https://papers.test/',
      files: { 'p.jsonl': articles('p', 5), 'q.jsonl': articles('q', 1) },
    })
    const host = aHost(bundled, papers)
    const profile = aProfile()
    const [one, other] = [anArchive(host, bundled, profile), anArchive(host, bundled, profile)]
    await one.archive.open()
    await other.archive.open()
    await Promise.all([one.untilReady(), other.untilReady()])
    host.answer('https://papers.test/q.jsonl', 'silence')
    void one.archive.takeInCollection(papers.address).catch(() => undefined)
    expect((await other.until(({ articles: found }) => found === 12)).articles).toBe(12)
  })

  it('tell each other of the stored index, so that only one of them has to store it', async () => {
    const host = aHost(bundled)
    const profile = aProfile()
    const one = anArchive(host, bundled, profile)
    const other = anArchive(host, bundled, profile, {
      locks: {
        ...profile.locks,
        request: (name, task) =>
          name === 'jianbao-index' ? new Promise(() => undefined) : profile.locks.request(name, task),
      },
    })
    await Promise.all([one.archive.open(), other.archive.open()])
    expect((await other.untilReady()).articles).toBe(7)
  })

  it('hear of each other over the channel of the browser, and not of themselves', async () => {
    const settings = {
      appBase: APP_BASE,
      bundled: { id: 'bundled', address: bundled.address, manifestSha256: bundled.manifestSha256 },
    }
    const noReader = (): never => {
      throw new Error('nothing is read here')
    }
    const [one, other] = [
      platformDependencies(settings, noReader).otherTabs,
      platformDependencies(settings, noReader).otherTabs,
    ]
    const [own, heard] = [vi.fn<() => void>(), vi.fn<() => void>()]
    one.listen(own)
    other.listen(heard)
    one.tell()
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalledOnce()
    })
    expect(own).not.toHaveBeenCalled()
  })

  it('read on while another tab replaces the articles that they show', async () => {
    const host = aHost(bundled)
    const profile = aProfile()
    const old = anArchive(host, bundled, { ...profile, newTab: aProfile().newTab })
    await old.archive.open()
    await old.untilReady()
    const updated = aCollection({ revision: 2, files: { 'articles-1.jsonl': articles('a', 5) } })
    host.serve(updated)
    const fresh = anArchive(host, updated, profile)
    await fresh.archive.open()
    await fresh.until(({ articles: found, phase }) => found === 5 && phase === 'ready')
    const { rows } = await old.archive.search(EMPTY_QUERY, 10)
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(['a-1', 'a-2', 'a-3']))
    expect((await old.archive.article('a-1', EMPTY_QUERY))?.article.id).toBe('a-1')
    expect(await old.archive.article('b-1', EMPTY_QUERY)).toBeNull()
  })
})
