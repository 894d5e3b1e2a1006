import { describe, expect, it } from 'vitest'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import type { Archive } from '../../../../src/domain/archive'
import type { ClipDecision } from '../../../../src/domain/clipping'
import { createMemoryStore } from '../../../../src/storage/memoryStore'
import { aFileOf, foundIds } from '../../builders/aBatch'
import { aCollection, articles } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { afterKill, anArchive, aProfile } from '../../builders/anArchive'

const held = articles('a', 6)
const bundled = aCollection({ files: { 'articles-1.jsonl': held } })

describe.each([
  ['the database', {}],
  ['memory', { openStore: () => Promise.resolve(createMemoryStore()) }],
])('corrections of an article that another replaces, in %s', (where, changes) => {
  async function anOpenArchive(profile = aProfile()) {
    const inTab = anArchive(aHost(bundled), bundled, profile, changes)
    await inTab.archive.open()
    await inTab.untilReady()
    return inTab.archive
  }

  /** Accepts new texts of the first articles, as was decided. */
  async function bring(archive: Archive, count: number, decision: ClipDecision) {
    const brought = held.slice(0, count).map((article) => ({ ...article, title: `新的 ${article.title}` }))
    const batch = await archive.readBatch([aFileOf(brought)])
    await archive.decideBatch(batch.id, null, decision)
    return archive.acceptBatch(batch.id)
  }

  const shown = async (archive: Archive, id: string) => (await archive.article(id, EMPTY_QUERY))?.article
  const titleOf = async (archive: Archive, id: string) => (await shown(archive, id))?.title

  async function correct(archive: Archive, id: string, title: string): Promise<void> {
    await archive.changeArticles([id], { kind: 'edit', edit: { title } })
  }

  it('do not hold for the new text, which is found by its own words', async () => {
    const archive = await anOpenArchive()
    await correct(archive, 'a-1', '更正过的麒麟')
    const batch = await bring(archive, 2, 'replace')
    expect(batch.withdrawn).toMatchObject({ articles: 1 })
    expect(await titleOf(archive, 'a-1')).toBe(`新的 ${held[0]!.title}`)
    expect(await titleOf(archive, 'a-2')).toBe(`新的 ${held[1]!.title}`)
    expect(await foundIds(archive, '麒麟')).toEqual([])
    expect(await foundIds(archive, '新的')).toEqual(['a-1', 'a-2'])
    expect((await archive.belongings('a-1')).unamended).toBeNull()
    expect((await archive.batches())[0]).toEqual(batch)
  })

  it('are one deed, which can be undone, so that they hold for the new text after all', async () => {
    const archive = await anOpenArchive()
    await correct(archive, 'a-1', '更正过的麒麟')
    const { withdrawn } = await bring(archive, 2, 'replace')
    expect((await archive.deeds(9))[0]).toMatchObject({
      number: withdrawn?.deed,
      kind: 'restore',
      articles: 1,
      title: `新的 ${held[0]!.title}`,
      isUndone: false,
    })
    expect(await archive.undoDeed(withdrawn!.deed)).toBe(1)
    expect(await titleOf(archive, 'a-1')).toBe('更正过的麒麟')
    expect(await foundIds(archive, '麒麟')).toEqual(['a-1'])
  })

  it('leave the tags', async () => {
    const archive = await anOpenArchive()
    await archive.changeArticles(['a-1', 'a-2'], { kind: 'tag', add: ['要紧'], remove: [] })
    await correct(archive, 'a-1', '更正过的麒麟')
    const batch = await bring(archive, 2, 'replace')
    expect(batch.withdrawn).toMatchObject({ articles: 1 })
    for (const id of ['a-1', 'a-2']) expect((await shown(archive, id))?.tags).toEqual(['要紧'])
  })

  it('stay where both are kept, or nothing was corrected', async () => {
    const archive = await anOpenArchive()
    await correct(archive, 'a-1', '更正过的麒麟')
    expect(await bring(archive, 1, 'keep')).not.toHaveProperty('withdrawn')
    expect(await titleOf(archive, 'a-1')).toBe('更正过的麒麟')
    expect((await archive.deeds(9)).map(({ kind }) => kind)).toEqual(['edit'])
  })

  it('are back when the batch is undone, and those of the new text do not hold for the old one', async () => {
    const archive = await anOpenArchive()
    await correct(archive, 'a-1', '更正过的麒麟')
    const { id } = await bring(archive, 3, 'replace')
    await correct(archive, 'a-2', '新文字的更正')
    expect(await archive.undoConsequences(id)).toEqual({ articles: 3, noted: 0, amended: 0, replacing: 3 })
    await archive.undoBatch(id)
    expect(await titleOf(archive, 'a-1')).toBe('更正过的麒麟')
    expect(await titleOf(archive, 'a-2')).toBe(held[1]!.title)
    expect(await foundIds(archive, '新文字')).toEqual([])
    expect(await foundIds(archive, '麒麟')).toEqual(['a-1'])
    const [redress, , withdrawal, first] = await archive.deeds(9)
    expect([redress?.kind, withdrawal?.isUndone]).toEqual(['restore', true])
    // What was done first can still be taken back.
    expect(await archive.undoDeed(first!.number)).toBe(1)
    expect(await titleOf(archive, 'a-1')).toBe(held[0]!.title)
  })

  it('are those of before the batch, though the new text was corrected too', async () => {
    const archive = await anOpenArchive()
    await correct(archive, 'a-1', '更正过的麒麟')
    const { id } = await bring(archive, 1, 'replace')
    await correct(archive, 'a-1', '新文字的更正')
    await archive.undoBatch(id)
    expect(await titleOf(archive, 'a-1')).toBe('更正过的麒麟')
  })

  it('do not hide the new text when the old one was deleted after they were compared', async () => {
    const archive = await anOpenArchive()
    const batch = await archive.readBatch([aFileOf([{ ...held[0]!, title: '新的题目' }])])
    await archive.decideBatch(batch.id, null, 'replace')
    await archive.changeArticles(['a-1'], { kind: 'delete' })
    await archive.acceptBatch(batch.id)
    expect(await titleOf(archive, 'a-1')).toBe('新的题目')
    expect(await foundIds(archive)).toContain('a-1')
    await archive.undoBatch(batch.id)
    expect(await foundIds(archive)).not.toContain('a-1')
  })

  it.skipIf(where === 'memory')('are as they were left after the next start', async () => {
    const profile = aProfile()
    const archive = await anOpenArchive(profile)
    await correct(archive, 'a-1', '更正过的麒麟')
    const { id } = await bring(archive, 2, 'replace')
    const next = await anOpenArchive(afterKill(profile))
    expect(await foundIds(next, '新的')).toEqual(['a-1', 'a-2'])
    expect(await foundIds(next, '麒麟')).toEqual([])
    await next.undoBatch(id)
    expect(await titleOf(next, 'a-1')).toBe('更正过的麒麟')
  })
})
