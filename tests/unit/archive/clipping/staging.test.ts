import { beforeAll, describe, expect, it } from 'vitest'
import { createReaderHere } from '../../../../src/archive/clipping/readHere'
import { readInput } from '../../../../src/archive/clipping/readInput'
import type { InputReader } from '../../../../src/archive/clipping/inputReader'
import type { Article } from '../../../../src/domain/article'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import { deriveArticleId } from '../../../../src/domain/articleId'
import type { ArchiveStatus } from '../../../../src/domain/archive'
import type { ClipInput } from '../../../../src/domain/clipping'
import { openDexieStore } from '../../../../src/storage/dexieStore'
import { aFileOf, aTextFile, differing, foundIds } from '../../builders/aBatch'
import { aCollection } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'
import { anArticle } from '../../builders/anArticle'

const bundled = aCollection({ files: { 'articles-1.jsonl': differing('h', 3) } })
const now = (): number => performance.now()

async function anOpenArchive(createInputReader: () => InputReader = () => createReaderHere(readInput, now)) {
  const profile = aProfile()
  const readingPatience = { interval: 100, beats: 20 }
  const inTab = anArchive(aHost(bundled), bundled, profile, { createInputReader, readingPatience })
  await inTab.archive.open()
  await inTab.untilReady()
  return { ...inTab, profile }
}

/** A reader as it is, but that hangs at files whose name says so. */
function hangingReader(): InputReader {
  const reader = createReaderHere(readInput, now)
  let name = ''
  return {
    ...reader,
    open: (input, fields) => {
      name = input.kind === 'file' ? input.name : ''
      return reader.open(input, fields)
    },
    next: () => (name.startsWith('hang') ? new Promise(() => undefined) : reader.next()),
  }
}

async function countRows(databaseName: string) {
  const store = await openDexieStore({ name: databaseName })
  const [files, batches] = [await store.files(), await store.batches.all()]
  const clippings = await store.batches.clippingsWithIds(['n-1', 'n-2', 'n-3'])
  store.close()
  return { files: files.length, batches: batches.length, clippings: clippings.length }
}

// What reads files is loaded when it is first needed, which must not count as hanging here.
beforeAll(async () => {
  await import('../../../../src/formats/files/readInputFile')
  await import('../../../../src/formats/files/readJson')
  await import('../../../../src/formats/files/readDelimited')
  await import('../../../../src/formats/pages/readPage')
})

