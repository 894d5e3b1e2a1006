import { fold } from '../../text/fold'
import { dropInvisible } from './pageText'
import { columnsOf, countHan, type LineRole, type PageLine, type PageText } from './pageLine'
import { isLabel } from './metaLabels'
import { isUnseen, isVeiled, markupRole } from './markupRole'
import { isElement, type HtmlDocument, type HtmlElement, type HtmlNode } from './parseHtml'
import type { ReadingPace } from './readingPace'

/** Elements that stand on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption founder-title founder-author'.split(
    ' ',
  ),
)
/** Elements that hold a part of a page together, rather than a line of it. */
const CONTAINERS: ReadonlySet<string> = new Set(
  'body div td th section article main aside header footer nav form table ul ol dl blockquote center fieldset figure'.split(
    ' ',
  ),
)

interface Container {
  readonly parent: number
  readonly role: LineRole | null
  /** Whether its style keeps it unseen. */
  readonly isVeiled: boolean
}

interface OpenLine {
  text: string
  linked: number
  heading: number
  container: number
  /** Whether anything but space is in it, and the last character of that. */
  hasText: boolean
  last: number
  /** Whether a space is due before the next character, and whether a line end of the source made it. */
  space: 'none' | 'space' | 'line'
}

/** A line before what its blocks say of it is settled. */
interface RawLine {
  readonly text: string
  readonly indent: number
  readonly gap: number
  readonly linkShare: number
  readonly heading: number
  readonly container: number
}

/** The share of a page's running text above which a veiled block is its text, waiting for a script that never runs here. */
const VEILED_SHARE = 0.9

/** The share of a page's running text above which a block is its main matter, whatever its name says. */
const MAIN_SHARE = 0.4

function isWide(unit: number): boolean {
  return unit >= 0x2e80 && unit <= 0xffef
}

/** Whether a piece that begins an element is parted from what is before it by its style alone: a label, or a number behind a number. */
function isParted(last: number, piece: string): boolean {
  const isDigit = last >= 0x30 && last <= 0x39
  return (
    (isDigit && /^\d/.test(piece)) ||
    (/^(?:[\p{Script=Han}\u3000]{2,6})[:：]/u.test(piece) && isLabel(piece.slice(0, 8)))
  )
}

/** Whether a row of a table is one of facts: two or more cells, each of a few words without blocks in it. */
function isFactRow(row: HtmlElement): boolean {
  const cells = row.childNodes.filter(
    (node): node is HtmlElement => isElement(node) && (node.tagName === 'td' || node.tagName === 'th'),
  )
  if (cells.length < 2 || cells.length > 12) return false
  let looked = 0
  for (const cell of cells) {
    const waiting: HtmlNode[] = [...cell.childNodes]
    let length = 0
    let node = waiting.pop()
    while (node !== undefined) {
      looked += 1
      if (looked > 120) return false
      if (isElement(node)) {
        if (
          node.tagName === 'table' ||
          node.tagName === 'div' ||
          node.tagName === 'ul' ||
          node.tagName === 'img'
        )
          return false
        if (node.tagName === 'br' || /^h[1-6]$/.test(node.tagName)) return false
        waiting.push(...node.childNodes.slice(0, 120))
      } else if ('value' in node) length += node.value.trim().length
      if (length > 80) return false
      node = waiting.pop()
    }
  }
  return true
}

type Step =
  | {
      readonly node: HtmlNode
      readonly link: boolean
      readonly heading: number
      readonly container: number
      readonly pre: boolean
    }
  | { readonly close: 'block' | 'cell'; readonly container: number; readonly heading: number }

/**
 * The visible text of a page as lines. What is hidden, run or embedded is no text. A block whose class says that it is
 * beside the matter (sidebar, comment, footer) is believed unless most of the page's running text stands in it.
 */
