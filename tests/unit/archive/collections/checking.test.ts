import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../../../src/domain/archive'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import type { FileCheck } from '../../../../src/domain/following'
import { openDexieStore } from '../../../../src/storage/dexieStore'
import { aCollection, articles } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile, type ArchiveInTab, type Profile } from '../../builders/anArchive'
import { anIndexedCollection } from '../indexedCollection'

const FOLDER = 'https://papers.test/2012/'
const bundled = aCollection({ files: { 'articles-1.jsonl': articles('a', 3) } })
const papers = anIndexedCollection(
  {
    id: 'papers',
    folder: FOLDER,
    files: { 'a.jsonl.gz': articles('p', 600), 'b.jsonl': articles('q', 2), 'c.jsonl': articles('r', 4) },
  },
  // The last one is indexed on the device.
  { 'c.jsonl': null },
)

interface Held extends ArchiveInTab {
  readonly profile: Profile
  readonly host: ReturnType<typeof aHost>
}

/** An archive that has taken in a collection, with its index in files. */
async function holding(collection = papers): Promise<Held> {
  const host = aHost(bundled, collection)
  const profile = aProfile()
  const inTab = anArchive(host, bundled, profile)
  await inTab.archive.open()
  await inTab.archive.takeInCollection(FOLDER)
  await inTab.untilReady()
  return { ...inTab, profile, host }
}

/** Every check that there is, in its order. */
async function checksOf(archive: Archive): Promise<readonly FileCheck[]> {
  const checks: FileCheck[] = []
  for (let place = 0; ; place += 1) {
    const check = await archive.checkCollectionFile('papers', place)
    if (check === null) return checks
    checks.push(check)
  }
}

async function inTables<Result>({ profile }: Held, use: (database: Dexie) => Promise<Result>) {
  const database = await new Dexie(profile.databaseName).open()
  try {
    return await use(database)
  } finally {
    database.close()
  }
}

/** Flips a byte in the middle of a file of the index. */
async function damageIndexFile({ profile }: Held, name: string): Promise<void> {
  const store = await openDexieStore({ name: profile.databaseName, onTrouble: () => undefined })
  const reader = (await store.openIndexFile(name))!
  const bytes = reader.read(0, reader.size).slice()
  reader.close()
  bytes[bytes.length >>> 1]! ^= 0xff
  await store.writeIndexFile(name, [bytes])
  store.close()
}

describe('what is held of a collection', () => {
  it('is intact where articles written out again, and index files, have the promised hash', async () => {
    const held = await holding()
    await expect.poll(async () => (await checksOf(held.archive)).length).toBe(6)
    const files = 6
    const verdict = 'intact'
    expect(await checksOf(held.archive)).toEqual([
      { role: 'articles', path: 'a.jsonl.gz', articles: 600, verdict, files },
      { role: 'articles', path: 'b.jsonl', articles: 2, verdict, files },
      { role: 'articles', path: 'c.jsonl', articles: 4, verdict, files },
      { role: 'index', path: 'index/a.jbx', articles: 600, verdict, files },
      { role: 'index', path: 'index/b.jbx', articles: 2, verdict, files },
      // Made here, together with what else was indexed here.
      { role: 'index', path: '', articles: expect.any(Number) as number, verdict, files },
    ])
    expect(await held.archive.discardDamagedFiles('papers')).toBe(0)
  })

  it('is damaged where articles are lost, and whole again once that file was fetched anew', async () => {
    const held = await holding()
    const { archive, untilReady } = held
    await inTables(held, async (database) => {
      const table = database.table('articles')
      await table.bulkDelete(await table.where('article.id').equals('p-300').primaryKeys())
    })
    expect((await checksOf(archive))[0]).toMatchObject({ path: 'a.jsonl.gz', verdict: 'damaged' })
    expect(await archive.discardDamagedFiles('papers')).toBe(1)
    expect((await archive.collections())[1]).toMatchObject({ missingFiles: 1, articles: 6 })
    await archive.takeInCollection(FOLDER)
    await untilReady()
    expect((await checksOf(archive))[0]).toMatchObject({ verdict: 'intact' })
    expect((await archive.search(EMPTY_QUERY, 1)).total).toBe(609)
  })

  it('has a damaged index where its file is not as it was fetched; that is made again without a request', async () => {
    const held = await holding()
    const { archive, host, untilReady } = held
    const { sha256 } = papers.manifest.files.find(({ path }) => path === 'index/a.jbx')!
    await damageIndexFile(held, sha256)
    const damaged = (await checksOf(archive)).filter(({ verdict }) => verdict !== 'intact')
    expect(damaged).toMatchObject([{ role: 'index', path: 'index/a.jbx', verdict: 'damaged' }])
    host.requests.length = 0
    await archive.rebuildDamagedIndex()
    await untilReady()
    expect((await archive.search({ ...EMPTY_QUERY, q: '第300次会议' }, 1)).total).toBe(1)
    expect((await archive.search(EMPTY_QUERY, 1)).total).toBe(609)
    await expect
      .poll(async () => (await checksOf(archive)).map(({ role, verdict }) => `${role} ${verdict}`).sort())
      .not.toContain('index damaged')
    expect((await checksOf(archive)).map(({ path }) => path)).not.toContain('index/a.jbx')
    expect(host.requests).toEqual([])
  })

  it('cannot be proved where its publisher writes articles in another form', async () => {
    const spaced = aCollection({
      id: 'papers',
      folder: FOLDER,
      files: { 'a.jsonl': [{ headline: '示例会议', text: '示例县开会。' }] },
    })
    const { archive } = await holding(spaced)
    expect(await archive.checkCollectionFile('papers', 0)).toMatchObject({ verdict: 'unproven' })
  })

  it('is asked for by its id: what the user has added, and what is not there, has nothing to check', async () => {
    const { archive } = await holding()
    for (const id of ['own', 'nothing'])
      await expect(archive.checkCollectionFile(id, 0)).rejects.toMatchObject({ code: 'unexpected' })
  })
})
