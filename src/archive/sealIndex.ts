import { planMerge } from '../search/packed/planMerge'
import { mergeIndexParts } from '../search/parts/mergeIndexParts'
import { RowKeys, runsOf } from './articleRuns'
import type { IndexKeeper } from './indexKeeper'
import { liveRowsOf, type PartOnShelf } from './partShelf'
import { hasRow } from './rowSets'

/** Text of parts in memory, in tokens, that is enough for a part in a file: some 3,000 articles. */
const TOKENS_OF_A_PART = 2_000_000
/** More parts in files than this, beside published ones, are merged, since every query asks each of them. */
const MOST_PARTS = 8
/** More articles than this are not merged at once, since nothing else happens meanwhile: four take about a millisecond. */
const MOST_MERGED_ROWS = 10_000

/** Whether so much is in memory that it should be put into a file. */
export function isMemoryFull(keeper: IndexKeeper): boolean {
  return keeper.shelf.tokensInMemory >= TOKENS_OF_A_PART
}

/** Whether any part is only in memory. */
export function isAnyInMemory(keeper: IndexKeeper): boolean {
  return keeper.shelf.parts.some(({ names }) => names === null)
}

function liveKeysOf({ part, keys, removed }: PartOnShelf): readonly number[] {
  const live: number[] = []
  for (let row = 0; row < part.rows; row++) {
    if (removed === null || !hasRow(removed, row)) live.push(keys.keyOf(row))
  }
  return live
}

/** Writes some parts as one, in the place of the first, without the articles that are not shown. */
async function rewrite(keeper: IndexKeeper, parts: readonly PartOnShelf[]): Promise<void> {
  const { shelf, files } = keeper
  const { part, names } = await files.write((sinks) => {
    mergeIndexParts(parts, sinks)
  })
  const keys = new RowKeys(runsOf(parts.flatMap(liveKeysOf)))
  const merged: PartOnShelf = { part, keys, names, isPublished: false, tokens: 0, removed: null }
  const former = new Set(parts.map((one) => one.part))
  const place = shelf.parts.findIndex((one) => former.has(one.part))
  const refused = shelf.replaceAll(
    shelf.parts.flatMap((one, at) => (at === place ? [merged] : former.has(one.part) ? [] : [one])),
  )
  for (const one of [...parts, ...refused]) keeper.giveUp(one.names)
  keeper.revision += 1
}

/** Puts what is only in memory into a file, and drops parts of which nothing is shown. */
export async function sealIndex(keeper: IndexKeeper): Promise<void> {
  const { shelf } = keeper
  const dead = shelf.parts.filter((one) => liveRowsOf(one) === 0)
  if (dead.length > 0) {
    shelf.replaceAll(shelf.parts.filter((one) => liveRowsOf(one) > 0))
    for (const { names } of dead) keeper.giveUp(names)
    keeper.revision += 1
  }
  const inMemory = shelf.parts.filter(({ names }) => names === null)
  if (inMemory.length > 0) await rewrite(keeper, inMemory)
}

/** Neighbouring parts that are best merged next, or a part of which little is shown; `null` when all is well. */
export function partsToMerge(parts: readonly PartOnShelf[]): readonly PartOnShelf[] | null {
  const own = parts.filter((one) => one.names !== null && !one.isPublished && liveRowsOf(one) > 0)
  const sizes = own.map(liveRowsOf)
  const sparse = own.find(({ part }, at) => sizes[at]! < part.rows / 2)
  if (sparse !== undefined) return [sparse]
  const groups = planMerge(sizes, MOST_PARTS).map(({ start, end }) => own.slice(start, end))
  const isSmall = (group: readonly PartOnShelf[]): boolean =>
    group.reduce((rows, one) => rows + liveRowsOf(one), 0) <= MOST_MERGED_ROWS
  return groups.find(isSmall) ?? null
}

/** Merges what is best merged next; `false` when there is nothing. */
export async function mergeNext(keeper: IndexKeeper): Promise<boolean> {
  const parts = partsToMerge(keeper.shelf.parts)
  if (parts === null) return false
  await rewrite(keeper, parts)
  return true
}
