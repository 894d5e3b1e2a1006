import { fold } from '../../text/fold'
import { countHan, type LineRole, type PageLine, type PageText } from './pageLine'

/** A block of a page: the one that holds it, and what its markup says of the text in it. */
export interface MarkupBlock {
  readonly parent: number
  readonly role: LineRole | null
  /** Whether its style keeps it unseen. */
  readonly isVeiled: boolean
}

/** A line before what its blocks say of it is settled. */
export interface RawLine {
  readonly text: string
  readonly indent: number
  readonly gap: number
  readonly linkShare: number
  readonly heading: number
  readonly container: number
  /** Whether it stands in the middle under a picture. */
  readonly isUnderPicture: boolean
}

/** The share of a page's running text above which a veiled block is its text, waiting for a script that never runs here. */
const VEILED_SHARE = 0.9

/** The share of a page's running text above which a block is its main matter, whatever its name says. */
const MAIN_SHARE = 0.4

/** Running text of a line, by which blocks are weighed. */
function weightOf(line: RawLine): number {
  if (line.linkShare > 0.5 || !/[，。；、！？,]/.test(line.text)) return 0
  return countHan(line.text.slice(0, 4000)) > 12 ? line.text.length : 0
}

/**
 * Lines as their blocks say what they are. A block beside the matter (sidebar, comment, footer) is believed unless most of
 * the page's running text stands in it, a veiled one unless nearly all does; a headline's role is believed of one line.
 */
export function settleLines(
  raw: readonly RawLine[],
  containers: readonly MarkupBlock[],
): Omit<PageText, 'droppedCharacters'> {
  const weights = new Float64Array(containers.length)
  let total = 0
  for (const line of raw) {
    const weight = weightOf(line)
    weights[line.container]! += weight
    total += weight
  }
  for (let at = containers.length - 1; at > 0; at -= 1) weights[containers[at]!.parent]! += weights[at]!
  const counts = new Uint32Array(containers.length)
  for (const line of raw) counts[line.container]! += 1
  for (let at = containers.length - 1; at > 0; at -= 1) counts[containers[at]!.parent]! += counts[at]!
  const isLine = (role: LineRole | null): boolean =>
    role === 'title' || role === 'kicker' || role === 'subtitle'
  const isUnseenBlock = new Uint8Array(containers.length)
  containers.forEach(({ parent, isVeiled: veiled }, index) => {
    const isText = total > 0 && weights[index]! > total * VEILED_SHARE
    isUnseenBlock[index] = isUnseenBlock[parent] === 1 || (veiled && !isText) ? 1 : 0
  })
  const roles: LineRole[] = []
  containers.forEach(({ parent, role }, index) => {
    const outer = index === 0 ? 'text' : (roles[parent] ?? 'text')
    const isMain = total > 0 && weights[index]! > total * MAIN_SHARE
    const own = role !== null && !isMain && !(isLine(role) && counts[index]! > 1) ? role : null
    roles.push(outer === 'text' || outer === 'title' || outer === 'summary' ? (own ?? outer) : outer)
  })
  let start = 0
  const seen = raw.filter((line) => isUnseenBlock[line.container] === 0)
  const lines = seen.map((line): PageLine => {
    const from = start
    start += line.text.length + 1
    return {
      text: line.text,
      folded: fold(line.text),
      start: from,
      indent: line.indent,
      gap: line.gap,
      linkShare: line.linkShare,
      heading: line.heading,
      role: line.isUnderPicture && line.heading === 0 ? 'caption' : (roles[line.container] ?? 'text'),
      container: line.container,
    }
  })
  return { lines, containers: containers.map((container) => container.parent) }
}
