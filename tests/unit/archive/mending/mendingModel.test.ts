import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Article } from '../../../../src/domain/article'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import type { ArticleEdit } from '../../../../src/domain/articleEdit'
import type { ArticleChange } from '../../../../src/domain/mending'
import { createMemoryStore } from '../../../../src/storage/memoryStore'
import type { CollectionOnHost } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { afterKill, anArchive, aProfile, type ArchiveInTab, type Profile } from '../../builders/anArchive'
import { anArticle } from '../../builders/anArticle'
import { anIndexedCollection } from '../indexedCollection'

const IDS = 6
const TEXTS = [1, 2, 3, 4, 5]

/** A revision of a collection: the numbers of its articles with one of three texts each, and whether it has an index. */
interface Revision {
  readonly collection: 0 | 1
  readonly articles: readonly { readonly number: number; readonly text: number }[]
  readonly isIndexed: boolean
}

type Step =
  | { readonly kind: 'change'; readonly numbers: readonly number[]; readonly change: ArticleChange }
  | { readonly kind: 'undo'; readonly deed: number }
  | { readonly kind: 'update'; readonly revision: Revision }
  | { readonly kind: 'restart' }

const idOf = (number: number): string => `id-${number}`

/** Of the third text an article goes in the place of the next one, which may be there all the same. */
function articleOf(number: number, text: number): Article {
  return anArticle({
    id: idOf(number),
    title: `第${number}篇`,
    newspaper: `第${text}报`,
    paragraphs: [`内容之${text}。`],
    tags: text === 2 ? [] : [`标${text}`],
    doubtful: text === 1 ? ['page', 'title'] : [],
    replaces: text === 3 ? [idOf((number % IDS) + 1)] : [],
  })
}

const anyNumbers = fc.uniqueArray(fc.integer({ min: 1, max: IDS }), { minLength: 1, maxLength: 4 })
const anyText = fc.constantFrom(...TEXTS)

const anyEdit: fc.Arbitrary<ArticleEdit> = fc
  .record(
    {
      title: fc.constantFrom('第1篇', '新题'),
      newspaper: fc.oneof(
        anyText.map((text) => `第${text}报`),
        fc.constant(null),
      ),
      paragraphs: anyText.map((text) => [`内容之${text}。`]),
      tags: fc.constantFrom([], ['标1'], ['标9']),
    },
    { requiredKeys: [] },
  )
  .filter((edit) => Object.keys(edit).length > 0)

const anyChange: fc.Arbitrary<ArticleChange> = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), edit: anyEdit }),
  fc.record({
    kind: fc.constant('tag' as const),
    add: fc.constantFrom([], ['标8'], ['标1']),
    remove: fc.constantFrom([], ['标1', '标3']),
  }),
  fc.record({ kind: fc.constant('confirm' as const), fields: fc.constantFrom(null, ['page']) }),
  fc.constant({ kind: 'delete' as const }),
  fc.constant({ kind: 'restore' as const }),
)

const anyRevision: fc.Arbitrary<Revision> = fc.record({
  collection: fc.constantFrom(0, 1),
  articles: fc.uniqueArray(
    fc.record({ number: fc.integer({ min: 1, max: IDS }), text: fc.constantFrom(1, 2, 3) }),
    { selector: ({ number }) => number, minLength: 1, maxLength: IDS },
  ),
  isIndexed: fc.boolean(),
})

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('change' as const), numbers: anyNumbers, change: anyChange }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), deed: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('update' as const), revision: anyRevision }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
)

interface Content {
  readonly edit: ArticleEdit
  readonly isDeleted: boolean
}

const NOTHING: Content = { edit: {}, isDeleted: false }

