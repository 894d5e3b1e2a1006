import { describe, expect, it } from 'vitest'
import type { ArchiveStore } from '../../../src/storage/archiveStore'
import type { AmendmentTarget, Undertaking } from '../../../src/storage/amendmentStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { createMemoryStore } from '../../../src/storage/memoryStore'
import { anArticle } from '../builders/anArticle'

let databases = 0
const kinds: readonly [string, () => Promise<ArchiveStore>][] = [
  ['Dexie', () => openDexieStore({ name: `jianbao-amendments-${++databases}` })],
  ['memory', () => Promise.resolve(createMemoryStore())],
]

const target = (id: string, ...replaces: readonly string[]): AmendmentTarget => ({
  id,
  replaces,
  title: `《${id}》`,
})

/** A deed that gives articles a title, and is seen by the index. */
function titled(title: string, ...targets: readonly AmendmentTarget[]): Undertaking {
  return {
    kind: 'edit',
    at: '2026-11-22T00:00:00.000Z',
    targets,
    decide: (_target, { edit }) => ({ edit: { ...edit, title }, isDeleted: false }),
    isIndexed: (before, after) => before.edit.title !== after.edit.title,
  }
}

describe.each(kinds)('amendments in %s', (_kind, openStore) => {
  it('have versions that rise with every change, and are found by id or after a version', async () => {
    const { amendments } = await openStore()
    expect(await amendments.version()).toBe(0)
    expect(await amendments.ids()).toEqual([])
    const deed = await amendments.amend(titled('甲', target('a'), target('b')))
    expect(deed).toEqual({
      number: 1,
      kind: 'edit',
      at: '2026-11-22T00:00:00.000Z',
      articles: 2,
      title: '《a》',
      isUndone: false,
    })
    await amendments.amend(titled('乙', target('a')))
    expect(await amendments.version()).toBe(3)
    expect([...(await amendments.ids())].sort()).toEqual(['a', 'b'])
    const [own, none, other] = await amendments.withIds(['a', 'no such id', 'b'])
    expect(own).toEqual({
      articleId: 'a',
      edit: { title: '乙' },
      isDeleted: false,
      version: 3,
      indexed: 3,
      content: 3,
      // The clock stood still, and this is the later change all the same.
      changedAt: '2026-11-22T00:00:00.001Z',
      changedBy: '',
    })
    expect(none).toBeUndefined()
    expect(other).toMatchObject({ edit: { title: '甲' }, version: 2 })
    expect((await amendments.after(1, 9)).map(({ articleId }) => articleId)).toEqual(['b', 'a'])
    expect(await amendments.after(0, 1)).toHaveLength(1)
    expect(await amendments.after(3, 9)).toEqual([])
  })

  it('keep no deed that changes nothing, and nothing of one that fails', async () => {
    const { amendments } = await openStore()
    const nothing = await amendments.amend({ ...titled('甲', target('a')), decide: () => null })
    expect(nothing).toMatchObject({ number: 0, articles: 0 })
    const failing = amendments.amend({
      ...titled('甲', target('a'), target('b')),
      decide: ({ id }) => {
        if (id === 'b') throw new Error('no')
        return { edit: { title: '甲' }, isDeleted: false }
      },
    })
    await expect(failing).rejects.toThrow('no')
    expect([await amendments.version(), await amendments.deeds(9), await amendments.ids()]).toEqual([
      0,
      [],
      [],
    ])
  })

  it('begin with what held for an id that the article had before', async () => {
    const { amendments } = await openStore()
    await amendments.amend(titled('甲', target('old')))
    const seen: unknown[] = []
    const undertaking = titled('乙', target('new', 'older', 'old'))
    await amendments.amend({
      ...undertaking,
      decide: (one, before) => {
        seen.push(before.edit)
        return undertaking.decide(one, before)
      },
    })
    expect(seen).toEqual([{ title: '甲' }])
    expect(await amendments.undo(2)).toBe(1)
    const [own, former] = await amendments.withIds(['new', 'old'])
    expect([own?.edit, former?.edit]).toEqual([{ title: '甲' }, { title: '甲' }])
  })

  it('are put back by undoing, as far as nobody has changed them since, and again by undoing once more', async () => {
    const { amendments } = await openStore()
    await amendments.amend(titled('甲', target('a'), target('b')))
    await amendments.amend(titled('乙', target('b')))
    const titles = async (): Promise<readonly unknown[]> =>
      (await amendments.withIds(['a', 'b'])).map((one) => one?.edit.title)
    expect(await amendments.undo(1)).toBe(1)
    expect(await titles()).toEqual([undefined, '乙'])
    expect((await amendments.deeds(9)).map(({ number, isUndone }) => [number, isUndone])).toEqual([
      [2, false],
      [1, true],
    ])
    expect(await amendments.undo(1)).toBe(1)
    expect(await titles()).toEqual(['甲', '乙'])
    expect(await amendments.undo(2)).toBe(1)
    expect(await titles()).toEqual(['甲', '甲'])
    expect(await amendments.undo(1)).toBe(2)
    expect(await titles()).toEqual([undefined, undefined])
    expect(await amendments.undo(7)).toBe(0)
    expect(await amendments.version()).toBe(8)
  })

  it('of many articles are one deed', async () => {
    const { amendments } = await openStore()
    const targets = Array.from({ length: 2500 }, (_, number) => target(`id-${number}`))
    expect(await amendments.amend(titled('甲', ...targets))).toMatchObject({ number: 1, articles: 2500 })
    expect(await amendments.version()).toBe(2500)
    expect(await amendments.undo(1)).toBe(2500)
  })
})

describe.each(kinds)('a store in %s', (_kind, openStore) => {
  it('tells which articles go in the place of others', async () => {
    const store = await openStore()
    expect(await store.replacementsOf(['x'])).toEqual([])
    const file = await store.beginFile('aa')
    await store.storeArticles(file, 1, [
      anArticle({ id: 'a' }),
      anArticle({ id: 'b', replaces: ['x', 'y'] }),
      anArticle({ id: 'c', replaces: ['x'] }),
    ])
    const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id)
    expect(idsOf(await store.replacementsOf(['x', 'y', 'z']))).toEqual(['b', 'c'])
    expect(idsOf(await store.replacementsOf(['y', 'a']))).toEqual(['b'])
    expect(idsOf(await store.replacementsIn(file.number))).toEqual(['b', 'c'])
    expect(await store.replacementsIn(file.number + 1)).toEqual([])
    await store.deleteFile(file.number)
    expect(await store.replacementsOf(['x'])).toEqual([])
  })
})
