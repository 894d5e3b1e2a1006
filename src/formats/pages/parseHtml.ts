import { Parser, defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5'
import type { ReadingPace } from './readingPace'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlDocument = DefaultTreeAdapterTypes.Document

/** What a page of HTML may cost. */
export interface HtmlLimits {
  /** Elements within elements. */
  readonly depth: number
  readonly nodes: number
  /** Attributes of one tag. */
  readonly attributes: number
}

/** A tree of a page, and which limit its reading ended at; what was read before it is in the tree. */
export interface ParsedHtml {
  readonly document: HtmlDocument
  readonly reached: 'depth' | 'nodes' | 'attributes' | 'time' | null
}

/** Characters that are parsed at once, between two looks at the limits. */
const STEP = 16_384

/** Thrown by the tree when it has grown too large, so that a step of markup cannot grow without end. */
class TooManyNodes extends Error {}

/** Parses HTML as browsers do, in steps, each of them bounded. Nothing in it is ever run or fetched. */
export async function parseHtml(source: string, limits: HtmlLimits, pace: ReadingPace): Promise<ParsedHtml> {
  let nodes = 0
  const count = (): void => {
    nodes += 1
    if (nodes > limits.nodes) throw new TooManyNodes()
  }
  const parser = new Parser({
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...all) {
        count()
        return defaultTreeAdapter.createElement(...all)
      },
      insertText(parent, text) {
        if (parent.childNodes.at(-1)?.nodeName !== '#text') count()
        defaultTreeAdapter.insertText(parent, text)
      },
      createCommentNode() {
        return defaultTreeAdapter.createCommentNode('')
      },
    },
  })
  const ended = (reached: ParsedHtml['reached']): ParsedHtml => ({ document: parser.document, reached })
  for (let at = 0; at < source.length || at === 0; at += STEP) {
    try {
      parser.tokenizer.write(source.slice(at, at + STEP), at + STEP >= source.length)
    } catch (cause) {
      if (cause instanceof TooManyNodes) return ended('nodes')
      throw cause
    }
    if (parser.openElements.stackTop > limits.depth) return ended('depth')
    if (countAttributes(Reflect.get(parser.tokenizer, 'currentToken')) > limits.attributes)
      return ended('attributes')
    await pace.breathe()
    if (pace.isLate()) return ended('time')
  }
  return ended(null)
}

function countAttributes(token: unknown): number {
  const attributes: unknown = typeof token === 'object' && token !== null ? Reflect.get(token, 'attrs') : null
  return Array.isArray(attributes) ? attributes.length : 0
}

/** Whether a node of the tree is an element. */
export function isElement(node: { readonly nodeName: string }): node is HtmlElement {
  return !node.nodeName.startsWith('#')
}

/** An attribute's value; an empty string without one. */
export function attributeOf(element: HtmlElement, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? ''
}

/** All elements of a tree in the order of the page, without recursion. */
export function* elementsOf(root: HtmlDocument | HtmlElement): Generator<HtmlElement> {
  const waiting: HtmlNode[] = root.childNodes.toReversed()
  let node = waiting.pop()
  while (node !== undefined) {
    if (isElement(node)) {
      yield node
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) waiting.push(node.childNodes[at]!)
    }
    node = waiting.pop()
  }
}

/** The text in an element, its spaces made one, at most `longest` characters of it. */
export function textOf(element: HtmlElement, longest: number): string {
  const waiting: HtmlNode[] = element.childNodes.toReversed()
  let text = ''
  let node = waiting.pop()
  while (node !== undefined && text.length < longest) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value.slice(0, longest)
    else if (isElement(node) && node.tagName !== 'script' && node.tagName !== 'style') {
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) waiting.push(node.childNodes[at]!)
    }
    node = waiting.pop()
  }
  return text.slice(0, longest).replaceAll(/\s+/g, ' ').trim()
}
