import type { TextRange } from '../domain/textRange'
import type { RunMatcher } from './runMatcher'

function hitsOf(text: string, matcher: RunMatcher): readonly TextRange[] {
  const hits: TextRange[] = []
  for (let hit = matcher.find(text, 0); hit !== null; hit = matcher.find(text, hit[0] + 1)) hits.push(hit)
  return hits
}

/** Whether at most `distance` characters, and no line break, stand in a stretch of a text. */
function isGap(text: string, from: number, to: number, distance: number): boolean {
  // Surrogate pairs are one character: a gap has at most twice as many units.
  if (to - from > 2 * distance) return false
  const gap = text.slice(from, to)
  return !gap.includes('\n') && (gap.length <= distance || Array.from(gap).length <= distance)
}

/** Whether a hit of `second` comes after one of `first`, without overlapping it, near enough. */
function follows(
  text: string,
  first: readonly TextRange[],
  second: readonly TextRange[],
  distance: number,
): boolean {
  let next = 0
  const ends = [...first].sort((a, b) => a[1] - b[1])
  for (const [, end] of ends) {
    while (next < second.length && second[next]![0] < end) next++
    const found = second[next]
    if (found === undefined) return false
    if (isGap(text, end, found[0], distance)) return true
  }
  return false
}

/** Whether a hit of each of two matchers stand on one line of a folded text, in either order, with at most `distance` characters between them. */
export function areNear(text: string, left: RunMatcher, right: RunMatcher, distance: number): boolean {
  const one = hitsOf(text, left)
  if (one.length === 0) return false
  const other = hitsOf(text, right)
  return follows(text, one, other, distance) || follows(text, other, one, distance)
}
