import type { FacetList, FacetName, Facets, SearchAnswer } from '../domain/archive'
import { effectiveSort, type ArticleQuery } from '../domain/articleQuery'
import { namesMeant } from '../domain/namesMeant'
import type { DecidedNames } from '../domain/decidedNames'
import type { QueryOffer, QueryReading } from '../domain/queryReading'
import type { Suggestion } from '../domain/suggestion'
import type { FieldMatchers } from '../text/markArticle'
import { archiveOrder, type ArchiveOrder } from './archiveOrder'
import { ArticleColumns } from './articleColumns'
import type { CompiledQuery } from './compileQuery'
import { countFacets, type FacetCounts } from './countFacets'
import { facetList, facetsOf } from './facetLists'
import type { Matches } from './matchQuery'
import type { NameDirectory } from './nameDirectory'
import type { NameFinder } from './nameFinder'
import { SealedDocuments } from './packed/sealedDocuments'
import type { IndexPart, RowSet } from './parts/indexPart'
import { ARTICLE_FIELDS } from './parts/packedArticleOptions'
import { PartError } from './parts/partError'
import { asksForNothing, NOTHING_ASKED } from './nothingAsked'
import type { QueryLanguage } from './queryLanguage'
import { resultsInOrder, type OrderedResults } from './rankedResults'
import type { SearchGround } from './searchGround'
import { SearchedTexts } from './searchedTexts'
import type { SuggestionIndex } from './suggestionIndex'

/** A query that has been run: its exact total, its facets and the order of its results. It holds until the index changes. */
export interface SearchRun {
  readonly total: number
  readonly reading: QueryReading
  /** What is to be marked in the results. */
  readonly marks: FieldMatchers
  /** The people of the filter, by the names under which they are found. */
  readonly people: readonly string[]
  readonly facets: Facets
  readonly dates: SearchAnswer['dates']
  /** Ids of results `offset` to `offset + limit` in the order of the query's sort. */
  ids(offset: number, limit: number): readonly string[]
  /** Place of an article among the results, from 0; −1 when it is none of them. */
  placeOf(id: string): number
}

/** A part as it is put into an index. */
export interface AttachedPart {
  /** Opened with its texts. */
  readonly part: IndexPart
  /** Rows that are not shown, or `null` where all are. */
  readonly removed: RowSet | null
  /** The collection that the article of a row is shown for. */
  readonly collectionOf: (row: number) => string
}

interface PartPlace {
  readonly part: IndexPart
  /** The ordinal of its first row. */
  readonly first: number
}

/**
 * The articles of the archive, indexed: the rows of its parts one after the other, which keep their ordinals as long as
 * the index lives. What the packed segments prove is not looked up in the texts; what they cannot prove is.
 */
export class ArticleIndex {
  readonly #columns = new ArticleColumns()
  readonly #texts = new SearchedTexts()
  readonly #documents = new SealedDocuments(ARTICLE_FIELDS.fields, ARTICLE_FIELDS.packed)
  readonly #parts: PartPlace[] = []
  #order: ArchiveOrder | null = null
  #language: QueryLanguage | null = null
  /** Made when it is first needed; it holds as long as the order does. */
  #names: { readonly directory: NameDirectory; readonly order: ArchiveOrder } | null = null
  #suggestions: { readonly index: SuggestionIndex; readonly order: ArchiveOrder } | null = null

  /** @throws PartError, PackedError when a part is damaged or foreign */
  constructor(parts: readonly AttachedPart[] = []) {
    for (const part of parts) this.attach(part)
  }

  /** Gives it the language of queries; without it only the whole archive and its facets can be asked for. */
  learn(language: QueryLanguage): void {
    this.#language = language
  }

  /** Live articles. */
  get size(): number {
    return this.#columns.live
  }

  /** Ordinals, dead ones too. */
  get rows(): number {
    return this.#columns.rows
  }

  /**
   * Puts the rows of a part behind the others and gives back the ordinal of the first: its live articles are found from
   * now on. Where one has the id of a live article, the caller takes one of the two out before the next query.
   *
   * @throws PartError, PackedError when it is damaged or foreign; the index is as it was then
   */
  attach({ part, removed, collectionOf }: AttachedPart): number {
    if (part.texts === null) throw new PartError('no-texts', 'a part is searched only with its texts')
    const isLive = (row: number): boolean =>
      removed === null || (removed[row >>> 3]! & (1 << (row & 7))) === 0
    const { columns } = part
    this.#documents.attach(removed === null ? part.segment : { file: part.segment, removed })
    const first = this.#columns.attach(columns, () => part.columns, isLive, collectionOf)
    this.#texts.attach(first, part.texts)
    this.#parts.push({ part, first })
    this.#order = null
    return first
  }

  /** Takes an article out; one that is not there changes nothing. */
  remove(ordinal: number): void {
    this.#documents.discardAt(ordinal)
    this.#columns.remove(ordinal)
    this.#order = null
  }

  /** Says what was decided about names that are asked for; it holds from now on. */
  decide(names: DecidedNames | null): void {
    this.#columns.decided = names
    this.#order = null
  }

  /** The ordinal of the live article with an id, or −1. Of two the one that came later. */
  ordinalOf(id: string): number {
    return this.#documents.ordinalWithId(id) ?? -1
  }

