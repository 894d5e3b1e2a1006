import type { NameKind } from '../domain/article'
import { contextAfter, contextBefore } from './nameContext'
import { nameNodesAt, type NameNode } from './nameNodes'
import type { PeopleResources } from './peopleResources'

/** A name that the text has, with the probability that it is one. */
export interface FoundName {
  readonly start: number
  readonly end: number
  readonly kind: NameKind
  readonly probability: number
  /** What the text on both sides says, as a natural logarithm. */
  readonly context: number
}

/** What is known of an article before one of its runs is read. */
export interface ArticleKnowledge {
  /** By how much a string is more (or less) probable as a name in this article, as natural logarithms. */
  readonly names: ReadonlyMap<string, number>
  /** Ends and starts of names in this text that are certain, for lists of names. */
  readonly ends: ReadonlySet<number>
  readonly starts: ReadonlySet<number>
}

export const NOTHING_KNOWN: ArticleKnowledge = { names: new Map(), ends: new Set(), starts: new Set() }

const RUN = /[\p{Script=Han}·〇]+/gu
const LEAST_PROBABILITY = 0.05
const BESIDE_A_NAME = 2.5
const BETWEEN_NAMES = 8
const MOST_CONTEXT = 7
const LONGEST_RUN = 2000

interface Edge {
  readonly start: number
  readonly end: number
  readonly log: number
  readonly name: (NameNode & { readonly context: number }) | null
}

function addLogs(a: number, b: number): number {
  if (a === -Infinity) return b
  const [more, less] = a > b ? [a, b] : [b, a]
  return less - more < -30 ? more : more + Math.log1p(Math.exp(less - more))
}

/** What it says for a name that clear names stand beside it in a list. */
function listContext(text: string, start: number, end: number, { ends, starts }: ArticleKnowledge): number {
  const isBehind = text[start - 1] === '、' && ends.has(start - 1)
  const isBefore = text[end] === '、' && starts.has(end + 1)
  return isBehind && isBefore ? BETWEEN_NAMES : isBehind || isBefore ? BESIDE_A_NAME : 0
}

/** The names of a run of Han characters, by the sum over all ways to divide it into words and names. */
function readRun(
  text: string,
  from: number,
  to: number,
  resources: PeopleResources,
  known: ArticleKnowledge,
): readonly FoundName[] {
  const edges: Edge[] = []
  const { words, longestWord, unknownWord } = resources
  const size = to - from
  const forward = new Float64Array(size + 1).fill(-Infinity)
  forward[0] = 0
  let names = 0
  for (let at = 0; at < size; at += 1) {
    const start = from + at
    const reached = forward[at]!
    if (reached === -Infinity) continue
    const add = (edge: Edge): void => {
      edges.push(edge)
      const end = edge.end - from
      forward[end] = addLogs(forward[end]!, reached + edge.log)
    }
    for (let length = Math.min(longestWord, size - at); length > 0; length -= 1) {
      const log = words.get(text.slice(start, start + length))
      if (log !== undefined) add({ start, end: start + length, log, name: null })
      else if (length === 1) add({ start, end: start + 1, log: unknownWord, name: null })
    }
    for (const node of nameNodesAt(text, start, to, resources)) {
      names += 1
      let context = contextBefore(text, start) + contextAfter(text, node.end)
      context = Math.min(MOST_CONTEXT, context) + listContext(text, start, node.end, known)
      const log = node.log + context + (known.names.get(text.slice(start, node.end)) ?? 0)
      add({ start, end: node.end, log, name: { ...node, context } })
    }
  }
  if (names === 0) return []
  const backward = new Float64Array(size + 1).fill(-Infinity)
  backward[size] = 0
  for (let at = edges.length - 1; at >= 0; at -= 1) {
    const { start, end, log } = edges[at]!
    backward[start - from] = addLogs(backward[start - from]!, log + backward[end - from]!)
  }
  const all = backward[0]!
  const found: FoundName[] = []
  for (const { start, end, log, name } of edges) {
    if (name === null) continue
    const probability = Math.exp(forward[start - from]! + log + backward[end - from]! - all)
    if (probability < LEAST_PROBABILITY) continue
    found.push({ start, end, kind: name.kind, probability, context: name.context })
  }
  return found
}

/**
 * The names that a text may have, with the probability of each; those that overlap share it.
 *
 * @param text folded
 */
export function findNames(
  text: string,
  resources: PeopleResources,
  known: ArticleKnowledge = NOTHING_KNOWN,
): readonly FoundName[] {
  const found: FoundName[] = []
  for (const { index, 0: run } of text.matchAll(RUN)) {
    for (let at = 0; at < run.length; at += LONGEST_RUN) {
      const to = index + Math.min(run.length, at + LONGEST_RUN)
      found.push(...readRun(text, index + at, to, resources, known))
    }
  }
  return found
}
