import { EMPTY_QUERY } from '../../domain/articleQuery'
import type { LoggedDecision } from '../../domain/decision'
import { namesOfPatch } from '../../domain/decision'
import type { IdentitySuggestion, IdentitySuggestions } from '../../domain/identitySuggestion'
import { PLAIN_OFFICE_NAMES } from '../../domain/officeNames'
import { decisionsOf } from '../../domain/parseDecision'
import { nameOfPerson } from '../../domain/personValue'
import { samePersonSuggestion, twoPersonsSuggestion } from '../../people/identity/identityClues'
import { reportOf, type NameReport } from '../../people/identity/nameReport'
import { similarNames, type CountedName } from '../../people/identity/similarNames'
import { createPinyin } from '../../text/pinyin'
import { pinyinTable } from '../../text/pinyinTable'
import type { OpenParts } from '../openParts'
import { officeSuggestions } from './officeSuggestions'

/** Articles read of a name that may be another's, and of one that may be that of two. */
const READ_OF_PAIR = 24
const READ_OF_NAME = 60
/** The most pairs and names that are looked into: the surest and the most frequent. */
const MOST_PAIRS = 300
const MOST_NAMES = 200
/** Articles that a name needs before it may be that of two. */
const FEWEST_ARTICLES = 4

/** Some of a list, evenly from its beginning to its end. */
function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items
  return Array.from({ length: most }, (_, place) => items[Math.floor((place * items.length) / most)]!)
}

/** Reads what articles say of names. */
function createReports({ keeper, startSlices }: OpenParts) {
  const slices = startSlices()
  return async (name: string, most: number): Promise<readonly NameReport[]> => {
    const run = keeper.index.run({ ...EMPTY_QUERY, person: [name], sort: 'oldest' })
    const ids = spread(run.ids(0, run.total), most)
    const keys = ids.flatMap((id) => keeper.keyOf(id) ?? []).sort((one, other) => one - other)
    await slices.breathe()
    const shown = await keeper.amendments.articles.at(keys)
    const articles = shown.flatMap(({ article }) => (article === null ? [] : [article]))
    const offices = keeper.index.look(({ columns }) => columns.decided?.offices ?? PLAIN_OFFICE_NAMES)
    return articles.flatMap((article) => reportOf(article, name, offices) ?? [])
  }
}

/** Whether a decision that holds speaks of both names. */
function isDecided(decisions: readonly LoggedDecision[], one: string, other: string): boolean {
  return decisions.some(({ patch, isUndone }) => {
    const names = isUndone ? [] : namesOfPatch(patch)
    return names.includes(one) && names.includes(other)
  })
}

/** Whether a decision that holds tells two of a name apart, or says that there is one. */
function isToldApart(decisions: readonly LoggedDecision[], name: string): boolean {
  return decisions.some(
    ({ patch, isUndone }) =>
      !isUndone && namesOfPatch(patch).some((one) => one !== name && nameOfPerson(one) === name),
  )
}

async function findSuggestions(parts: OpenParts, limit: number): Promise<IdentitySuggestions> {
  const { store, keeper, startSlices } = parts
  const slices = startSlices()
  const decisions = decisionsOf(await store.records.ofKind('decision'))
  const { values } = keeper.index.facetValues(EMPTY_QUERY, 'person', '', Infinity)
  const names = values.map(({ value, count }): CountedName => ({ name: value, articles: count }))
  const read = createReports(parts)
  await slices.breathe()

  const same: IdentitySuggestion[] = []
  const pairs = similarNames(names, createPinyin(pinyinTable)).filter(
    ({ names: [one, other] }) => !isDecided(decisions, one.name, other.name),
  )
  for (const pair of pairs.slice(0, MOST_PAIRS)) {
    if (same.length >= limit) break
    const [one, other] = pair.names
    const reports = [await read(one.name, READ_OF_PAIR), await read(other.name, READ_OF_PAIR)] as const
    const suggestion = samePersonSuggestion(pair, reports)
    if (suggestion !== null) same.push(suggestion)
  }

  const different: IdentitySuggestion[] = []
  const frequent = names.filter(
    ({ name, articles }) =>
      articles >= FEWEST_ARTICLES && nameOfPerson(name) === name && !isToldApart(decisions, name),
  )
  for (const name of frequent.slice(0, MOST_NAMES)) {
    if (different.length >= limit) break
    const suggestion = twoPersonsSuggestion(name, await read(name.name, READ_OF_NAME))
    if (suggestion !== null) different.push(suggestion)
  }
  return { same, different, offices: await officeSuggestions(parts, decisions, limit) }
}

/**
 * Finds suggestions, and has them until the archive changes.
 *
 * @param contentRevision what was told last
 */
export function createSuggestions(
  contentRevision: () => number,
): (parts: OpenParts, limit: number) => Promise<IdentitySuggestions> {
  let last: { readonly key: string; readonly found: Promise<IdentitySuggestions> } | null = null
  return async (parts, limit) => {
    const records = await parts.store.records.ofKind('decision')
    const key = JSON.stringify([
      contentRevision(),
      limit,
      records.map(({ id, changedAt }) => [id, changedAt]),
    ])
    if (last?.key === key) return last.found
    const found = findSuggestions(parts, limit)
    last = { key, found }
    found.catch(() => {
      last = null
    })
    return found
  }
}
