import { ColumnFiltering, columnOf } from './columnFiltering'
import { compileQuery } from './compileQuery'
import { FacetCounter } from './facetCounter'
import { PackedError } from './packedError'
import type { PackedAnswer, PackedQuery, PackedQueryOptions } from './packedQuery'
import { QueryMatcher } from './queryMatcher'
import { QueryScorer } from './queryScorer'
import type { ScoringContext } from './scoredList'
import { DEFAULT_BM25, type QueriedIndex } from './queriedIndex'
import type { Segment } from './segment'
import { TopHits } from './topHits'

const DEFAULT_TOP = 20

/** Answers a query: total, best hits and facet counts, in one pass over each segment. */
export function answerQuery(
  query: PackedQuery,
  options: PackedQueryOptions,
  index: QueriedIndex,
): PackedAnswer {
  const { segments, fields } = index
  const { top = DEFAULT_TOP, skip = 0, sort } = options
  const { root, termCount } = compileQuery(query, segments, fields)
  const filtering = new ColumnFiltering(options.filters ?? [])
  const counters = (options.facets ?? []).map(
    (column) => [column, new FacetCounter(column, segments)] as const,
  )
  const context: ScoringContext = {
    documentCount: index.documentCount,
    averageFieldLengths: index.averageFieldLengths,
    boosts: fields.map((field) => options.boost?.[field] || 1),
    bm25: options.bm25 ?? DEFAULT_BM25,
  }
  const best = new TopHits(Math.min(top + skip, index.documentCount))
  let total = 0
  segments.forEach((segment, number) => {
    const matcher = new QueryMatcher(segment, number, paragraphsOf(segment, options, fields))
    const matched = matcher.match(root)
    if (matched.length === 0) return
    const failed = options.filters?.length ? filtering.failures(segment, matched) : undefined
    for (const [column, counter] of counters) counter.add(segment, matched, failed, filtering.bitOf(column))
    const hits = failed === undefined ? matched : passing(matched, failed)
    total += hits.length
    if (top <= 0) return
    if (sort !== undefined) {
      const keys = sortKeys(segment, hits, sort)
      for (let i = 0; i < hits.length; i++) best.add(keys[i]!, index.ordinalOf(number, hits[i]!))
      return
    }
    const scorer = new QueryScorer(segment, number, matcher, context, root, termCount)
    const chosen = scorer.choose(hits, { count: best.capacity, floor: best.leastKey })
    const scores = scorer.score(chosen)
    for (let i = 0; i < chosen.length; i++) best.add(scores[i]!, index.ordinalOf(number, chosen[i]!))
  })
  const hits = best.sorted().slice(skip)
  return {
    total,
    ordinals: hits.map(({ ordinal }) => ordinal),
    scores: hits.map(({ key }) => (sort === undefined ? key : 0)),
    ids: hits.map(({ ordinal }) => idOf(ordinal, index)),
    facets: Object.fromEntries(counters),
  }
}

/** The documents that fail no filter. */
function passing(documents: Int32Array, failed: Int32Array): Int32Array {
  const hits = new Int32Array(documents.length)
  let count = 0
  for (let i = 0; i < documents.length; i++) {
    hits[count] = documents[i]!
    if (failed[i] === 0) count++
  }
  return hits.subarray(0, count)
}

/** Sort keys by a column, the greatest first; documents without a value come last. */
function sortKeys(
  segment: Segment,
  documents: Int32Array,
  { column: name, descending }: { readonly column: string; readonly descending: boolean },
): Float64Array {
  const column = columnOf(segment, name)
  if (column.kind !== 'single')
    throw new PackedError('unknown-column', `hits cannot be sorted by "${name}", which has several values`)
  const keys = new Float64Array(documents.length)
  for (let i = 0; i < documents.length; i++) {
    const value = column.valueOf(documents[i]!)
    keys[i] = value === undefined ? -Infinity : descending ? value : -value
  }
  return keys
}

function idOf(ordinal: number, { segments, ordinalOf }: QueriedIndex): unknown {
  let number = segments.length - 1
  while (number > 0 && ordinalOf(number, 0) > ordinal) number--
  const segment = segments[number]!
  // Mostly the ordinals of a segment have no gaps.
  let low = ordinal - ordinalOf(number, 0)
  if (low < segment.meta.documents && ordinalOf(number, low) === ordinal) return segment.documents.id(low)
  low = 0
  let high = segment.meta.documents - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ordinalOf(number, middle) < ordinal) low = middle + 1
    else high = middle
  }
  return segment.documents.id(low)
}

function paragraphsOf(
  segment: Segment,
  { paragraphs }: PackedQueryOptions,
  fields: readonly string[],
): (document: number, field: number) => readonly string[] {
  return (document, field) => {
    if (paragraphs === undefined)
      throw new PackedError('conflicting-options', '"near" needs the option "paragraphs"')
    return paragraphs(segment.documents.id(document), fields[field]!)
  }
}
