import { articleDate, articlePages, type Article } from '../../../src/domain/article'
import type { ArticleQuery } from '../../../src/domain/articleQuery'
import { daySpan } from '../../../src/domain/partialDate'
import type { HeldArticle } from '../builders/anIndexPart'
import { eventDays } from '../../../src/text/dates/eventDays'
import { fold } from '../../../src/text/fold'

/** The filters whose own choices a facet's counts leave out. */
type Left = 'span' | 'category' | 'person' | 'newspaper' | 'page' | 'tag' | 'collection' | null

/** Whether an article holds a Han run, by the plain rule: the folded run is in one of its folded texts or names. */
export function holdsRun(article: Article, run: string): boolean {
  const names = [...article.people.map((person) => person.name), ...article.authors]
  const padded = names.map((name) => name.replaceAll(/\s+/gu, ''))
  const texts = [
    article.title,
    article.kicker ?? '',
    article.subtitle ?? '',
    ...article.paragraphs,
    ...names,
    ...padded,
  ]
  return texts.some((text) => fold(text).includes(fold(run)))
}

function isChosen(chosen: readonly string[], values: readonly string[]): boolean {
  return chosen.length === 0 || values.some((value) => chosen.includes(value))
}

function passes(held: HeldArticle, query: ArticleQuery, left: Left): boolean {
  const { article, collection } = held
  const date = articleDate(article)
  const span = date === null ? null : daySpan(date)
  const names = new Set(article.people.map((person) => person.name))
  if (left !== 'span') {
    if (query.date === 'none' && date !== null) return false
    if (query.from !== '' && (span === null || span.first < daySpan(query.from)!.first)) return false
    if (query.to !== '' && (span === null || span.last > daySpan(query.to)!.last)) return false
  }
  if (query.day !== '' && !(date?.length === 10 && date.endsWith(query.day))) return false
  if (query.event !== '') {
    const events = [...eventDays(article), article.eventDate ?? '']
    if (!events.some((event) => event.startsWith(query.event))) return false
  }
  if (left !== 'category' && query.category.length > 0) {
    const path = article.category.join('/')
    if (!query.category.some((chosen) => path === chosen || path.startsWith(`${chosen}/`))) return false
  }
  if ((left !== 'person' || query.personMode === 'all') && query.person.length > 0) {
    const has = (name: string): boolean => names.has(name)
    if (!(query.personMode === 'all' ? query.person.every(has) : query.person.some(has))) return false
  }
  return (
    (left === 'newspaper' || isChosen(query.newspaper, [article.newspaper ?? ''])) &&
    (left === 'page' || isChosen(query.page, articlePages(article))) &&
    (left === 'tag' || isChosen(query.tag, article.tags)) &&
    (left === 'collection' || isChosen(query.collection, [collection]))
  )
}

/** The articles that match `runs` (all of them) and the filters of a query but those left out, by looking at each. */
export function naiveSearch(
  archive: readonly HeldArticle[],
  runs: readonly string[],
  query: ArticleQuery,
  left: Left = null,
): readonly HeldArticle[] {
  return archive.filter(
    (held) => runs.every((run) => holdsRun(held.article, run)) && passes(held, query, left),
  )
}

/** How many articles have each value, the chosen ones with 0 where none has. */
export function tally(
  found: readonly HeldArticle[],
  valuesOf: (held: HeldArticle) => readonly string[],
  chosen: readonly string[] = [],
): Readonly<Record<string, number>> {
  const counts = new Map(chosen.map((value) => [value, 0]))
  for (const held of found) {
    for (const value of new Set(valuesOf(held))) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}
