import { SealedLayer } from './sealedLayer'
import type { Segment } from './segment'

/**
 * The average length of each field, as MiniSearch would have it after adding the documents of the segments in order
 * to an empty index. MiniSearch keeps a running average that a document without the field leaves as it is, yet
 * counts in the next step, so this is not the sum over the number, unless every document has the field.
 * A field that no document has is absent from the array.
 */
export function averageFieldLengths(sealed: SealedLayer, fieldCount: number): number[] {
  const averages: number[] = []
  for (let field = 0; field < fieldCount; field++) {
    let average: number | undefined
    let count = 0
    for (const { meta, removed, removedCount, storedLengths } of sealed.segments) {
      if (removedCount === 0 && meta.lengthCounts[field] === meta.documents && meta.documents > 0) {
        average = ((average ?? 0) * count + meta.lengthTotals[field]!) / (count + meta.documents)
        count += meta.documents
        continue
      }
      const lengths = storedLengths[field]!
      for (let document = 0; document < meta.documents; document++) {
        if (removedCount > 0 && removed.has(document)) continue
        const stored = lengths[document]!
        if (stored > 0) average = ((average ?? 0) * count + stored - 1) / (count + 1)
        count++
      }
    }
    if (average !== undefined) averages[field] = average
  }
  return averages
}

/** Takes a document out of the averages, as MiniSearch does: `lengths` are its own, `documentCount` is from before. */
export function takeFromAverages(
  averages: number[],
  lengths: readonly number[],
  documentCount: number,
): void {
  lengths.forEach((length, field) => {
    const average = averages[field] ?? 0
    averages[field] = documentCount === 1 ? 0 : (average * documentCount - length) / (documentCount - 1)
  })
}

/** The averages that were stored with exactly these segments, undefined if there are none. */
export function restoreAverages(segments: readonly Segment[]): number[] | undefined {
  const state = segments.at(-1)?.state
  if (state?.segments.length !== segments.length) return undefined
  if (!segments.every(({ identity }, i) => identity === state.segments[i])) return undefined
  const averages: number[] = []
  state.averageFieldLengths.forEach((average, field) => {
    if (average !== null) averages[field] = average
  })
  return averages
}

/** The files of these segments, of which the last carries `averages` if they cannot be derived from the segments. */
export function filesWithAverages(segments: readonly Segment[], averages: readonly number[]): Uint8Array[] {
  const sealed = new SealedLayer()
  for (const segment of segments) sealed.add(segment)
  const derived = averageFieldLengths(sealed, segments[0]?.meta.fields.length ?? 0)
  const state = areSameAverages(derived, averages)
    ? undefined
    : {
        segments: segments.map(({ identity }) => identity),
        averageFieldLengths: Array.from(averages, (average: number | undefined) => average ?? null),
      }
  return segments.map((segment, i) => segment.toBytes(i === segments.length - 1 ? state : undefined))
}

/** Whether two sets of averages agree but for rounding. */
function areSameAverages(a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  for (let field = 0; field < Math.max(a.length, b.length); field++) {
    const left = a[field] ?? 0
    const right = b[field] ?? 0
    if (Math.abs(left - right) > 1e-13 * Math.max(Math.abs(left), Math.abs(right))) return false
  }
  return true
}