  /** The id of an article, also of one that was taken out. */
  idOf(ordinal: number): string {
    const id = this.#documents.idAt(ordinal)
    if (typeof id !== 'string') throw new RangeError(`there is no article ${ordinal}`)
    return id
  }

  isLive(ordinal: number): boolean {
    return ordinal < this.rows && this.#columns.isLive.values[ordinal] === 1
  }

  /** Says that articles, from one ordinal up to another, are shown for another collection. */
  setCollection(first: number, end: number, collection: string): void {
    this.#columns.setCollection(first, end, collection)
    this.#order = null
  }

  /** The rows of a part, by its place among them, that are not shown: to be stored beside it. */
  removedRows(part: number): RowSet {
    return this.#documents.removedDocuments()[part]!
  }

  /**
   * Runs a query: exact total, exact counts of all facets, and the whole order of the results.
   *
   * @param names finds names by how they are read, for words in pinyin; without it there are none
   */
  run(query: ArticleQuery, names: NameFinder | null = null): SearchRun {
    const ground = this.#ground(names)
    const compiled = this.#compile(query.q, ground)
    const matches = this.#match(compiled, ground)
    const counts = countFacets(query, this.#columns, ground.order, matches.ordinals)
    const ordered = this.#ordered(query, compiled, matches, counts, ground)
    const from = this.#columns.dateOf(counts.earliest)
    const to = this.#columns.dateOf(counts.latest)
    return {
      total: counts.results.length,
      reading: compiled.reading,
      marks: compiled.marks,
      people: query.person.flatMap((name) => namesMeant(name, this.#columns.decided)),
      facets: facetsOf(query, this.#columns, ground.order, counts),
      dates: from === null || to === null ? null : { from, to },
      ids: (offset, limit) => Array.from(ordered.slice(offset, limit), (ordinal) => this.idOf(ordinal)),
      placeOf: (id) => {
        const ordinal = this.ordinalOf(id)
        return ordinal === -1 ? -1 : ordered.placeOf(ordinal)
      },
    }
  }

  /**
   * What else could be searched for, with how many articles it would bring. It looks through many texts and can be left
   * alone after each; whoever goes on has to see to it that the index has not changed.
   */
  offers(query: ArticleQuery, names: NameFinder | null = null): Generator<undefined, readonly QueryOffer[]> {
    return this.#known().offers(query, this.#ground(names))
  }

  /** Values of one facet under a query whose names hold `contains` (folded), the most frequent first, at most `limit` and the chosen ones besides. */
  facetValues(
    query: ArticleQuery,
    facet: FacetName,
    contains: string,
    limit: number,
    names: NameFinder | null = null,
  ): FacetList {
    const ground = this.#ground(names)
    const compiled = this.#compile(query.q, ground)
    const counts = countFacets(query, this.#columns, ground.order, this.#match(compiled, ground).ordinals)
    return facetList(facet, query, this.#columns, ground.order, counts, contains, limit)
  }

  /** Lets code that is loaded later look at all that a query is run over; it must not keep what it is given. */
  look<Result>(work: (ground: SearchGround) => Result): Result {
    return work(this.#ground(null))
  }

  /** Names of people, newspapers, categories and tags that may be meant by what was typed; the first call after a change gathers them. */
  suggest(typed: string, limit: number, names: NameFinder): readonly Suggestion[] {
    const order = this.#currentOrder()
    if (this.#suggestions?.order !== order) {
      this.#suggestions = { index: names.suggestions(this.#columns, order), order }
    }
    return this.#suggestions.index.suggest(typed, limit)
  }

  /** Releases the files of all parts. The index cannot be used afterwards. */
  close(): void {
    for (const { part } of this.#parts) part.close()
  }

  #currentOrder(): ArchiveOrder {
    this.#order ??= archiveOrder(this.#columns)
    return this.#order
  }

  #ground(names: NameFinder | null): SearchGround {
    const order = this.#currentOrder()
    if (names !== null && this.#names?.order !== order) {
      this.#names = { directory: names.directory(this.#columns, order), order }
    }
    return {
      columns: this.#columns,
      texts: this.#texts,
      order,
      names: names === null ? null : (this.#names?.directory ?? null),
      offices: names?.offices ?? null,
      find: (query) => this.#known().find(query, this.#documents),
      everything: () => order.live,
    }
  }

  #known(): QueryLanguage {
    if (this.#language === null) throw new Error('the language of queries was not loaded')
    return this.#language
  }

  #compile(q: string, ground: SearchGround): CompiledQuery {
    return asksForNothing(q) ? NOTHING_ASKED : this.#known().compile(q, ground)
  }

  #match(compiled: CompiledQuery, ground: SearchGround): Matches {
    return compiled.matchesAll
      ? { ordinals: ground.order.live, found: null }
      : this.#known().match(compiled.root, ground)
  }

  /** The results in the order of the query's sort. */
  #ordered(
    query: ArticleQuery,
    compiled: CompiledQuery,
    matches: Matches,
    { results }: FacetCounts,
    ground: SearchGround,
  ): OrderedResults {
    const { order } = ground
    const sort = effectiveSort(query)
    if (sort === 'oldest') return resultsInOrder(results, order.oldest(), this.rows)
    if (sort === 'newest' || compiled.matchesAll) return resultsInOrder(results, order.newest, this.rows)
    return this.#known().rank(query.q, compiled, matches, results, ground)
  }
}