describe('reading into a batch', () => {
  it('tells how far it has come, and nothing once it is done', async () => {
    const { archive, told } = await anOpenArchive()
    const batch = await archive.readBatch([
      aFileOf(differing('n', 30)),
      aFileOf(differing('m', 3), 'second.jsonl'),
    ])
    expect(batch).toMatchObject({ articles: 33, sources: ['articles.jsonl', 'second.jsonl'] })
    const steps = told.flatMap(({ batch: progress }: ArchiveStatus) => (progress === null ? [] : [progress]))
    expect(steps.map(({ step }) => step)).toContain('comparing')
    const reading = steps.filter(({ step }) => step === 'reading')
    expect(reading.length).toBeGreaterThan(0)
    for (const { batch: id, done, total } of reading) {
      expect(id).toBe(batch.id)
      expect(done).toBeLessThanOrEqual(total)
    }
    expect(told.at(-1)?.batch).toBeNull()
  })

  it('is one at a time', async () => {
    const { archive } = await anOpenArchive()
    const first = archive.readBatch([aFileOf(differing('n', 3))])
    await expect(archive.readBatch([aFileOf(differing('m', 3))])).rejects.toMatchObject({
      code: 'batch-under-way',
    })
    const { id } = await first
    await expect(archive.readBatch([aFileOf(differing('m', 3))])).rejects.toMatchObject({
      code: 'batch-under-way',
    })
    await archive.cancelBatch(id)
    expect(await archive.readBatch([aFileOf(differing('m', 3))])).toMatchObject({ articles: 3 })
  })

  it('that is cancelled half-way fails, and leaves no trace', async () => {
    const { archive, until, profile } = await anOpenArchive(hangingReader)
    const reading = archive.readBatch([aFileOf(differing('n', 3)), aFileOf(differing('m', 3), 'hang.jsonl')])
    const ended = reading.catch((cause: unknown) => cause)
    const { batch } = await until(({ batch: progress }) => progress?.step === 'reading')
    // The first file has been stored, and the second hangs.
    await new Promise((resolve) => {
      setTimeout(resolve, 200)
    })
    await archive.cancelBatch(batch!.batch)
    expect(await ended).toMatchObject({ code: 'cancelled' })
    expect(await archive.stagedBatch()).toBeNull()
    expect(await countRows(profile.databaseName)).toEqual({ files: 1, batches: 0, clippings: 0 })
  })

  it('gives a file up that hangs, and goes on with the next', async () => {
    const { archive } = await anOpenArchive(hangingReader)
    const batch = await archive.readBatch([
      aFileOf(differing('n', 2)),
      aFileOf(differing('m', 2), 'hang.jsonl'),
      aFileOf(differing('o', 2), 'last.jsonl'),
    ])
    expect(batch).toMatchObject({ articles: 4, problems: 1 })
    expect(await archive.batchProblems(batch.id, 0, 10)).toMatchObject([
      { file: 'hang.jsonl', row: 0, code: 'limit-reached' },
    ])
  })

  it('counts what is wrong by file and row, and keeps it with the accepted batch', async () => {
    const { archive } = await anOpenArchive()
    const good = aFileOf(differing('n', 1)) as Extract<ClipInput, { kind: 'file' }>
    const text = `${await good.blob.text()}\n{"paragraphs":["无题"]}\n{bad\n`
    const batch = await archive.readBatch([aTextFile(text, 'some.jsonl')])
    expect(batch).toMatchObject({ articles: 1, problems: 2 })
    const problems = await archive.batchProblems(batch.id, 0, Infinity)
    expect(problems.map(({ file, row, code }) => [file, row, code])).toEqual([
      ['some.jsonl', 2, 'title-missing'],
      ['some.jsonl', 3, 'json-malformed'],
    ])
    expect(await archive.batchProblems(batch.id, 1, 1)).toEqual([problems[1]])
    await archive.acceptBatch(batch.id)
    expect(await archive.batchProblems(batch.id, 0, 10)).toEqual(problems)
    await expect(archive.batchProblems('no such batch', 0, 10)).rejects.toMatchObject({ code: 'batch-gone' })
  })

  it('keeps the paste that an article was read from, for as long as its batch', async () => {
    const { archive } = await anOpenArchive()
    const text =
      '示例县召开春耕工作会议\n\n《示例日报》2001年2月3日01版\n\n示例县昨天召开春耕工作会议，县长张示例主持会议。\n\n会议要求各地抓紧春耕。'
    const batch = await archive.readBatch([{ kind: 'text', text, html: null }])
    expect(batch).toMatchObject({ articles: 1, sources: [] })
    const [row] = await archive.batchRows(batch.id, 'all', 0, 1)
    expect(row!.article.newspaper).toBe('示例日报')
    await archive.acceptBatch(batch.id)
    const { attachments, source } = await archive.belongings(row!.article.id)
    expect(source).toMatchObject({ batch: batch.id })
    expect(attachments).toMatchObject([{ kind: 'original', type: 'text/plain' }])
    const content = (await archive.attachmentContent(attachments[0]!.number)) as Blob
    expect(await content.text()).toBe(text)
    await archive.undoBatch(batch.id)
    expect(await archive.attachmentContent(attachments[0]!.number)).toBeNull()
  })
})

