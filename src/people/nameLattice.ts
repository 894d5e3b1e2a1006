import type { NameKind } from '../domain/article'
import { contextAfter, contextBefore } from './nameContext'
import { minorityLetters, nameNodesAt } from './nameNodes'
import type { RememberedNames } from './nameMemory'
import type { NameSlots } from './nameSlots'
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
  /** Names of other articles, with in how many. */
  readonly remembered: RememberedNames
  /** Ends and starts of names in this text that are certain, for lists of names. */
  readonly ends: ReadonlySet<number>
  readonly starts: ReadonlySet<number>
  /** Places that the article is about or names, which are words in it. */
  readonly places: readonly string[]
  /** By how much any name is more probable: local news name more people. */
  readonly prior: number
}

const NOTHING_KNOWN: ArticleKnowledge = {
  names: new Map(),
  remembered: new Map(),
  ends: new Set(),
  starts: new Set(),
  places: [],
  prior: 0,
}
const NO_SLOTS: NameSlots = { starts: new Map(), ends: new Map(), spans: new Map() }

/** How often a word of an article is a place that it is about. */
const PLACE_HERE = Math.log(0.001)
const RUN = /[\p{Script=Han}·〇×]+/gu
const LEAST_PROBABILITY = 0.05
const BESIDE_A_NAME = 3
const BETWEEN_NAMES = 11
const MOST_CONTEXT = 9
/** A cue of an office or the like before a name, and a mark or a verb behind it, say more together. */
const STRONG_CUE = 4
const FRAME_CUE = 2.2
const FRAMED = 5
const FRAMED_WORD = 6
/** Longer runs of Han characters without punctuation are read in pieces, for the range of numbers. */
/** What it says for a name that none, one, two, or more other articles have it. */
const REMEMBERED = [0, 2.5, 4.5, 6]
const LONGEST_RUN = 64
/** Letters of foreign names that nothing speaks for are mostly none. */
const LITTLE_CONTEXT = 1
const FOREIGN_ALONE = -1.5
const LETTERS_GO_ON = 2
const SCALE = 8
const LEAST_LOG = Math.log(LEAST_PROBABILITY)

/** A name that a run may have, with all that speaks for it. */
interface Candidate {
  readonly start: number
  readonly end: number
  readonly kind: NameKind
  readonly log: number
  readonly context: number
}

/** What it says for a name that clear names stand beside it in a list. */
function listContext(text: string, start: number, end: number, { ends, starts }: ArticleKnowledge): number {
  const isBehind = text[start - 1] === '、' && ends.has(start - 1)
  const isBefore = text[end] === '、' && starts.has(end + 1)
  return isBehind && isBefore ? BETWEEN_NAMES : isBehind || isBefore ? BESIDE_A_NAME : 0
}

/** Whether a mark, the end of the text or a verb of speaking or acting stands behind a name. */
function isClosed(text: string, end: number, after: number): boolean {
  return after >= FRAME_CUE || end >= text.length || '、,。;:()"'.includes(text[end]!)
}

/** What a strong cue before a name says more, where a mark or a verb closes it, or where it is a word as well (局长方正). */
function frameOf(
  text: string,
  start: number,
  end: number,
  after: number,
  resources: PeopleResources,
): number {
  const { nameLike } = resources
  const name = text.slice(start, end)
  const isWord = resources.words.get(name) !== undefined
  if (nameLike.has(name)) return (isClosed(text, end, after) ? FRAMED : 0) + (after >= 0 ? FRAMED_WORD : 0)
  return !isWord && isClosed(text, end, after) ? FRAMED : 0
}

/** What the form of the text says for a name at a place. */
function slotContext({ starts, ends, spans }: NameSlots, start: number, end: number): number {
  const span = spans.get(start)
  return (span?.[0] === end ? span[1] : 0) + (starts.get(start) ?? 0) + (ends.get(end) ?? 0)
}

/** What speaks against a foreign name beside which its letters go on, where no cue ends it. */
function cutOff(
  kind: NameKind,
  text: string,
  start: number,
  end: number,
  resources: PeopleResources,
): number {
  if (kind !== 'foreign') return 0
  const isDotted = text.slice(start, end).includes('·')
  const goesOn = (at: number): boolean =>
    !Number.isNaN(resources.foreign[text.charCodeAt(at)] ?? Number.NaN) ||
    (isDotted && minorityLetters.has(text[at] ?? ''))
  const isBehind = goesOn(end) && contextAfter(text, end) <= 0
  const isBefore = start > 0 && goesOn(start - 1) && contextBefore(text, start) <= 0
  return (isBehind ? LETTERS_GO_ON : 0) + (isBefore ? LETTERS_GO_ON : 0)
}

