import type { NameKind } from '../domain/article'
import { contextBefore } from './nameContext'
import { listContext, type NamesAround } from './listContext'
import { minorityParts } from './nameElements'
import { contextOf, MOST_OF_BOTH_SIDES, nameDrafts, type NameDraft } from './nameDrafts'
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
export interface ArticleKnowledge extends NamesAround {
  /** By how much a string is more (or less) probable as a name in this article, as natural logarithms. */
  readonly names: ReadonlyMap<string, number>
  /** Names and places of other articles, with in how many. */
  readonly remembered: RememberedNames
  /** Places that the article is about or names, which are words in it. */
  readonly places: readonly string[]
  /** By how much any name is more probable: local news name more people. */
  readonly prior: number
}

/** Reads the names of one text, again and again as more becomes known of the article. */
export type NameReader = (known: ArticleKnowledge) => readonly FoundName[]

/** How often a word of an article is a place that it is about. */
const PLACE_HERE = Math.log(0.001)
const RUN = /[\p{Script=Han}·〇×]+/gu
/** Longer runs of Han characters without punctuation are read in pieces, for the range of numbers. */
const LONGEST_RUN = 64
const LEAST_PROBABILITY = 0.05
/** What it says for a name that none, one, two, or more other articles have it. */
const REMEMBERED = [0, 2.5, 4.5, 6]
/** The same of a place. */
const A_PLACE_REMEMBERED = [0, -2.5, -3.5, -4.5]
/** How much both sides have to say for a word as a name, before what other articles have counts for it. */
const CUE_FOR_A_WORD = 1.5
const AS_PLACE = -2
const DOTTED_AS_PLACE = AS_PLACE - 4
const SCALE = 8

/** A run of Han characters, and what may be names in it. */
interface Run {
  readonly from: number
  readonly to: number
  readonly drafts: readonly NameDraft[]
}

/** A name that a run may have, with all that speaks for it. */
interface Candidate {
  readonly start: number
  readonly end: number
  /** `null` for what is written like a foreign name but is the name of a place or a firm. */
  readonly kind: NameKind | null
  readonly log: number
  readonly context: number
}

/** What it says for a name that other articles have it, or have a place that is called so. */
function rememberedAs(name: string, { names, places }: RememberedNames): number {
  const asName = REMEMBERED[Math.min(names.get(name) ?? 0, REMEMBERED.length - 1)]!
  return asName + A_PLACE_REMEMBERED[Math.min(places.get(name) ?? 0, A_PLACE_REMEMBERED.length - 1)]!
}

/** Whether a name lies within what may be one of several parts (艾力 in 艾力更·依明巴海, 向巴 in 向巴平措). */
function isPartOf({ start, end, name }: NameDraft, wholes: readonly NameDraft[]): boolean {
  if (name.includes('·')) return false
  return wholes.some((whole) => whole.start <= start && end <= whole.end && end - start < whole.name.length)
}

/** Whether a foreign name is known of nobody, and only its letters tell that it is one. */
function isOnlyTranscribed(name: string, { foreign, foreignNames }: PeopleResources): boolean {
  if (foreignNames.get(name) !== undefined) return false
  for (let at = 0; at < name.length; at += 1)
    if (name[at] !== '·' && Number.isNaN(foreign[name.charCodeAt(at)]!)) return false
  return true
}

/**
 * What may be a name in a run as far as is known: what is not far less probable than the same characters one by one,
 * which is one of the ways to divide them.
 */
function candidatesOf(
  text: string,
  { drafts }: Run,
  resources: PeopleResources,
  known: ArticleKnowledge,
): readonly Candidate[] {
  const candidates: Candidate[] = []
  const wholes = drafts.filter(({ name, kind }) =>
    kind === 'foreign' ? name.includes('·') : name.length > 3 && minorityParts(name).length > 0,
  )
  for (const draft of drafts) {
    const { start, end, name, kind, log, apart, slot } = draft
    // What is known of a part speaks for the whole as much, so for neither.
    const isPart = isPartOf(draft, wholes)
    const elsewhere = isPart ? 0 : (known.names.get(name) ?? 0) + rememberedAs(name, known.remembered)
    const bonus =
      elsewhere +
      (isPart ? 0 : listContext(text, draft, known)) +
      (kind === 'foreign' ? 0 : known.prior + slot)
    if (log + bonus + MOST_OF_BOTH_SIDES < apart) continue
    const sides = contextOf(text, draft, resources)
    // Who is named elsewhere does not make a word (返程高峰, 说得高明) a name where nothing before it lets one begin.
    const isWordHere =
      elsewhere > 0 &&
      resources.words.get(name) !== undefined &&
      sides < CUE_FOR_A_WORD &&
      contextBefore(text, start) <= 0
    const context = sides - (isWordHere ? elsewhere : 0)
    if (log + bonus + context < apart) continue
    if (kind === 'foreign' && !known.names.has(name) && isOnlyTranscribed(name, resources)) {
      const asPlace = name.includes('·') ? DOTTED_AS_PLACE : AS_PLACE
      candidates.push({ start, end, kind: null, log: log + asPlace, context: 0 })
    }
    candidates.push({ start, end, kind, log: log + bonus + context, context: context + Math.max(0, bonus) })
  }
  return candidates
}

