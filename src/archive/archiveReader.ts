import type { Archive } from '../domain/archive'
import type { Article } from '../domain/article'
import type { ArticleQuery } from '../domain/articleQuery'
import type { SearchRun } from '../search/articleIndex'
import { mayBePinyin } from '../search/mayBePinyin'
import type { ArchiveStore } from '../storage/archiveStore'
import { markArticle } from '../text/markArticle'
import { settleId } from './articleConflicts'
import type { IndexKeeper } from './indexKeeper'
import { loadPinyin } from './loadPinyin'
import { makeResultRow } from './makeResultRow'
import { recentSearchesWith } from './recentSearches'
import { createSearchRuns } from './searchRuns'

/** Earlier searches that stand among suggestions. */
const SHOWN_SEARCHES = 3

/** The part of the archive that asks and reads. */
export type ArchiveReader = Pick<Archive, 'search' | 'rows' | 'facetValues' | 'suggest' | 'article'>

/**
 * Answers from the index, and reads of the store only the articles that are shown.
 *
 * @param contentRevision what was told last
 */
export function createArchiveReader(
  store: ArchiveStore,
  keeper: IndexKeeper,
  contentRevision: () => number,
): ArchiveReader {
  const runs = createSearchRuns(() => keeper.index)
  /** Without the table, which may be out of reach, words are still found as they are written. */
  const pinyinFor = async ({ q }: ArticleQuery) => (mayBePinyin(q) ? loadPinyin().catch(() => null) : null)
  const runOf = async (query: ArticleQuery) => {
    const pinyin = await pinyinFor(query)
    return runs.runOf(query, contentRevision(), pinyin)
  }

  /** Articles that another tab has moved to a new file are looked up by their id. */
  async function findMoved(ids: readonly string[]): Promise<ReadonlyMap<string, Article>> {
    const visible = new Map(keeper.visible.map((file) => [file.number, file]))
    const rows = ids.length === 0 ? [] : await store.articlesWithIds(ids)
    return new Map(
      ids.flatMap((id) => {
        const same = rows.filter((row) => row.article.id === id)
        const article = settleId(same, visible)?.shown.article ?? same.at(-1)?.article
        return article === undefined ? [] : [[id, article] as const]
      }),
    )
  }

  /** The articles with these ids, in this order, without those that are gone. */
  async function read(ids: readonly string[]): Promise<readonly Article[]> {
    const found = await store.articlesAt(ids.map((id) => keeper.keyOf(id) ?? 0))
    const isThere = (place: number): boolean => found[place]?.id === ids[place]
    const moved = await findMoved(ids.filter((_id, place) => !isThere(place)))
    return ids.flatMap((id, place) => (isThere(place) ? found[place] : moved.get(id)) ?? [])
  }

  async function rowsOf(query: ArticleQuery, { marks }: SearchRun, ids: readonly string[]) {
    return (await read(ids)).map((article) => makeResultRow(article, marks, query.person))
  }

  return {
    async search(query, limit) {
      const run = await runOf(query)
      const { total, reading, facets, dates } = run
      return { total, reading, facets, dates, rows: await rowsOf(query, run, run.ids(0, limit)) }
    },
    async rows(query, offset, limit) {
      const run = await runOf(query)
      return rowsOf(query, run, run.ids(offset, limit))
    },
    async facetValues(query, facet, contains, limit) {
      const pinyin = await pinyinFor(query)
      return keeper.index.facetValues(query, facet, contains, limit, pinyin)
    },
    async suggest(typed, limit, recent) {
      const earlier = recentSearchesWith(typed, recent, Math.min(limit, SHOWN_SEARCHES))
      if (typed.trim() === '') return earlier
      const names = keeper.index.suggest(typed, limit - earlier.length, await loadPinyin())
      return [...earlier, ...names]
    },
    async article(id, query) {
      const [article] = await read([id])
      if (article === undefined) return null
      const run = await runOf(query)
      const place = run.placeOf(id)
      return {
        article,
        marks: markArticle(article, run.marks, query.person),
        position:
          place === -1
            ? null
            : {
                number: place + 1,
                total: run.total,
                previousId: place === 0 ? null : (run.ids(place - 1, 1)[0] ?? null),
                nextId: run.ids(place + 1, 1)[0] ?? null,
              },
      }
    },
  }
}
