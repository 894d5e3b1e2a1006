import { isPaperName } from '../pages/newspaperName'

/** A line of a document and the size of its characters, in any unit; 0 when that is not known. */
export interface SizedLine {
  readonly text: string
  readonly size: number
}

/** How much larger than running text a heading is at least. */
export const LARGER = 1.19
/** How much larger one is that cannot be anything but a headline. */
const MUCH_LARGER = 1.32

/** The longest heading, and the most lines of headings that stand together. */
const LONGEST = 90
const MOST_TOGETHER = 6

/** The size that most characters have; 0 when none is known. */
export function commonSize(lines: readonly SizedLine[]): number {
  const counts = new Map<number, number>()
  for (const { text, size } of lines) {
    const rounded = Math.round(size * 2) / 2
    if (rounded > 0) counts.set(rounded, (counts.get(rounded) ?? 0) + text.trim().length)
  }
  let common = { size: 0, count: 0 }
  for (const [size, count] of counts) if (count > common.count) common = { size, count }
  return common.size
}

/** What the size of a line says of it. */
export interface SizedHeading {
  /** 0 for running text. */
  readonly level: number
  /** Where it stands beside a headline: above or below. */
  readonly role: 'kicker' | 'subtitle' | null
}

const RUNNING: SizedHeading = { level: 0, role: null }

/** What larger lines that stand together are: the largest is the headline, unless it is the name of the newspaper. */
function headingsTogether(lines: readonly SizedLine[], common: number): readonly SizedHeading[] {
  const sizes = lines.map(({ text, size }) => (isPaperName(text) ? 0 : size))
  const largest = Math.max(...sizes)
  if (largest === 0) return lines.map(() => RUNNING)
  const top = largest >= common * MUCH_LARGER ? 1 : 3
  const isLargest = sizes.map((size) => size >= largest * 0.97)
  const first = isLargest.indexOf(true)
  return sizes.map((size, at): SizedHeading => {
    if (size === 0) return RUNNING
    if (isLargest[at]) return { level: top, role: null }
    return { level: top + 1, role: at < first ? 'kicker' : 'subtitle' }
  })
}

/**
 * What the sizes of lines say: of larger lines that stand together the largest is a headline (level 1, or 3 where it is
 * only a little larger than the text), the others stand above and below it.
 */
export function sizedHeadings(lines: readonly SizedLine[]): readonly SizedHeading[] {
  const common = commonSize(lines)
  const headings = lines.map(() => RUNNING)
  if (common === 0) return headings
  const isLarger = ({ text, size }: SizedLine): boolean =>
    size >= common * LARGER && text.trim() !== '' && text.length <= LONGEST && !/[。；]$/.test(text.trim())
  for (let from = 0; from < lines.length; from += 1) {
    if (!isLarger(lines[from]!)) continue
    let to = from + 1
    while (to < lines.length && isLarger(lines[to]!)) to += 1
    if (to - from <= MOST_TOGETHER) {
      for (const [at, heading] of headingsTogether(lines.slice(from, to), common).entries()) {
        headings[from + at] = heading
      }
    }
    from = to
  }
  return headings
}
