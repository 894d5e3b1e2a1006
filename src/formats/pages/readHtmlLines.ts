import { isFactRow, withoutParagraphs } from './factRow'
import { dropInvisible } from './pageText'
import { columnsOf, type PageText } from './pageLine'
import { isLabel } from './metaLabels'
import { isUnseen, isVeiled, markupRole } from './markupRole'
import { attributeOf, isElement, type HtmlDocument, type HtmlElement, type HtmlNode } from './parseHtml'
import type { ReadingPace } from './readingPace'
import { settleLines, type MarkupBlock, type RawLine } from './settleLines'

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

interface OpenLine {
  text: string
  linked: number
  heading: number
  container: number
  isCentred: boolean
  /** Whether anything but space is in it, and the last character of that. */
  hasText: boolean
  last: number
  /** Whether a space is due before the next character, and whether a line end of the source made it. */
  space: 'none' | 'space' | 'line'
}

function isWide(unit: number): boolean {
  return unit >= 0x2e80 && unit <= 0xffef
}

/** Longest line that stands under a picture in the middle. */
const LONGEST_CAPTION = 60

/** Whether an element sets its text in the middle; `null` when it says nothing of it. */
function centred(element: HtmlElement): boolean | null {
  const align =
    /text-align\s{0,4}:\s{0,4}([a-z]{4,10})/i.exec(attributeOf(element, 'style').slice(0, 2000))?.[1] ??
    attributeOf(element, 'align')
  if (align === '') return element.tagName === 'center' ? true : null
  return align.toLowerCase() === 'center'
}

/** Whether a piece that begins an element is parted from what is before it by its style alone: a label, or a number behind a number. */
function isParted(last: number, piece: string): boolean {
  const isDigit = last >= 0x30 && last <= 0x39
  return (
    (isDigit && /^\d/.test(piece)) ||
    (/^(?:[\p{Script=Han}\u3000]{2,6})[:：]/u.test(piece) && isLabel(piece.slice(0, 8)))
  )
}

type Step =
  | {
      readonly node: HtmlNode
      readonly link: boolean
      readonly heading: number
      readonly container: number
      readonly pre: boolean
      readonly isCentred: boolean
    }
  | { readonly close: 'block' | 'cell'; readonly container: number; readonly heading: number }

/**
 * The visible text of a page as lines. What is hidden, run or embedded is no text. A block whose class says that it is
 * beside the matter (sidebar, comment, footer) is believed unless most of the page's running text stands in it.
 */
export async function readHtmlLines(document: HtmlDocument, pace: ReadingPace): Promise<PageText> {
  const containers: MarkupBlock[] = [{ parent: 0, role: null, isVeiled: false }]
  const raw: RawLine[] = []
  let droppedCharacters = 0
  let isBehindPicture = false
  // Before the text, what stands in the middle under a picture is a headline under the site's own.
  let hasProse = false
  let gap = 0
  let open: OpenLine = {
    text: '',
    linked: 0,
    heading: 0,
    container: 0,
    isCentred: false,
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
        isUnderPicture:
          hasProse &&
          isBehindPicture &&
          open.isCentred &&
          text.length <= LONGEST_CAPTION &&
          !/[。；]/.test(text),
      })
      isBehindPicture = false
      hasProse ||= text.length > 20 && /[，。]/.test(text)
      gap = isBlock ? 1 : 0
    }
    open = {
      text: '',
      linked: 0,
      heading: 0,
      container: open.container,
      isCentred: false,
      hasText: false,
      last: 0,
      space: 'none',
    }
  }

  let isAtBoundary = false
  const append = (
    value: string,
    step: Pick<Extract<Step, { node: HtmlNode }>, 'link' | 'heading' | 'container' | 'isCentred'>,
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
        open.isCentred = step.isCentred
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
  pushAll(document.childNodes, { link: false, heading: 0, container: 0, pre: false, isCentred: false })
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
      const { node, link, heading, container, pre, isCentred } = step
      if (node.nodeName === '#text' && 'value' in node) {
        if (pre) {
          const lines = node.value.split(/\r\n|\r|\n/)
          lines.forEach((line, index) => {
            if (index > 0) flush(false)
            const lead = line.length - line.trimStart().length
            append('\u00a0'.repeat(Math.min(lead, 40)) + line.trimStart(), {
              link,
              heading,
              container,
              isCentred,
            })
          })
        } else append(node.value, { link, heading, container, isCentred })
      } else if (isElement(node) && !isUnseen(node)) {
        const tag = node.tagName
        if (tag !== 'font') isAtBoundary = true
        if (tag === 'img' || tag === 'picture') isBehindPicture = true
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
          pushAll(isInFactRow ? withoutParagraphs(node) : node.childNodes, {
            link: link || tag === 'a',
            heading: /^h[1-6]$/.test(tag) ? Number(tag.slice(1)) : heading,
            container: inside,
            pre: pre || tag === 'pre',
            isCentred: centred(node) ?? isCentred,
          })
        }
      }
    }
    step = steps.pop()
  }
  flush(true)
  return { ...settleLines(raw, containers), droppedCharacters }
}
