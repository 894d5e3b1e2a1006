import type { CollectionOffer, CollectionSummary } from './collectionSummary'
import type { Failure } from './failure'
import type { ResultRow } from './resultRow'
import type { Article, PartialDate } from './article'
import type { ArticleQuery } from './articleQuery'
import type { BackupCalls, BackupProgress } from './backup'
import type { BatchProgress, ClipCalls } from './clipping'
import type { ProjectCalls } from './collecting'
import type { DecisionCalls } from './deciding'
import type { ExportCalls } from './exporting'
import type { FollowCalls } from './following'
import type { KeepCalls } from './keeping'
import type { MendCalls } from './mending'
import type { PeopleCalls } from './peopleCalls'
import type { QueryOffer, QueryReading } from './queryReading'
import type { RelativeDate } from './relativeDate'
import type { Suggestion } from './suggestion'
import type { TermCalls } from './termUse'
import type { TextRange } from './textRange'

/** What the archive is doing now. */
export type ArchivePhase =
  /** The database is being opened and what it holds read. */
  | 'opening'
  /** A first collection is on its way; what has arrived can be read and searched. */
  | 'loading'
  /** Articles that are stored are not all indexed yet; those that are can be found. */
  | 'indexing'
  | 'ready'
  | 'failed'

/** How far a collection has come in. */
export interface TakeInProgress {
  readonly collectionTitle: string
  readonly articlesDone: number
  readonly articlesTotal: number
  /** What is being done with the articles. */
  readonly step: 'storing' | 'indexing'
}

/** Told to every listener whenever any of it changes. */
export interface ArchiveStatus {
  readonly phase: ArchivePhase
  /** `memory`: the browser refused its database, and nothing outlives the page. */
  readonly storage: 'database' | 'memory'
  readonly progress: TakeInProgress | null
  /** The batch that is being read, accepted or undone. */
  readonly batch: BatchProgress | null
  /** The backup that is being written, examined or restored. */
  readonly backup: BackupProgress | null
  /** Articles that can be found now. */
  readonly articles: number
  /** Raised whenever a search may give other results than before. */
  readonly contentRevision: number
  /** Raised whenever what the user made beside the articles may have changed, here or in another tab. */
  readonly recordsRevision: number
  readonly failure: Failure | null
}

/** One value of a facet with the number of articles that have it under all other filters. */
export interface FacetValue {
  readonly value: string
  readonly count: number
  readonly isChosen: boolean
  /** What is said beside the name: the office that every article gives a person of this name. */
  readonly note: string | null
}

/** The values of a facet, most frequent first, chosen ones always among them. */
export interface FacetList {
  readonly values: readonly FacetValue[]
  /** How many values there are in all. */
  readonly distinct: number
}

/** A node of the category tree; `value` is the encoded path and includes the children. */
export interface CategoryNode {
  readonly value: string
  readonly name: string
  readonly count: number
  readonly isChosen: boolean
  readonly children: readonly CategoryNode[]
}

/** One bar of the timeline: articles that match all but the date filters, and those that match these too. */
export interface TimelineBar {
  /** A month (`2012-07`), a year (`2012`) or the first year of a decade (`2010`), as the timeline's unit says. */
  readonly period: PartialDate
  /** What to choose as first and last date to find the articles of this bar. */
  readonly from: PartialDate
  readonly to: PartialDate
  readonly all: number
  readonly matching: number
}

/**
 * The timeline; bars without a gap from the first to the last period that has an article in the archive. An article
 * whose date is known only to the year is in no bar of a month.
 */
export interface Timeline {
  readonly unit: 'decade' | 'year' | 'month'
  readonly bars: readonly TimelineBar[]
}

export type FacetName = 'person' | 'newspaper' | 'page' | 'tag' | 'year' | 'collection'

export interface Facets {
  readonly category: readonly CategoryNode[]
  readonly person: FacetList
  readonly newspaper: FacetList
  readonly page: FacetList
  readonly tag: FacetList
  /** Newest first; the value `none` stands for articles without a date. */
  readonly year: FacetList
  readonly collection: FacetList
  readonly timeline: Timeline
}

/** The answer to a query; the total and every count are exact. */
export interface SearchAnswer {
  readonly total: number
  readonly reading: QueryReading
  readonly facets: Facets
  readonly rows: readonly ResultRow[]
  /** The earliest and the latest date among the results. */
  readonly dates: { readonly from: PartialDate; readonly to: PartialDate } | null
}

/** Where the hits are in an article's texts. */
export interface ArticleMarks {
  readonly title: readonly TextRange[]
  readonly kicker: readonly TextRange[]
  readonly subtitle: readonly TextRange[]
  readonly paragraphs: readonly (readonly TextRange[])[]
}

/** An article opened for reading, with the hits of the query it was opened from. */
export interface OpenedArticle {
  readonly article: Article
  readonly marks: ArticleMarks
  /** What the day words of its paragraphs mean, in their order. */
  readonly dates: readonly RelativeDate[]
  /** Its place among the results of the query; `null` when it is not one of them. */
  readonly position: {
    readonly number: number
    readonly total: number
    readonly previousId: string | null
    readonly nextId: string | null
  } | null
}

/**
 * Everything the app can do, as one asynchronous interface; the same on both sides of the worker.
 * Arguments and answers are plain data. Every call settles, with an ArchiveError when it fails.
 */
export interface Archive
  extends
    ClipCalls,
    MendCalls,
    ExportCalls,
    KeepCalls,
    DecisionCalls,
    PeopleCalls,
    TermCalls,
    BackupCalls,
    ProjectCalls,
    FollowCalls {
  /** Opens the archive and takes in the bundled collection. Settles when the archive can be searched. May be called again after a failure. */
  open(): Promise<void>
  /** Tells `listener` the status now and at every change. */
  watch(listener: (status: ArchiveStatus) => void): Promise<void>
  /** Runs a query; `limit` rows from the start come with it. */
  search(query: ArticleQuery, limit: number): Promise<SearchAnswer>
  /** Rows `offset` to `offset + limit` of the results of a query. */
  rows(query: ArticleQuery, offset: number, limit: number): Promise<readonly ResultRow[]>
  /** Values of one facet under a query whose name holds `contains` (folded), most frequent first. */
  facetValues(query: ArticleQuery, facet: FacetName, contains: string, limit: number): Promise<FacetList>
  /**
   * What else could be searched for beside a query, each with how many articles it would bring; none when the archive
   * changes or another query is asked about meanwhile. It may take a while, and holds nothing else up.
   */
  offers(query: ArticleQuery): Promise<readonly QueryOffer[]>
  /** What may be meant by what is being typed, at most `limit`: earlier searches of `recent` that hold it, then names. */
  suggest(typed: string, limit: number, recent: readonly string[]): Promise<readonly Suggestion[]>
  /** An article with its hits and dates; without a query, the article alone. `null` when the archive does not hold it. */
  article(id: string, query: ArticleQuery | null): Promise<OpenedArticle | null>
  collections(): Promise<readonly CollectionSummary[]>
  /** Asks an address what collection it holds. The user must have asked for this address. */
  offerCollection(address: string): Promise<CollectionOffer>
  /** Takes in the collection at an address the user accepted, or what is still missing of it. */
  takeInCollection(address: string): Promise<CollectionSummary>
}
