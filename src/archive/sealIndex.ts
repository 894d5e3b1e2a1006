import { planMerge } from '../search/packed/planMerge'
import type { IndexKeeper } from './indexKeeper'
import { liveRowsOf, type PartOnShelf } from './partShelf'

/** Text of parts in memory, in tokens, that is enough for a part in a file: some 3,000 articles. */
const TOKENS_OF_A_PART = 2_000_000
/** More parts in files than this, beside published ones, are merged, since every query asks each of them. */
const MOST_PARTS = 8
/** More articles than this are not merged at once: four take about a millisecond, all in vain when the tab is closed. */
const MOST_MERGED_ROWS = 50_000

/** Whether so much is in memory that it should be put into a file. */
export function isMemoryFull(keeper: IndexKeeper): boolean {
  return keeper.shelf.tokensInMemory >= TOKENS_OF_A_PART
}

/** The parts that are only in memory. */
export function partsInMemory(keeper: IndexKeeper): readonly PartOnShelf[] {
  return keeper.shelf.parts.filter(({ names }) => names === null)
}

/** Drops parts of which nothing is shown. */
export function dropEmptyParts(keeper: IndexKeeper): void {
  const { shelf } = keeper
  const empty = shelf.parts.filter((one) => liveRowsOf(one) === 0)
  if (empty.length === 0) return
  shelf.replaceAll(shelf.parts.filter((one) => liveRowsOf(one) > 0))
  for (const { names } of empty) keeper.giveUp(names)
  keeper.revision += 1
}

/** Neighbouring parts that are best merged next, or a part of which little is shown; `null` when all is well. */
export function partsToMerge(keeper: IndexKeeper): readonly PartOnShelf[] | null {
  const own = keeper.shelf.parts.filter(
    (one) => one.names !== null && !one.isPublished && liveRowsOf(one) > 0,
  )
  const sizes = own.map(liveRowsOf)
  const sparse = own.find(({ part }, at) => sizes[at]! < part.rows / 2)
  if (sparse !== undefined) return [sparse]
  const groups = planMerge(sizes, MOST_PARTS).map(({ start, end }) => own.slice(start, end))
  const isSmall = (group: readonly PartOnShelf[]): boolean =>
    group.reduce((rows, one) => rows + liveRowsOf(one), 0) <= MOST_MERGED_ROWS
  return groups.find(isSmall) ?? null
}
