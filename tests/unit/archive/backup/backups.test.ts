import { describe, expect, it } from 'vitest'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import type { Archive } from '../../../../src/domain/archive'
import { createMemoryStore } from '../../../../src/storage/memoryStore'
import { aCollection } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile, type ArchiveInTab } from '../../builders/anArchive'
import { anArticle } from '../../builders/anArticle'

const held = [
  anArticle({ id: 'a', title: '示例县春耕会议', tags: ['旧'] }),
  anArticle({ id: 'b', title: '示例县秋收' }),
]
const bundled = aCollection({ files: { 'articles-1.jsonl': held } })
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
const PREFERENCES = { theme: 'dark', verifierName: '张示例' }

type Changes = Parameters<typeof anArchive>[3]

async function opened(changes: Changes = {}): Promise<ArchiveInTab> {
  const tab = anArchive(aHost(bundled), bundled, aProfile(), changes)
  await tab.archive.open()
  return tab
}

const inMemory: Changes = { openStore: () => Promise.resolve(createMemoryStore()) }

async function bring(archive: Archive, ...texts: readonly string[]): Promise<string> {
  const lines = texts.map((text, number) =>
    JSON.stringify({ title: `${text}之${String(number)}`, newspaper: '示例日报', paragraphs: [text, '二'] }),
  )
  const blob = new Blob([lines.join('\n')])
  const { id } = await archive.readBatch([{ kind: 'file', name: `${texts[0]!}.jsonl`, blob }])
  await archive.acceptBatch(id)
  return id
}

/** Makes something of every kind that a backup holds. */
async function fill(archive: Archive): Promise<void> {
  await bring(archive, '县里开了春耕会议，部署今年的生产', '乡里修好了水渠，今年不怕旱')
  await archive.readBatch([
    {
      kind: 'text',
      text: '示例镇办起夜校\n\n本报讯 示例镇办起夜校，一百人报名。\n教员是本镇人。',
      html: null,
    },
  ])
  await archive.acceptBatch((await archive.stagedBatch())!.id)
  await archive.saveNote(['a', 'b'], null, '与原报核过', '张示例')
  await archive.attach('a', '01版.png', new Blob([PNG]))
  await archive.changeArticles(
    ['a'],
    { kind: 'edit', edit: { title: '示例县春耕大会', kicker: '农业' } },
    '张示例',
  )
  await archive.changeArticles(['b'], { kind: 'delete' })
  await archive.saveRecords([{ kind: 'bookmark', id: 'a', about: 'a', content: {} }], '张示例')
  await archive.saveRecords([{ kind: 'bookmark', id: 'gone', about: 'b', content: {} }], '')
  await archive.saveRecords([{ kind: 'bookmark', id: 'gone', about: 'b', content: null }], '')
}

const bytesOf = async (content: Blob): Promise<Uint8Array> => new Uint8Array(await content.arrayBuffer())
const backupOf = async (archive: Archive): Promise<Blob> => (await archive.writeBackup(PREFERENCES)).content
const KEEP = { isBringingBack: false }

async function titles({ archive }: ArchiveInTab): Promise<readonly string[]> {
  const { rows } = await archive.search(EMPTY_QUERY, 50)
  return rows.map(({ title }) => title).sort()
}

