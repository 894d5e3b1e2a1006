import type { StagedRow } from './stagedRows'

/** A staged article that comes in, and the id that it gets. */
export interface FinalRow {
  readonly row: StagedRow
  readonly id: string
}

/** The first of `id`, `id~2`, `id~3` … that is free. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  let free = id
  for (let number = 2; isTaken(free); number++) free = `${id}~${String(number)}`
  return free
}

/**
 * The rows that come in, as was decided, each with an id of its own: one that goes in another's place gets the other's
 * id, one whose id is taken gets a new one. A row that another of the batch goes in the place of stays out.
 *
 * @param isTaken whether the archive has an article under an id, or will not show one
 */
export function finalRows(rows: readonly StagedRow[], isTaken: (id: string) => boolean): readonly FinalRow[] {
  const byPlace = new Map(rows.map((row) => [row.place, row]))
  const replaced = new Set<number>()
  const ids = new Map<number, string>()
  const used = new Set<string>()
  // Those that go in another's place come first: the id is meant for them.
  for (const { place, decision, likeness } of rows) {
    if (decision !== 'replace' || likeness === null || replaced.has(place)) continue
    const other = likeness.place === null ? undefined : byPlace.get(likeness.place)
    const id = other === undefined ? likeness.id : (ids.get(other.place) ?? other.id)
    if (other !== undefined) {
      replaced.add(other.place)
      if (ids.delete(other.place)) used.delete(id)
    }
    if (used.has(id)) continue
    used.add(id)
    ids.set(place, id)
  }
  const coming = rows.filter(({ decision, place }) => decision !== 'skip' && !replaced.has(place))
  for (const row of coming) {
    if (ids.has(row.place)) continue
    const id = freeId(row.id, (wanted) => used.has(wanted) || isTaken(wanted))
    used.add(id)
    ids.set(row.place, id)
  }
  return coming.map((row) => ({ row, id: ids.get(row.place)! }))
}
