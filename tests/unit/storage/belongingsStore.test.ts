import { describe, expect, it } from 'vitest'
import type { ArchiveStore } from '../../../src/storage/archiveStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { createMemoryStore } from '../../../src/storage/memoryStore'

let databases = 0
const kinds: readonly [string, () => Promise<ArchiveStore>][] = [
  ['Dexie', () => openDexieStore({ name: `jianbao-belongings-${++databases}` })],
  ['memory', () => Promise.resolve(createMemoryStore())],
]

const AT = '2026-11-22T00:00:00.000Z'

describe.each(kinds)('belongings in %s', (_kind, openStore) => {
  it('are notes on articles, in the order in which they were written', async () => {
    const { belongings } = await openStore()
    await belongings.addNotes(['a', 'b'], '一', AT)
    await belongings.addNotes(['a'], '二', AT)
    const [first, second] = await belongings.notesOf(['a'])
    expect([first?.text, second?.text]).toEqual(['一', '二'])
    expect(await belongings.notesOf(['a', 'b', 'c'])).toHaveLength(3)
    await belongings.putNote({ ...first!, text: '改' })
    await belongings.deleteNote(second!.number)
    await belongings.deleteNote(99)
    expect(await belongings.notesOf(['a'])).toEqual([{ ...first, text: '改' }])
    await belongings.deleteNote(first!.number)
    await belongings.putNote(first!)
    expect(await belongings.notesOf(['a'])).toEqual([first])
  })

  it('are pictures, kept as they came', async () => {
    const { belongings } = await openStore()
    const bytes = Uint8Array.of(1, 2, 3)
    const scan = await belongings.addScan(
      { articleId: 'a', name: '01版.png', type: 'image/png', bytes: 3 },
      new Blob([bytes]),
    )
    expect(scan).toMatchObject({ articleId: 'a', kind: 'scan', name: '01版.png', bytes: 3 })
    expect(await belongings.attachmentsOf(['a', 'b'])).toEqual([scan])
    expect(await belongings.attachment(scan.number)).toEqual(scan)
    const content = await belongings.contentOf(scan.number)
    expect([content?.type, new Uint8Array(await content!.arrayBuffer())]).toEqual(['image/png', bytes])
    await belongings.deleteAttachment(scan.number)
    await belongings.deleteAttachment(scan.number)
    expect(await belongings.attachmentsOf(['a'])).toEqual([])
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
      number,
      articleId: '',
      kind: 'original',
    })
    expect(await (await belongings.contentOf(number))?.text()).toBe('页')
    await belongings.addNotes(['a'], '注', AT)
    expect([...(await belongings.articleIds())]).toEqual(['a'])
    await batches.clear('b-1')
    expect(await belongings.attachment(number)).toBeNull()
    expect(await belongings.attachment(kept)).not.toBeNull()
  })
})
