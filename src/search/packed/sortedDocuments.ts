/** Operations on sets of documents as rising Int32Arrays. Arguments are never changed, but may be returned. */

/** From this ratio on, the longer one is searched and not walked. */
const MUCH_LONGER = 16
/** From this ratio on, the longer one is copied piece by piece. */
const BY_FAR_LONGER = 64

export function intersectDocuments(a: Int32Array, b: Int32Array): Int32Array {
  if (a.length > b.length) return intersectDocuments(b, a)
  const result = new Int32Array(a.length)
  let count = 0
  let at = 0
  const gallops = b.length > a.length * MUCH_LONGER
  for (const document of a) {
    at = gallops ? placeFrom(b, document, at, b.length) : at
    while (at < b.length && b[at]! < document) at++
    if (at === b.length) break
    if (b[at] === document) result[count++] = document
  }
  return result.subarray(0, count)
}

export function uniteDocuments(a: Int32Array, b: Int32Array): Int32Array {
  if (a.length === 0) return b
  if (b.length === 0) return a
  if (a.length > b.length * BY_FAR_LONGER) return insertDocuments(a, b)
  if (b.length > a.length * BY_FAR_LONGER) return insertDocuments(b, a)
  const result = new Int32Array(a.length + b.length)
  let count = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    // Which one comes first is as good as chance, so it is computed, not branched on.
    const right = b[j]!
    const difference = a[i]! - right
    result[count++] = right + (difference & (difference >> 31))
    i += (difference - 1) >>> 31
    j += ~difference >>> 31
  }
  while (i < a.length) result[count++] = a[i++]!
  while (j < b.length) result[count++] = b[j++]!
  return result.subarray(0, count)
}

/** The union where `few` are few: between them the others are copied as they stand. */
function insertDocuments(many: Int32Array, few: Int32Array): Int32Array {
  const result = new Int32Array(many.length + few.length)
  let count = 0
  let from = 0
  for (const document of few) {
    const place = placeFrom(many, document, from, many.length)
    result.set(many.subarray(from, place), count)
    count += place - from
    from = place
    if (many[place] !== document) result[count++] = document
  }
  result.set(many.subarray(from), count)
  return result.subarray(0, count + many.length - from)
}

/** The documents of `a` that are not in `b`. */
export function subtractDocuments(a: Int32Array, b: Int32Array): Int32Array {
  if (a.length === 0 || b.length === 0) return a
  const result = new Int32Array(a.length)
  let count = 0
  let at = 0
  for (const document of a) {
    while (at < b.length && b[at]! < document) at++
    if (b[at] !== document) result[count++] = document
  }
  return result.subarray(0, count)
}

/**
 * The first place from `start` on whose document is not below `wanted`, by doubling steps; `end` if there is none
 * before.
 */
export function placeFrom(documents: Int32Array, wanted: number, start: number, end: number): number {
  let low = start
  let high = start
  for (let step = 1; high < end && documents[high]! < wanted; step *= 2) {
    low = high + 1
    high += step
  }
  if (high > end) high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (documents[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
