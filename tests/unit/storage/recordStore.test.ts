import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeptRecord } from '../../../src/domain/keptRecord'
import type { ArchiveStore } from '../../../src/storage/archiveStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import type { RecordStore } from '../../../src/storage/recordStore'
import { createMemoryStore } from '../../../src/storage/memoryStore'

let databases = 0
const kinds: readonly [string, () => Promise<ArchiveStore>][] = [
  ['Dexie', () => openDexieStore({ name: `jianbao-records-${++databases}` })],
  ['memory', () => Promise.resolve(createMemoryStore())],
]

function aRecord(changes: Partial<KeptRecord> = {}): KeptRecord {
  return {
    kind: 'bookmark',
    id: 'a',
    about: 'article-1',
    content: {},
    changedAt: '2026-11-22T00:00:00.000Z',
    changedBy: '',
    ...changes,
  }
}

const put = (records: RecordStore, given: readonly KeptRecord[]): Promise<unknown> =>
  records.change(given, () => given)

const anyRecord = fc.record<KeptRecord>({
  kind: fc.constantFrom('note', 'card'),
  id: fc.constantFrom('a', 'b', '界', '\u{20000}', '\uFFFD'),
  about: fc.constantFrom('', 'x'),
  content: fc.option(fc.constantFrom<unknown>({ text: '一' }, { text: '二', of: { b: 1, a: 2 } })),
  changedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z'),
  changedBy: fc.constantFrom('', '张示例'),
})

describe.each(kinds)('records in %s', (_kind, openStore) => {
  it('are found by kind, by what they are about and by id', async () => {
    const { records } = await openStore()
    const one = aRecord()
    const two = aRecord({ id: 'b', about: 'article-2' })
    const note = aRecord({ kind: 'note' })
    await put(records, [two, note, one])
    expect(await records.ofKind('bookmark')).toEqual([one, two])
    expect(await records.about('bookmark', ['article-1', 'article-3'])).toEqual([one])
    expect(await records.about('bookmark', [])).toEqual([])
    expect(await records.withIds('bookmark', ['b', 'c'])).toEqual([two, undefined])
  })

  it('leave a trace when they are deleted', async () => {
    const { records } = await openStore()
    const gone = aRecord({ content: null })
    await put(records, [aRecord()])
    await put(records, [gone])
    expect(await records.ofKind('bookmark')).toEqual([])
    expect(await records.about('bookmark', ['article-1'])).toEqual([])
    expect(await records.withIds('bookmark', ['a'])).toEqual([gone])
    expect(await records.page(null, 10)).toEqual([gone])
  })

  it('are changed from what they are', async () => {
    const { records } = await openStore()
    const note = aRecord({ kind: 'note', id: 'n' })
    expect(await records.change([note], () => [note])).toEqual([undefined])
    const changed = { ...note, content: { text: '二' } }
    expect(await records.change([note], ([before]) => [{ ...before!, content: changed.content }])).toEqual([
      note,
    ])
    expect(await records.withIds('note', ['n'])).toEqual([changed])
    const fail = (): never => {
      throw new RangeError('refused')
    }
    await expect(records.change([note], fail)).rejects.toThrow('refused')
    expect(await records.withIds('note', ['n'])).toEqual([changed])
  })

  it('tell what merging did', async () => {
    const { records } = await openStore()
    await put(records, [aRecord(), aRecord({ id: 'b' }), aRecord({ id: 'c' })])
    const later = '2026-11-23T00:00:00.000Z'
    expect(
      await records.merge([
        aRecord({ content: null, changedAt: later }),
        aRecord({ id: 'b', content: { text: '新' }, changedAt: later }),
        aRecord({ id: 'c' }),
        aRecord({ id: 'd' }),
      ]),
    ).toEqual({ added: 1, changed: 1, deleted: 1, kept: 1 })
  })

  it('merge both ways to the same, and again to nothing new', async () => {
    const lists = fc.array(anyRecord, { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(lists, lists, async (mine, theirs) => {
        const [one, other] = [(await openStore()).records, (await openStore()).records]
        await one.merge(mine)
        await other.merge(theirs)
        const [fromOne, fromOther] = [await one.page(null, 100), await other.page(null, 100)]
        await one.merge(fromOther)
        await other.merge(fromOne)
        const merged = await one.page(null, 100)
        expect(await other.page(null, 100)).toEqual(merged)
        const again = await one.merge(merged)
        expect(again).toEqual({ added: 0, changed: 0, deleted: 0, kept: merged.length })
      }),
      { numRuns: 40 },
    )
  })

  it('are read in pages, each once, in one order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 12 }), async (given) => {
        const { records } = await openStore()
        await put(records, given)
        const all = await records.page(null, 100)
        const paged: KeptRecord[] = []
        for (let last: KeptRecord | null = null; ;) {
          const some: readonly KeptRecord[] = await records.page(last, 2)
          if (some.length === 0) break
          paged.push(...some)
          last = some.at(-1)!
        }
        expect(paged).toEqual(all)
        expect(all.length).toBe(new Set(given.map(({ kind, id }) => `${kind} ${id}`)).size)
      }),
      { numRuns: 30 },
    )
  })
})
