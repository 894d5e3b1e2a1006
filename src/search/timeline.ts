import type { Timeline, TimelineBar } from '../domain/archive'
import type { ArchiveOrder } from './archiveOrder'
import type { FacetCounts } from './countFacets'
import type { DateCounts } from './dateCounts'
import type { MonthSpan } from './monthSpan'

/** An archive of at most so many months is drawn by month, one of at most so many years by year. */
const MOST_MONTHS = 144
const MOST_YEARS = 240

/** A year as dates write it. */
export function yearName(year: number): string {
  return String(year).padStart(4, '0')
}

/** Articles by year from the archive's first, whether their dates say a month or not. */
export function countYears({ dated }: ArchiveOrder, { months, years }: DateCounts): Uint32Array {
  const counts = years.slice()
  if (dated === null) return counts
  months.forEach((count, at) => {
    const year = Math.floor((dated.first + at) / 12) - dated.firstYear
    counts[year] = counts[year]! + count
  })
  return counts
}

function monthBars(dated: MonthSpan, months: MonthSpan, counts: FacetCounts): readonly TimelineBar[] {
  return Array.from({ length: months.last - months.first + 1 }, (_, place): TimelineBar => {
    const month = months.first + place
    const at = month - dated.first
    const period = `${yearName(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`
    return {
      period,
      from: period,
      to: period,
      all: counts.dated.months[at] ?? 0,
      matching: counts.matching.months[at] ?? 0,
    }
  })
}

/** Bars of `size` years each, which begin where the years are divisible by it. */
function yearBars(
  size: number,
  { firstYear, lastYear }: MonthSpan,
  all: Uint32Array,
  matching: Uint32Array,
): readonly TimelineBar[] {
  const first = Math.floor(firstYear / size)
  const bars = Array.from({ length: Math.floor(lastYear / size) - first + 1 }, (_, place) => {
    // There is no year 0.
    const from = yearName(Math.max(1, (first + place) * size))
    return { period: from, from, to: yearName((first + place) * size + size - 1), all: 0, matching: 0 }
  })
  all.forEach((count, at) => {
    const bar = bars[Math.floor((firstYear + at) / size) - first]!
    bar.all += count
    bar.matching += matching[at] ?? 0
  })
  return bars
}

/**
 * The timeline of an answer: a bar for every month; for every year where the archive spans more than twelve, or no date
 * says a month; for every decade beyond 240 years. A date known only to the year counts where a bar is a year or more:
 * a bar counts what choosing its dates finds. Without any dated article there are no bars.
 */
export function timelineOf(order: ArchiveOrder, counts: FacetCounts): Timeline {
  const { dated, months } = order
  if (dated === null) return { unit: 'year', bars: [] }
  if (months !== null && dated.last - dated.first < MOST_MONTHS) {
    return { unit: 'month', bars: monthBars(dated, months, counts) }
  }
  const isLong = dated.lastYear - dated.firstYear >= MOST_YEARS
  const all = countYears(order, counts.dated)
  const bars = yearBars(isLong ? 10 : 1, dated, all, countYears(order, counts.matching))
  return { unit: isLong ? 'decade' : 'year', bars }
}
