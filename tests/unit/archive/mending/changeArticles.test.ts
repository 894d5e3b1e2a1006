import { describe, expect, it } from 'vitest'
import type { FacetName } from '../../../../src/domain/archive'
import { EMPTY_QUERY, type ArticleQuery } from '../../../../src/domain/articleQuery'
import { createMemoryStore } from '../../../../src/storage/memoryStore'
import { aCollection } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { afterKill, anArchive, aProfile, type ArchiveInTab, type Profile } from '../../builders/anArchive'
import { anArticle, aPerson } from '../../builders/anArticle'
import { anIndexedCollection } from '../indexedCollection'

const held = [
  anArticle({
    id: 'a',
    title: '示例县春耕会议',
    newspaper: '示例日报',
    issueDate: '2012-07-01',
    paragraphs: ['县长张示例主持会议。', '会后部署抗旱工作。'],
    people: [{ ...aPerson('张示例', '县长'), mentions: [[0, 2, 5]] }],
    tags: ['农业'],
    doubtful: ['page', 'issueDate'],
  }),
  anArticle({ id: 'b', title: '样张市夏收会议', paragraphs: ['市长李样张讲话。'] }),
  anArticle({ id: 'c', title: '甲乙县秋种会议', paragraphs: ['部署抗旱工作。'], issueDate: '2011' }),
]
const bundled = aCollection({ files: { 'articles-1.jsonl': held } })
const indexed = anIndexedCollection({ files: { 'articles-1.jsonl': held } })

async function found({ archive }: ArchiveInTab, query: Partial<ArticleQuery>): Promise<readonly string[]> {
  const { total, rows } = await archive.search({ ...EMPTY_QUERY, ...query }, 100)
  expect(rows).toHaveLength(total)
  return rows.map(({ id }) => id).sort()
}

async function facet({ archive }: ArchiveInTab, name: FacetName): Promise<Readonly<Record<string, number>>> {
  const { values } = await archive.facetValues(EMPTY_QUERY, name, '', 100)
  return Object.fromEntries(values.map(({ value, count }) => [value, count]))
}

async function opened(collection = bundled, profile = aProfile()): Promise<ArchiveInTab> {
  const inTab = anArchive(aHost(collection), collection, profile)
  await inTab.archive.open()
  await inTab.untilReady()
  return inTab
}

const inMemory = async (): Promise<ArchiveInTab> => {
  const inTab = anArchive(aHost(bundled), bundled, aProfile(), {
    openStore: () => Promise.resolve(createMemoryStore()),
  })
  await inTab.archive.open()
  return inTab
}

const restarted = async (profile: Profile, collection = bundled): Promise<ArchiveInTab> => {
  const inTab = anArchive(aHost(), collection, afterKill(profile))
  await inTab.archive.open()
  await inTab.untilReady()
  return inTab
}

