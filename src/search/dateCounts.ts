import type { ArticleColumns } from './articleColumns'
import type { MonthSpan } from './monthSpan'
import { NO_DAY } from './parts/partColumns'
import { countsWithout } from './valueCounts'

/** Numbers of articles by their dates, over the span of an archive. */
export class DateCounts {
  /** By month from the archive's first, of dates that are known to the month. */
  readonly months: Uint32Array
  /** By year from the archive's first, of dates that are known only to the year. */
  readonly years: Uint32Array
  #undated = 0

  constructor(months: Uint32Array, years: Uint32Array, undated = 0) {
    this.months = months
    this.years = years
    this.#undated = undated
  }

  /** None yet. @param span of the archive's dates, `null` where nothing is dated */
  static over(span: MonthSpan | null): DateCounts {
    return span === null
      ? new DateCounts(new Uint32Array(0), new Uint32Array(0))
      : new DateCounts(
          new Uint32Array(span.last - span.first + 1),
          new Uint32Array(span.lastYear - span.firstYear + 1),
        )
  }

  /** Articles without a date. */
  get undated(): number {
    return this.#undated
  }

  /** Adds articles. @param span what the counts were made {@link over} */
  add(ordinals: Int32Array, columns: ArticleColumns, span: MonthSpan | null): void {
    const { months, years } = this
    const firstMonth = span?.first ?? 0
    const firstYear = span?.firstYear ?? 0
    for (const ordinal of ordinals) {
      const month = columns.monthOf(ordinal)
      if (month === NO_DAY) this.#undated++
      else if (columns.isKnownToMonth(ordinal)) months[month - firstMonth]!++
      else years[Math.floor(month / 12) - firstYear]!++
    }
  }

  /** The same counts once more, to be added to. */
  copy(): DateCounts {
    return new DateCounts(this.months.slice(), this.years.slice(), this.#undated)
  }

  /** The counts without those of `some`, which are among them. */
  without(some: DateCounts): DateCounts {
    return new DateCounts(
      countsWithout(this.months, some.months),
      countsWithout(this.years, some.years),
      this.#undated - some.#undated,
    )
  }
}
