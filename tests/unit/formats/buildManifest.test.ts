import { describe, expect, it } from 'vitest'
import { parseManifest, type CollectionFile } from '../../../src/domain/collection'
import { buildManifest, widenDates, writeManifest } from '../../../src/formats/buildManifest'

const file = (hash: string, articles = 3): CollectionFile => ({
  path: `articles-${hash}.jsonl.gz`,
  role: 'articles',
  bytes: 10,
  sha256: hash.repeat(64),
  articles,
})
const indexOf = (articleFile: CollectionFile, hash: string): CollectionFile => ({
  path: `index/${articleFile.path}.jbx`,
  role: 'index',
  bytes: 5,
  sha256: hash.repeat(64),
  articles: articleFile.articles,
  of: articleFile.path,
})
const description = {
  id: 'example',
  title: '示例',
  rights: '示例报社',
  newspapers: [{ name: '示例日报', aliases: ['示例报'], places: [{ name: '示例县', from: '1958' }] }],
}
const dates = { from: '2012', to: '2013-05' }

describe('buildManifest', () => {
  it('describes the files, and of the newspapers only those that articles name', () => {
    const manifest = buildManifest(
      description,
      [file('a'), file('b', 4)],
      dates,
      new Set(['示例晚报', '示例日报']),
      null,
    )
    expect(manifest).toMatchObject({
      id: 'example',
      title: '示例',
      revision: 1,
      articles: 7,
      dates,
      rights: '示例报社',
    })
    expect(manifest.newspapers).toEqual([
      { name: '示例日报', aliases: ['示例报'], places: [{ name: '示例县', from: '1958' }] },
      { name: '示例晚报', aliases: [], places: [] },
    ])
    expect(manifest).not.toHaveProperty('licence')
  })

  it('raises the revision only when a hash changed, came or went', () => {
    const former = { ...buildManifest(description, [file('a'), file('b')], dates, [], null), revision: 6 }
    const revisionOf = (...files: CollectionFile[]) =>
      buildManifest(description, files, dates, [], former).revision
    expect(revisionOf(file('a'), file('b'))).toBe(6)
    expect(revisionOf({ ...file('b'), path: 'renamed.jsonl' }, file('a'))).toBe(6)
    expect(revisionOf(file('a'), file('c'))).toBe(7)
    expect(revisionOf(file('a'))).toBe(7)
    expect(revisionOf(file('a'), file('b'), file('c'))).toBe(7)
  })

  it('counts the articles of article files only, and raises the revision when the hash of an index file changed', () => {
    const files = [file('a'), indexOf(file('a'), '1'), file('b', 4), indexOf(file('b', 4), '2')]
    const former = buildManifest(description, files, dates, [], null)
    expect(former.articles).toBe(7)
    const revisionOf = (...now: CollectionFile[]) =>
      buildManifest(description, now, dates, [], former).revision
    expect(revisionOf(...files)).toBe(1)
    expect(revisionOf(...files.slice(0, 3), indexOf(file('b', 4), '3'))).toBe(2)
    expect(revisionOf(file('a'), file('b', 4))).toBe(2)
  })
})

describe('writeManifest', () => {
  it('writes what parseManifest reads', () => {
    const files = [file('a'), indexOf(file('a'), '1')]
    const manifest = buildManifest(description, files, { from: null, to: null }, ['示例日报'], null)
    expect(parseManifest(JSON.parse(writeManifest(manifest)), 'manifest.json')).toEqual(manifest)
    expect(writeManifest(manifest)).toMatch(/\}\n$/)
  })
})

describe('widenDates', () => {
  it('keeps the earliest and the latest date, partial dates from their first to their last day', () => {
    const all = ['2012-05-01', null, '2012', '2012-12-30', '2011-02', 'no date']
    expect(all.reduce(widenDates, { from: null, to: null })).toEqual({ from: '2011-02', to: '2012' })
  })
})
