/** Something that has a place among others, as it was put by hand. */
export interface Placed {
  readonly id: string
  readonly place: number
}

/** Which of two comes first by place; of equal places, which colleagues may have given, by id. */
export function comparePlaces(one: Placed, other: Placed): number {
  return one.place - other.place || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}

/** The place behind all. */
export function lastPlace(placed: readonly Placed[]): number {
  return placed.reduce((last, { place }) => Math.max(last, place), 0) + 1
}

/**
 * The places that change when one is put before another: its own, between its new neighbours, or those of all where no
 * number lies between. None when it is not there or stands there already.
 *
 * @param ordered in the order that is shown
 * @param beforeId the one that it shall stand before; `null` is the end
 */
export function movedPlaces(
  ordered: readonly Placed[],
  id: string,
  beforeId: string | null,
): ReadonlyMap<string, number> {
  const from = ordered.findIndex((one) => one.id === id)
  const moved = ordered[from]
  if (moved === undefined || id === beforeId || (ordered[from + 1]?.id ?? null) === beforeId) return new Map()
  const others = ordered.filter((one) => one.id !== id)
  const found = beforeId === null ? others.length : others.findIndex((one) => one.id === beforeId)
  const to = found === -1 ? others.length : found
  const before = others[to - 1]?.place
  const after = others[to]?.place
  const place =
    before === undefined ? (after ?? 1) - 1 : after === undefined ? before + 1 : before + (after - before) / 2
  const isRising = others.every((one, at) => at === 0 || others[at - 1]!.place < one.place)
  const isBetween = (before === undefined || before < place) && (after === undefined || place < after)
  if (isRising && isBetween && Number.isFinite(place)) return new Map([[id, place]])
  const renumbered = [...others.slice(0, to), moved, ...others.slice(to)]
  return new Map(renumbered.flatMap((one, at) => (one.place === at + 1 ? [] : [[one.id, at + 1] as const])))
}
