/**
 * Returns a function that tells the Levenshtein distance, in UTF-16 units, from `term` to another, or undefined if it
 * exceeds `maxDistance`. Asked for terms in order it reuses the matrix rows of the beginning that two neighbours
 * share (after http://stevehanov.ca/blog/?id=114, like MiniSearch's own search in its radix tree).
 */
export function fuzzyDistance(term: string, maxDistance: number): (other: string) => number | undefined {
  const columns = term.length + 1
  const rows: Uint32Array[] = [Uint32Array.from({ length: columns }, (_, i) => i)]
  let previous = ''
  let validRows = 0

  return (other) => {
    if (Math.abs(other.length - term.length) > maxDistance) return undefined
    let row = 0
    while (row < validRows && row < other.length && previous[row] === other[row]) row++
    previous = other
    for (; row < other.length; row++) {
      const above = rows[row]!
      const here = (rows[row + 1] ??= new Uint32Array(columns))
      const unit = other.charCodeAt(row)
      let least = (here[0] = row + 1)
      for (let column = 1; column < columns; column++) {
        const replaced = above[column - 1]! + (unit === term.charCodeAt(column - 1) ? 0 : 1)
        const distance = Math.min(replaced, above[column]! + 1, here[column - 1]! + 1)
        here[column] = distance
        if (distance < least) least = distance
      }
      if (least > maxDistance) {
        // The row itself is good, and tells the next term with this beginning the same.
        validRows = row
        return undefined
      }
    }
    validRows = other.length
    const distance = rows[other.length]![columns - 1]!
    return distance <= maxDistance ? distance : undefined
  }
}
