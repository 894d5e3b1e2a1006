import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { parseNote } from '../../../src/domain/note'
import { openDexieStore } from '../../../src/storage/dexieStore'

let databases = 0

/** A database as version 3 of it was, with these rows. */
async function aDatabaseOfVersion3(rows: Readonly<Record<string, readonly object[]>>): Promise<string> {
  const name = `jianbao-version-3-${++databases}`
  const database = new Dexie(name)
  database.version(3).stores({
    collections: 'id',
    files: '++number, &sha256',
    articles: 'key, article.id',
    values: 'name',
    indexFiles: 'name, file',
    batches: 'id',
    clippings: 'key, articleId',
    signatures: 'key',
    amendments: 'articleId, &version',
    replacements: 'key, *replaces',
    deeds: '++number',
    deedEntries: 'number',
    notes: '++number, articleId',
    attachments: '++number, articleId, batch',
  })
  await database.open()
  for (const [table, some] of Object.entries(rows)) await database.table(table).bulkAdd(some)
  database.close()
  return name
}

const note = (number: number, articleId: string, text: string) => ({
  number,
  articleId,
  text,
  changedAt: '2026-10-01T08:00:00.000Z',
})

describe('a database of version 3', () => {
  it('has its notes as records, each under an id of its own', async () => {
    const notes = [note(1, 'a', '一'), note(2, 'a', '一'), note(3, 'b', '三')]
    const { records } = await openDexieStore({ name: await aDatabaseOfVersion3({ notes }) })
    const moved = (await records.ofKind('note')).map(parseNote)
    expect(moved.map((one) => [one?.articleId, one?.text, one?.writtenAt]).sort()).toEqual(
      notes.map(({ articleId, text, changedAt }) => [articleId, text, changedAt]),
    )
    expect(new Set(moved.map((one) => one?.id)).size).toBe(3)
  })

  it('has its scans under ids that travel, and its originals as they were', async () => {
    const scan = {
      number: 4,
      articleId: 'a',
      kind: 'scan',
      name: '01.png',
      type: 'image/png',
      bytes: 2,
      content: Uint8Array.of(7, 8),
    }
    const original = { ...scan, number: 5, articleId: '', kind: 'original', batch: 'b-1' }
    const name = await aDatabaseOfVersion3({ attachments: [scan, original] })
    const { records, belongings } = await openDexieStore({ name })
    const [record] = await records.about('scan', ['a'])
    expect(record?.content).toEqual({ name: '01.png', type: 'image/png', bytes: 2 })
    const [moved] = await belongings.scans([record!.id])
    expect(moved).toMatchObject({ number: 4, id: record!.id, articleId: 'a' })
    expect(new Uint8Array(await (await belongings.contentOf(4))!.arrayBuffer())).toEqual(scan.content)
    expect((await belongings.originalsOf('b-1')).map(({ number }) => number)).toEqual([5])
    expect(await belongings.scanIds()).toEqual([record!.id])
  })

  it('has amendments that say when the last deed on them was done', async () => {
    const amendment = (articleId: string, version: number) => ({
      articleId,
      edit: { title: '题' },
      isDeleted: false,
      content: version,
      version,
      indexed: version,
    })
    const deed = (number: number, at: string) => ({
      number,
      kind: 'edit',
      at,
      articles: 1,
      title: '',
      isUndone: false,
    })
    const [first, last] = ['2026-10-01T08:00:00.000Z', '2026-10-02T08:00:00.000Z']
    const name = await aDatabaseOfVersion3({
      amendments: [amendment('a', 2), amendment('b', 3)],
      deeds: [deed(1, first), deed(2, last)],
      deedEntries: [
        { number: 1, entries: [{ id: 'a' }] },
        { number: 2, entries: [{ id: 'a' }] },
      ],
    })
    const { amendments } = await openDexieStore({ name })
    expect(await amendments.withIds(['a', 'b'])).toEqual([
      { ...amendment('a', 2), changedAt: last, changedBy: '' },
      { ...amendment('b', 3), changedAt: '1970-01-01T00:00:00.000Z', changedBy: '' },
    ])
    expect(await amendments.deeds(9)).toHaveLength(2)
  })

  it('can be empty', async () => {
    const { records } = await openDexieStore({ name: await aDatabaseOfVersion3({}) })
    expect(await records.page(null, 9)).toEqual([])
  })
})
