import type { FacetList, FacetName, Facets, FacetValue } from '../domain/archive'
import { chosenYear, type ArticleQuery } from '../domain/articleQuery'
import { namesMeant } from '../domain/namesMeant'
import type { ArchiveOrder } from './archiveOrder'
import type { ArticleColumns } from './articleColumns'
import { categoryNodes } from './categoryNodes'
import type { FacetCounts } from './countFacets'
import type { Dictionary } from './dictionary'
import { nameForm } from './nameForms'
import { countYears, timelineOf, yearName } from './timeline'
import { inOrderMet, leastAmong, type ValueCounts } from './valueCounts'

/** Values that a facet carries with every answer; more are asked for. */
const FIRST_VALUES = 60
/** The value of the year facet for articles without a date. */
const NO_DATE = 'none'

const NO_NOTE = (): null => null
const ALWAYS = (): true => true

function byCount(a: FacetValue, b: FacetValue): number {
  return b.count - a.count
}

function byCountAndName(a: FacetValue, b: FacetValue): number {
  return byCount(a, b) || (a.value < b.value ? -1 : 1)
}

interface NamesToList {
  readonly dictionary: Dictionary
  readonly counts: ValueCounts
  readonly chosen: readonly string[]
  /** The names that a chosen one means. */
  readonly meant: (chosen: string) => readonly string[]
  readonly noteOf: (number: number) => string | null
  /** Whether a value is listed by itself; others are when they are looked for, or chosen. */
  readonly isOffered: (number: number) => boolean
  /** The order of the values; equals keep the order of {@link arranged}. */
  readonly order: (a: FacetValue, b: FacetValue) => number
  readonly arranged: (numbers: readonly number[]) => readonly number[]
}

function listNames(names: NamesToList, contains: string, limit: number): FacetList {
  const { dictionary, counts, noteOf, isOffered, meant } = names
  const chosen = new Set(names.chosen)
  const wanted = nameForm(contains)
  const isWanted = (name: string): boolean => wanted === '' || nameForm(name).includes(wanted)
  const least = wanted === '' ? leastAmong(counts, limit, isOffered) : 1
  const most: number[] = []
  let distinct = 0
  for (let number = 0; number < counts.length; number++) {
    if (counts[number] === 0) continue
    if (wanted === '' ? !isOffered(number) : !isWanted(dictionary.nameOf(number))) continue
    distinct++
    if (counts[number]! >= least) most.push(number)
  }
  const listed = names.arranged(most).map((number): FacetValue => {
    const value = dictionary.nameOf(number)
    return { value, count: counts[number]!, isChosen: chosen.has(value), note: noteOf(number) }
  })
  const values = listed.sort(names.order).slice(0, limit)
  const present = new Set(values.map((value) => value.value))
  for (const value of chosen) {
    if (present.has(value) || !isWanted(value)) continue
    const [, name = value] = meant(value)
    const number = dictionary.numberOf(name)
    const count = counts[number] ?? 0
    if (count === 0) distinct++
    const note = name !== value ? name : number === -1 ? null : noteOf(number)
    values.push({ value, count, isChosen: true, note })
  }
  return { values: values.sort(names.order), distinct }
}

function listYears(
  query: ArticleQuery,
  counts: FacetCounts,
  order: ArchiveOrder,
  contains: string,
): FacetList {
  const byYear = new Map<string, number>()
  countYears(order, counts.dated).forEach((count, at) => {
    if (count > 0) byYear.set(yearName((order.dated?.firstYear ?? 0) + at), count)
  })
  const chosen = chosenYear(query)
  if (chosen !== '' && !byYear.has(chosen)) byYear.set(chosen, 0)
  const years = [...byYear]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([value, count]): FacetValue => ({ value, count, isChosen: value === chosen, note: null }))
  const isNoneChosen = query.date === 'none'
  if (counts.dated.undated > 0 || isNoneChosen) {
    years.push({ value: NO_DATE, count: counts.dated.undated, isChosen: isNoneChosen, note: null })
  }
  const values = years.filter((year) => year.value.includes(nameForm(contains)))
  return { values, distinct: values.length }
}

/**
 * Values of one facet whose names hold `contains` (folded, spaces apart), at most `limit` of them and the chosen ones
 * besides; `distinct` counts all that hold it. The most frequent come first, equals by name, people in the order in which
 * the articles name them; years the newest first, all of them, and articles without a date last. As long as nothing is
 * looked for, people whom nothing names for certain are left out.
 */
export function facetList(
  facet: FacetName,
  query: ArticleQuery,
  columns: ArticleColumns,
  order: ArchiveOrder,
  counts: FacetCounts,
  contains: string,
  limit: number,
): FacetList {
  if (facet === 'year') return listYears(query, counts, order, contains)
  const officeNote = (person: number): string | null => {
    const office = order.officeOf[person] ?? -1
    return office === -1 ? null : columns.offices.nameOf(office)
  }
  const dictionaries = {
    person: columns.people,
    newspaper: columns.newspapers,
    page: columns.pages,
    tag: columns.tags,
    collection: columns.collections,
  }
  const names = {
    dictionary: dictionaries[facet],
    counts: counts[facet],
    chosen: query[facet],
    meant: (name: string) => (facet === 'person' ? namesMeant(name, columns.decided) : [name]),
    noteOf: facet === 'person' ? officeNote : NO_NOTE,
    // What may be no name at all would crowd out those that are.
    isOffered: facet === 'person' ? (person: number) => order.isNamed[person] === 1 : ALWAYS,
    // Officials are printed in their order, which is worth more than the alphabet's.
    order: facet === 'person' ? byCount : byCountAndName,
    arranged: (numbers: readonly number[]) =>
      facet === 'person' ? inOrderMet(numbers, columns.person, counts.peopleCountedIn) : numbers,
  }
  return listNames(names, contains, limit)
}

/** All facets of an answer, each with its first values, and the timeline. */
export function facetsOf(
  query: ArticleQuery,
  columns: ArticleColumns,
  order: ArchiveOrder,
  counts: FacetCounts,
): Facets {
  const list = (facet: FacetName): FacetList =>
    facetList(facet, query, columns, order, counts, '', FIRST_VALUES)
  return {
    category: categoryNodes(columns.categories, counts.category, query.category),
    person: list('person'),
    newspaper: list('newspaper'),
    page: list('page'),
    tag: list('tag'),
    year: list('year'),
    collection: list('collection'),
    timeline: timelineOf(order, counts),
  }
}
