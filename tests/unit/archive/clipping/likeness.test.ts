import { describe, expect, it } from 'vitest'
import type { Article } from '../../../../src/domain/article'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import { aFileOf, accept, differing, foundIds } from '../../builders/aBatch'
import { aCollection } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'

const held = differing('h', 4, { newspaper: '示例报', issueDate: '2001-02-03' })
const bundled = aCollection({ files: { 'articles-1.jsonl': held } })

async function anOpenArchive() {
  const inTab = anArchive(aHost(bundled), bundled, aProfile())
  await inTab.archive.open()
  await inTab.untilReady()
  return inTab.archive
}

/** An article whose text is mostly that of another. */
function nearly(article: Article, fields: Partial<Article> = {}): Article {
  return {
    ...article,
    id: `near-${article.id}`,
    paragraphs: [`${article.paragraphs[0]!.slice(0, 54)}另有数字`],
    ...fields,
  }
}

async function staged(brought: readonly Article[]) {
  const archive = await anOpenArchive()
  const batch = await archive.readBatch([aFileOf(brought)])
  return { archive, batch, rows: await archive.batchRows(batch.id, 'all', 0, 100) }
}

describe('an article of a batch', () => {
  it('that is in the archive is the same, and skipped', async () => {
    const { batch, rows } = await staged([held[0]!, { ...held[1]!, id: 'other-id' }])
    expect(
      rows.map(({ likeness, decision }) => [likeness?.kind, likeness?.id, likeness?.share, decision]),
    ).toEqual([
      ['same', 'h-1', 1, 'skip'],
      ['same', 'h-2', 1, 'skip'],
    ])
    expect(batch).toMatchObject({ articles: 2, taken: 0, alike: 2 })
  })

  it('that is nearly in the archive is kept and told of', async () => {
    const { archive, batch, rows } = await staged([nearly(held[0]!)])
    const [row] = rows
    expect(row).toMatchObject({
      decision: 'keep',
      likeness: { kind: 'near', id: 'h-1', newspaper: '示例报', date: '2001-02-03', isInBatch: false },
    })
    expect(row!.likeness!.share).toBeGreaterThan(0.8)
    expect(row!.likeness!.share).toBeLessThan(1)
    expect(batch).toMatchObject({ taken: 1, alike: 1 })
    expect((await archive.likeArticle(batch.id, 1))?.id).toBe('h-1')
    expect(await archive.batchRows(batch.id, 'alike', 0, 10)).toEqual(rows)
  })

  it('with the text of another, printed in another paper or on another day, is a reprint and kept', async () => {
    const { rows } = await staged([
      { ...held[0]!, id: 'a', newspaper: '另一示例报' },
      { ...held[1]!, id: 'b', issueDate: '2001-02-04' },
      { ...held[2]!, id: 'c', issueDate: '2001-02' },
    ])
    expect(rows.map(({ likeness, decision }) => [likeness?.kind, likeness?.share, decision])).toEqual([
      ['near', 1, 'keep'],
      ['near', 1, 'keep'],
      ['same', 1, 'skip'],
    ])
  })

  it('that has the id of another and another text is not lost', async () => {
    const [other] = differing('z', 1, { id: 'h-1' })
    const { archive, batch, rows } = await staged([other!])
    expect(rows[0]).toMatchObject({ decision: 'keep', likeness: { kind: 'near', id: 'h-1' } })
    await archive.acceptBatch(batch.id)
    expect(await foundIds(archive)).toEqual(['h-1', 'h-1~2', 'h-2', 'h-3', 'h-4'])
  })

  it('is compared with those before it in the batch too', async () => {
    const [one] = differing('n', 1)
    const { archive, batch, rows } = await staged([one!, one!, nearly(one!)])
    expect(rows.map(({ likeness, decision }) => [likeness?.kind, likeness?.isInBatch, decision])).toEqual([
      [undefined, undefined, 'take'],
      ['same', true, 'skip'],
      ['near', true, 'keep'],
    ])
    expect((await archive.likeArticle(batch.id, 3))?.id).toBe('n-1')
  })

  it('is like no article that was deleted, and gets an id under which it is shown', async () => {
    const archive = await anOpenArchive()
    await archive.changeArticles(['h-1'], { kind: 'delete' })
    const batch = await archive.readBatch([aFileOf([held[0]!])])
    expect(batch).toMatchObject({ taken: 1, alike: 0 })
    await archive.acceptBatch(batch.id)
    expect(await foundIds(archive)).toEqual(['h-1~2', 'h-2', 'h-3', 'h-4'])

    await archive.changeArticles(['h-1~2'], { kind: 'delete' })
    await accept(archive, [held[0]!])
    expect(await foundIds(archive)).toEqual(['h-1~3', 'h-2', 'h-3', 'h-4'])
  })
})

describe('a decision', () => {
  it('to replace shows the new article under the id of the other, without a problem', async () => {
    const { archive, batch } = await staged([nearly(held[0]!, { title: '新的题目' })])
    expect(await archive.decideBatch(batch.id, 1, 'replace')).toMatchObject({ taken: 1 })
    await archive.acceptBatch(batch.id)
    expect(await foundIds(archive)).toEqual(['h-1', 'h-2', 'h-3', 'h-4'])
    expect((await archive.article('h-1', EMPTY_QUERY))?.article.title).toBe('新的题目')
    expect((await archive.collections()).flatMap(({ problems }) => problems)).toEqual([])
    await archive.undoBatch(batch.id)
    expect((await archive.article('h-1', EMPTY_QUERY))?.article.title).toBe(held[0]!.title)
  })

  it('may be made for all that are like others, and leaves the rest alone', async () => {
    const { archive, batch } = await staged([nearly(held[0]!), nearly(held[1]!), ...differing('n', 2)])
    expect(await archive.decideBatch(batch.id, null, 'skip')).toMatchObject({ taken: 2, alike: 2 })
    const accepted = await archive.acceptBatch(batch.id)
    expect(accepted).toMatchObject({ articles: 2, alike: 0 })
    expect(await foundIds(archive)).toHaveLength(6)
  })

  it('to replace is none for an article that is like no other', async () => {
    const { archive, batch } = await staged(differing('n', 1))
    await archive.decideBatch(batch.id, 1, 'replace')
    expect((await archive.batchRows(batch.id, 'all', 0, 1))[0]?.decision).toBe('take')
  })

  it('of a later batch goes before an earlier one', async () => {
    const archive = await anOpenArchive()
    for (const title of ['第一次改题', '第二次改题']) {
      const batch = await archive.readBatch([aFileOf([nearly(held[0]!, { title })])])
      await archive.decideBatch(batch.id, null, 'replace')
      await archive.acceptBatch(batch.id)
    }
    expect((await archive.article('h-1', EMPTY_QUERY))?.article.title).toBe('第二次改题')
    const [later] = await archive.batches()
    await archive.undoBatch(later!.id)
    expect((await archive.article('h-1', EMPTY_QUERY))?.article.title).toBe('第一次改题')
    await accept(archive, differing('n', 1))
    expect(await foundIds(archive)).toHaveLength(5)
  })
})
