import type { Article } from '../../../src/domain/article'
import { yearOf } from '../recombinedArticles'
import { readBytes, writeFile } from './storedFiles'
import { FIRST, type Answer, type AskedFor } from './searchEngine'

const FILE = 'years'

/** The year of each article, beside an engine that cannot filter or count by itself. */
export class ResultYears {
  #years: Uint16Array

  constructor(years = new Uint16Array(0)) {
    this.#years = years
  }

  static async open(): Promise<ResultYears> {
    return new ResultYears(new Uint16Array(await readBytes(FILE)))
  }

  add(articles: readonly Article[]): void {
    const longer = new Uint16Array(this.#years.length + articles.length)
    longer.set(this.#years)
    articles.forEach((article) => (longer[Number(article.id)] = yearOf(article)))
    this.#years = longer
  }

  /** Stores the years; gives their bytes. */
  store(): Promise<number> {
    return writeFile(FILE, [new Uint8Array(this.#years.buffer)])
  }

  isOf(ordinal: number, year: number | null): boolean {
    return year === null || this.#years[ordinal] === year
  }

  /** Hits of every year among some articles. */
  count(ordinals: Iterable<number>): ReadonlyMap<number, number> {
    const counts = new Map<number, number>()
    for (const ordinal of ordinals) {
      const year = this.#years[ordinal]!
      counts.set(year, (counts.get(year) ?? 0) + 1)
    }
    return counts
  }

  /** The answer that a full list of results makes. */
  answer(ordinals: readonly number[], { year, countsYears }: AskedFor): Answer {
    const kept = year === null ? ordinals : ordinals.filter((ordinal) => this.isOf(ordinal, year))
    return { total: kept.length, first: kept.slice(0, FIRST), years: countsYears ? this.count(kept) : null }
  }
}
