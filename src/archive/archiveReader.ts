import type { Archive } from '../domain/archive'
import type { Article } from '../domain/article'
import type { ArticleQuery } from '../domain/articleQuery'
import { compileQuery } from '../search/compileQuery'
import type { ArchiveStore } from '../storage/archiveStore'
import { markArticle } from '../text/markArticle'
import { settleId } from './articleConflicts'
import type { IndexKeeper } from './indexKeeper'
import { makeResultRow } from './makeResultRow'
import { createSearchRuns } from './searchRuns'

/** The part of the archive that asks and reads. */
export type ArchiveReader = Pick<Archive, 'search' | 'rows' | 'facetValues' | 'article'>

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
  const runOf = (query: ArticleQuery) => runs.runOf(query, contentRevision())

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

  async function rowsOf(query: ArticleQuery, ids: readonly string[]) {
    const { matchers } = compileQuery(query.q)
    return (await read(ids)).map((article) => makeResultRow(article, matchers, query.person))
  }

  return {
    async search(query, limit) {
      const run = runOf(query)
      const { total, reading, facets, dates } = run
      return { total, reading, facets, dates, rows: await rowsOf(query, run.ids(0, limit)) }
    },
    rows: (query, offset, limit) => rowsOf(query, runOf(query).ids(offset, limit)),
    facetValues: (query, facet, contains, limit) =>
      Promise.resolve(keeper.index.facetValues(query, facet, contains, limit)),
    async article(id, query) {
      const [article] = await read([id])
      if (article === undefined) return null
      const run = runOf(query)
      const place = run.placeOf(id)
      return {
        article,
        marks: markArticle(article, compileQuery(query.q).matchers, query.person),
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
