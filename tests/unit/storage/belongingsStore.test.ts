import { describe, expect, it } from 'vitest'
import type { KeptRecord } from '../../../src/domain/keptRecord'
import type { ArchiveStore } from '../../../src/storage/archiveStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { createMemoryStore } from '../../../src/storage/memoryStore'
import { aRestoration } from '../builders/aRestoration'

let databases = 0
const kinds: readonly [string, () => Promise<ArchiveStore>][] = [
  ['Dexie', () => openDexieStore({ name: `jianbao-belongings-${++databases}` })],
  ['memory', () => Promise.resolve(createMemoryStore())],
]

describe.each(kinds)('belongings in %s', (_kind, openStore) => {
  it('are pictures, kept as they came', async () => {
    const { belongings } = await openStore()
    const bytes = Uint8Array.of(1, 2, 3)
    const scan = await belongings.addScan(
      { id: 's', articleId: 'a', name: '01版.png', type: 'image/png', bytes: 3 },
      new Blob([bytes]),
    )
    expect(await belongings.addScan({ ...scan, name: '又.png' }, new Blob([bytes]))).toEqual(scan)
    expect(scan).toMatchObject({ articleId: 'a', kind: 'scan', name: '01版.png', bytes: 3 })
    expect(await belongings.scans(['s', 'no such id'])).toEqual([scan])
    expect(await belongings.scanIds()).toEqual(['s'])
    expect(await belongings.attachment(scan.number)).toEqual(scan)
    const content = await belongings.contentOf(scan.number)
    expect([content?.type, new Uint8Array(await content!.arrayBuffer())]).toEqual(['image/png', bytes])
    await belongings.deleteScans(['s', 'no such id'])
    await belongings.deleteScans(['s'])
    expect(await belongings.scans(['s'])).toEqual([])
    expect(await belongings.scanIds()).toEqual([])
    expect(await belongings.attachment(scan.number)).toBeNull()
    expect(await belongings.contentOf(scan.number)).toBeNull()
  })

  it('are originals, which are of no single article and go with their batch', async () => {
    const { belongings, batches } = await openStore()
    const original = { name: '页.html', type: 'text/html', bytes: 2 }
    const number = await belongings.addOriginal('b-1', original, new Blob(['页']))
    const kept = await belongings.addOriginal('b-2', original, new Blob(['页']))
    expect(await belongings.attachment(number)).toEqual({
      ...original,
      id: '',
      number,
      articleId: '',
      kind: 'original',
    })
    expect(await (await belongings.contentOf(number))?.text()).toBe('页')
    expect((await belongings.originalsOf('b-1')).map((one) => one.number)).toEqual([number])
    await batches.clear('b-1')
    expect(await belongings.attachment(number)).toBeNull()
    expect(await belongings.attachment(kept)).not.toBeNull()
  })

  it('that belong to nothing are cleared: scans without a record that stands or may come back', async () => {
    const { belongings, records, backups } = await openStore()
    const scan = (id: string, content: object | null): KeptRecord => ({
      kind: 'scan',
      id,
      about: 'a',
      content,
      changedAt: `2026-01-0${content === null ? '2' : '1'}T00:00:00.000Z`,
      changedBy: '',
    })
    const told = { name: '01.png', type: 'image/png', bytes: 1 }
    await records.merge(['held', 'taken by a file', 'taken by hand'].map((id) => scan(id, told)))
    await records.merge([scan('taken by hand', null)])
    const { stage, commit } = await backups()
    await stage('restore-1', { records: [scan('taken by a file', null)], amendments: [] })
    await commit(aRestoration('restore-1'))
    const original = await belongings.addOriginal('b-1', told, new Blob(['页']))
    for (const id of ['held', 'taken by a file', 'taken by hand', 'never recorded']) {
      await belongings.addScan({ ...told, id, articleId: 'a' }, new Blob(['x']))
    }
    await belongings.clearUnclaimedScans()
    expect([...(await belongings.scanIds())].sort()).toEqual(['held', 'taken by a file'])
    expect(await belongings.attachment(original)).not.toBeNull()
  })
})
