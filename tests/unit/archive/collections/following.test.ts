import Dexie from 'dexie'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import type { GivenFile } from '../../../../src/domain/givenFiles'
import { openDexieStore } from '../../../../src/storage/dexieStore'
import { aCollection, articles, type CollectionOnHost } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { afterKill, anArchive, aProfile, type Profile } from '../../builders/anArchive'
import { anIndexedCollection } from '../indexedCollection'

const FOLDER = 'https://papers.test/2012/'
/** The index of the bundled collection alone: one part, which is its index and its texts. */
const FILES_OF_A_PART = 2
const bundled = aCollection({ files: { 'articles-1.jsonl': articles('a', 3) } })

function papers(revision: number, files: Parameters<typeof anIndexedCollection>[0]['files']) {
  return anIndexedCollection({ id: 'papers', title: '报纸', folder: FOLDER, revision, files })
}

async function opened(host: ReturnType<typeof aHost>, profile = aProfile()) {
  const inTab = anArchive(host, bundled, profile)
  await inTab.archive.open()
  await inTab.untilReady()
  return inTab
}

/** The files of a collection as paths below a folder. */
function filesOf({ content }: CollectionOnHost, folder: string): Record<string, Uint8Array> {
  return Object.fromEntries(
    [...content].map(([address, bytes]) => [folder + address.slice(FOLDER.length), bytes]),
  )
}

function asFolder(collection: CollectionOnHost): readonly GivenFile[] {
  return Object.entries(filesOf(collection, 'stick/2012/')).map(([path, bytes]) => ({
    path,
    content: new Blob([new Uint8Array(bytes)]),
  }))
}

function asZip(collection: CollectionOnHost): readonly GivenFile[] {
  const bytes = zipSync({ 'readme.txt': strToU8('示例'), ...filesOf(collection, '2012/') })
  return [{ path: '2012.zip', content: new Blob([new Uint8Array(bytes)]) }]
}

/** Everything in every table of a profile's database, as JSON. */
async function tablesOf({ databaseName }: Profile): Promise<Readonly<Record<string, readonly string[]>>> {
  const database = await new Dexie(databaseName).open()
  const tables = await Promise.all(
    database.tables.map(async (table) => {
      const rows: readonly unknown[] = await table.toArray()
      return [table.name, rows.map((row) => JSON.stringify(row)).sort()] as const
    }),
  )
  database.close()
  return Object.fromEntries(tables)
}

