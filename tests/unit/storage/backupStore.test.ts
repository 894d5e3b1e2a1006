import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import type { TravellingAmendment } from '../../../src/domain/backup'
import type { KeptRecord } from '../../../src/domain/keptRecord'
import type { ArchiveStore } from '../../../src/storage/archiveStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { createMemoryStore } from '../../../src/storage/memoryStore'
import type { StoredDeedPiece } from '../../../src/storage/storedDeedPiece'
import { aRestoration } from '../builders/aRestoration'

let databases = 0
const kinds: readonly [string, () => Promise<ArchiveStore>][] = [
  ['Dexie', () => openDexieStore({ name: `jianbao-restored-${++databases}` })],
  ['memory', () => Promise.resolve(createMemoryStore())],
]

const [EARLIER, LATER, LATEST] = ['2026-01-01', '2026-01-02', '2026-03-01'].map(
  (day) => `${day}T00:00:00.000Z`,
)

const note = (number: number, text: string, changedAt = LATER!): KeptRecord => ({
  kind: 'note',
  id: `n${number}`,
  about: 'a',
  content: { text, writtenAt: EARLIER },
  changedAt,
  changedBy: '张示例',
})
const correction = (number: number, title: string): TravellingAmendment => ({
  articleId: `a${number}`,
  edit: { title },
  isDeleted: false,
  changedAt: LATER!,
  changedBy: '',
})
const numbers = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, place) => from + place)

/** Restores notes and corrections under these numbers, put aside in pieces of ten. */
async function restore(store: ArchiveStore, name: string, of: readonly number[]) {
  const backups = await store.backups()
  for (let from = 0; from < of.length; from += 10) {
    const some = of.slice(from, from + 10)
    await backups.stage(name, { records: some.map((one) => note(one, '来的')), amendments: [] })
    await backups.stage(name, { records: [], amendments: some.map((one) => correction(one, '来的题')) })
  }
  return backups.commit(aRestoration(name))
}

describe.each(kinds)('a backup that is restored in %s', (_kind, openStore) => {
  it('is one deed, taken back and done again as a whole, however many pieces it came in', async () => {
    const store = await openStore()
    const { records, amendments } = store
    await records.merge([note(1, '先有的', EARLIER)])
    const deed = await restore(store, 'restore-1', numbers(0, 35))
    expect(deed).toMatchObject({ kind: 'merge', articles: 70, isUndone: false })
    expect(await amendments.deeds(9)).toEqual([deed])
    expect((await amendments.entriesOf(deed.number)).map(({ id }) => id)).toEqual(
      numbers(0, 35).map((one) => `a${one}`),
    )

    expect(await amendments.undo(deed.number, LATEST)).toBe(70)
    expect((await records.ofKind('note')).map(({ content }) => content)).toEqual([note(1, '先有的').content])
    expect((await amendments.withIds(['a0', 'a34'])).map((one) => one?.edit)).toEqual([{}, {}])
    expect((await amendments.deeds(9))[0]).toMatchObject({ articles: 70, isUndone: true })

    expect(await amendments.undo(deed.number, LATEST)).toBe(70)
    expect(await records.ofKind('note')).toHaveLength(35)
    const versions = (await amendments.after(0, 99)).map(({ version }) => version)
    expect(new Set(versions).size).toBe(35)
    expect((await amendments.deeds(9))[0]).toMatchObject({ isUndone: false })
  })

  it('is undone where nothing was changed since, and left where it was', async () => {
    const store = await openStore()
    const deed = await restore(store, 'restore-1', numbers(0, 25))
    await store.records.merge([note(20, '后来改的', LATEST)])
    expect(await store.amendments.undo(deed.number, LATEST)).toBe(49)
    expect((await store.records.ofKind('note')).map(({ id }) => id)).toEqual(['n20'])
  })

  it('is no deed when it changes nothing', async () => {
    const store = await openStore()
    const first = await restore(store, 'restore-1', numbers(0, 3))
    expect(await restore(store, 'restore-2', numbers(0, 3))).toMatchObject({ number: 0, articles: 0 })
    expect(await store.amendments.deeds(9)).toEqual([first])
  })
})

describe('what a restored backup changed', () => {
  it('is stored in as many pieces as it came in, so that never all of it is in memory', async () => {
    const name = 'jianbao-restored-pieces'
    const store = await openDexieStore({ name })
    const { number } = await restore(store, 'restore-1', numbers(0, 35))
    store.close()
    const database = await new Dexie(name).open()
    const pieces = await database.table<StoredDeedPiece>('deedPieces').toArray()
    expect(pieces.map(({ deed, place }) => [deed, place])).toEqual(
      numbers(1, 8).map((place) => [number, place]),
    )
    expect(Math.max(...pieces.map(({ entries, records }) => entries.length + records.length))).toBe(10)
    expect(await database.table('restoring').count()).toBe(0)
    database.close()
  })
})

describe('a database of version 4', () => {
  it('has its deeds in pieces, which can be undone, and name the scans that may come back', async () => {
    const name = 'jianbao-version-4'
    const former = new Dexie(name)
    former.version(4).stores({
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
      attachments: '++number, batch, id',
      records: '[kind+id], [kind+about], changedAt',
      restoring: '++number, name',
    })
    await former.open()
    const content = { edit: { title: '新' }, isDeleted: false, content: 1 }
    const before = { edit: {}, isDeleted: false, content: 0 }
    const amended = { version: 1, indexed: 1, changedAt: LATER, changedBy: '' }
    const told = { title: '', isUndone: false, at: LATER, articles: 1 }
    const scan = {
      ...note(1, ''),
      kind: 'scan',
      id: 's',
      content: { name: '1.png', type: 'image/png', bytes: 1 },
    }
    const gone = { ...scan, content: null }
    await former.table('amendments').add({ articleId: 'a', ...content, ...amended })
    await former.table('deeds').bulkAdd([
      { ...told, number: 1, kind: 'edit' },
      { ...told, number: 2, kind: 'merge' },
    ])
    await former.table('deedEntries').bulkAdd([
      { number: 1, entries: [{ id: 'a', before, after: content, isIndexed: true }] },
      { number: 2, entries: [], records: [{ before: scan, after: gone }] },
    ])
    await former.table('records').add(gone)
    await former.table('attachments').add({
      id: 's',
      articleId: 'a',
      kind: 'scan',
      name: '1.png',
      type: 'image/png',
      bytes: 1,
      content: Uint8Array.of(1),
    })
    former.close()

    const { amendments, belongings, records } = await openDexieStore({ name })
    await belongings.clearUnclaimedScans()
    expect(await belongings.scanIds()).toEqual(['s'])
    expect(await amendments.undo(2, LATEST)).toBe(1)
    expect((await records.ofKind('scan')).map(({ id }) => id)).toEqual(['s'])
    expect(await amendments.undo(1, LATEST)).toBe(1)
    expect((await amendments.withIds(['a']))[0]?.edit).toEqual({})
  })
})
