/** A stretch of a text in UTF-16 units, end exclusive. */
export type TextRange = readonly [start: number, end: number]

/** Ranges in rising order, with those that touch or overlap made one. */
export function mergeRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const merged: [number, number][] = []
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** A stretch of text that is either marked or not. */
export interface TextPart {
  readonly text: string
  readonly isMarked: boolean
}

/** A text cut at its marks; the parts joined are the text again. Ranges must be rising and apart, as {@link mergeRanges} gives them. */
export function splitAtRanges(text: string, ranges: readonly TextRange[]): readonly TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const [start, end] of ranges) {
    if (start > at) parts.push({ text: text.slice(at, start), isMarked: false })
    if (end > start) parts.push({ text: text.slice(start, end), isMarked: true })
    at = Math.max(at, end)
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false })
  return parts
}
