import { countHan, type PageText } from './pageLine'
import type { ReadLine } from './readLine'

/** Share of a block's running text that one block within it must hold to take its place. */
const HELD = 0.72

/** Running text of a line, less what of it is links. */
function weightOf(line: ReadLine): number {
  if (line.kind !== 'prose' && line.kind !== 'short') return 0
  if (
    line.role === 'comment' ||
    line.role === 'footer' ||
    line.role === 'aside' ||
    line.role === 'navigation'
  )
    return 0
  const marks = (line.text.slice(0, 4000).match(/[，。；、！？：,]/g) ?? []).length
  const han = countHan(line.text.slice(0, 4000))
  return marks === 0 ? han * 0.1 : (han + marks * 4) * (1 - line.linkShare)
}

/**
 * Which lines stand in the block of a page that holds its article: from the outermost block inwards as long as one block
 * holds nearly all running text. In plain text every line does.
 */
export function findMainBlock(page: PageText, lines: readonly ReadLine[]): (line: ReadLine) => boolean {
  const { containers } = page
  if (containers.length < 3) return () => true
  const weights = new Float64Array(containers.length)
  for (const line of lines) weights[line.container]! += weightOf(line)
  const children = new Map<number, number[]>()
  for (let at = containers.length - 1; at > 0; at -= 1) {
    const parent = containers[at]!
    weights[parent]! += weights[at]!
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [at])
    else siblings.push(at)
  }
  let main = 0
  for (;;) {
    const inner = (children.get(main) ?? []).find(
      (child) => weights[child]! >= weights[main]! * HELD && weights[child]! > 0,
    )
    if (inner === undefined) break
    main = inner
  }
  const isInside = new Uint8Array(containers.length)
  isInside[main] = 1
  for (let at = main + 1; at < containers.length; at += 1) isInside[at] = isInside[containers[at]!]!
  return (line) => isInside[line.container] === 1
}
