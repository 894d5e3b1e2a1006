import type { Archive, OpenedArticle } from '../domain/archive'
import type { ResultRow } from '../domain/resultRow'
import type { Article } from '../domain/article'
import { EMPTY_QUERY, type ArticleQuery } from '../domain/articleQuery'
import type { ArticleIndex, SearchRun } from '../search/articleIndex'
import type { SearchGround } from '../search/searchGround'
import { asksForNothing } from '../search/nothingAsked'
import type { NameFinder } from '../search/nameFinder'
import type { QueryLanguage } from '../search/queryLanguage'
import { markArticle } from '../text/markArticle'
import type { HeldArticles, HeldPlace } from './heldArticles'
import type { IndexKeeper } from './indexKeeper'
import type { IndexUpkeep } from './indexUpkeep'
import { loadOnce } from './loadOnce'
import { loadNameFinder } from './loadNameFinder'
import { loadQueryLanguage } from './loadQueryLanguage'
import { makeResultRow } from './makeResultRow'
import { recentSearchesWith } from './recentSearches'
import { createQueryOffers } from './queryOffers'
import { createSearchRuns } from './searchRuns'
import type { TimeSlices } from './timeSlices'

/** What marks nothing. */
const NO_MARKS = { title: [], text: [] }

/** A query that may ask for an office, whose other forms are found by what finds names. */
const ASKS_FOR_OFFICE = /(?:office|职务|職務)\s*[:：]/iu

/** Earlier searches that stand among suggestions. */
const SHOWN_SEARCHES = 3

/** What resolves day words is fetched when an article is first opened. */
const loadDates = loadOnce(
  async () => (await import('../text/dates/resolveRelativeDates')).resolveRelativeDates,
)

/** Work on what the index has, as it is at one moment. */
type LookAtIndex<Result> = (ground: SearchGround, idOf: (ordinal: number) => string) => Result

/** The part of the archive that asks and reads. */
export interface ArchiveReader extends Pick<
  Archive,
  'search' | 'rows' | 'offers' | 'facetValues' | 'suggest' | 'article' | 'resultIds'
> {
  /** Looks at what the index has, at one moment; with what gives the id of an ordinal, which is good for that moment. */
  look<Result>(work: LookAtIndex<Result>): Promise<Result>
  /** The same for work that finds words too, which {@link ArchiveReader.look} cannot before the first query. */
  lookFor<Result>(work: LookAtIndex<Result>): Promise<Result>
  /** Articles as rows of the results of a query, in this order, without those that are gone. */
  rowsWithIds(query: ArticleQuery, ids: readonly string[]): Promise<readonly ResultRow[]>
}

/**
 * Answers from the index, and reads of the store only the articles that are shown.
 *
 * @param contentRevision what was told last
 * @param repair see {@link IndexUpkeep.repair}
 */
