import type { NameKind } from '../../domain/article'
import { dateOfDayNumber } from '../../domain/partialDate'
import { MOST_COMPANIONS, type PersonOffice, type PersonRecord } from '../../domain/peopleRecord'
import { COLLECTIVE, HONOUR, OFFICE_SIGNS } from '../../domain/officeSigns'
import { PERSON_SIGNS } from '../../domain/personSigns'
import { nameOfPerson } from '../../domain/personValue'
import type { ArchiveOrder } from '../archiveOrder'
import type { ArticleColumns } from '../articleColumns'
import { NO_DAY } from '../parts/partColumns'
import type { OfficeKeys } from './officeKeys'
import { isActingIn, TenureReports } from './tenureReports'
import { WordCounts } from './wordCounts'

/** The live articles that name a person, by number, rising; with the signs of how each names them. */
function articlesNaming(
  person: number,
  columns: ArticleColumns,
  { live }: ArchiveOrder,
): { readonly ordinals: readonly number[]; readonly signs: readonly number[] } {
  const { starts, values } = columns.person
  const ordinals: number[] = []
  const signs: number[] = []
  for (const ordinal of live) {
    const end = starts.values[ordinal + 1]!
    for (let at = starts.values[ordinal]!; at < end; at++) {
      if (values.values[at] !== person) continue
      ordinals.push(ordinal)
      signs.push(columns.personSigns.values[at]!)
    }
  }
  return { ordinals, signs }
}

function kindOf(signs: readonly number[]): NameKind {
  for (const kind of ['foreign', 'masked', 'surname'] as const) {
    if (signs.some((one) => (one & PERSON_SIGNS[kind]) !== 0)) return kind
  }
  return 'full'
}

function companionsOf(person: number, ordinals: readonly number[], columns: ArticleColumns): WordCounts {
  const { starts, values } = columns.person
  const counts = new Map<number, number>()
  for (const ordinal of ordinals) {
    const end = starts.values[ordinal + 1]!
    for (let at = starts.values[ordinal]!; at < end; at++) {
      const other = values.values[at]!
      if (other !== person) counts.set(other, (counts.get(other) ?? 0) + 1)
    }
  }
  const words = new WordCounts()
  for (const [other, count] of counts) words.add(columns.people.nameOf(other), count)
  return words
}

function yearsOf(days: readonly number[]): PersonRecord['years'] {
  const counts = new Map<number, number>()
  for (const day of days) {
    const year = new Date(day * 86_400_000).getUTCFullYear()
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  const first = Math.min(...counts.keys())
  const last = Math.max(...counts.keys())
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    year: first + at,
    articles: counts.get(first + at) ?? 0,
  }))
}

/**
 * What the columns tell of a name; `null` when no live article has it. It takes one pass over the people of all articles,
 * and reads no article.
 */
export function personRecord(
  name: string,
  columns: ArticleColumns,
  order: ArchiveOrder,
  keys: OfficeKeys,
): PersonRecord | null {
  const person = columns.people.numberOf(name)
  if (person === -1) return null
  const { ordinals, signs } = articlesNaming(person, columns, order)
  if (ordinals.length === 0) return null
  const days = ordinals.map((ordinal) => columns.dayFirst.values[ordinal]!).filter((day) => day !== NO_DAY)
  const sorted = days.toSorted((a, b) => a - b)
  const offices = new Map<string, { office: string; isActing: boolean; reports: TenureReports }>()
  const collectives = new WordCounts()
  const honours = new WordCounts()
  for (const ordinal of ordinals) {
    keys.visit(
      ordinal,
      (other) => other === person,
      ({ office, signs: said, key }) => {
        const form = columns.offices.nameOf(office)
        if ((said & OFFICE_SIGNS.other) !== 0) {
          if ((said & COLLECTIVE) === COLLECTIVE) collectives.add(form)
          else if ((said & HONOUR) === HONOUR) honours.add(form)
          return
        }
        const isActing = isActingIn(said)
        const id = `${isActing ? '代' : ''} ${key}`
        const known = offices.get(id) ?? { office: key, isActing, reports: new TenureReports(key) }
        offices.set(id, known)
        known.reports.add(ordinal, columns.dayFirst.values[ordinal]!, said, form)
      },
    )
  }
  const companions = companionsOf(person, ordinals, columns)
  const first = sorted[0]
  const last = sorted.at(-1)
  return {
    name,
    kind: kindOf(signs),
    articles: ordinals.length,
    certain: signs.filter((one) => (one & PERSON_SIGNS.possible) === 0).length,
    undated: ordinals.length - days.length,
    first: first === undefined ? null : dateOfDayNumber(first),
    last: last === undefined ? null : dateOfDayNumber(last),
    years: yearsOf(days),
    offices: [...offices.values()].map(asPersonOffice).sort(byFirstReport),
    collectives: collectives.most(),
    honours: honours.most(),
    companions: companions.most(MOST_COMPANIONS),
    companionCount: companions.size,
    namesakes: namesakesOf(name, columns, order),
  }
}

function asPersonOffice({
  office,
  isActing,
  reports,
}: {
  readonly office: string
  readonly isActing: boolean
  readonly reports: TenureReports
}): PersonOffice {
  return {
    office,
    isActing,
    forms: reports.forms.most(),
    tenure: reports.tenure(),
    articles: reports.articles,
  }
}

/** Offices that were held before those that are only told of. */
function byFirstReport(a: PersonOffice, b: PersonOffice): number {
  return Number(a.articles === 0) - Number(b.articles === 0) || TenureReports.order(a.tenure, b.tenure)
}

function namesakesOf(name: string, columns: ArticleColumns, { live }: ArchiveOrder): readonly string[] {
  const plain = nameOfPerson(name)
  const others = new Set<number>()
  columns.people.names.forEach((other, number) => {
    if (other !== name && other.startsWith(plain) && nameOfPerson(other) === plain) others.add(number)
  })
  if (others.size === 0) return []
  const found = new Set<number>()
  for (const ordinal of live) {
    for (const number of others) {
      if (columns.person.hasAny(ordinal, new Set([number]))) found.add(number)
    }
    if (found.size === others.size) break
  }
  return [...found].map((number) => columns.people.nameOf(number)).sort()
}
