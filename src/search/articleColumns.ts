import { articleDate, articlePages, type Article } from '../domain/article'
import { isCollectiveOffice } from '../domain/collectiveOffice'
import { dateOfDayNumber, daySpan, splitPartialDate } from '../domain/partialDate'
import { CategoryTree } from './categoryTree'
import { Dictionary } from './dictionary'
import { byteColumn, integerColumn, type ByteColumn, type IntegerColumn } from './growableColumn'
import { SliceColumn, type SliceColumnSnapshot } from './sliceColumn'

/** Stands in a date column for an article without that date. */
export const NO_DAY = -2147483648
/** Stands in a column of numbers of names for an article without one. */
const NO_NAME = -1

/** Plain form of {@link ArticleColumns}, for storing. */
export interface ArticleColumnsSnapshot {
  readonly ids: readonly string[]
  readonly isLive: Uint8Array
  readonly dayFirst: Int32Array
  readonly dayLast: Int32Array
  readonly dateLength: Uint8Array
  readonly month: Int32Array
  readonly eventFirst: Int32Array
  readonly eventLast: Int32Array
  readonly newspaper: Int32Array
  readonly category: Int32Array
  readonly collection: Int32Array
  readonly page: SliceColumnSnapshot
  readonly person: SliceColumnSnapshot
  readonly tag: SliceColumnSnapshot
  readonly office: SliceColumnSnapshot
  readonly newspapers: readonly string[]
  readonly categories: readonly string[]
  readonly collections: readonly string[]
  readonly pages: readonly string[]
  readonly people: readonly string[]
  readonly tags: readonly string[]
  readonly offices: readonly string[]
}

/**
 * What filters, facets and sorting need of every article, in columns. A row is an ordinal: rows are only added, and a
 * removed article leaves a dead row behind, so that an ordinal means the same article for ever.
 */
export class ArticleColumns {
  readonly ids: string[]
  readonly isLive: ByteColumn
  /** First and last day that the article's date may mean, as day numbers, or {@link NO_DAY}. */
  readonly dayFirst: IntegerColumn
  readonly dayLast: IntegerColumn
  /** Characters of the date as written: 10, 7, 4, or 0 without one. */
  readonly dateLength: ByteColumn
  /** The month of the date's first day, counted from the year 0: year × 12 + month − 1; or {@link NO_DAY}. */
  readonly month: IntegerColumn
  readonly eventFirst: IntegerColumn
  readonly eventLast: IntegerColumn
  readonly newspaper: IntegerColumn
  readonly category: IntegerColumn
  readonly collection: IntegerColumn
  readonly page: SliceColumn
  readonly person: SliceColumn
  readonly tag: SliceColumn
  /** Pairs of a person's number and an office's. */
  readonly office: SliceColumn
  readonly newspapers: Dictionary
  readonly categories: CategoryTree
  readonly collections: Dictionary
  readonly pages: Dictionary
  readonly people: Dictionary
  readonly tags: Dictionary
  readonly offices: Dictionary

  constructor(from?: ArticleColumnsSnapshot) {
    this.ids = [...(from?.ids ?? [])]
    this.isLive = byteColumn(from?.isLive)
    this.dayFirst = integerColumn(from?.dayFirst)
    this.dayLast = integerColumn(from?.dayLast)
    this.dateLength = byteColumn(from?.dateLength)
    this.month = integerColumn(from?.month)
    this.eventFirst = integerColumn(from?.eventFirst)
    this.eventLast = integerColumn(from?.eventLast)
    this.newspaper = integerColumn(from?.newspaper)
    this.category = integerColumn(from?.category)
    this.collection = integerColumn(from?.collection)
    this.page = new SliceColumn(from?.page)
    this.person = new SliceColumn(from?.person)
    this.tag = new SliceColumn(from?.tag)
    this.office = new SliceColumn(from?.office)
    this.newspapers = new Dictionary(from?.newspapers)
    this.categories = new CategoryTree(from?.categories)
    this.collections = new Dictionary(from?.collections)
    this.pages = new Dictionary(from?.pages)
    this.people = new Dictionary(from?.people)
    this.tags = new Dictionary(from?.tags)
    this.offices = new Dictionary(from?.offices)
  }