describe.each([
  ['indexed here', () => opened(bundled)],
  ['whose index was published', () => opened(indexed)],
  ['in memory', inMemory],
])('changing articles of a collection %s', (_which, open) => {
  it('finds an edited article by what it says now, and no more by what it said', async () => {
    const tab = await open()
    const { archive } = tab
    const deed = await archive.changeArticles(['a'], {
      kind: 'edit',
      edit: {
        title: '示例县抗洪会议',
        newspaper: null,
        issueDate: '2012年7月2日',
        paragraphs: ['李四方讲话。'],
      },
    })
    expect(deed).toMatchObject({
      number: 1,
      kind: 'edit',
      articles: 1,
      title: '示例县春耕会议',
      isUndone: false,
    })
    expect(await found(tab, { q: '抗洪' })).toEqual(['a'])
    expect(await found(tab, { q: '春耕' })).toEqual([])
    expect(await found(tab, { q: '抗旱' })).toEqual(['c'])
    expect(await found(tab, { from: '2012-07-02', to: '2012-07-02' })).toEqual(['a'])
    expect(await facet(tab, 'newspaper')).toEqual({})
    const read = await archive.article('a', { ...EMPTY_QUERY, q: '抗洪' })
    expect(read?.article).toMatchObject({
      title: '示例县抗洪会议',
      issueDate: '2012-07-02',
      doubtful: ['page'],
    })
    expect(read?.article).not.toHaveProperty('newspaper')
    expect(read?.marks.title).toEqual([[3, 5]])
    const { rows } = await archive.search(EMPTY_QUERY, 10)
    expect(rows.map(({ title }) => title)).toContain('示例县抗洪会议')
  })

  it('leaves deleted articles out of everything, and brings them back', async () => {
    const tab = await open()
    const { archive } = tab
    await archive.changeArticles(['a', 'c'], { kind: 'delete' })
    expect(await found(tab, {})).toEqual(['b'])
    expect(tab.status().articles).toBe(1)
    expect(await archive.article('a', EMPTY_QUERY)).toBeNull()
    expect(await facet(tab, 'tag')).toEqual({})
    expect(await archive.suggest('示例', 10, [])).toEqual([])
    expect(await archive.changeArticles(['a'], { kind: 'edit', edit: { title: '新题' } })).toMatchObject({
      number: 0,
      articles: 0,
    })
    await archive.changeArticles(['a', 'b'], { kind: 'restore' })
    expect(await found(tab, {})).toEqual(['a', 'b'])
    expect(await facet(tab, 'tag')).toEqual({ 农业: 1 })
    expect(await archive.undoDeed(1)).toBe(1)
    expect(await found(tab, {})).toEqual(['a', 'b', 'c'])
  })

  it('tags, and takes tags away', async () => {
    const tab = await open()
    await tab.archive.changeArticles(['a', 'b', 'no such id'], {
      kind: 'tag',
      add: ['会议', ' 重要 '],
      remove: ['农业'],
    })
    expect(await facet(tab, 'tag')).toEqual({ 会议: 2, 重要: 2 })
    expect(await found(tab, { tag: ['重要'] })).toEqual(['a', 'b'])
    const again = await tab.archive.changeArticles(['a', 'b', 'c'], {
      kind: 'tag',
      add: ['会议'],
      remove: [],
    })
    expect(again.articles).toBe(1)
    await tab.archive.changeArticles(['a'], { kind: 'tag', add: ['农业'], remove: ['会议', '重要'] })
    expect((await tab.archive.belongings('a')).unamended).toBeNull()
  })

  it('confirms doubtful fields, one or all', async () => {
    const { archive } = await open()
    const doubtful = async (): Promise<unknown> => (await archive.article('a', EMPTY_QUERY))?.article.doubtful
    await archive.changeArticles(['a', 'b'], { kind: 'confirm', fields: ['page', 'title'] })
    expect(await doubtful()).toEqual(['issueDate'])
    expect(await archive.changeArticles(['a', 'b'], { kind: 'confirm', fields: null })).toMatchObject({
      articles: 1,
    })
    expect(await doubtful()).toEqual([])
    await archive.undoDeed(2)
    expect(await doubtful()).toEqual(['issueDate'])
  })

  it('says who compared the text with the printed page, and how it was established', async () => {
    const { archive } = await open()
    const edit = { verified: { by: '张示例', on: '2026-11-22' }, textNote: '“抗早”原报作“抗旱”。' }
    await archive.changeArticles(['a'], { kind: 'edit', edit })
    expect((await archive.article('a', EMPTY_QUERY))?.article).toMatchObject(edit)
    await archive.changeArticles(['a'], { kind: 'edit', edit: { verified: null } })
    expect((await archive.article('a', EMPTY_QUERY))?.article).not.toHaveProperty('verified')
  })

  it('refuses a value that no article can have, and changes nothing', async () => {
    const tab = await open()
    const edits: readonly [string, object][] = [
      ['issueDate', { issueDate: '2012-02-30' }],
      ['title', { title: ' ' }],
      ['title', { title: null }],
      ['paragraphs', { paragraphs: [] }],
      ['url', { url: 'javascript:alert(1)' }],
      ['medium', { medium: 'tv' }],
      ['verified', { verified: { by: '张示例' } }],
      ['people', { people: [{ name: '张示例', mentions: [[0, 0, 99]] }] }],
      ['id', { id: 'x' }],
      ['tags', { title: '新题', tags: ['标'.repeat(600)] }],
    ]
    for (const [field, edit] of edits) {
      await expect(tab.archive.changeArticles(['a', 'b'], { kind: 'edit', edit })).rejects.toMatchObject({
        code: 'edit-malformed',
        subject: field,
      })
    }
    const many = Array.from({ length: 200 }, (_, number) => `标${number}`)
    const tooMany = tab.archive.changeArticles(['b', 'a'], { kind: 'tag', add: many, remove: [] })
    await expect(tooMany).rejects.toMatchObject({ code: 'edit-malformed', subject: 'tags' })
    expect(await tab.archive.deeds(10)).toEqual([])
    expect(await facet(tab, 'tag')).toEqual({ 农业: 1 })
  })

  it('lists deeds, newest first, and takes them back one by one', async () => {
    const tab = await open()
    const { archive } = tab
    await archive.changeArticles(['a', 'b'], { kind: 'edit', edit: { category: ['甲'] } })
    await archive.changeArticles(['b'], { kind: 'edit', edit: { category: ['乙'] } })
    expect((await archive.deeds(10)).map(({ number, title }) => [number, title])).toEqual([
      [2, '样张市夏收会议'],
      [1, '示例县春耕会议'],
    ])
    expect(await archive.deeds(1)).toHaveLength(1)
    expect(await archive.undoDeed(1)).toBe(1)
    expect([await found(tab, { category: ['甲'] }), await found(tab, { category: ['乙'] })]).toEqual([
      [],
      ['b'],
    ])
    expect((await archive.deeds(10)).map(({ isUndone }) => isUndone)).toEqual([false, true])
    expect(await archive.undoDeed(2)).toBe(1)
    expect([await found(tab, { category: ['甲'] }), await found(tab, { category: ['乙'] })]).toEqual([
      ['b'],
      [],
    ])
    expect(await archive.undoDeed(2)).toBe(1)
    expect(await found(tab, { category: ['乙'] })).toEqual(['b'])
    expect(await archive.undoDeed(99)).toBe(0)
  })

  it('gives the ids of all results in their order', async () => {
    const { archive } = await open()
    const sorted = { ...EMPTY_QUERY, sort: 'oldest' } as const
    const ids = (await archive.rows(sorted, 0, 9)).map(({ id }) => id)
    expect(await archive.resultIds(sorted, Infinity)).toEqual(ids)
    expect(await archive.resultIds(sorted, 2)).toEqual(ids.slice(0, 2))
    expect(await archive.resultIds({ ...EMPTY_QUERY, q: '抗旱' }, 10)).toHaveLength(2)
  })

  it('moves where people are named with the text', async () => {
    const { archive } = await open()
    await archive.changeArticles(['a'], {
      kind: 'edit',
      edit: { paragraphs: ['新的一段。', '县长张示例主持会议。'] },
    })
    const query = { ...EMPTY_QUERY, person: ['张示例'] }
    expect((await archive.article('a', query))?.marks.paragraphs).toEqual([[], [[2, 5]]])
    await archive.changeArticles(['a'], { kind: 'edit', edit: { paragraphs: ['会上张示例说话。'] } })
    expect((await archive.article('a', query))?.marks.paragraphs).toEqual([[[2, 5]]])
    await archive.changeArticles(['a'], { kind: 'edit', edit: { paragraphs: ['无人。'] } })
    const { article, marks } = (await archive.article('a', query))!
    expect([article.people.map(({ name }) => name), marks.paragraphs]).toEqual([['张示例'], [[]]])
  })
})