/**
 * What may be a name in a run: what is not far less probable than the same characters one by one, each as a word of its
 * own, which is one of the ways to divide them.
 */
function candidatesOf(
  text: string,
  from: number,
  to: number,
  resources: PeopleResources,
  known: ArticleKnowledge,
  slots: NameSlots,
): readonly Candidate[] {
  const candidates: Candidate[] = []
  for (let start = from; start < to; start += 1) {
    let before = Number.NaN
    for (const { end, kind, log } of nameNodesAt(text, start, to, resources)) {
      let apart = LEAST_LOG
      for (let at = start; at < end; at += 1) apart += resources.characters[text.charCodeAt(at)]!
      const name = text.slice(start, end)
      const bonus =
        (known.names.get(name) ?? 0) +
        REMEMBERED[Math.min(known.remembered.get(name) ?? 0, 3)]! +
        listContext(text, start, end, known) +
        (kind === 'foreign' ? 0 : known.prior + slotContext(slots, start, end))
      if (log + bonus + MOST_CONTEXT + FRAMED + FRAMED_WORD < apart) continue
      if (Number.isNaN(before)) before = contextBefore(text, start)
      const after = contextAfter(text, end)
      const framed = kind === 'full' && before >= STRONG_CUE ? frameOf(text, start, end, after, resources) : 0
      const alone =
        kind === 'foreign' && before + after <= LITTLE_CONTEXT && !name.includes('·') ? FOREIGN_ALONE : 0
      const context =
        alone + Math.min(MOST_CONTEXT, before + after) + framed - cutOff(kind, text, start, end, resources)
      if (log + bonus + context < apart) continue
      candidates.push({ start, end, kind, log: log + bonus + context, context: context + Math.max(0, bonus) })
    }
  }
  return candidates
}

/**
 * The names of a run of Han characters, by the sum over all ways to divide it into words and names. Probabilities are
 * multiplied with a constant for each character, so that they stay in the range of numbers for a whole run.
 */
function readRun(
  text: string,
  from: number,
  to: number,
  resources: PeopleResources,
  known: ArticleKnowledge,
  slots: NameSlots,
): readonly FoundName[] {
  const candidates = candidatesOf(text, from, to, resources, known, slots)
  if (candidates.length === 0) return []
  const { words, characters } = resources
  const { places } = known
  const size = to - from
  const starts: number[] = []
  const ends: number[] = []
  const weights: number[] = []
  const forward = new Float64Array(size + 1)
  forward[0] = 1
  let next = 0
  for (let at = 0; at < size; at += 1) {
    const reached = forward[at]!
    const add = (end: number, log: number): void => {
      const weight = Math.exp(log + SCALE * (end - at))
      starts.push(at)
      ends.push(end)
      weights.push(weight)
      forward[end] = forward[end]! + reached * weight
    }
    add(at + 1, characters[text.charCodeAt(from + at)]!)
    let node = 1
    for (let end = at; end < size; end += 1) {
      node = words.step(node, text.charCodeAt(from + end))
      if (node === 0) break
      const log = words.valueAt(node)
      if (!Number.isNaN(log)) add(end + 1, log)
    }
    for (const place of places)
      if (text.startsWith(place, from + at) && at + place.length <= size) add(at + place.length, PLACE_HERE)
    for (; next < candidates.length && candidates[next]!.start === from + at; next += 1) {
      add(candidates[next]!.end - from, candidates[next]!.log)
    }
  }
  const backward = new Float64Array(size + 1)
  backward[size] = 1
  for (let at = starts.length - 1; at >= 0; at -= 1) {
    const start = starts[at]!
    backward[start] = backward[start]! + weights[at]! * backward[ends[at]!]!
  }
  const all = backward[0]!
  return candidates.flatMap(({ start, end, kind, log, context }) => {
    const weight = Math.exp(log + SCALE * (end - start))
    const probability = (forward[start - from]! * weight * backward[end - from]!) / all
    return probability >= LEAST_PROBABILITY ? [{ start, end, kind, probability, context }] : []
  })
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
  slots: NameSlots = NO_SLOTS,
): readonly FoundName[] {
  const found: FoundName[] = []
  for (const { index, 0: run } of text.matchAll(RUN)) {
    for (let at = 0; at < run.length; at += LONGEST_RUN) {
      const to = index + Math.min(run.length, at + LONGEST_RUN)
      found.push(...readRun(text, index + at, to, resources, known, slots))
    }
  }
  return found
}