describe.each([
  ['in the database', {}],
  ['in memory', inMemory],
])('a backup, %s,', (_where, changes: Changes) => {
  it('restored into an empty browser makes it the same: its backup is the same to the byte', async () => {
    const one = await opened(changes)
    await fill(one.archive)
    const backup = await backupOf(one.archive)
    const other = await opened(changes)
    const restored = await other.archive.restoreBackup(backup, KEEP)
    expect(restored).toMatchObject({ articlesAdded: 3, articlesRemoved: 0 })
    expect(await other.archive.backupState()).toMatchObject({ unsaved: 0, hasContent: true })
    expect(await bytesOf(await backupOf(other.archive))).toEqual(await bytesOf(backup))
    expect(await titles(other)).toEqual(await titles(one))
    const { notes, attachments, unamended } = await other.archive.belongings('a')
    expect([notes[0]?.text, unamended?.title]).toEqual(['与原报核过', '示例县春耕会议'])
    const content = await other.archive.attachmentContent(attachments[0]!.number)
    expect(await bytesOf(content as Blob)).toEqual(PNG)
    const batches = (await other.archive.batches()).map(({ sources, articles }) => [sources, articles])
    expect(batches).toEqual((await one.archive.batches()).map((batch) => [batch.sources, batch.articles]))
  })

  it('brings the originals of its articles, and how they were read', async () => {
    const one = await opened(changes)
    await fill(one.archive)
    const other = await opened(changes)
    await other.archive.restoreBackup(await backupOf(one.archive), KEEP)
    const { rows } = await other.archive.search({ ...EMPTY_QUERY, q: '夜校' }, 5)
    const [mine, theirs] = await Promise.all(
      [one, other].map(({ archive }) => archive.belongings(rows[0]!.id)),
    )
    expect(theirs!.source).toEqual(mine!.source)
    expect(theirs!.changes).toEqual(mine!.changes)
    const original = theirs!.attachments.find(({ kind }) => kind === 'original')!
    expect(await ((await other.archive.attachmentContent(original.number)) as Blob).text()).toContain(
      '一百人报名',
    )
  })

  it('restored again changes nothing, and says so before', async () => {
    const { archive } = await opened(changes)
    await fill(archive)
    const backup = await backupOf(archive)
    const preview = await archive.examineBackup(backup)
    expect(preview.records.note).toMatchObject({ same: 2, added: 0, changed: 0 })
    expect(preview.amendments).toMatchObject({ same: 2, added: 0, changed: 0, deleted: 0 })
    expect(preview.batches).toMatchObject({ same: 2, added: 0 })
    expect(preview).toMatchObject({
      articlesAdded: 0,
      articlesRemoved: 0,
      files: 0,
      preferences: PREFERENCES,
    })
    const { deed } = await archive.restoreBackup(backup, KEEP)
    expect(deed).toMatchObject({ number: 0, articles: 0 })
    expect(await bytesOf(await backupOf(archive))).toEqual(await bytesOf(backup))
  })

  it('says before what it will bring', async () => {
    const one = await opened(changes)
    await fill(one.archive)
    const backup = await backupOf(one.archive)
    const { archive } = await opened(changes)
    const preview = await archive.examineBackup(backup)
    expect(preview.records).toMatchObject({
      note: { added: 2 },
      scan: { added: 1 },
      bookmark: { added: 1, same: 1 },
    })
    expect(preview.amendments).toMatchObject({ added: 2 })
    expect(preview.batches).toMatchObject({ added: 2 })
    expect(preview).toMatchObject({ articlesAdded: 3, files: 2 })
    expect(await archive.batches()).toEqual([])
    expect((await archive.belongings('a')).notes).toEqual([])
  })

  it('of two people merges both ways to the same', async () => {
    const [one, other] = [await opened(changes), await opened(changes)]
    await fill(one.archive)
    await bring(other.archive, '另一个人带来的报道，说的是造林')
    await other.archive.changeArticles(['a'], { kind: 'edit', edit: { title: '别的题' } }, '李样张')
    await other.archive.saveNote(['a'], null, '另一条', '李样张')
    await other.archive.saveRecords([{ kind: 'bookmark', id: 'a', about: 'a', content: null }], '李样张')
    const [fromOne, fromOther] = [await backupOf(one.archive), await backupOf(other.archive)]
    await one.archive.restoreBackup(fromOther, KEEP)
    await other.archive.restoreBackup(fromOne, KEEP)
    // What both made together is in neither file.
    expect((await one.archive.backupState()).unsaved).toBeGreaterThan(0)
    expect(await bytesOf(await backupOf(one.archive))).toEqual(await bytesOf(await backupOf(other.archive)))
    expect(await titles(one)).toEqual(await titles(other))
    expect((await one.archive.belongings('a')).notes).toHaveLength(2)
  })

  it('takes out what was taken out elsewhere, and brings nothing back unasked', async () => {
    const one = await opened(changes)
    const batch = await bring(one.archive, '先带来后拿走的一篇，说的是修路')
    await one.archive.saveRecords([{ kind: 'bookmark', id: 'x', about: 'a', content: {} }], '')
    const before = await backupOf(one.archive)
    const other = await opened(changes)
    await other.archive.restoreBackup(before, KEEP)
    await one.archive.undoBatch(batch)
    await one.archive.saveRecords([{ kind: 'bookmark', id: 'x', about: 'a', content: null }], '')
    const after = await backupOf(one.archive)
    expect(await other.archive.examineBackup(after)).toMatchObject({
      articlesRemoved: 1,
      batches: { deleted: 1 },
      records: { bookmark: { deleted: 1 } },
    })
    expect(await other.archive.restoreBackup(after, KEEP)).toMatchObject({ articlesRemoved: 1 })
    expect(await titles(other)).not.toContain('先带来后拿走的一篇，说的是修路之0')
    expect(await bytesOf(await backupOf(other.archive))).toEqual(await bytesOf(after))

    expect(await one.archive.examineBackup(before)).toMatchObject({
      articlesAdded: 0,
      batches: { deletedHere: 1 },
      records: { bookmark: { deletedHere: 1 } },
    })
    await one.archive.restoreBackup(before, KEEP)
    expect(await one.archive.batches()).toEqual([])
    await one.archive.restoreBackup(before, { isBringingBack: true })
    expect(await titles(one)).toContain('先带来后拿走的一篇，说的是修路之0')
    expect(await one.archive.records('bookmark', null)).toHaveLength(1)
  })

  it('is a deed that can be undone, and done again', async () => {
    const one = await opened(changes)
    await fill(one.archive)
    const { archive } = await opened(changes)
    await archive.saveRecords([{ kind: 'bookmark', id: 'own', about: 'a', content: {} }], '')
    const { deed } = await archive.restoreBackup(await backupOf(one.archive), KEEP)
    // Two notes, a scan, a bookmark, two corrections.
    expect(deed).toMatchObject({ kind: 'merge', articles: 6 })
    expect(await archive.undoDeed(deed.number)).toBe(6)
    expect((await archive.belongings('a')).notes).toEqual([])
    expect((await archive.belongings('a')).unamended).toBeNull()
    expect((await archive.records('bookmark', null)).map(({ id }) => id)).toEqual(['own'])
    expect(await archive.undoDeed(deed.number)).toBe(6)
    const { notes, attachments } = await archive.belongings('a')
    expect([notes.length, attachments.length]).toEqual([1, 1])
  })

  it.each([
    ['no backup at all', () => Promise.resolve(new Blob(['{"title":"示例"}'])), 'foreign'],
    ['a backup that is cut off', async () => (await aBackup()).slice(0, -20), 'damaged'],
    [
      'a backup of a newer program',
      () => Promise.resolve(new Blob(['{"format":"jianbao-backup","version":9}\n'])),
      'newer',
    ],
  ])('is refused when it is %s, and nothing changes', async (_what, file, fault) => {
    const { archive } = await opened(changes)
    await archive.saveNote(['a'], null, '我的', '')
    const before = await bytesOf(await backupOf(archive))
    const given = await file()
    const refusal = { code: 'backup-refused', subject: fault }
    await expect(archive.examineBackup(given)).rejects.toMatchObject(refusal)
    await expect(archive.restoreBackup(given, KEEP)).rejects.toMatchObject(refusal)
    expect(await bytesOf(await backupOf(archive))).toEqual(before)
    expect(await titles({ archive } as ArchiveInTab)).toHaveLength(2)
  })
})

async function aBackup(): Promise<Blob> {
  const { archive } = await opened()
  await fill(archive)
  return backupOf(archive)
}
