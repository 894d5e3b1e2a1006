import { describe, expect, it } from 'vitest'
import { scanTypeOf } from '../../../../src/archive/mending/scanType'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import { createMemoryStore } from '../../../../src/storage/memoryStore'
import { aCollection } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { afterKill, anArchive, aProfile, type ArchiveInTab } from '../../builders/anArchive'
import { anArticle } from '../../builders/anArticle'

const held = [anArticle({ id: 'a', title: '示例县春耕会议' }), anArticle({ id: 'b' })]
const bundled = aCollection({ files: { 'articles-1.jsonl': held } })
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])

async function opened(changes: Parameters<typeof anArchive>[3] = {}): Promise<ArchiveInTab> {
  const tab = anArchive(aHost(bundled), bundled, aProfile(), {
    clock: () => new Date('2026-11-22T08:00:00Z'),
    ...changes,
  })
  await tab.archive.open()
  return tab
}

describe.each([
  ['in the database', () => opened()],
  ['in memory', () => opened({ openStore: () => Promise.resolve(createMemoryStore()) })],
])('what is kept with an article, %s,', (_where, open) => {
  it('is nothing at first', async () => {
    const { archive } = await open()
    const nothing = { unamended: null, changes: [], source: null, notes: [], attachments: [] }
    expect(await archive.belongings('a')).toEqual(nothing)
    expect(await archive.belongings('no such id')).toEqual(nothing)
  })

  it('is the article as its collection has it, once it was changed', async () => {
    const { archive } = await open()
    await archive.changeArticles(['a'], { kind: 'edit', edit: { title: '新题' } })
    expect((await archive.belongings('a')).unamended).toEqual(held[0])
    await archive.changeArticles(['a'], { kind: 'edit', edit: { title: '示例县春耕会议' } })
    expect((await archive.belongings('a')).unamended).toBeNull()
    await archive.changeArticles(['a'], { kind: 'delete' })
    expect((await archive.belongings('a')).unamended).toEqual(held[0])
  })

  it('are notes, on one article or several, that can be changed and deleted', async () => {
    const { archive } = await open()
    const [note] = await archive.saveNote(['a', 'b', 'no such id'], null, '与原报\r\n一致。\n', '张示例')
    expect(note).toEqual({
      id: note!.id,
      articleId: 'a',
      text: '与原报\n一致。',
      writtenAt: '2026-11-22T08:00:00.000Z',
      changedAt: '2026-11-22T08:00:00.000Z',
      changedBy: '张示例',
    })
    expect((await archive.belongings('b')).notes).toHaveLength(1)
    expect((await archive.belongings('no such id')).notes).toEqual([])
    expect(await archive.saveNote(['a'], note!.id, '改', '')).toMatchObject([{ text: '改' }])
    expect(await archive.saveNote(['a'], null, ' ', '')).toHaveLength(1)
    expect(await archive.saveNote(['a'], note!.id, '', '')).toEqual([])
    expect(await archive.saveNote(['a'], note!.id, '又是', '')).toMatchObject([
      { id: note!.id, text: '又是' },
    ])
    expect(await archive.saveNote([], null, '无', '')).toEqual([])
    await expect(archive.saveNote(['a'], null, '长'.repeat(100_001), '')).rejects.toMatchObject({
      code: 'edit-malformed',
      subject: 'note',
    })
  })

  it('are pictures of the printed page, whatever they are called', async () => {
    const { archive } = await open()
    const scan = await archive.attach('a', '照片/01版.txt', new Blob([PNG], { type: 'text/plain' }))
    expect(scan).toMatchObject({
      articleId: 'a',
      kind: 'scan',
      name: '01版.txt',
      type: 'image/png',
      bytes: 10,
    })
    expect((await archive.belongings('a')).attachments).toEqual([scan])
    const content = await archive.attachmentContent(scan.number)
    expect([content?.type, new Uint8Array(await content!.arrayBuffer())]).toEqual(['image/png', PNG])
    await archive.detach(scan.number)
    expect((await archive.belongings('a')).attachments).toEqual([])
    expect(await archive.attachmentContent(scan.number)).toBeNull()
  })

  it('is nothing that is no picture or too large, nor of an article that is not there', async () => {
    const { archive } = await open()
    const large = new Blob([PNG, new Uint8Array(50 * 1024 * 1024)])
    const given: readonly [string, Blob][] = [
      ['a', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/png' })],
      ['a', new Blob([])],
      ['a', large],
      ['no such id', new Blob([PNG])],
    ]
    for (const [id, file] of given) {
      await expect(archive.attach(id, '图.png', file)).rejects.toMatchObject({
        code: 'attachment-refused',
        subject: '图.png',
      })
    }
    expect((await archive.belongings('a')).attachments).toEqual([])
  })
})

describe('what is kept with an article', () => {
  it('outlives the article, and is found with the one that goes in its place', async () => {
    const profile = aProfile()
    const tab = anArchive(aHost(bundled), bundled, profile)
    await tab.archive.open()
    const [note] = await tab.archive.saveNote(['a'], null, '注', '')
    const scan = await tab.archive.attach('a', '01.png', new Blob([PNG]))
    const files = { 'articles-1.jsonl': [anArticle({ id: 'c', replaces: ['a'] })] }
    const updated = aCollection({ files, revision: 2 })
    const next = anArchive(aHost(updated), updated, afterKill(profile))
    await next.archive.open()
    await expect
      .poll(async () => (await next.archive.search(EMPTY_QUERY, 9)).rows.map(({ id }) => id))
      .toEqual(['c'])
    expect(await next.archive.belongings('c')).toMatchObject({ notes: [note], attachments: [scan] })
    expect(await next.archive.belongings('a')).toMatchObject({ notes: [note], attachments: [scan] })
    const changed = await next.archive.saveNote(['c'], note!.id, '改', '')
    expect(changed).toMatchObject([{ id: note!.id, articleId: 'a', text: '改' }])
  })
})

describe('the type of a picture', () => {
  const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
  it.each([
    ['image/png', '\x89PNG\r\n\x1a\n'],
    ['image/gif', 'GIF89a...'],
    ['image/jpeg', '\xff\xd8\xff\xe0'],
    ['image/webp', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['image/avif', '\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf'],
    ['image/avif', '\0\0\0\x1cftypmif1\0\0\0\0miafavifMA1B'],
    ['application/pdf', '%PDF-1.7\n'],
    ['application/pdf', '\xef\xbb\xbf\n%PDF-1.4'],
  ])('is %s by its first bytes', (type, head) => {
    expect(scanTypeOf(bytes(head))).toBe(type)
  })

  it.each([
    '',
    'GIF',
    '<html>',
    'RIFF\x10\0\0\0WAVEfmt ',
    '\0\0\0\x18ftypheic\0\0\0\0mif1heic',
    'ftyp',
    'BM....',
  ])('is none for %j', (head) => {
    expect(scanTypeOf(bytes(head))).toBeNull()
  })
})
