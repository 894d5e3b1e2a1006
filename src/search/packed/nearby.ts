/**
 * Whether two texts stand in a paragraph in either order, not overlapping, with at most `distance` code points
 * between the end of one and the beginning of the other.
 */
export function areNearby(paragraph: string, left: string, right: string, distance: number): boolean {
  return follows(paragraph, left, right, distance) || follows(paragraph, right, left, distance)
}

/** Whether an occurrence of `second` begins within `distance` code points after one of `first` ends. */
function follows(paragraph: string, first: string, second: string, distance: number): boolean {
  if (first === '' || second === '') return false
  let start = paragraph.indexOf(first)
  while (start >= 0) {
    const end = start + first.length
    const next = paragraph.indexOf(second, end)
    if (next < 0) return false
    // The last occurrence of the first text before the second one is the nearest.
    const nearest = paragraph.lastIndexOf(first, next - first.length)
    if (codePoints(paragraph, nearest + first.length, next) <= distance) return true
    start = paragraph.indexOf(first, nearest + 1)
  }
  return false
}

function codePoints(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) {
    const isSecondHalf =
      (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
    if (at === start || !isSecondHalf) count++
  }
  return count
}
