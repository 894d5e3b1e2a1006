import { isPartialDate, splitPartialDate, daysInMonth } from './partialDate'

export const SORTS = ['relevance', 'newest', 'oldest'] as const
export type Sort = (typeof SORTS)[number]

/** What is asked of the archive: the words and every filter. Its only home is the address bar. */
export interface ArticleQuery {
  /** What stands in the search box. */
  readonly q: string
  /** First and last date, each a partial date; an empty string is open. */
  readonly from: string
  readonly to: string
  /** `none`: only articles without a date. */
  readonly date: '' | 'none'
  /** `MM-DD`: the same day in every year. */
  readonly day: string
  /** Articles that tell of this day, month or year. */
  readonly event: string
  /** Encoded category paths; a path includes its children. Several mean any of them. */
  readonly category: readonly string[]
  readonly person: readonly string[]
  /** Whether an article must name all the chosen people or any of them. */
  readonly personMode: 'all' | 'any'
  readonly newspaper: readonly string[]
  readonly page: readonly string[]
  readonly tag: readonly string[]
  readonly collection: readonly string[]
  readonly sort: Sort
}

/** The query without words and filters: the whole archive. */
export const EMPTY_QUERY: ArticleQuery = {
  q: '',
  from: '',
  to: '',
  date: '',
  day: '',
  event: '',
  category: [],
  person: [],
  personMode: 'all',
  newspaper: [],
  page: [],
  tag: [],
  collection: [],
  sort: 'relevance',
}

export const LIST_FILTERS = ['category', 'person', 'newspaper', 'page', 'tag', 'collection'] as const
export type ListFilter = (typeof LIST_FILTERS)[number]

/** Parameters of an address, as a router gives and takes them. */
export type AddressParameters = Readonly<Record<string, string | readonly string[]>>

function texts(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((one): one is string => typeof one === 'string' && one !== '')
}

function isDayOfYear(text: string): boolean {
  const match = /^(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const month = Number(match[1])
  const day = Number(match[2])
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2000, month)
}

/** The query in the parameters of an address. What is malformed counts as absent: a bad address never breaks the page. */
export function decodeQuery(parameters: Readonly<Record<string, unknown>>): ArticleQuery {
  const first = (name: string): string => texts(parameters[name])[0] ?? ''
  const date = (name: string): string => (isPartialDate(first(name)) ? first(name) : '')
  const list = (name: ListFilter): readonly string[] => [...new Set(texts(parameters[name]))]
  const sort = SORTS.find((one) => one === first('sort')) ?? EMPTY_QUERY.sort
  return {
    q: first('q'),
    from: date('from'),
    to: date('to'),
    date: first('date') === 'none' ? 'none' : '',
    day: isDayOfYear(first('day')) ? first('day') : '',
    event: date('event'),
    category: list('category'),
    person: list('person'),
    personMode: first('personMode') === 'any' ? 'any' : 'all',
    newspaper: list('newspaper'),
    page: list('page'),
    tag: list('tag'),
    collection: list('collection'),
    sort,
  }
}

/** The parameters of an address for a query; defaults are absent. The inverse of {@link decodeQuery}. */
export function encodeQuery(query: ArticleQuery): AddressParameters {
  const parameters: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(query) as [keyof ArticleQuery, string | readonly string[]][]) {
    if (value.length > 0 && value !== EMPTY_QUERY[name]) parameters[name] = value
  }
  return parameters
}

/** One active filter, as a chip shows and removes it. */
export interface ActiveFilter {
  readonly name: ListFilter | 'dates' | 'date' | 'day' | 'event'
  readonly value: string
  /** What to change in the query to remove this filter. */
  readonly removal: Partial<ArticleQuery>
}

/** The filters of a query in the order of their chips; the words are no filter. */
export function activeFilters(query: ArticleQuery): readonly ActiveFilter[] {
  const filters: ActiveFilter[] = []
  if (query.from !== '' || query.to !== '') {
    filters.push({ name: 'dates', value: `${query.from}/${query.to}`, removal: { from: '', to: '' } })
  }
  if (query.date !== '') filters.push({ name: 'date', value: query.date, removal: { date: '' } })
  if (query.day !== '') filters.push({ name: 'day', value: query.day, removal: { day: '' } })
  if (query.event !== '') filters.push({ name: 'event', value: query.event, removal: { event: '' } })
  for (const name of LIST_FILTERS) {
    for (const value of query[name]) {
      filters.push({ name, value, removal: { [name]: query[name].filter((one) => one !== value) } })
    }
  }
  return filters
}

/** Whether a query asks for the whole archive. */
export function isEmptyQuery(query: ArticleQuery): boolean {
  return query.q.trim() === '' && activeFilters(query).length === 0
}

/** A list filter with a value put in where it was absent, or taken out where it stood. */
export function toggleFilter(query: ArticleQuery, name: ListFilter, value: string): Partial<ArticleQuery> {
  const values = query[name]
  return { [name]: values.includes(value) ? values.filter((one) => one !== value) : [...values, value] }
}

/**
 * The category filter with a path put in or taken out. A path includes its children, so choosing one takes the place of
 * its chosen ancestors, which would make it mean nothing, and of its chosen children, which it covers.
 */
export function toggleCategory(query: ArticleQuery, path: string): Partial<ArticleQuery> {
  if (query.category.includes(path)) return toggleFilter(query, 'category', path)
  const isApart = (other: string): boolean => !path.startsWith(`${other}/`) && !other.startsWith(`${path}/`)
  return { category: [...query.category.filter(isApart), path] }
}

/** The year that `from` and `to` choose together, or an empty string. */
export function chosenYear(query: Pick<ArticleQuery, 'from' | 'to'>): string {
  return query.from !== '' && query.from === query.to && splitPartialDate(query.from)?.month === null
    ? query.from
    : ''
}

/** The order in which results stand: without words there is no relevance, and the newest come first. */
export function effectiveSort(query: Pick<ArticleQuery, 'q' | 'sort'>): Sort {
  return query.sort === 'relevance' && query.q.trim() === '' ? 'newest' : query.sort
}
