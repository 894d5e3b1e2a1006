import type { FacetList, FacetName, Facets, SearchAnswer } from '../domain/archive'
import type { Article } from '../domain/article'
import { effectiveSort, type ArticleQuery } from '../domain/articleQuery'
import type { QueryReading } from '../domain/queryReading'
import type { Suggestion } from '../domain/suggestion'
import type { FieldMatchers } from '../text/markArticle'
import type { Pinyin } from '../text/pinyin'
import { TOKENIZER_FINGERPRINT } from '../text/tokens'
import { archiveOrder, type ArchiveOrder } from './archiveOrder'
import { ArticleColumns } from './articleColumns'
import { compileQuery, type CompiledQuery } from './compileQuery'
import { countFacets, type FacetCounts } from './countFacets'
import { facetList, facetsOf } from './facetLists'
import { byteColumn, type ByteColumn } from './growableColumn'
import { PackedError } from './packed/packedError'
import { parseIndexSnapshot, SNAPSHOT_FORMAT, SNAPSHOT_VERSION, type IndexSnapshot } from './indexSnapshot'
import { matchedOrdinals, offersFor, type SearchGround } from './matchedOrdinals'
import { NameDirectory } from './nameDirectory'
import { parseQuery } from './parseQuery'
import { Ranking } from './ranking'
import { relevanceScores } from './relevance'
import { SuggestionIndex } from './suggestionIndex'
import { searchedTextOf } from './searchedText'
import { SearchedTexts } from './searchedTexts'

/** A query that has been run: its exact total, its facets and the whole order of its results. It stays as it was when the index changes. */
export interface SearchRun {
  readonly total: number
  readonly reading: QueryReading
  /** What is to be marked in the results. */
  readonly marks: FieldMatchers
  readonly facets: Facets
  readonly dates: SearchAnswer['dates']
  /** Ids of results `offset` to `offset + limit` in the order of the query's sort. */
  ids(offset: number, limit: number): readonly string[]
  /** Place of an article among the results, from 0; −1 when it is none of them. */
  placeOf(id: string): number
}

/**
 * The articles of the archive, indexed: found exactly from the moment they are added, ranked by MiniSearch as soon as
 * {@link ArticleIndex.rank} has come to them. Whether an article matches is always decided on its folded text;
 * MiniSearch proposes candidates and gives scores.
 */
export class ArticleIndex {
  readonly #columns: ArticleColumns
  readonly #texts: SearchedTexts
  readonly #ranking: Ranking
  readonly #isRanked: ByteColumn
  readonly #ordinals = new Map<string, number>()
  /** Live ordinals that wait to be ranked. */
  readonly #unranked = new Set<number>()
  /** Those of them that the ranking has taken up for its next segment. */
  readonly #pending = new Set<number>()
  #order: ArchiveOrder | null = null
  /** Made when it is first needed; it holds as long as the order does. */
  #names: { readonly directory: NameDirectory; readonly order: ArchiveOrder } | null = null
  #suggestions: { readonly index: SuggestionIndex; readonly order: ArchiveOrder } | null = null