describe('a collection that is removed', () => {
  it('leaves nothing in any table but what is the user’s', async () => {
    const host = aHost(
      bundled,
      papers(1, { 'a.jsonl.gz': articles('p', 30), 'b.jsonl.gz': articles('q', 5) }),
    )
    const profile = aProfile()
    const { archive, untilReady } = await opened(host, profile)
    const before = await tablesOf(profile)
    await archive.takeInCollection(FOLDER)
    await untilReady()
    await archive.saveNote(['p-1'], null, '与原报一致。', '张示例')
    await archive.saveRecords([{ kind: 'bookmark', id: 'x', about: 'p-2', content: {} }], '张示例')
    await archive.saveRecords([{ kind: 'bookmark', id: 'y', about: 'a-1', content: {} }], '张示例')
    expect(await archive.removalOutlook('papers')).toEqual({ articles: 35, withOwn: 2 })
    const held = await tablesOf(profile)
    await archive.removeCollection('papers')
    await untilReady()
    expect((await archive.search(EMPTY_QUERY, 10)).total).toBe(3)
    expect((await archive.collections()).map(({ id }) => id)).toEqual(['bundled'])
    const after = await tablesOf(profile)
    for (const table of ['collections', 'files', 'articles', 'replacements', 'signatures', 'batches'])
      expect(after[table], table).toEqual(before[table])
    await expect.poll(async () => (await tablesOf(profile))['indexFiles']!.length).toBe(FILES_OF_A_PART)
    for (const table of ['records', 'amendments', 'deeds', 'attachments'])
      expect(after[table], table).toEqual(held[table])
    expect(after['records']!.length).toBeGreaterThan(before['records']!.length)
    expect(JSON.stringify(after['values'])).not.toContain('papers')
    await archive.takeInCollection(FOLDER)
    expect(await archive.belongings('p-1')).toMatchObject({ notes: [{ text: '与原报一致。' }] })
  })

  it('is gone after the next start where the tab was killed in between', async () => {
    const host = aHost(bundled, papers(1, { 'a.jsonl': articles('p', 3) }))
    const profile = aProfile()
    const { archive, untilReady } = await opened(host, profile)
    const before = await tablesOf(profile)
    await archive.takeInCollection(FOLDER)
    await untilReady()
    const store = await openDexieStore({ name: profile.databaseName, onTrouble: () => undefined })
    await store.forgetCollection('papers')
    store.close()
    const next = afterKill(profile)
    const restarted = await opened(host, next)
    await restarted.until(({ articles: found }) => found === 3)
    await expect
      .poll(async () => {
        const { files, articles: rows, indexFiles } = await tablesOf(next)
        return [files!.length, rows!.length, indexFiles!.length]
      })
      .toEqual([before['files']!.length, before['articles']!.length, FILES_OF_A_PART])
  })

  it('is neither the bundled one nor what the user has added', async () => {
    const { archive } = await opened(aHost(bundled))
    for (const id of ['bundled', 'own', 'nothing'])
      await expect(archive.removeCollection(id)).rejects.toMatchObject({ code: 'unexpected' })
    expect((await archive.search(EMPTY_QUERY, 1)).total).toBe(3)
  })
})

describe('a collection in given files', () => {
  it.each([
    ['a ZIP', asZip],
    ['a folder', asFolder],
  ])('is offered and taken in from %s without any request', async (_name, given) => {
    const host = aHost(bundled)
    const profile = aProfile()
    const { archive, untilReady } = await opened(host, profile)
    host.requests.length = 0
    const collection = papers(1, { 'p/a 1.jsonl.gz': articles('p', 5), 'b.jsonl': articles('q', 2) })
    const offer = await archive.offerGivenCollection(given(collection))
    expect(offer).toMatchObject({
      manifest: { id: 'papers', articles: 7 },
      heldRevision: null,
      lackingFiles: 4,
    })
    expect(await archive.takeInGivenCollection(given(collection))).toMatchObject({
      articles: 7,
      missingFiles: 0,
    })
    await untilReady()
    expect((await archive.search({ ...EMPTY_QUERY, collection: ['papers'] }, 10)).total).toBe(7)
    expect(await archive.offerGivenCollection(given(collection))).toMatchObject({
      isCurrent: true,
      lackingFiles: 0,
    })
    expect(await archive.checkRevisions()).toEqual([])
    expect(host.requests).toEqual([])
    const next = await opened(host, afterKill(profile))
    expect((await next.archive.collections()).map(({ id }) => id)).toEqual(['bundled', 'papers'])
  })

  it('brings the next revision of one that came from an address, which stays its address', async () => {
    const first = articles('p', 5)
    const host = aHost(bundled, papers(1, { 'a.jsonl': first }))
    const { archive } = await opened(host)
    await archive.takeInCollection(FOLDER)
    host.requests.length = 0
    const newer = papers(2, { 'a.jsonl': first, 'b.jsonl': articles('q', 2) })
    expect(await archive.takeInGivenCollection(asZip(newer))).toMatchObject({
      revision: 2,
      articles: 7,
      address: `${FOLDER}manifest.json`,
    })
    expect(host.requests).toEqual([])
    host.serve(papers(3, { 'a.jsonl': first }))
    expect(await archive.takeInCollection(FOLDER)).toMatchObject({ revision: 3, articles: 5 })
  })

  it('is kept as far as it is intact; giving it again completes it', async () => {
    const host = aHost(bundled)
    const { archive } = await opened(host)
    const whole = papers(1, { 'a.jsonl': articles('p', 5), 'b.jsonl': articles('q', 2) })
    const lacking = asFolder(whole).filter(({ path }) => !path.endsWith('b.jsonl'))
    await expect(archive.takeInGivenCollection(lacking)).rejects.toMatchObject({ code: 'files-failed' })
    expect((await archive.collections())[1]).toMatchObject({ articles: 5, missingFiles: 1 })
    expect(await archive.takeInGivenCollection(asZip(whole))).toMatchObject({ articles: 7, missingFiles: 0 })
  })

  it.each([
    [
      'without a manifest',
      [{ path: 'x.zip', content: new Blob([new Uint8Array(zipSync({ 'a.txt': strToU8('a') }))]) }],
    ],
    ['that is no ZIP', [{ path: 'x.zip', content: new Blob(['nothing of the kind']) }]],
    [
      'with two collections',
      [
        ...asFolder(papers(1, {})),
        ...asFolder(papers(1, {})).map((file) => ({ ...file, path: `other/${file.path.slice(6)}` })),
      ],
    ],
    ['that is empty', []],
  ])('is refused %s', async (_name, files) => {
    const { archive } = await opened(aHost(bundled))
    await expect(archive.offerGivenCollection(files)).rejects.toMatchObject({ code: 'manifest-malformed' })
  })

  it('does not wait for files that nobody has any more when its take-in was cut off', async () => {
    const profile = aProfile()
    const host = aHost(bundled)
    const { archive } = await opened(host, profile)
    const whole = papers(1, { 'a.jsonl': articles('p', 5), 'b.jsonl': articles('q', 2) })
    await archive.takeInGivenCollection(asZip(whole))
    const store = await openDexieStore({ name: profile.databaseName, onTrouble: () => undefined })
    const collection = (await store.collections())[1]!
    await store.saveCollection({ ...collection, files: collection.files.slice(0, 1) })
    store.close()
    const next = await opened(host, afterKill(profile))
    await next.until(({ progress }) => progress === null)
    await expect.poll(async () => (await next.archive.collections())[1]?.missingFiles).toBe(1)
    expect(next.status().failure).toBeNull()
  })
})