/** The archive as plain lists. */
class Model {
  readonly collections = new Map<number, readonly Article[]>()
  #contents: Readonly<Record<string, Content>> = {}
  readonly #deeds: {
    isUndone: boolean
    readonly entries: readonly (readonly [string, Content, Content])[]
  }[] = []

  /** The articles of the collections, those of the one that came last before others. */
  #held(): ReadonlyMap<string, Article> {
    return new Map([...this.collections.values()].flat().map((article) => [article.id, article]))
  }

  #contentOf({ id, replaces }: Article): Content {
    const holder = [id, ...replaces].find((one) => one in this.#contents)
    return holder === undefined ? NOTHING : this.#contents[holder]!
  }

  shown(): readonly Article[] {
    return [...this.#held().values()].flatMap((article) => {
      const { edit, isDeleted } = this.#contentOf(article)
      const fields = Object.entries({ ...article, ...edit }).filter(([, value]) => value !== null)
      return isDeleted ? [] : [Object.fromEntries(fields) as unknown as Article]
    })
  }

  change(ids: readonly string[], change: ArticleChange): number {
    const held = this.#held()
    const entries = ids.flatMap((id) => {
      const article = held.get(id)
      if (article === undefined) return []
      const before = this.#contentOf(article)
      const after = changed(article, before, change)
      return JSON.stringify(after) === JSON.stringify(before) ? [] : [[id, before, after] as const]
    })
    for (const [id, , after] of entries) this.#contents = { ...this.#contents, [id]: after }
    if (entries.length > 0) this.#deeds.push({ isUndone: false, entries })
    return entries.length
  }

  undo(number: number): number {
    const deed = this.#deeds[number - 1]
    if (deed === undefined) return 0
    const back = deed.entries.filter(
      ([id, before, after]) => this.#contents[id] === (deed.isUndone ? before : after),
    )
    for (const [id, before, after] of back) {
      this.#contents = { ...this.#contents, [id]: deed.isUndone ? after : before }
    }
    if (back.length > 0) deed.isUndone = !deed.isUndone
    return back.length
  }
}

function changed(article: Article, before: Content, change: ArticleChange): Content {
  // A content of its own, though it says nothing: a deed is taken back only where its own content still stands.
  if (change.kind === 'restore') return { ...NOTHING }
  if (before.isDeleted) return before
  if (change.kind === 'delete') return { ...before, isDeleted: true }
  const now = { ...article, ...before.edit } as Article
  const given = ((): ArticleEdit => {
    if (change.kind === 'edit') {
      return { ...change.edit, doubtful: now.doubtful.filter((field) => !(field in change.edit)) }
    }
    if (change.kind === 'tag') {
      const { add, remove } = change
      return { tags: [...new Set([...now.tags.filter((tag) => !remove.includes(tag)), ...add])] }
    }
    const { fields } = change
    return { doubtful: now.doubtful.filter((field) => fields !== null && !fields.includes(field)) }
  })()
  const edit = Object.entries({ ...before.edit, ...given }).filter(
    ([field, value]) =>
      !(field in given) || JSON.stringify(value) !== JSON.stringify(article[field as keyof Article] ?? null),
  )
  return { edit: Object.fromEntries(edit), isDeleted: false }
}

function collectionOf({ collection, articles, isIndexed }: Revision, revision: number): CollectionOnHost {
  const half = Math.ceil(articles.length / 2)
  const parts = [articles.slice(0, half), articles.slice(half)].filter((part) => part.length > 0)
  const files = Object.fromEntries(
    parts.map((part, place) => [
      `articles-${place}.jsonl`,
      part.map(({ number, text }) => articleOf(number, text)),
    ]),
  )
  return anIndexedCollection(
    {
      id: collection === 0 ? 'bundled' : 'papers',
      ...(collection > 0 && { folder: 'https://papers.test/' }),
      revision,
      files,
    },
    isIndexed ? {} : Object.fromEntries(Object.keys(files).map((path) => [path, null])),
  )
}

