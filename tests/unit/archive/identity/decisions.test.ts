import { describe, expect, it, vi } from 'vitest'
import { EMPTY_QUERY, type ArticleQuery } from '../../../../src/domain/articleQuery'
import type { Decision, Patch } from '../../../../src/domain/decision'
import { parseDecisionFile, writeDecisionFile } from '../../../../src/domain/decisionFile'
import { createMemoryStore } from '../../../../src/storage/memoryStore'
import { aCollection, type CollectionOnHost } from '../../builders/aCollection'
import { aDecision } from '../../builders/aDecision'
import { aHost } from '../../builders/aHost'
import { afterKill, anArchive, aProfile, type ArchiveInTab, type Profile } from '../../builders/anArchive'
import { anArticle, aPerson } from '../../builders/anArticle'
import { anIndexedCollection } from '../indexedCollection'

const held = [
  anArticle({
    id: 'a',
    newspaper: '示例日报',
    issueDate: '2012-07-01',
    paragraphs: ['县长张示例主持会议，王样张出席。'],
    people: [{ ...aPerson('张示例', '县长'), mentions: [[0, 2, 5]] }, aPerson('王样张')],
  }),
  anArticle({
    id: 'b',
    newspaper: '样张晚报',
    issueDate: '2005-01-02',
    paragraphs: ['医生张示例谈养生。', '记者李四方在场，老张点头。'],
    people: [aPerson('张示例', '医生')],
  }),
  anArticle({
    id: 'c',
    issueDate: '2013',
    paragraphs: ['張示例与王样出席，李四方讲话。'],
    people: [aPerson('張示例'), aPerson('王样')],
  }),
  // Whoever made this collection knows more than the text says.
  anArticle({
    id: 'd',
    paragraphs: ['部署抗旱工作。'],
    people: [aPerson('大会堂'), aPerson('赵示例', '部长')],
  }),
]
const files = { 'articles-1.jsonl': held }
const bundled = aCollection({ files })
const indexed = anIndexedCollection({ files })

async function opened(
  collection: CollectionOnHost,
  profile: Profile = aProfile(),
  host = aHost(collection),
): Promise<ArchiveInTab> {
  const tab = anArchive(host, collection, profile)
  await tab.archive.open()
  await tab.untilReady()
  return tab
}

const inMemory = async (): Promise<ArchiveInTab> => {
  const tab = anArchive(aHost(bundled), bundled, aProfile(), {
    openStore: () => Promise.resolve(createMemoryStore()),
  })
  await tab.archive.open()
  return tab
}

async function named({ archive }: ArchiveInTab): Promise<Readonly<Record<string, number>>> {
  const { values } = await archive.facetValues(EMPTY_QUERY, 'person', '', 100)
  return Object.fromEntries(values.map(({ value, count }) => [value, count]))
}

async function found({ archive }: ArchiveInTab, query: Partial<ArticleQuery>): Promise<readonly string[]> {
  const { total, rows } = await archive.search({ ...EMPTY_QUERY, ...query }, 100)
  expect(rows).toHaveLength(total)
  return rows.map(({ id }) => id).sort()
}

async function peopleOf({ archive }: ArchiveInTab, id: string) {
  return (await archive.article(id, null))?.article.people ?? []
}

async function write({ archive }: ArchiveInTab, id: string, content: Decision | null): Promise<void> {
  await archive.saveRecords([{ kind: 'decision', id, about: '', content }], '张示例')
}

const UNDECIDED = { 张示例: 2, 王样张: 1, 張示例: 1, 王样: 1, 大会堂: 1, 赵示例: 1 }

/** Each kind of decision, and whom the facet lists when it is made. */
const kinds: readonly (readonly [Patch, Readonly<Record<string, number | undefined>>])[] = [
  [
    { kind: 'merge', names: ['張示例', '张示例'], into: '张示例' },
    { 张示例: 3, 張示例: undefined },
  ],
  [
    { kind: 'rename', name: '王样张', to: '王样章' },
    { 王样张: undefined, 王样章: 1 },
  ],
  [
    { kind: 'alias', name: '王样张', alias: '王样' },
    { 王样: undefined, 王样张: 2 },
  ],
  [
    { kind: 'split', name: '张示例', as: '张示例~2', when: { offices: ['医生'] } },
    { 张示例: 1, '张示例~2': 1 },
  ],
  [
    { kind: 'split', name: '张示例', as: '张示例~2', when: { from: '2010', newspapers: ['示例日报'] } },
    { 张示例: 1, '张示例~2': 1 },
  ],
  [
    { kind: 'split', name: '张示例', as: '张示例~2', when: { articles: ['b'] } },
    { 张示例: 1, '张示例~2': 1 },
  ],
  [{ kind: 'hide', name: '赵示例', articles: null }, { 赵示例: undefined }],
  [{ kind: 'notPerson', name: '大会堂', articles: null }, { 大会堂: undefined }],
  [{ kind: 'notPerson', name: '张示例', articles: ['b'] }, { 张示例: 1 }],
  [{ kind: 'missed', name: '李四方', form: '李四方', articles: null }, { 李四方: 2 }],
  [{ kind: 'missed', name: '李四方', form: '李四方', articles: ['c'] }, { 李四方: 1 }],
]

