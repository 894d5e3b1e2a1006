import { dateOfDayNumber } from '../../domain/partialDate'
import { termKind } from '../../domain/term'
import type { TermList, TermListQuery, TermRow } from '../../domain/termUse'
import { fold } from '../../text/fold'
import type { ArticleColumns } from '../articleColumns'
import type { ArchiveOrder } from '../archiveOrder'
import { NO_DAY } from '../parts/partColumns'

/** The terms of an archive, each with how many live articles mark it and between which days. */
export class TermCounts {
  readonly #columns: ArticleColumns
  readonly #articles: Uint32Array
  readonly #first: Int32Array
  readonly #last: Int32Array

  constructor(columns: ArticleColumns, { live }: ArchiveOrder) {
    const { size } = columns.terms
    this.#columns = columns
    this.#articles = new Uint32Array(size)
    this.#first = new Int32Array(size).fill(NO_DAY)
    this.#last = new Int32Array(size).fill(NO_DAY)
    const starts = columns.term.starts.values
    const values = columns.term.values.values
    for (const ordinal of live) {
      const day = columns.dayFirst.values[ordinal]!
      for (let at = starts[ordinal]!; at < starts[ordinal + 1]!; at++) this.#count(values[at]!, day)
    }
  }

  #count(term: number, day: number): void {
    this.#articles[term] = this.#articles[term]! + 1
    if (day === NO_DAY) return
    if (this.#first[term] === NO_DAY || day < this.#first[term]!) this.#first[term] = day
    if (day > this.#last[term]!) this.#last[term] = day
  }

  /** The numbers of terms that some article marks and that the condition admits. */
  #where(isWanted: (name: string) => boolean): number[] {
    const wanted: number[] = []
    this.#columns.terms.names.forEach((name, number) => {
      if (this.#articles[number]! > 0 && isWanted(name)) wanted.push(number)
    })
    return wanted
  }

  #rowOf(number: number): TermRow {
    const term = this.#columns.terms.names[number]!
    const date = (day: number): string | null => (day === NO_DAY ? null : dateOfDayNumber(day))
    return {
      term,
      kind: termKind(term),
      articles: this.#articles[number]!,
      first: date(this.#first[number]!),
      last: date(this.#last[number]!),
    }
  }

  list({ contains, kind, sort, limit }: TermListQuery): TermList {
    const wanted = fold(contains.trim())
    const numbers = this.#where(
      (name) => (wanted === '' || fold(name).includes(wanted)) && (kind === null || termKind(name) === kind),
    )
    const byArticles = (a: number, b: number): number => this.#articles[b]! - this.#articles[a]!
    const by =
      sort === 'frequency'
        ? byArticles
        : (a: number, b: number): number => {
            const days = sort === 'first' ? this.#first : this.#last
            return days[b]! - days[a]! || byArticles(a, b)
          }
    numbers.sort((a, b) => by(a, b) || a - b)
    return { total: numbers.length, rows: numbers.slice(0, limit).map((number) => this.#rowOf(number)) }
  }

  /** Terms that hold a term or that it holds, the most frequent first, at most `limit`. */
  variantsOf(term: string, limit: number): readonly TermRow[] {
    const folded = fold(term)
    const numbers = this.#where((name) => {
      const other = fold(name)
      return other !== folded && (other.includes(folded) || (other.length > 2 && folded.includes(other)))
    })
    numbers.sort((a, b) => this.#articles[b]! - this.#articles[a]! || a - b)
    return numbers.slice(0, limit).map((number) => this.#rowOf(number))
  }
}