describe('editing a staged article', () => {
  const doubtful: Partial<Article> = {
    newspaper: '示例报',
    issueDate: '2001-02-03',
    doubtful: ['newspaper', 'issueDate'],
  }

  async function aStaged(fields: Partial<Article>) {
    const [article] = differing('n', 1, fields)
    const { archive } = await anOpenArchive()
    const batch = await archive.readBatch([aFileOf([article!])])
    return { archive, batch, article: article! }
  }

  it('confirms what is given, and is there once it is accepted', async () => {
    const { archive, batch } = await aStaged(doubtful)
    expect(batch.doubtful).toBe(1)
    const row = await archive.editBatchRow(batch.id, 1, { issueDate: '2001年2月4日' })
    expect(row.article).toMatchObject({ issueDate: '2001-02-04', doubtful: ['newspaper'] })
    await archive.editBatchRow(batch.id, 1, { newspaper: '示例报' })
    expect(await archive.stagedBatch()).toMatchObject({ doubtful: 0 })
    expect(await archive.batchRows(batch.id, 'doubtful', 0, 10)).toEqual([])
    await archive.acceptBatch(batch.id)
    expect((await archive.article('n-1', EMPTY_QUERY))?.article).toMatchObject({
      issueDate: '2001-02-04',
      doubtful: [],
    })
  })

  it('refuses what no article can have, and changes nothing', async () => {
    const { archive, batch } = await aStaged(doubtful)
    await expect(archive.editBatchRow(batch.id, 1, { issueDate: '2001-13-45' })).rejects.toMatchObject({
      code: 'edit-malformed',
      subject: 'issueDate',
    })
    expect((await archive.batchRows(batch.id, 'all', 0, 1))[0]?.article.issueDate).toBe('2001-02-03')
  })

  it('follows the fields that an id is made of, and not an id that was given', async () => {
    const fields = { title: '示例题目', newspaper: '示例报' }
    const { archive, batch } = await aStaged({ ...fields, id: deriveArticleId(anArticle(fields)) })
    const row = await archive.editBatchRow(batch.id, 1, { issueDate: '2001-02-03' })
    expect(row.article.id).toBe(deriveArticleId(row.article))
    const other = await aStaged({})
    expect((await other.archive.editBatchRow(other.batch.id, 1, { title: '另题' })).article.id).toBe('n-1')
  })

  it('compares again: what has become like another is told, and what was decided holds while it is like the same', async () => {
    const { archive, batch } = await aStaged({})
    const [held] = differing('h', 1)
    const like = await archive.editBatchRow(batch.id, 1, { title: held!.title, paragraphs: held!.paragraphs })
    expect(like).toMatchObject({ decision: 'skip', likeness: { kind: 'same', id: 'h-1' } })
    await archive.decideBatch(batch.id, 1, 'replace')
    expect((await archive.editBatchRow(batch.id, 1, { page: '03' })).decision).toBe('replace')
    const unlike = await archive.editBatchRow(batch.id, 1, {
      title: '又一题',
      paragraphs: ['全然不同的一段话。'],
    })
    expect(unlike).toMatchObject({ decision: 'take', likeness: null })
  })
})

