/** The results of a query in the order in which they are shown; as far as it is not asked for, it is not made. */
export interface OrderedResults {
  /** The ordinals of results `offset` to `offset + limit`. */
  slice(offset: number, limit: number): Int32Array
  /** The place of an article among the results, from 0; −1 for one that is none of them. */
  placeOf(ordinal: number): number
}

/** Results in an order of the archive: `sorted` has all live ordinals in it, of `rows` in all. */
export function resultsInOrder(results: Int32Array, sorted: Int32Array, rows: number): OrderedResults {
  if (results.length === sorted.length) {
    return {
      slice: (offset, limit) => sorted.subarray(offset, offset + limit),
      placeOf: (ordinal) => sorted.indexOf(ordinal),
    }
  }
  const isResult = new Uint8Array(rows)
  for (const ordinal of results) isResult[ordinal] = 1
  const ordered = new Int32Array(results.length)
  let count = 0
  let walked = 0
  /** Walks the archive's order until so many results are met, or all. */
  const order = (wanted: number): void => {
    while (count < wanted && count < ordered.length) {
      const ordinal = sorted[walked++]!
      if (isResult[ordinal] === 1) ordered[count++] = ordinal
    }
  }
  return {
    slice(offset, limit) {
      order(offset + limit)
      return ordered.subarray(offset, Math.min(count, offset + limit))
    },
    placeOf(ordinal) {
      if (isResult[ordinal] !== 1) return -1
      order(ordered.length)
      return ordered.indexOf(ordinal)
    },
  }
}
