import type { IndexPart, RowSet } from '../search/parts/indexPart'
import { RowKeys, runsOf } from './articleRuns'
import type { IndexKeeper } from './indexKeeper'
import { loadPartMaker } from './loadPartMaker'
import { isIndexDamage, type PartFileNames } from './partFiles'
import type { PartOnShelf, PartShelf } from './partShelf'
import { addRow, hasRow, noRows } from './rowSets'

/** Runs a task that changes the index when no other one does. */
export type InTurn = <Result>(task: () => Promise<Result>) => Promise<Result>

/** A part that was written, and is not on the shelf yet. */
interface WrittenPart {
  readonly part: IndexPart
  readonly names: PartFileNames
}

function isGone({ removed }: PartOnShelf, row: number): boolean {
  return removed !== null && hasRow(removed, row)
}

function hasAll(set: RowSet | null, rows: RowSet | null): boolean {
  return rows === null || rows.every((byte, at) => (byte & ~(set?.[at] ?? 0)) === 0)
}

/** The parts as they are on the shelf now; `null` when one is there no more, or shows an article that it did not. */
function asTheyAreNow(parts: readonly PartOnShelf[], shelf: PartShelf): readonly PartOnShelf[] | null {
  const onShelf = new Map(shelf.parts.map((one) => [one.part, one]))
  const now = parts.flatMap(({ part, removed }) => {
    const one = onShelf.get(part)
    return one !== undefined && hasAll(one.removed, removed) ? [one] : []
  })
  return now.length === parts.length ? now : null
}

/** The part that some were written as, without the articles that went while it was written. */
function merged(
  { part, names }: WrittenPart,
  before: readonly PartOnShelf[],
  now: readonly PartOnShelf[],
): PartOnShelf {
  const keys: number[] = []
  const removed = noRows(part.rows)
  let isAnyRemoved = false
  for (const [place, one] of before.entries()) {
    for (let row = 0; row < one.part.rows; row++) {
      if (isGone(one, row)) continue
      if (isGone(now[place]!, row)) {
        addRow(removed, keys.length)
        isAnyRemoved = true
      }
      keys.push(one.keys.keyOf(row))
    }
  }
  return {
    part,
    names,
    keys: new RowKeys(runsOf(keys)),
    isPublished: false,
    tokens: 0,
    removed: isAnyRemoved ? removed : null,
  }
}

/** Puts a part in the place of the first of others, which go. */
function replace(keeper: IndexKeeper, parts: readonly PartOnShelf[], written: PartOnShelf): void {
  const { shelf } = keeper
  const former = new Set(parts.map(({ part }) => part))
  const place = shelf.parts.findIndex(({ part }) => former.has(part))
  const refused = shelf.replaceAll(
    shelf.parts.flatMap((one, at) => (at === place ? [written] : former.has(one.part) ? [] : [one])),
  )
  for (const { names } of [...parts, ...refused]) keeper.giveUp(names)
  keeper.revision += 1
}

/**
 * Writes some parts as one, in the place of the first, without the articles that are not shown. The index may change
 * while it is written: only the exchange takes a turn. When one of the parts goes meanwhile nothing is exchanged.
 *
 * @throws ArchiveError when the store fails or what makes parts cannot be loaded; PartError when a part is damaged
 */
export async function rewriteParts(
  keeper: IndexKeeper,
  parts: readonly PartOnShelf[],
  inTurn: InTurn,
): Promise<void> {
  const { shelf, files } = keeper
  const maker = await loadPartMaker()
  let written: WrittenPart
  try {
    written = await files.write((sinks) => maker.merge(parts, sinks, keeper.startSlices()))
  } catch (cause) {
    // The files of a part that has gone are closed.
    if (isIndexDamage(cause) && asTheyAreNow(parts, shelf) === null) return
    throw cause
  }
  await inTurn(() => {
    const now = asTheyAreNow(parts, shelf)
    if (now === null) {
      written.part.close()
      keeper.giveUp(written.names)
    } else {
      replace(keeper, parts, merged(written, parts, now))
    }
    return Promise.resolve()
  })
}