describe('a table of a batch', () => {
  const table = [
    '甲列,乙列,丙列',
    '示例一,示例县今天召开第一次会议讨论春耕,示例报',
    '示例二,另一件事情发生在样张县的山区里面,示例报',
  ].join('\n')

  it('is read again with other fields, and nothing else is', async () => {
    const { archive } = await anOpenArchive()
    const batch = await archive.readBatch([aTextFile(table, 'table.csv'), aFileOf(differing('n', 2))])
    await archive.editBatchRow(batch.id, (await archive.batchRows(batch.id, 'all', 0, 10)).at(-1)!.place, {
      page: '09',
    })
    const [reading] = batch.tables
    expect(reading?.columns.map(({ name }) => name)).toEqual(['甲列', '乙列', '丙列'])
    const mapped = await archive.mapTable(batch.id, reading!.file, ['title', 'paragraphs', 'newspaper'])
    expect(mapped).toMatchObject({ articles: 4, problems: 0 })
    expect(mapped.tables[0]?.columns.map(({ field }) => field)).toEqual(['title', 'paragraphs', 'newspaper'])
    const rows = await archive.batchRows(batch.id, 'all', 0, 10)
    expect(rows.map(({ article }) => article.title)).toEqual(['示例一', '示例二', '示例 n1', '示例 n2'])
    expect(rows.map(({ likeness }) => likeness)).toEqual([null, null, null, null])
    expect(rows[3]?.article.page).toBe('09')

    const again = await archive.mapTable(batch.id, reading!.file, ['paragraphs', 'title', null])
    expect(again).toMatchObject({ articles: 4, alike: 0 })
    await archive.acceptBatch(batch.id)
    expect(await foundIds(archive)).toHaveLength(7)
    expect((await archive.collections()).find(({ isOwn }) => isOwn)?.articles).toBe(4)
  })

  it('that the batch does not have is not read', async () => {
    const { archive } = await anOpenArchive()
    const batch = await archive.readBatch([aFileOf(differing('n', 2))])
    await expect(archive.mapTable(batch.id, 'none.csv', [])).rejects.toMatchObject({ code: 'unexpected' })
    expect(await archive.stagedBatch()).toMatchObject({ articles: 2 })
  })
})

describe('a staged row', () => {
  const PAGE = [
    '示例县召开春耕工作会议',
    '《示例日报》2012年7月1日01版',
    '　　示例县昨天召开了春耕工作会议，会议要求各乡镇抓紧准备，不误农时。',
    '　　县长李样张主持会议并讲话，他说春耕不等人，各项工作要早做安排。',
  ].join('\n')

  it('has the page that it was read from, which can be looked at; a row of a table has none', async () => {
    const { archive } = await anOpenArchive()
    const batch = await archive.readBatch([
      aTextFile(PAGE, 'page.txt'),
      aFileOf(differing('n', 1), 'rows.jsonl'),
    ])
    const original = await archive.stagedOriginal(batch.id, 1)
    expect(original).toMatchObject({ name: 'page.txt', type: 'text/plain' })
    expect(await archive.originalText(original!.number)).toEqual({ text: PAGE, isCut: false })
    expect(await archive.stagedOriginal(batch.id, 2)).toBeNull()
    expect(await archive.originalText(99)).toBeNull()
  })

  it('is found in every view, also when the table before it was read again', async () => {
    const { archive } = await anOpenArchive()
    const rows = differing('n', 3).map(({ title, paragraphs }) => `${title},${paragraphs[0]!}`)
    const batch = await archive.readBatch([
      aTextFile(['甲,乙', ...rows].join('\n'), 'table.csv'),
      aFileOf(differing('m', 2, { doubtful: ['page'] }), 'rows.jsonl'),
    ])
    await archive.mapTable(batch.id, 'table.csv', ['title', 'paragraphs'])
    const all = await archive.batchRows(batch.id, 'all', 0, 10)
    expect(all.map(({ place }) => place)).not.toEqual(
      all.map(({ place }) => place).sort((one, other) => one - other),
    )
    for (const [index, row] of all.entries()) {
      expect(await archive.findBatchRow(batch.id, 'all', row.place)).toEqual({ index, row })
    }
    const doubtful = await archive.batchRows(batch.id, 'doubtful', 0, 10)
    expect(doubtful).toHaveLength(2)
    expect(await archive.findBatchRow(batch.id, 'doubtful', doubtful[1]!.place)).toMatchObject({ index: 1 })
    // One that the view does not have stands before those that come after it.
    expect(await archive.findBatchRow(batch.id, 'doubtful', all[0]!.place)).toMatchObject({ index: 0 })
    expect(await archive.findBatchRow(batch.id, 'all', 99)).toEqual({ index: 0, row: null })
  })
})
