import type { NameKind } from '../domain/article'
import type { ArticleText } from './articleTexts'
import { minorityElements } from './nameElements'
import { createNameReader, type ArticleKnowledge, type FoundName, type NameReader } from './nameLattice'
import type { RememberedNames } from './nameMemory'
import type { PeopleResources } from './peopleResources'
import { placesNamed } from './placesNamed'

/** A name at a place of an article's text. */
export interface NameMention {
  readonly text: ArticleText
  readonly start: number
  readonly end: number
  readonly name: string
  readonly kind: NameKind
  readonly probability: number
  readonly context: number
  /** The full name of whom a part of it means. */
  readonly meant?: string
}

const MORE_LIKELY_THAN_NOT = 0.5
const CLEAR = 0.9
/** How often a text is read again at most. */
const MOST_READINGS = 3
/** What a clear mention adds for the same string elsewhere in the article, and the most that several add. */
const SAME_NAME = 1.5
/** The same of one that an office or the like announces. */
const SAME_ANNOUNCED = 8
const ANNOUNCED = 4
const SAME_NAME_AT_MOST = 8
/** How much more probable a name is in a newspaper that is at home in a place than in others. */
const LOCAL_NEWS = 0.3
/** How much less probable it is that a place that the article is about is a name in it. */
const A_PLACE_HERE = -6
/** The same of what the article calls a town or a village elsewhere; people may have such names too. */
const A_PLACE_ELSEWHERE = -3

/** A name that is clear at one place of an article. */
interface ClearName {
  readonly name: string
  /** Whether what stands around it, such as an office before it, says clearly that it is a name. */
  readonly isAnnounced: boolean
}

function clearName(name: string, context: number): ClearName {
  // 平措 may be a part of 向巴平措 elsewhere.
  return { name, isAnnounced: context >= ANNOUNCED && !minorityElements.has(name) }
}

/** What is known of an article besides its texts. */
export interface ArticleBackground {
  /** Places that the newspaper is at home in, which are no names in it. */
  readonly places: readonly string[]
  /** Names of other articles. */
  readonly remembered: RememberedNames
}

/** The names that do not overlap, the more probable before the others, in the order of the text. */
function apart(names: readonly FoundName[]): readonly FoundName[] {
  const kept: FoundName[] = []
  for (const name of names.filter(({ probability }) => probability > MORE_LIKELY_THAN_NOT)) {
    const last = kept.at(-1)
    if (last === undefined || last.end <= name.start) kept.push(name)
    else if (last.probability < name.probability) kept[kept.length - 1] = name
  }
  return kept
}

/** Names in the order of the text, those of several kinds at one place as the more probable kind. */
function inOrder(names: readonly FoundName[]): readonly FoundName[] {
  const found: FoundName[] = []
  for (const name of [...names].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = found.at(-1)
    if (last?.start !== name.start || last.end !== name.end) found.push(name)
    else {
      const likelier = last.probability < name.probability ? name : last
      found[found.length - 1] = { ...likelier, probability: last.probability + name.probability }
    }
  }
  return found
}

/**
 * The names of an article, in the order of its texts. It is read twice: what is clear at one place is known at the others,
 * and a name next to another in a list of names is more probable.
 */
export function findMentions(
  texts: readonly ArticleText[],
  resources: PeopleResources,
  about: ArticleBackground,
): readonly NameMention[] {
  const around = texts.flatMap(({ text }) => placesNamed(text))
  const before = knowledgeOf([], around, about)
  const readers = texts.map(({ text, slots }) => createNameReader(text, resources, slots))
  const first = readers.map((read) => read(before))
  const clear: ClearName[] = []
  for (const [at, { text }] of texts.entries()) {
    for (const { start, end, kind, probability, context } of first[at]!) {
      if (kind !== 'surname' && probability > CLEAR) clear.push(clearName(text.slice(start, end), context))
    }
  }
  const known = knowledgeOf(clear, around, about)
  const announced = [...new Set(clear.filter(({ isAnnounced }) => isAnnounced).map(({ name }) => name))]
  return texts.flatMap((text, at) => {
    const former = first[at]!
    if (former.length === 0 && !announced.some((name) => text.text.includes(name))) return []
    const names = apart(inOrder(readOn(readers[at]!, former, known)))
    return names.map(({ start, end, kind, probability, context }) => {
      return { text, start, end, kind, probability, context, name: text.text.slice(start, end) }
    })
  })
}

/** Reads a text again with the names that it was found to have, as long as more come of it, in a list one by the other. */
function readOn(
  read: NameReader,
  former: readonly FoundName[],
  known: ArticleKnowledge,
): readonly FoundName[] {
  let found = former
  let size = -1
  for (let count = 0; count < MOST_READINGS; count += 1) {
    const certain = found.filter(({ probability }) => probability > MORE_LIKELY_THAN_NOT)
    if (certain.length === size) return found
    size = certain.length
    found = read(withNames(known, certain))
  }
  return found
}

/** What is known where some names of the text are certain. */
function withNames(known: ArticleKnowledge, names: readonly FoundName[]): ArticleKnowledge {
  return {
    ...known,
    ends: new Map(names.map(({ start, end }) => [end, start])),
    starts: new Map(names.map(({ start, end }) => [start, end])),
  }
}

function knowledgeOf(
  clear: readonly ClearName[],
  around: readonly string[],
  { places, remembered }: ArticleBackground,
): ArticleKnowledge {
  const names = new Map<string, number>()
  for (const place of around) names.set(place, A_PLACE_ELSEWHERE)
  for (const { name, isAnnounced } of clear) {
    const gain = isAnnounced ? SAME_ANNOUNCED : SAME_NAME
    names.set(name, Math.min(SAME_NAME_AT_MOST, (names.get(name) ?? 0) + gain))
  }
  for (const place of places) names.set(place, A_PLACE_HERE)
  return {
    names,
    remembered,
    ends: new Map(),
    starts: new Map(),
    places,
    prior: places.length > 0 ? LOCAL_NEWS : 0,
  }
}
