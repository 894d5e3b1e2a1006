import type { RelativeDate } from './relativeDate'
import type { TextRange } from './textRange'

/** A stretch of text within an annotated one: a hit, a part of a date, both or neither. */
export interface AnnotatedPart {
  readonly text: string
  /** Number of the hit that it is, from 0, or `null`. */
  readonly hit: number | null
  /** The date that it belongs to, or `null`. */
  readonly date: RelativeDate | null
  /** Whether the date ends with it: a date is told once, where it ends. */
  readonly isDateEnd: boolean
}

/** Parts that are shown as one: within one hit, within one date, or a part alone. */
export interface AnnotatedGroup {
  readonly kind: 'text' | 'hit' | 'date'
  readonly parts: readonly AnnotatedPart[]
}

/** Cuts a text wherever a hit or a date begins or ends. */
function cut(
  text: string,
  hits: readonly TextRange[],
  dates: readonly RelativeDate[],
): readonly AnnotatedPart[] {
  const places = new Set([0, text.length])
  for (const [start, end] of hits) places.add(start).add(end)
  for (const { start, end } of dates) places.add(start).add(end)
  const cuts = [...places].filter((place) => place >= 0 && place <= text.length).sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, number) => {
    const end = cuts[number + 1] ?? text.length
    const hit = hits.findIndex((range) => range[0] <= start && end <= range[1])
    const date = dates.find((one) => one.start <= start && end <= one.end) ?? null
    return {
      text: text.slice(start, end),
      hit: hit === -1 ? null : hit,
      date,
      isDateEnd: date !== null && end === date.end,
    }
  })
}

/**
 * A text with its hits and its dates, which may overlap, as groups; the texts of all parts joined are the text again.
 * A hit is always one group, or lies whole within the group of a date; a date that a hit cuts into is several groups,
 * only the last of which ends it. Ranges must be rising and apart, hits among themselves and dates among themselves.
 */
export function annotateText(
  text: string,
  hits: readonly TextRange[],
  dates: readonly RelativeDate[],
): readonly AnnotatedGroup[] {
  const holdsItsHits = (date: RelativeDate): boolean =>
    hits.every(
      ([start, end]) => end <= date.start || start >= date.end || (start >= date.start && end <= date.end),
    )
  const whole = new Set(dates.filter(holdsItsHits))
  const groups: { kind: AnnotatedGroup['kind']; parts: AnnotatedPart[]; of: unknown }[] = []
  for (const part of cut(text, hits, dates)) {
    const isInDate = part.date !== null && (whole.has(part.date) || part.hit === null)
    const kind = isInDate ? 'date' : part.hit === null ? 'text' : 'hit'
    const of = kind === 'date' ? part.date : part.hit
    const last = groups.at(-1)
    if (last !== undefined && last.kind === kind && last.of === of) last.parts.push(part)
    else groups.push({ kind, parts: [part], of })
  }
  return groups.map(({ kind, parts }) => ({ kind, parts }))
}