function expected(changes: Readonly<Record<string, number | undefined>>): Readonly<Record<string, number>> {
  const all = Object.entries({ ...UNDECIDED, ...changes })
  return Object.fromEntries(all.filter((entry): entry is [string, number] => entry[1] !== undefined))
}

/** Waits longer than a slow machine needs: what decides is fetched with the first decision. */
const until = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000, interval: 10 })

const untilNamed = (tab: ArchiveInTab, names: Readonly<Record<string, number>>): Promise<void> =>
  until(async () => {
    expect(await named(tab)).toEqual(names)
  })

describe.each([
  ['indexed here', () => opened(bundled)],
  ['whose index was published', () => opened(indexed)],
  ['in memory', inMemory],
])('a decision about names in a collection %s', (_which, open) => {
  it.each(kinds)(
    'holds for the facet, search and articles, and can be taken back: %o',
    async (patch, changes) => {
      const tab = await open()
      expect(await named(tab)).toEqual(UNDECIDED)
      await write(tab, 'one', aDecision(patch))
      await untilNamed(tab, expected(changes))
      for (const [name, count] of Object.entries(expected(changes))) {
        const ids = await found(tab, { person: [name] })
        expect(ids).toHaveLength(count)
        for (const id of ids) expect((await peopleOf(tab, id)).map((person) => person.name)).toContain(name)
      }
      await write(tab, 'one', aDecision(patch, 0, { isUndone: true }))
      await untilNamed(tab, UNDECIDED)
      for (const { id, people } of held) expect(await peopleOf(tab, id)).toEqual(people)
    },
  )

  it('changes an office', async () => {
    const tab = await open()
    await write(
      tab,
      'one',
      aDecision({ kind: 'office', name: '赵示例', office: '部长', to: '副部长', articles: null }),
    )
    await until(async () => {
      expect(await peopleOf(tab, 'd')).toContainEqual(aPerson('赵示例', '副部长'))
    })
    await until(async () => {
      const { values } = await tab.archive.facetValues(EMPTY_QUERY, 'person', '赵示例', 1)
      expect(values[0]?.note).toBe('副部长')
    })
    await write(tab, 'one', null)
    await until(async () => {
      expect(await peopleOf(tab, 'd')).toContainEqual(aPerson('赵示例', '部长'))
    })
  })

  it('holds for what another one has made', async () => {
    const tab = await open()
    await write(tab, 'two', aDecision({ kind: 'hide', name: '王样章', articles: null }, 2))
    await write(tab, 'one', aDecision({ kind: 'rename', name: '王样张', to: '王样章' }, 1))
    await untilNamed(tab, expected({ 王样张: undefined }))
    expect((await peopleOf(tab, 'a')).map(({ name }) => name)).toEqual(['张示例'])
    await write(tab, 'one', null)
    await untilNamed(tab, UNDECIDED)
  })
})

