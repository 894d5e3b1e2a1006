import { describe, expect, it } from 'vitest'
import { BACKUP_SECTIONS, type BackupSection } from '../../../../src/formats/backup/backupFile'
import { writeBackup, type BackupContent, type BackupRow } from '../../../../src/formats/backup/writeBackup'
import { aCollection } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'
import { anArticle } from '../../builders/anArticle'

const bundled = aCollection({
  files: { 'articles-1.jsonl': [anArticle({ id: 'a', title: '示例县春耕会议' })] },
})
const AT = '2026-11-22T00:00:00.000Z'

/** A backup whose hashes are right, and whose rows are these, whatever they are. */
async function aBackupOf(rows: Partial<Record<BackupSection, readonly BackupRow[]>>): Promise<Blob> {
  const section = (name: BackupSection) =>
    async function* (): AsyncGenerator<readonly BackupRow[]> {
      yield await Promise.resolve(rows[name] ?? [])
    }
  const content = Object.fromEntries(BACKUP_SECTIONS.map((name) => [name, section(name)]))
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of writeBackup(content as unknown as BackupContent)) {
    pieces.push(new Uint8Array(piece))
  }
  return new Blob(pieces)
}

/** An archive whose clock moves on whenever somebody looks at it. */
async function opened() {
  let now = Date.parse(AT)
  const { archive } = anArchive(aHost(bundled), bundled, aProfile(), { clock: () => new Date((now += 1000)) })
  await archive.open()
  return archive
}

const row = (value: object): readonly BackupRow[] => [{ value }]
const record = { kind: 'note', id: 'n', about: 'a', content: { text: '注' }, changedAt: AT, changedBy: '' }
const amendment = { articleId: 'a', edit: {}, isDeleted: false, changedAt: AT, changedBy: '' }
const batch = {
  id: 'b-1',
  sources: [],
  begunAt: AT,
  acceptedAt: AT,
  articles: 1,
  doubtful: 0,
  alike: 0,
  tables: [],
  problems: [],
  problemCount: 0,
  dates: { from: null, to: null },
  replaced: [],
}
const clipping = {
  batch: 'b-1',
  place: 1,
  article: { id: 'x', title: '示例', paragraphs: ['一'] },
  source: { file: '', row: 0 },
  evidence: [],
  changes: [],
  likeness: null,
  decision: 'take',
  original: null,
}
const picture = Uint8Array.of(0x3c, 0x73, 0x76, 0x67)
const scan = { scan: 's', articleId: 'a', name: '01.png', type: 'image/png', bytes: picture.length }

describe('a backup that no program of ours wrote', () => {
  it.each<[string, Partial<Record<BackupSection, readonly BackupRow[]>>]>([
    ['a record without a moment', { records: row({ ...record, changedAt: 'yesterday' }) }],
    ['a record without an id', { records: row({ ...record, id: '' }) }],
    ['a correction of a field that there is not', { amendments: row({ ...amendment, edit: { id: 'b' } }) }],
    ['a correction to what no title can be', { amendments: row({ ...amendment, edit: { title: {} } }) }],
    [
      'a correction to people that are none',
      { amendments: row({ ...amendment, edit: { people: [{ name: {} }] } }) },
    ],
    ['an address of another kind', { collections: row({ address: 'javascript:alert(1)' }) }],
    ['a batch without a moment', { batches: row({ ...batch, acceptedAt: null }) }],
    ['a clipping that is no article', { batches: row(batch), clippings: row({ ...clipping, article: {} }) }],
    ['a clipping at no place', { batches: row(batch), clippings: row({ ...clipping, place: 0 }) }],
    ['two clippings at one place', { batches: row(batch), clippings: [...row(clipping), ...row(clipping)] }],
    ['a picture that is none', { files: [{ value: scan, content: { pieces: [picture], isPacked: true } }] }],
  ])('is refused with %s, and nothing is left of it', async (_what, rows) => {
    const archive = await opened()
    const file = await aBackupOf(rows)
    await expect(archive.restoreBackup(file, { isBringingBack: false })).rejects.toMatchObject({
      code: 'backup-refused',
      subject: 'damaged',
    })
    expect(await archive.batches()).toEqual([])
    expect(await archive.backupState()).toMatchObject({ unsaved: 0, hasContent: false })
    const { content } = await archive.writeBackup(null)
    expect(content.size).toBe((await aBackupOf({})).size)
  })

  it('with records of a kind that is not known is of a newer program', async () => {
    const archive = await opened()
    const file = await aBackupOf({ records: row({ ...record, kind: 'something new' }) })
    await expect(archive.examineBackup(file)).rejects.toMatchObject({ subject: 'newer' })
  })

  it('brings no clippings of a batch that it does not have', async () => {
    const archive = await opened()
    await archive.restoreBackup(await aBackupOf({ clippings: row(clipping) }), { isBringingBack: false })
    expect(await archive.batches()).toEqual([])
  })

  it('can be given up while it is read', async () => {
    const archive = await opened()
    const records = Array.from({ length: 800 }, (_, number) => ({
      value: { ...record, id: String(number).padStart(5, '0') },
    }))
    const file = await aBackupOf({ records })
    const restoring = archive.restoreBackup(file, { isBringingBack: false })
    let told = 0
    await archive.watch(({ backup }) => {
      if (backup?.step === 'restoring' && told++ === 0) void archive.cancelBackup()
    })
    await expect(restoring).rejects.toMatchObject({ code: 'cancelled' })
    expect(await archive.records('note', null)).toEqual([])
    await archive.restoreBackup(file, { isBringingBack: false })
    expect(await archive.records('note', null)).toHaveLength(800)
  })
})

describe('what is in no backup', () => {
  it('is counted by changes, until a backup is kept', async () => {
    const archive = await opened()
    expect(await archive.backupState()).toMatchObject({ savedAt: null, unsaved: 0, hasContent: false })
    await archive.saveNote(['a'], null, '一', '')
    await archive.changeArticles(['a'], { kind: 'edit', edit: { title: '新题' } })
    expect(await archive.backupState()).toMatchObject({ savedAt: null, unsaved: 2, hasContent: true })
    const { mark } = await archive.writeBackup(null)
    expect((await archive.backupState()).unsaved).toBe(2)
    await archive.keepBackupMark(mark)
    expect(await archive.backupState()).toMatchObject({ savedAt: mark.savedAt, unsaved: 0 })
    await archive.saveNote(['a'], null, '二', '')
    expect((await archive.backupState()).unsaved).toBe(1)
  })

  it('are collections that a restored backup had, until they are not wanted', async () => {
    const archive = await opened()
    const address = 'https://example.org/collections/a/manifest.json'
    await archive.restoreBackup(await aBackupOf({ collections: row({ address }) }), { isBringingBack: false })
    expect((await archive.backupState()).wantedCollections).toEqual([address])
    await archive.forgetWantedCollection(address)
    expect((await archive.backupState()).wantedCollections).toEqual([])
  })
})