/** The ways to divide a run, as edges between its places. Kept from run to run, since making them anew takes time. */
interface Edges {
  readonly starts: Uint8Array
  readonly ends: Uint8Array
  readonly weights: Float64Array
}

const MOST_EDGES = LONGEST_RUN * 64
const edges: Edges = {
  starts: new Uint8Array(MOST_EDGES),
  ends: new Uint8Array(MOST_EDGES),
  weights: new Float64Array(MOST_EDGES),
}
const forward = new Float64Array(LONGEST_RUN + 1)
const backward = new Float64Array(LONGEST_RUN + 1)

/**
 * The names of a run of Han characters, by the sum over all ways to divide it into words and names. Probabilities are
 * multiplied with a constant for each character, so that they stay in the range of numbers for a whole run.
 */
function readRun(
  text: string,
  run: Run,
  resources: PeopleResources,
  known: ArticleKnowledge,
  found: FoundName[],
): void {
  const candidates = candidatesOf(text, run, resources, known)
  if (candidates.length === 0) return
  const { words, characters } = resources
  const { from, to } = run
  const size = to - from
  const { starts, ends, weights } = edges
  let count = 0
  forward.fill(0, 0, size + 1)
  forward[0] = 1
  const add = (at: number, end: number, log: number): void => {
    if (count === MOST_EDGES) return
    const weight = Math.exp(log + SCALE * (end - at))
    starts[count] = at
    ends[count] = end
    weights[count] = weight
    count += 1
    forward[end] = forward[end]! + forward[at]! * weight
  }
  let next = 0
  for (let at = 0; at < size; at += 1) {
    add(at, at + 1, characters[text.charCodeAt(from + at)]!)
    let node = 1
    for (let end = at; end < size; end += 1) {
      node = words.step(node, text.charCodeAt(from + end))
      if (node === 0) break
      const log = words.valueAt(node)
      if (!Number.isNaN(log)) add(at, end + 1, log)
    }
    for (const place of known.places) {
      const end = at + place.length
      if (end <= size && text.startsWith(place, from + at)) add(at, end, PLACE_HERE)
    }
    for (; next < candidates.length && candidates[next]!.start === from + at; next += 1) {
      add(at, candidates[next]!.end - from, candidates[next]!.log)
    }
  }
  backward.fill(0, 0, size + 1)
  backward[size] = 1
  for (let at = count - 1; at >= 0; at -= 1) {
    const start = starts[at]!
    backward[start] = backward[start]! + weights[at]! * backward[ends[at]!]!
  }
  const all = backward[0]!
  for (const { start, end, kind, log, context } of candidates) {
    if (kind === null) continue
    const weight = Math.exp(log + SCALE * (end - start))
    const probability = (forward[start - from]! * weight * backward[end - from]!) / all
    if (probability >= LEAST_PROBABILITY) found.push({ start, end, kind, probability, context })
  }
}

function readRuns(text: string, resources: PeopleResources, slots: NameSlots): readonly Run[] {
  const runs: Run[] = []
  for (const { index, 0: run } of text.matchAll(RUN)) {
    for (let at = 0; at < run.length; at += LONGEST_RUN) {
      const from = index + at
      const to = index + Math.min(run.length, at + LONGEST_RUN)
      const drafts = nameDrafts(text, from, to, resources, slots)
      if (drafts.length > 0) runs.push({ from, to, drafts })
    }
  }
  return runs
}

/**
 * A reader of the names that a text may have, with the probability of each; those that overlap share it.
 *
 * @param text folded
 */
export function createNameReader(text: string, resources: PeopleResources, slots: NameSlots): NameReader {
  const runs = readRuns(text, resources, slots)
  return (known) => {
    const found: FoundName[] = []
    for (const run of runs) readRun(text, run, resources, known, found)
    return found
  }
}