function counted(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

const idsOf = (articles: readonly { readonly id: string }[]): readonly string[] =>
  articles.map(({ id }) => id).sort()

/** Fails unless an archive tells of exactly the articles of the model. */
async function expectShown({ archive }: ArchiveInTab, model: Model): Promise<void> {
  const shown = model.shown()
  const { total, rows, facets } = await archive.search(EMPTY_QUERY, 100)
  expect([total, idsOf(rows)]).toEqual([shown.length, idsOf(shown)])
  const told = ({ values }: (typeof facets)['tag']): unknown =>
    Object.fromEntries(values.map(({ value, count }) => [value, count]))
  expect(told(facets.tag)).toEqual(counted(shown.flatMap(({ tags }) => tags)))
  expect(told(facets.newspaper)).toEqual(counted(shown.flatMap(({ newspaper }) => newspaper ?? [])))
  for (const text of TEXTS) {
    const found = await archive.search({ ...EMPTY_QUERY, q: `"之${text}。"` }, 100)
    const right = shown.filter(({ paragraphs }) => paragraphs.includes(`内容之${text}。`))
    expect([found.total, idsOf(found.rows)]).toEqual([right.length, idsOf(right)])
  }
  for (let number = 1; number <= IDS; number++) {
    const opened = await archive.article(idOf(number), EMPTY_QUERY)
    expect(opened?.article).toEqual(shown.find(({ id }) => id === idOf(number)))
  }
}

interface Run {
  readonly tabs: (profile: Profile) => readonly (Parameters<typeof anArchive>[3] | undefined)[]
  readonly hasRestart: boolean
}

/** Takes the steps in turns in the tabs, and looks at all of them after each. */
async function take(steps: readonly Step[], { tabs: tabsOf, hasRestart }: Run): Promise<void> {
  const first: Revision = {
    collection: 0,
    articles: [1, 2, 3, 4].map((number) => ({ number, text: ((number - 1) % 3) + 1 })),
    isIndexed: true,
  }
  const model = new Model()
  const hold = ({ collection, articles }: Revision): void => {
    model.collections.delete(collection)
    model.collections.set(
      collection,
      articles.map(({ number, text }) => articleOf(number, text)),
    )
  }
  let bundled = collectionOf(first, 1)
  hold(first)
  const host = aHost(bundled)
  let profile = aProfile()
  const start = async (): Promise<readonly ArchiveInTab[]> => {
    const started = tabsOf(profile).map((changes) => anArchive(host, bundled, profile, changes))
    for (const { archive, untilReady } of started) {
      await archive.open()
      await untilReady()
    }
    return started
  }
  let tabs = await start()
  for (const [place, step] of steps.entries()) {
    const own = tabs[place % tabs.length]!
    /** How many articles changed, as the archive says and as the model does. */
    let counts: readonly [number, number] = [0, 0]
    if (step.kind === 'change') {
      const ids = step.numbers.map(idOf)
      const { articles } = await own.archive.changeArticles(ids, step.change)
      counts = [articles, model.change(ids, step.change)]
    } else if (step.kind === 'undo') {
      counts = [await own.archive.undoDeed(step.deed), model.undo(step.deed)]
    } else if (step.kind === 'update') {
      const served = collectionOf(step.revision, place + 2)
      host.serve(served)
      hold(step.revision)
      if (step.revision.collection === 0) bundled = served
      await own.archive.takeInCollection(served.address)
    } else if (hasRestart) {
      profile = afterKill(profile)
      tabs = await start()
    }
    expect(counts[0]).toBe(counts[1])
    for (const tab of tabs) {
      if (tab === own) await expectShown(tab, model)
      else await vi.waitFor(() => expectShown(tab, model), { timeout: 5000, interval: 5 })
    }
  }
}

describe('what is found after changes, their undoing, updates and restarts', () => {
  it('is what plain lists say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 10 }), (steps) =>
        take(steps, { tabs: () => [undefined], hasRestart: true }),
      ),
      { numRuns: 60 },
    )
  }, 300_000)

  it('is what plain lists say in two tabs that change in turns', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 8 }), (steps) =>
        take(steps, { tabs: () => [undefined, undefined], hasRestart: true }),
      ),
      { numRuns: 25 },
    )
  }, 300_000)

  it('is what plain lists say where the browser keeps nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 10 }), (steps) =>
        take(steps, {
          tabs: () => [{ openStore: () => Promise.resolve(createMemoryStore()) }],
          hasRestart: false,
        }),
      ),
      { numRuns: 30 },
    )
  }, 300_000)
})
