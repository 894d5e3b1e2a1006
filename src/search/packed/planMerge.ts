/** Neighbours `[start, end)` that are to become one segment. */
export interface MergeGroup {
  readonly start: number
  readonly end: number
}

/**
 * Which neighbouring segments to merge so that at most `most` remain: again and again the two neighbours that are
 * smallest together, so that large segments are rarely written anew. `sizes` are numbers of documents that were not
 * removed. Groups of one segment are left out.
 */
export function planMerge(sizes: readonly number[], most: number): MergeGroup[] {
  const groups = sizes.map((size, start) => ({ start, end: start + 1, size }))
  while (groups.length > Math.max(1, most)) {
    let best = 0
    for (let i = 1; i + 1 < groups.length; i++) {
      if (groups[i]!.size + groups[i + 1]!.size < groups[best]!.size + groups[best + 1]!.size) best = i
    }
    const [left, right] = groups.splice(best, 2)
    groups.splice(best, 0, { start: left!.start, end: right!.end, size: left!.size + right!.size })
  }
  return groups.filter(({ start, end }) => end - start > 1).map(({ start, end }) => ({ start, end }))
}