describe('decisions about names', () => {
  it('are there again after a restart, and can be taken back then', async () => {
    const profile = aProfile()
    const first = await opened(indexed, profile)
    await write(first, 'one', aDecision({ kind: 'notPerson', name: '大会堂', articles: null }))
    await untilNamed(first, expected({ 大会堂: undefined }))
    await until(() => {
      expect(first.status().progress).toBeNull()
    })
    const next = anArchive(aHost(), indexed, afterKill(profile))
    await next.archive.open()
    await next.untilReady()
    await untilNamed(next, expected({ 大会堂: undefined }))
    await write(next, 'one', null)
    await untilNamed(next, UNDECIDED)
  })

  it('hold in another tab', async () => {
    const profile = aProfile()
    const host = aHost(indexed)
    const [one, other] = [await opened(indexed, profile, host), await opened(indexed, profile, host)]
    await write(one, 'one', aDecision({ kind: 'merge', names: ['張示例'], into: '张示例' }))
    await untilNamed(other, expected({ 张示例: 3, 張示例: undefined }))
    expect(await peopleOf(other, 'c')).toMatchObject([{ name: '张示例' }, { name: '王样' }])
  })

  it.each([
    ['with index files', anIndexedCollection],
    ['without', aCollection],
  ])('hold for a new revision of the collection, %s', async (_which, made) => {
    const profile = aProfile()
    const first = await opened(made({ files }), profile)
    await write(
      first,
      'one',
      aDecision({ kind: 'split', name: '张示例', as: '张示例~2', when: { articles: ['b'] } }),
    )
    await write(
      first,
      'two',
      aDecision({ kind: 'missed', name: '李四方', form: '李四方', articles: null }, 1),
    )
    await untilNamed(first, expected({ 张示例: 1, '张示例~2': 1, 李四方: 2 }))
    const [a, b, c, d] = held as [(typeof held)[0], (typeof held)[0], (typeof held)[0], (typeof held)[0]]
    const updated = made({
      revision: 2,
      files: {
        'articles-2.jsonl': [
          a,
          { ...b, id: 'b-new', replaces: ['b'] },
          c,
          d,
          anArticle({ id: 'e', paragraphs: ['李四方又讲话。'] }),
        ],
      },
    })
    const next = await opened(updated, afterKill(profile))
    await untilNamed(next, expected({ 张示例: 1, '张示例~2': 1, 李四方: 3 }))
    expect(await found(next, { person: ['张示例~2'] })).toEqual(['b-new'])
  })

  it('travel in a file to another archive, and back, to the same', async () => {
    const [one, other] = [await opened(bundled), await opened(indexed)]
    await write(one, 'one', aDecision({ kind: 'merge', names: ['張示例'], into: '张示例' }))
    await write(other, 'two', aDecision({ kind: 'hide', name: '王样', articles: null }, 1))
    const fileOf = async ({ archive }: ArchiveInTab): Promise<string> =>
      writeDecisionFile(await archive.records('decision', null))
    const [ofOne, ofOther] = [parseDecisionFile(await fileOf(one))!, parseDecisionFile(await fileOf(other))!]
    expect(await one.archive.mergeDecisions(ofOther.records)).toMatchObject({ added: 1 })
    expect(await other.archive.mergeDecisions(ofOne.records)).toMatchObject({ added: 1 })
    const decided = expected({ 张示例: 3, 張示例: undefined, 王样: undefined })
    await untilNamed(one, decided)
    await untilNamed(other, decided)
    expect(await fileOf(one)).toBe(await fileOf(other))
    expect(await one.archive.mergeDecisions(ofOther.records)).toEqual({
      added: 0,
      changed: 0,
      deleted: 0,
      kept: 1,
    })
  })

  it('stand above corrections of one article', async () => {
    const tab = await opened(bundled)
    await write(tab, 'one', aDecision({ kind: 'rename', name: '孙示例', to: '孙样张' }))
    await tab.archive.changeArticles(['a'], { kind: 'edit', edit: { people: [aPerson('孙示例', '县长')] } })
    expect(await peopleOf(tab, 'a')).toMatchObject([{ name: '孙样张', offices: ['县长'] }])
    expect(await found(tab, { person: ['孙样张'] })).toEqual(['a'])
  })

  it('are no corrections of the articles that they change', async () => {
    const tab = await opened(bundled)
    await write(tab, 'one', aDecision({ kind: 'rename', name: '王样张', to: '王样章' }))
    await untilNamed(tab, expected({ 王样张: undefined, 王样章: 1 }))
    expect((await tab.archive.belongings('a')).unamended).toBeNull()
    await tab.archive.changeArticles(['a'], { kind: 'edit', edit: { title: '改过的标题' } })
    const { unamended } = await tab.archive.belongings('a')
    expect(unamended?.people.map(({ name }) => name)).toEqual(['张示例', '王样章'])
  })

  it('mark the person where the article names them', async () => {
    const tab = await opened(bundled)
    await write(
      tab,
      'one',
      aDecision({ kind: 'split', name: '张示例', as: '张示例~2', when: { articles: ['b'] } }),
    )
    await write(tab, 'two', aDecision({ kind: 'alias', name: '张示例~2', alias: '老张' }, 1))
    await untilNamed(tab, expected({ 张示例: 1, '张示例~2': 1 }))
    await until(async () => {
      const read = await tab.archive.article('b', { ...EMPTY_QUERY, person: ['张示例~2'] })
      expect(read?.marks.paragraphs).toEqual([[[2, 5]], [[8, 10]]])
    })
  })
})
