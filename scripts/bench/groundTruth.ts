import { searchedTextOf } from '../../src/search/searchedText'
import type { BenchCorpus } from './benchCorpus'
import type { BenchQuery } from './benchQuery'
import { yearOf } from './recombinedArticles'

/** What is right, from looking at every text; and how much text there is. */
export interface GroundTruth {
  /** Of each query the numbers of the articles that hold it, rising. */
  readonly hits: readonly Uint32Array<ArrayBuffer>[]
  /** The year of each article. */
  readonly years: Uint16Array<ArrayBuffer>
  /** The year of the most articles, which the filter asks for. */
  readonly commonYear: number
  /** UTF-16 units of searched text, and its bytes in UTF-8. */
  readonly characters: number
  readonly utf8Bytes: number
}

function mostCommon(years: Uint16Array): number {
  const counts = new Map<number, number>()
  for (const year of years) if (year > 0) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}

/** Scans the folded text of every article for every query, as the archive defines a match: a run within one part of the text. */
export function scanCorpus(corpus: BenchCorpus, queries: readonly BenchQuery[]): GroundTruth {
  const hits = queries.map((): number[] => [])
  const years = new Uint16Array(corpus.size)
  let characters = 0
  let utf8Bytes = 0
  for (let ordinal = 0; ordinal < corpus.size; ordinal++) {
    const article = corpus.articleAt(ordinal)
    const { text } = searchedTextOf(article)
    years[ordinal] = yearOf(article)
    characters += text.length
    utf8Bytes += Buffer.byteLength(text)
    queries.forEach(({ runs }, number) => {
      if (runs.every((run) => text.includes(run))) hits[number]!.push(ordinal)
    })
  }
  return {
    hits: hits.map((ordinals) => Uint32Array.from(ordinals)),
    years,
    commonYear: mostCommon(years),
    characters,
    utf8Bytes,
  }
}