export async function readHtmlLines(document: HtmlDocument, pace: ReadingPace): Promise<PageText> {
  const containers: Container[] = [{ parent: 0, role: null, isVeiled: false }]
  const raw: RawLine[] = []
  let droppedCharacters = 0
  let gap = 0
  let open: OpenLine = {
    text: '',
    linked: 0,
    heading: 0,
    container: 0,
    hasText: false,
    last: 0,
    space: 'none',
  }

  const flush = (isBlock: boolean): void => {
    const { text: visible, dropped } = dropInvisible(open.text)
    droppedCharacters += dropped
    const text = visible.replaceAll('\u00a0', ' ').trim()
    if (text === '') {
      gap = isBlock ? Math.max(gap, 1) : gap + 1
    } else {
      let lead = 0
      while (lead < visible.length && visible.charAt(lead).trim() === '') lead += 1
      const length = text.replaceAll(/\s/g, '').length
      raw.push({
        text,
        indent: columnsOf(visible.slice(0, lead)),
        gap,
        linkShare: Math.min(1, open.linked / Math.max(1, length)),
        heading: open.heading,
        container: open.container,
      })
      gap = isBlock ? 1 : 0
    }
    open = {
      text: '',
      linked: 0,
      heading: 0,
      container: open.container,
      hasText: false,
      last: 0,
      space: 'none',
    }
  }

  let isAtBoundary = false
  const append = (
    value: string,
    step: { readonly link: boolean; readonly heading: number; readonly container: number },
  ): void => {
    for (const piece of value.split(/([\t\n\f\r ]+)/)) {
      if (piece === '') continue
      if (/^[\t\n\f\r ]/.test(piece)) {
        if (open.hasText && open.space !== 'line') open.space = /[\n\r]/.test(piece) ? 'line' : 'space'
        continue
      }
      if (
        isAtBoundary &&
        open.hasText &&
        open.space === 'none' &&
        open.text.length < 200 &&
        isParted(open.last, piece)
      ) {
        open.space = 'space'
      }
      const wasAtBoundary = isAtBoundary
      isAtBoundary = false
      if (open.space !== 'none') {
        const isBetweenWide =
          open.space === 'line' && !wasAtBoundary && isWide(open.last) && isWide(piece.charCodeAt(0))
        if (!isBetweenWide) open.text += ' '
        open.space = 'none'
      }
      if (!open.hasText) {
        open.heading = step.heading
        open.container = step.container
      }
      open.heading = open.heading === 0 ? step.heading : open.heading
      open.text += piece
      open.hasText ||= piece.trim() !== ''
      open.last = piece.charCodeAt(piece.length - 1)
      if (step.link) open.linked += piece.replaceAll(/\s/g, '').length
    }
  }

  const steps: Step[] = []
  const pushAll = (
    nodes: readonly HtmlNode[],
    from: Omit<Extract<Step, { node: HtmlNode }>, 'node'>,
  ): void => {
    for (let at = nodes.length - 1; at >= 0; at -= 1) steps.push({ ...from, node: nodes[at]! })
  }
  pushAll(document.childNodes, { link: false, heading: 0, container: 0, pre: false })
  const factRows = new Set<HtmlNode>()
  let done = 0
  let step = steps.pop()
  while (step !== undefined) {
    done += 1
    if (done % 4096 === 0) {
      await pace.breathe()
      if (pace.isLate()) break
    }
    if ('close' in step) {
      if (step.close === 'cell') {
        open.text += '\t'
        open.space = 'none'
      } else flush(true)
    } else {
      const { node, link, heading, container, pre } = step
      if (node.nodeName === '#text' && 'value' in node) {
        if (pre) {
          const lines = node.value.split(/\r\n|\r|\n/)
          lines.forEach((line, index) => {
            if (index > 0) flush(false)
            const lead = line.length - line.trimStart().length
            append('\u00a0'.repeat(Math.min(lead, 40)) + line.trimStart(), { link, heading, container })
          })
        } else append(node.value, { link, heading, container })
      } else if (isElement(node) && !isUnseen(node)) {
        const tag = node.tagName
        if (tag !== 'font') isAtBoundary = true
        if (tag === 'br') flush(false)
        else {
          const role = markupRole(node)
          let inside = container
          const veiled = isVeiled(node)
          if (role !== null || veiled || CONTAINERS.has(tag)) {
            inside = containers.length
            containers.push({ parent: container, role, isVeiled: veiled })
          }
          const isBlock = BLOCKS.has(tag)
          const isCell =
            (tag === 'td' || tag === 'th') &&
            node.parentNode !== null &&
            factRows.has(node.parentNode as HtmlNode)
          if (tag === 'tr' && isFactRow(node)) factRows.add(node)
          if (isBlock && !isCell) flush(true)
          if (isCell) steps.push({ close: 'cell', container: inside, heading: 0 })
          else if (isBlock) steps.push({ close: 'block', container, heading })
          const isInFactRow = factRows.has(node.parentNode as HtmlNode) && isCell
          pushAll(isInFactRow ? flattened(node) : node.childNodes, {
            link: link || tag === 'a',
            heading: /^h[1-6]$/.test(tag) ? Number(tag.slice(1)) : heading,
            container: inside,
            pre: pre || tag === 'pre',
          })
        }
      }
    }
    step = steps.pop()
  }
  flush(true)
  return { ...settle(raw, containers), droppedCharacters }
}

/** The nodes of a short cell without its paragraphs, so that it stays on its row's line. */
function flattened(cell: HtmlElement): readonly HtmlNode[] {
  const flat: HtmlNode[] = []
  const waiting: HtmlNode[] = cell.childNodes.toReversed()
  let node = waiting.pop()
  while (node !== undefined) {
    if (isElement(node) && node.tagName === 'p') waiting.push(...node.childNodes.toReversed())
    else flat.push(node)
    node = waiting.pop()
  }
  return flat
}

/** Running text of a line, by which blocks are weighed. */
function weightOf(line: RawLine): number {
  if (line.linkShare > 0.5 || !/[，。；、！？,]/.test(line.text)) return 0
  return countHan(line.text.slice(0, 4000)) > 12 ? line.text.length : 0
}

function settle(
  raw: readonly RawLine[],
  containers: readonly Container[],
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
      role: roles[line.container] ?? 'text',
      container: line.container,
    }
  })
  return { lines, containers: containers.map((container) => container.parent) }
}
