import { type SealedLayer } from './sealedLayer'

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

/** Whether two sets of averages agree but for rounding. */
export function areSameAverages(a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  for (let field = 0; field < Math.max(a.length, b.length); field++) {
    const left = a[field] ?? 0
    const right = b[field] ?? 0
    if (Math.abs(left - right) > 1e-13 * Math.max(Math.abs(left), Math.abs(right))) return false
  }
  return true
}