export function createArchiveReader(
  heldArticles: HeldArticles,
  keeper: IndexKeeper,
  contentRevision: () => number,
  startSlices: () => TimeSlices,
  repair: IndexUpkeep['repair'],
): ArchiveReader {
  let language: QueryLanguage | null = null
  /** Fetches the language of queries, once. */
  const learn = async (): Promise<QueryLanguage> => (language ??= await loadQueryLanguage())
  /** The index as it is now; another one may be there a moment later. */
  const indexNow = (): ArticleIndex => {
    if (language !== null) keeper.index.learn(language)
    return keeper.index
  }
  const runs = createSearchRuns(indexNow)
  const offers = createQueryOffers(indexNow, contentRevision, startSlices)

  /** Sees to it that the words of a query can be read. Without the table of pinyin they are found as they are written. */
  async function finderFor({ q }: ArticleQuery): Promise<NameFinder | null> {
    if (asksForNothing(q)) return null
    const known = await learn()
    const asksForNames = known.mayBePinyin(q) || ASKS_FOR_OFFICE.test(q)
    return asksForNames ? loadNameFinder().catch(() => null) : null
  }

  /** Asks the index; once more when a part of it turned out to be damaged, so that the others answer. */
  async function fromIndex<Result>(
    query: ArticleQuery,
    askIt: (finder: NameFinder | null) => Result,
  ): Promise<Result> {
    const finder = await finderFor(query)
    const { index } = keeper
    try {
      return askIt(finder)
    } catch (cause) {
      if (!(await repair(cause)) && keeper.index === index) throw cause
      return askIt(finder)
    }
  }

  /** A run, and some of its results; what is read of it at once is of one index. */
  function resultsOf(query: ArticleQuery, offset: number, limit: number) {
    return fromIndex(query, (finder) => {
      const run = runs.runOf(query, contentRevision(), finder)
      return { run, found: heldArticles.placesOf(run.ids(offset, limit)) }
    })
  }

  /** The articles as they are shown, in this order, without those that are gone. */
  async function read(wanted: readonly HeldPlace[]): Promise<readonly Article[]> {
    const held = await heldArticles.at(wanted)
    const shown = await keeper.amendments.articles.amend(held.filter((article) => article !== null))
    return shown.filter((article) => article !== null)
  }

  async function rowsOf(
    { marks, people }: SearchRun,
    wanted: readonly HeldPlace[],
  ): Promise<readonly ResultRow[]> {
    return (await read(wanted)).map((article) => makeResultRow(article, marks, people))
  }

  async function openArticle(id: string, query: ArticleQuery | null): Promise<OpenedArticle | null> {
    const [opened] = await read(await fromIndex(query ?? EMPTY_QUERY, () => heldArticles.placesOf([id])))
    if (opened === undefined) return null
    if (query === null)
      return { article: opened, marks: markArticle(opened, NO_MARKS, []), dates: [], position: null }
    // An article can be read without them.
    const dates = await loadDates().then(
      (resolve) => resolve(opened.paragraphs, opened),
      () => [],
    )
    return fromIndex(query, (finder) => {
      const run = runs.runOf(query, contentRevision(), finder)
      const place = run.placeOf(id)
      return {
        article: opened,
        marks: markArticle(opened, run.marks, run.people),
        dates,
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
    })
  }

  function look<Result>(work: LookAtIndex<Result>): Promise<Result> {
    return fromIndex(EMPTY_QUERY, () => {
      const index = indexNow()
      return index.look((ground) => work(ground, (ordinal) => index.idOf(ordinal)))
    })
  }

  async function suggest(typed: string, limit: number, recent: readonly string[]) {
    const earlier = recentSearchesWith(typed, recent, Math.min(limit, SHOWN_SEARCHES))
    if (typed.trim() === '') return earlier
    const finder = await loadNameFinder()
    const names = keeper.index.suggest(typed, limit - earlier.length, finder)
    return [...earlier, ...names]
  }

  return {
    async search(query, limit) {
      const { run, found: first } = await resultsOf(query, 0, limit)
      const { total, reading, facets, dates } = run
      return { total, reading, facets, dates, rows: await rowsOf(run, first) }
    },
    async rows(query, offset, limit) {
      const { run, found: some } = await resultsOf(query, offset, limit)
      return rowsOf(run, some)
    },
    async offers(query) {
      const finder = await finderFor(query)
      return offers.offersOf(query, finder).catch(async (cause: unknown) => {
        if (await repair(cause)) return []
        throw cause
      })
    },
    facetValues: (query, facet, contains, limit) =>
      fromIndex(query, (finder) => indexNow().facetValues(query, facet, contains, limit, finder)),
    suggest,
    article: openArticle,
    look,
    async lookFor(work) {
      await learn()
      return look(work)
    },
    async rowsWithIds(query, ids) {
      const { run, places } = await fromIndex(query, (finder) => ({
        run: runs.runOf(query, contentRevision(), finder),
        places: heldArticles.placesOf(ids),
      }))
      return rowsOf(run, places)
    },
    resultIds: (query, limit) =>
      fromIndex(query, (finder) => runs.runOf(query, contentRevision(), finder).ids(0, limit)),
  }
}
