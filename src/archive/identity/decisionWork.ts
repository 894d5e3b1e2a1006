import type { Article } from '../../domain/article'
import { EMPTY_QUERY } from '../../domain/articleQuery'
import { canonicalJson } from '../../domain/canonicalJson'
import { decidedNames, type DecidedNames } from '../../domain/decidedNames'
import type { LoggedDecision } from '../../domain/decision'
import type { KeptRecord } from '../../domain/keptRecord'
import { decisionsOf } from '../../domain/parseDecision'
import { decidePeople, indexedPeople } from '../../people/identity/decidePeople'
import { affectedNames, compileDecisions, type DecisionRules } from '../../people/identity/decisionRules'
import { queryLanguage } from '../../search/queryLanguage'
import { fileNumberOf } from '../../storage/archiveStore'
import type { PartShelf } from '../partShelf'
import type { TimeSlices } from '../timeSlices'

export { decidePeople }

/** Articles read, and texts searched for at once. */
const ARTICLES_AT_ONCE = 250
const FORMS_AT_ONCE = 30

/** Gives what the store has at some keys, as it was before anything was decided; `null` for what is deleted. */
interface UndecidedArticles {
  undecidedAt(
    keys: readonly number[],
  ): Promise<readonly { readonly key: number; readonly article: Article | null }[]>
}

/** Where articles that decisions change are looked for. */
export interface DecisionGround {
  readonly shelf: PartShelf
  readonly articles: UndecidedArticles
  /** Keys of articles that the index has without somebody, by the name. */
  readonly hidden: ReadonlyMap<string, ReadonlySet<number>>
  readonly slices: TimeSlices
}

/** The rules that records of decisions make. */
export function rulesOf(records: readonly KeptRecord[]): DecisionRules {
  return compileDecisions(decisionsOf(records))
}

/** What the decisions of records say of names that are asked for; `null` where none holds. */
export function namesDecidedBy(records: readonly KeptRecord[]): DecidedNames | null {
  return decidedNames(decisionsOf(records))
}

/** Decisions that are in force in one list and not, or otherwise, in the other. */
function changedDecisions(
  before: readonly LoggedDecision[],
  after: readonly LoggedDecision[],
): readonly LoggedDecision[] {
  const written = (decisions: readonly LoggedDecision[]): Map<string, LoggedDecision> =>
    new Map(
      decisions
        .filter(({ isUndone }) => !isUndone)
        .map((one) => [canonicalJson([one.id, one.at, one.patch]), one]),
    )
  const [was, is] = [written(before), written(after)]
  return [
    ...[...was].flatMap(([text, one]) => (is.has(text) ? [] : [one])),
    ...[...is].flatMap(([text, one]) => (was.has(text) ? [] : [one])),
  ]
}

function* chunksOf<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}

/** Keys of the articles that the index finds for some words. */
function keysFor(shelf: PartShelf, q: string): readonly number[] {
  shelf.index.learn(queryLanguage)
  const run = shelf.index.run({ ...EMPTY_QUERY, sort: 'newest', q })
  return run.ids(0, run.total).flatMap((id) => shelf.keyOfId(id) ?? [])
}

/** Keys of the articles in whose columns any of these names stands. */
function keysNaming(shelf: PartShelf, names: ReadonlySet<string>): readonly number[] {
  return shelf.index.look(({ columns, order }) => {
    const numbers = new Set([...names].map((name) => columns.people.numberOf(name)))
    const keys: number[] = []
    for (const ordinal of order.live) {
      if (columns.person.hasAny(ordinal, numbers)) keys.push(shelf.keyOf(ordinal))
    }
    return keys
  })
}

/** Articles that may be changed, as the index knows them; more than are. */
async function candidatesOf(
  changed: readonly LoggedDecision[],
  before: DecisionRules,
  { shelf, hidden, slices }: DecisionGround,
): Promise<ReadonlySet<number>> {
  const keys = new Set<number>()
  if (shelf.size === 0) return keys
  const add = (found: Iterable<number>): void => {
    for (const key of found) keys.add(key)
  }
  const affected = affectedNames(
    changed.map(({ patch }) => patch),
    before,
  )
  for (const name of affected.names) add(hidden.get(name) ?? [])
  if (affected.names.size > 0) add(keysNaming(shelf, affected.names))
  await slices.breathe()
  for (const forms of chunksOf([...affected.forms], FORMS_AT_ONCE)) {
    add(keysFor(shelf, forms.map((form) => `"${form}"`).join(' OR ')))
    await slices.breathe()
  }
  return keys
}

/**
 * Keys of the articles that the index, made by some decisions, has otherwise than others want it; `null` when these say
 * the same of all articles. The index tells which may be; of these the articles are read.
 *
 * @param file only articles of this file; of all for `null`
 */
export async function keysChangedBetween(
  before: readonly KeptRecord[],
  after: readonly KeptRecord[],
  ground: DecisionGround,
  file: number | null,
): Promise<readonly number[] | null> {
  const [was, is] = [decisionsOf(before), decisionsOf(after)]
  const changed = changedDecisions(was, is)
  if (changed.length === 0) return null
  const [old, now] = [compileDecisions(was), compileDecisions(is)]
  const candidates = [...(await candidatesOf(changed, old, ground))]
    .filter((key) => file === null || fileNumberOf(key) === file)
    .sort((one, other) => one - other)
  const keys: number[] = []
  for (const some of chunksOf(candidates, ARTICLES_AT_ONCE)) {
    for (const { key, article } of await ground.articles.undecidedAt(some)) {
      if (article === null) continue
      const [had, has] = [old, now].map((rules) => decidePeople(article, rules).article.people)
      // Those of whom no decision speaks are the very same.
      if (had !== has && indexedPeople(had!) !== indexedPeople(has!)) keys.push(key)
    }
    await ground.slices.breathe()
  }
  return keys
}
