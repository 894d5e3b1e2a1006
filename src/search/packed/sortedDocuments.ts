/** Operations on sets of documents as rising Int32Arrays. Arguments are never changed, but may be returned. */

export function intersectDocuments(a: Int32Array, b: Int32Array): Int32Array {
  if (a.length > b.length) return intersectDocuments(b, a)
  const result = new Int32Array(a.length)
  let count = 0
  let at = 0
  const gallops = b.length > a.length * 16
  for (const document of a) {
    at = gallops ? lowerBound(b, document, at) : at
    while (at < b.length && b[at]! < document) at++
    if (at === b.length) break
    if (b[at] === document) result[count++] = document
  }
  return result.subarray(0, count)
}

export function uniteDocuments(a: Int32Array, b: Int32Array): Int32Array {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const result = new Int32Array(a.length + b.length)
  let count = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const left = a[i]!
    const right = b[j]!
    result[count++] = left < right ? left : right
    if (left <= right) i++
    if (right <= left) j++
  }
  while (i < a.length) result[count++] = a[i++]!
  while (j < b.length) result[count++] = b[j++]!
  return result.subarray(0, count)
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

/** The first index from `start` on whose document is not below `wanted`, by doubling steps. */
function lowerBound(documents: Int32Array, wanted: number, start: number): number {
  let step = 1
  let low = start
  let high = start
  while (high < documents.length && documents[high]! < wanted) {
    low = high + 1
    high += step
    step *= 2
  }
  high = Math.min(high, documents.length)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (documents[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
