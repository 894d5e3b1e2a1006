import { hashText } from './hashText'

/** The most articles that a set remembers: about half a megabyte of text. */
export const MOST_SEEN = 60_000

/** Digits of base 64; one carries five bits, and whether another follows. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const CARRIED = 32
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(DIGITS, (digit, value) => [digit, value]))

/** An id as a whole number below 2 ** 53: two of 60,000 ids have the same once in five million such sets. */
export function articleMark(id: string): number {
  const [high, low] = hashText(id, 0)
  return high * 2 ** 21 + (low >>> 11)
}

/**
 * Articles that were seen, as a text: the marks of their ids in their order, each by its distance from the one before, in
 * digits of five bits, the lowest first. The same articles give the same text, in whatever order they come; `null` for
 * more than {@link MOST_SEEN}.
 */
export function encodeSeen(marks: Iterable<number>): string | null {
  const ordered = Float64Array.from(new Set(marks)).sort()
  if (ordered.length > MOST_SEEN) return null
  const digits: string[] = []
  let former = 0
  for (const mark of ordered) {
    let distance = mark - former
    former = mark
    while (distance >= CARRIED) {
      digits.push(DIGITS[CARRIED + (distance % CARRIED)]!)
      distance = Math.floor(distance / CARRIED)
    }
    digits.push(DIGITS[distance]!)
  }
  return digits.join('')
}

/** The marks in a text of {@link encodeSeen}; none for a text that is no such one. */
export function decodeSeen(text: string): ReadonlySet<number> {
  const marks = new Set<number>()
  let mark = 0
  let factor = 1
  for (const digit of text) {
    const value = VALUES.get(digit)
    if (value === undefined) return new Set()
    mark += (value % CARRIED) * factor
    factor *= CARRIED
    if (mark > Number.MAX_SAFE_INTEGER || marks.size >= MOST_SEEN) return new Set()
    if (value >= CARRIED) continue
    marks.add(mark)
    factor = 1
  }
  return factor === 1 ? marks : new Set()
}