  /** An empty index. `snapshot` is for {@link ArticleIndex.restore}, which checks it. */
  constructor(snapshot?: IndexSnapshot) {
    this.#columns = new ArticleColumns(snapshot?.columns)
    this.#texts = new SearchedTexts(snapshot?.texts)
    this.#ranking = new Ranking(snapshot?.ranking)
    this.#isRanked = byteColumn(snapshot?.isRanked)
    for (let ordinal = 0; ordinal < this.#columns.rows; ordinal++) {
      if (this.#columns.isLive.values[ordinal] === 0) continue
      this.#ordinals.set(this.#columns.ids[ordinal]!, ordinal)
      if (this.#isRanked.values[ordinal] === 0) this.#unranked.add(ordinal)
    }
  }

  /**
   * What {@link ArticleIndex.snapshot} gave, as an index again, at once; `null` when it is not ours, damaged, or made by
   * another version or tokenizer. Where only the ranking is damaged, its articles wait to be ranked again.
   */
  static restore(snapshot: unknown): ArticleIndex | null {
    const parsed = parseIndexSnapshot(snapshot)
    if (parsed === null) return null
    try {
      return new ArticleIndex(parsed)
    } catch (cause) {
      if (!(cause instanceof PackedError)) throw cause
      return new ArticleIndex({ ...parsed, ranking: [], isRanked: new Uint8Array(parsed.isRanked.length) })
    }
  }

  /** Live articles. */
  get size(): number {
    return this.#ordinals.size
  }

  /** Live articles that MiniSearch does not have yet. */
  get unranked(): number {
    return this.#unranked.size
  }

  has(id: string): boolean {
    return this.#ordinals.has(id)
  }

  /** Puts an article in: columns and folded text at once, so that it is found exactly; ranking comes with {@link ArticleIndex.rank}. An id already present is replaced. */
  add(article: Article, collection: string): void {
    this.remove(article.id)
    const ordinal = this.#columns.add(article, collection)
    this.#texts.add(searchedTextOf(article))
    this.#isRanked.push(0)
    this.#ordinals.set(article.id, ordinal)
    this.#unranked.add(ordinal)
    this.#order = null
  }

  /** Takes an article out, from the ranking too. An id that is not there changes nothing. */
  remove(id: string): void {
    const ordinal = this.#ordinals.get(id)
    if (ordinal === undefined) return
    if (this.#pending.has(ordinal)) this.#seal()
    if (this.#isRanked.values[ordinal] === 1) {
      this.#ranking.remove(ordinal)
      this.#isRanked.set(ordinal, 0)
    }
    this.#unranked.delete(ordinal)
    this.#ordinals.delete(id)
    this.#columns.remove(ordinal)
    this.#texts.remove(ordinal)
    this.#order = null
  }

  /**
   * Takes up to `count` more articles up into the ranking and gives back how many are left; the caller yields between
   * calls. They are ranked when their segment is full, or when there are no more.
   */
  rank(count: number): number {
    let done = 0
    for (const ordinal of this.#unranked) {
      if (this.#pending.has(ordinal)) continue
      if (done++ >= count || this.#ranking.isSegmentFull) break
      this.#ranking.add(this.#texts.documentOf(ordinal))
      this.#pending.add(ordinal)
    }
    if (this.#ranking.isSegmentFull || this.#pending.size === this.#unranked.size) this.#seal()
    return this.#unranked.size - this.#pending.size
  }

  /**
   * Runs a query: exact total, exact counts of all facets, and the whole order of the results.
   *
   * @param pinyin reads names, for words in pinyin; without it there are none
   */
  run(query: ArticleQuery, pinyin: Pinyin | null = null): SearchRun {
    const ground = this.#ground(pinyin)
    const { order } = ground
    const parsed = parseQuery(query.q)
    const compiled = compileQuery(query.q, parsed, ground)
    const counts = countFacets(query, this.#columns, order, matchedOrdinals(compiled, ground))
    const columns = this.#columns
    const ids = columns.ids
    const ordinals = this.#ordered(query, compiled, order, counts)
    const from = columns.dateOf(counts.earliest)
    const to = columns.dateOf(counts.latest)
    return {
      total: counts.total,
      reading: { ...compiled.reading, offers: offersFor(query, parsed, ground, counts.total) },
      marks: compiled.marks,
      facets: facetsOf(query, columns, order, counts),
      dates: from === null || to === null ? null : { from, to },
      ids: (offset, limit) =>
        Array.from(ordinals.subarray(offset, offset + limit), (ordinal) => ids[ordinal]!),
      placeOf: (id) => ordinals.findIndex((ordinal) => ids[ordinal] === id),
    }
  }

  /** Values of one facet under a query whose names hold `contains` (folded), the most frequent first, at most `limit` and the chosen ones besides. */
  facetValues(
    query: ArticleQuery,
    facet: FacetName,
    contains: string,
    limit: number,
    pinyin: Pinyin | null = null,
  ): FacetList {
    const ground = this.#ground(pinyin)
    const { order } = ground
    const compiled = compileQuery(query.q, parseQuery(query.q), ground)
    const counts = countFacets(query, this.#columns, order, matchedOrdinals(compiled, ground))
    return facetList(facet, query, this.#columns, order, counts, contains, limit)
  }

  /** Names of people, newspapers, categories and tags that may be meant by what was typed; the first call after a change gathers them. */
  suggest(typed: string, limit: number, pinyin: Pinyin): readonly Suggestion[] {
    const order = this.#currentOrder()
    if (this.#suggestions?.order !== order) {
      this.#suggestions = { index: new SuggestionIndex(pinyin, this.#columns, order), order }
    }
    return this.#suggestions.index.suggest(typed, limit)
  }

  /** Everything as plain data for storing (structured clone; typed arrays and strings). */
  snapshot(): IndexSnapshot {
    return {
      format: SNAPSHOT_FORMAT,
      version: SNAPSHOT_VERSION,
      tokenizer: TOKENIZER_FINGERPRINT,
      columns: this.#columns.snapshot(),
      texts: this.#texts.snapshot(),
      isRanked: this.#isRanked.copy(),
      ranking: this.#ranking.segments(),
    }
  }

  #currentOrder(): ArchiveOrder {
    this.#order ??= archiveOrder(this.#columns)
    return this.#order
  }

  /** Closes the segment of the articles taken up for it. */
  #seal(): void {
    this.#ranking.seal()
    for (const ordinal of this.#pending) {
      this.#isRanked.set(ordinal, 1)
      this.#unranked.delete(ordinal)
    }
    this.#pending.clear()
  }

  #ground(pinyin: Pinyin | null): SearchGround {
    const [columns, texts, ranking, unranked] = [this.#columns, this.#texts, this.#ranking, this.#unranked]
    const order = this.#currentOrder()
    if (pinyin !== null && this.#names?.order !== order) {
      this.#names = { directory: new NameDirectory(pinyin, columns, texts, order), order }
    }
    const names = pinyin === null ? null : (this.#names?.directory ?? null)
    return { columns, texts, ranking, unranked, order, names }
  }

  /** The results in the order of the query's sort. */
  #ordered(
    query: ArticleQuery,
    compiled: CompiledQuery,
    order: ArchiveOrder,
    counts: FacetCounts,
  ): Uint32Array {
    const sort = effectiveSort(query)
    const isResult = (ordinal: number): boolean => counts.isResult[ordinal] === 1
    if (sort === 'oldest') return order.oldest.filter(isResult)
    const newest = order.newest.filter(isResult)
    if (sort === 'newest' || compiled.matchesAll) return newest
    const scores = relevanceScores(
      query.q,
      compiled,
      [...newest],
      this.#columns.rows,
      this.#texts,
      this.#ranking,
    )
    const place = order.placeInNewest
    return newest.sort((a, b) => scores[b]! - scores[a]! || place[a]! - place[b]!)
  }
}