  /** Rows, dead ones too. */
  get rows(): number {
    return this.ids.length
  }

  /** Puts an article into the next row and gives back its ordinal. */
  add(article: Article, collection: string): number {
    const ordinal = this.ids.push(article.id) - 1
    const date = articleDate(article)
    const days = date === null ? null : daySpan(date)
    const event = article.eventDate === undefined ? null : daySpan(article.eventDate)
    this.isLive.push(1)
    this.dayFirst.push(days?.first ?? NO_DAY)
    this.dayLast.push(days?.last ?? NO_DAY)
    this.dateLength.push(days === null ? 0 : (date?.length ?? 0))
    this.month.push(monthOf(days === null ? null : date))
    this.eventFirst.push(event?.first ?? NO_DAY)
    this.eventLast.push(event?.last ?? NO_DAY)
    this.newspaper.push(article.newspaper ? this.newspapers.intern(article.newspaper) : NO_NAME)
    this.category.push(this.categories.intern(article.category.filter((name) => name !== '')))
    this.collection.push(this.collections.intern(collection))
    this.page.push(numbersOf(this.pages, articlePages(article)))
    this.person.push(
      numbersOf(
        this.people,
        article.people.map((person) => person.name),
      ),
    )
    this.tag.push(numbersOf(this.tags, article.tags))
    this.office.push(this.#officePairs(article))
    return ordinal
  }

  /** Takes an article out; its row stays, dead. */
  remove(ordinal: number): void {
    this.isLive.set(ordinal, 0)
  }

  /** The date of an article as written, or `null`. */
  dateOf(ordinal: number): string | null {
    const first = this.dayFirst.values[ordinal] ?? NO_DAY
    return first === NO_DAY ? null : dateOfDayNumber(first).slice(0, this.dateLength.values[ordinal])
  }

  /** Whether an article's date says a month. */
  isKnownToMonth(ordinal: number): boolean {
    return this.dateLength.values[ordinal]! > 4
  }

  snapshot(): ArticleColumnsSnapshot {
    return {
      ids: [...this.ids],
      isLive: this.isLive.copy(),
      dayFirst: this.dayFirst.copy(),
      dayLast: this.dayLast.copy(),
      dateLength: this.dateLength.copy(),
      month: this.month.copy(),
      eventFirst: this.eventFirst.copy(),
      eventLast: this.eventLast.copy(),
      newspaper: this.newspaper.copy(),
      category: this.category.copy(),
      collection: this.collection.copy(),
      page: this.page.snapshot(),
      person: this.person.snapshot(),
      tag: this.tag.snapshot(),
      office: this.office.snapshot(),
      newspapers: [...this.newspapers.names],
      categories: [...this.categories.paths.names],
      collections: [...this.collections.names],
      pages: [...this.pages.names],
      people: [...this.people.names],
      tags: [...this.tags.names],
      offices: [...this.offices.names],
    }
  }

  /** Offices that the text gives each person; a collective word (市领导) is none, recognised as such or not. */
  #officePairs(article: Article): readonly number[] {
    const pairs: number[] = []
    for (const person of article.people) {
      const collective = new Set(
        (person.officeMentions ?? [])
          .filter((mention) => mention.kind === 'collective')
          .map((mention) => mention.office),
      )
      for (const office of new Set(person.offices)) {
        if (collective.has(office) || isCollectiveOffice(office) || office === '') continue
        pairs.push(this.people.intern(person.name), this.offices.intern(office))
      }
    }
    return pairs
  }
}

function monthOf(date: string | null): number {
  const parts = date === null ? null : splitPartialDate(date)
  return parts === null ? NO_DAY : parts.year * 12 + (parts.month ?? 1) - 1
}

/** The numbers of names in a dictionary, each once; empty names are none. */
function numbersOf(dictionary: Dictionary, names: readonly string[]): readonly number[] {
  return [...new Set(names.filter((name) => name !== '').map((name) => dictionary.intern(name)))]
}