describe('what a person has changed', () => {
  it('is there after a restart, without anything being indexed again', async () => {
    for (const collection of [bundled, indexed]) {
      const profile = aProfile()
      const tab = await opened(collection, profile)
      await tab.archive.changeArticles(['a'], { kind: 'edit', edit: { title: '示例县抗洪会议' } })
      await tab.archive.changeArticles(['b'], { kind: 'delete' })
      const again = await restarted(profile, collection)
      expect(await found(again, { q: '抗洪' })).toEqual(['a'])
      expect(await found(again, {})).toEqual(['a', 'c'])
      expect(await again.archive.undoDeed(2)).toBe(1)
      const last = await restarted(profile, collection)
      expect(await found(last, {})).toEqual(['a', 'b', 'c'])
    }
  })

  it('stays when its collection is updated, and says what the update says elsewhere', async () => {
    const profile = aProfile()
    const tab = await opened(bundled, profile)
    await tab.archive.changeArticles(['a'], { kind: 'edit', edit: { newspaper: '样张晚报' } })
    await tab.archive.changeArticles(['b'], { kind: 'delete' })
    const files = { 'articles-1.jsonl': held.map((one) => ({ ...one, title: `${one.title}（新）` })) }
    for (const updated of [
      aCollection({ files, revision: 2 }),
      anIndexedCollection({ files, revision: 3 }),
    ]) {
      const next = anArchive(aHost(updated), updated, afterKill(profile))
      await next.archive.open()
      await next.until(({ phase, progress }) => phase === 'ready' && progress === null)
      await expect.poll(() => found(next, { q: '（新）' })).toEqual(['a', 'c'])
      expect(await facet(next, 'newspaper')).toEqual({ 样张晚报: 1 })
      const { article } = (await next.archive.article('a', EMPTY_QUERY))!
      expect(article).toMatchObject({ title: '示例县春耕会议（新）', newspaper: '样张晚报' })
    }
  })

  it('is followed to an article that goes in the place of the changed one', async () => {
    const profile = aProfile()
    const tab = await opened(bundled, profile)
    await tab.archive.changeArticles(['a'], { kind: 'edit', edit: { newspaper: '样张晚报' } })
    await tab.archive.changeArticles(['b'], { kind: 'delete' })
    const files = {
      'articles-1.jsonl': held.map((one) => ({ ...one, id: `${one.id}-new`, replaces: [one.id] })),
    }
    for (const updated of [
      aCollection({ files, revision: 2 }),
      anIndexedCollection({ files, revision: 3 }),
    ]) {
      const next = anArchive(aHost(updated), updated, afterKill(profile))
      await next.archive.open()
      await expect.poll(() => found(next, {})).toEqual(['a-new', 'c-new'])
      expect(await facet(next, 'newspaper')).toEqual({ 样张晚报: 1 })
    }
    const last = anArchive(aHost(), anIndexedCollection({ files, revision: 3 }), afterKill(profile))
    await last.archive.open()
    await last.untilReady()
    await last.archive.changeArticles(['a-new'], { kind: 'restore' })
    expect(await facet(last, 'newspaper')).toEqual({ 示例日报: 1 })
    await last.archive.undoDeed(2)
    expect(await found(last, {})).toEqual(['a-new', 'b-new', 'c-new'])
  })

  it('is no conflict between collections that say the same without it', async () => {
    const profile = aProfile()
    const papers = aCollection({ id: 'papers', folder: 'https://papers.test/', files: { 'p.jsonl': held } })
    const tab = anArchive(aHost(bundled, papers), bundled, profile)
    await tab.archive.open()
    await tab.archive.changeArticles(['a'], { kind: 'edit', edit: { title: '示例县抗洪会议' } })
    const summary = await tab.archive.takeInCollection(papers.address)
    expect(summary.problems).toEqual([])
    expect(await found(tab, { q: '抗洪', collection: ['papers'] })).toEqual(['a'])
  })

  it('is seen in another tab', async () => {
    const profile = aProfile()
    const one = await opened(indexed, profile)
    const other = await opened(indexed, profile)
    await one.archive.changeArticles(['a'], { kind: 'edit', edit: { title: '示例县抗洪会议' } })
    await one.archive.changeArticles(['b'], { kind: 'delete' })
    await expect.poll(() => found(other, {})).toEqual(['a', 'c'])
    await expect.poll(() => found(other, { q: '抗洪' })).toEqual(['a'])
    await other.archive.undoDeed(2)
    await expect.poll(() => found(one, {})).toEqual(['a', 'b', 'c'])
  })
})
