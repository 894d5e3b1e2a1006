import type { Timeline, TimelineBar } from '../domain/archive'
import type { ArchiveOrder } from './archiveOrder'
import type { FacetCounts } from './countFacets'

/** An archive of at most so many months is drawn by month. */
const MOST_MONTHS = 144

function yearName(year: number): string {
  return String(year).padStart(4, '0')
}

/**
 * The timeline of an answer: a bar for every month, or for every year where the archive spans more than twelve, from
 * its first dated article to its last. A date known only to the year counts in its first month. Without any dated
 * article there are no bars.
 */
export function timelineOf(order: ArchiveOrder, counts: FacetCounts): Timeline {
  if (order.months === null) return { unit: 'year', bars: [] }
  const { first, last } = order.months
  if (last - first + 1 <= MOST_MONTHS) {
    const bars = Array.from(counts.months, (all, at): TimelineBar => {
      const month = first + at
      const period = `${yearName(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`
      return { period, all, matching: counts.matchingMonths[at] ?? 0 }
    })
    return { unit: 'month', bars }
  }
  const firstYear = Math.floor(first / 12)
  const all = new Uint32Array(Math.floor(last / 12) - firstYear + 1)
  const matching = new Uint32Array(all.length)
  for (let at = 0; at < counts.months.length; at++) {
    const year = Math.floor((first + at) / 12) - firstYear
    all[year] = all[year]! + counts.months[at]!
    matching[year] = matching[year]! + counts.matchingMonths[at]!
  }
  const bars = Array.from(all, (count, at): TimelineBar => {
    return { period: yearName(firstYear + at), all: count, matching: matching[at] ?? 0 }
  })
  return { unit: 'year', bars }
}
