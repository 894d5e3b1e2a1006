import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/domain/article'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import type { CollectionOnHost } from '../builders/aCollection'
import { aHost } from '../builders/aHost'
import { afterKill, anArchive, aProfile, type ArchiveInTab } from '../builders/anArchive'
import { anArticle } from '../builders/anArticle'
import { anIndexedCollection } from './indexedCollection'

const IDS = 7

/** One revision of a collection: in each file some ids, with a number that makes the text; and whether it has an index. */
interface Revision {
  readonly collection: 0 | 1 | 2
  readonly files: readonly {
    readonly ids: readonly number[]
    readonly text: number
    readonly isIndexed: boolean
  }[]
  readonly isRestart: boolean
}

const anyRevision: fc.Arbitrary<Revision> = fc.record({
  collection: fc.constantFrom(0, 1, 2),
  files: fc.array(
    fc.record({
      ids: fc.uniqueArray(fc.integer({ min: 1, max: IDS }), { minLength: 1, maxLength: 4 }),
      text: fc.integer({ min: 1, max: 3 }),
      isIndexed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  isRestart: fc.boolean(),
})

const articleOf = (id: number, text: number): Article =>
  anArticle({ id: `id-${id}`, title: `第${id}篇`, paragraphs: [`内容之${text}。`] })

function collectionOf({ collection, files }: Revision, revision: number): CollectionOnHost {
  const named = files.map(({ ids, text, isIndexed }, place) => ({
    path: `articles-${place}.jsonl`,
    articles: ids.map((id) => articleOf(id, text)),
    isIndexed,
  }))
  return anIndexedCollection(
    {
      id: collection === 0 ? 'bundled' : `papers-${collection}`,
      ...(collection > 0 && { folder: `https://papers.test/${collection}/` }),
      revision,
      files: Object.fromEntries(named.map(({ path, articles }) => [path, articles])),
    },
    Object.fromEntries(named.filter(({ isIndexed }) => !isIndexed).map(({ path }) => [path, null])),
  )
}

/**
 * What is shown: of each id the article of the newest revision. Within a revision a file that came first goes first,
 * which depends on what was stored before; so any text of it is right there.
 */
function shownBy(held: ReadonlyMap<number, Revision>): ReadonlyMap<string, readonly number[]> {
  const shown = new Map<string, readonly number[]>()
  for (const { files } of held.values()) {
    const own = new Map<string, number[]>()
    for (const { ids, text } of files) {
      for (const id of ids) own.set(`id-${id}`, [...(own.get(`id-${id}`) ?? []), text])
    }
    for (const [id, texts] of own) shown.set(id, texts)
  }
  return shown
}

async function expectShown({ archive }: ArchiveInTab, held: ReadonlyMap<number, Revision>): Promise<void> {
  const shown = shownBy(held)
  const { total, rows } = await archive.search(EMPTY_QUERY, 100)
  expect([total, rows.map(({ id }) => id).sort()]).toEqual([shown.size, [...shown.keys()].sort()])
  const texts = new Map<string, number>()
  for (const text of [1, 2, 3]) {
    const found = await archive.search({ ...EMPTY_QUERY, q: `"之${text}。"` }, 100)
    expect(found.rows).toHaveLength(found.total)
    for (const { id, snippet } of found.rows) {
      expect(texts.has(id)).toBe(false)
      texts.set(id, text)
      expect(snippet.text).toContain(`内容之${text}`)
    }
  }
  for (const [id, right] of shown) expect(right).toContain(texts.get(id))
}

describe('the index of collections that share ids', () => {
  it('shows each article of the newest revision that has it, once, whatever came before, and after a restart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRevision, { minLength: 1, maxLength: 5 }), async (steps) => {
        const first: Revision = {
          collection: 0,
          files: [{ ids: [1, 2], text: 1, isIndexed: true }],
          isRestart: false,
        }
        let bundled = collectionOf(first, 1)
        const host = aHost(bundled)
        let profile = aProfile()
        const held = new Map<number, Revision>([[0, first]])
        let inTab = anArchive(host, bundled, profile)
        await inTab.archive.open()
        for (const [place, step] of steps.entries()) {
          const served = collectionOf(step, place + 2)
          host.serve(served)
          held.delete(step.collection)
          held.set(step.collection, step)
          if (step.collection === 0) bundled = served
          await inTab.archive.takeInCollection(served.address)
          await expectShown(inTab, held)
          if (!step.isRestart) continue
          profile = afterKill(profile)
          inTab = anArchive(host, bundled, profile)
          await inTab.archive.open()
          await inTab.untilReady()
          await expectShown(inTab, held)
        }
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