describe('revisions', () => {
  it('are asked for only at addresses that were added, and offered with what they would fetch', async () => {
    const first = articles('p', 5)
    const host = aHost(bundled, papers(1, { 'a.jsonl': first, 'b.jsonl': articles('q', 2) }))
    const { archive } = await opened(host)
    await archive.takeInCollection(FOLDER)
    expect(await archive.checkRevisions()).toEqual([{ id: 'papers', offer: null, failure: null }])
    const newer = papers(2, { 'a.jsonl': first, 'b2.jsonl': articles('q', 3) })
    host.serve(newer)
    host.requests.length = 0
    const [check] = await archive.checkRevisions()
    expect(host.requests).toEqual(['manifest.json'])
    const changed = newer.manifest.files.filter(({ path }) => path.includes('b2'))
    expect(check?.offer).toMatchObject({
      heldRevision: 1,
      lackingFiles: 2,
      lackingBytes: changed.reduce((sum, { bytes }) => sum + bytes, 0),
    })
    host.requests.length = 0
    await archive.takeInCollection(check!.offer!.address)
    expect([...host.requests].sort()).toEqual(['b2.jbx', 'b2.jsonl', 'manifest.json'])
  })

  it('at an address that does not answer are told as a failure', async () => {
    const host = aHost(bundled, papers(1, { 'a.jsonl': articles('p', 1) }))
    const { archive } = await opened(host)
    await archive.takeInCollection(FOLDER)
    host.answer(`${FOLDER}manifest.json`, 'nothing')
    expect(await archive.checkRevisions()).toMatchObject([
      { id: 'papers', offer: null, failure: { code: 'manifest-unreachable' } },
    ])
  })
})
