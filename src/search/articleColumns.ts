import { TEXT_KINDS } from '../domain/article'
import { decodeCategoryPath } from '../domain/category'
import type { DecidedNames } from '../domain/decidedNames'
import { dateOfDayNumber, daySpan } from '../domain/partialDate'
import { CategoryTree } from './categoryTree'
import { DayTable } from './dayTable'
import { Dictionary } from './dictionary'
import {
  byteColumn,
  GrowableColumn,
  integerColumn,
  type ByteColumn,
  type IntegerColumn,
} from './growableColumn'
import { NO_DAY, NO_NAME, type PartColumns } from './parts/partColumns'
import { NameForms } from './nameForms'
import { SliceColumn } from './sliceColumn'

const DIGEST = TEXT_KINDS.indexOf('digest')

/** Titles are compared by length only up to this. */
const LONGEST_TITLE = 0xffff

/** Tells the numbers that names have in a dictionary, which learns them, by their own numbers; of no name, no name. */
function numbersIn(names: readonly string[], dictionary: Dictionary): (own: number) => number {
  const numbers = names.map((name) => dictionary.intern(name))
  return (own) => (own === NO_NAME ? NO_NAME : numbers[own]!)
}

/**
 * What filters, facets and sorting need of every article, in columns: those of all parts one after the other, under
 * names of the archive's own. A row is an ordinal; a removed article leaves a dead row behind.
 */
export class ArticleColumns {
  readonly isLive: ByteColumn = byteColumn()
  /** First day that the article's date may mean, as a day number, or {@link NO_DAY}. */
  readonly dayFirst: IntegerColumn = integerColumn()
  /** Characters of the date as written: 10, 7, 4, or 0 without one. */
  readonly dateLength: ByteColumn = byteColumn()
  /** Digests, which are nobody's words in print. */
  readonly isDigest: ByteColumn = byteColumn()
  readonly newspaper: IntegerColumn = integerColumn()
  readonly category: IntegerColumn = integerColumn()
  readonly collection: IntegerColumn = integerColumn()
  /** UTF-16 units of the folded title. */
  readonly titleLength = new GrowableColumn<Uint16Array>(Uint16Array)
  readonly page = new SliceColumn()
  readonly person = new SliceColumn()
  readonly author = new SliceColumn()
  readonly tag = new SliceColumn()
  /** Beside each number in `person`: bits of `PERSON_SIGNS`. */
  readonly personSigns: ByteColumn = byteColumn()
  /** Pairs of a person's number and an office's, a collective word's or an honour's. */
  readonly office = new SliceColumn()
  /** Beside each pair in `office`: bits of `OFFICE_SIGNS`, and the number of the place whose office it is. */
  readonly officeSigns: ByteColumn = byteColumn()
  readonly officePlace: IntegerColumn = integerColumn()
  /** What was decided about names of people and offices; `null` while nothing was. */
  decided: DecidedNames | null = null
  readonly newspapers = new Dictionary()
  readonly categories = new CategoryTree()
  readonly collections = new Dictionary()
  readonly pages = new Dictionary()
  readonly people = new Dictionary()
  readonly authors = new Dictionary()
  readonly peopleForms = new NameForms(this.people)
  readonly authorForms = new NameForms(this.authors)
  readonly tags = new Dictionary()
  readonly offices = new Dictionary()
  readonly places = new Dictionary()
  readonly #event = new SliceColumn()
  readonly #term = new SliceColumn()
  readonly #terms = new Dictionary()
  readonly #columnsOfParts: (() => PartColumns)[] = []
  #partsWithEvents = 0
  #partsWithTerms = 0
  readonly #months = new DayTable()
  readonly #lastDays = new Map<number, number>()
  #live = 0

  /** Rows, dead ones too. */
  get rows(): number {
    return this.isLive.length
  }

  /** Live articles. */
  get live(): number {
    return this.#live
  }

  /**
   * The dates that articles tell of, as `encodeEventDate` writes them. Like the terms they are asked for by few
   * questions, and so are read when they first are.
   */
  get event(): SliceColumn {
    while (this.#partsWithEvents < this.#columnsOfParts.length) {
      this.#event.append(this.#columnsOfParts[this.#partsWithEvents++]!().event, (date) => date)
    }
    return this.#event
  }

  get term(): SliceColumn {
    this.#readTerms()
    return this.#term
  }

  get terms(): Dictionary {
    this.#readTerms()
    return this.#terms
  }

  #readTerms(): void {
    while (this.#partsWithTerms < this.#columnsOfParts.length) {
      const { term, terms } = this.#columnsOfParts[this.#partsWithTerms++]!()
      this.#term.append(term, numbersIn(terms, this.#terms))
    }
  }

  /**
   * Puts the rows of a part behind the others and gives back the ordinal of the first.
   *
   * @param again gives the columns of the part later, too
   */
  attach(
    part: PartColumns,
    again: () => PartColumns,
    isLive: (row: number) => boolean,
    collectionOf: (row: number) => string,
  ): number {
    const first = this.rows
    this.#columnsOfParts.push(again)
    const categories = part.categories.map((path) => this.categories.intern(decodeCategoryPath(path)))
    const newspaper = numbersIn(part.newspapers, this.newspapers)
    const page = numbersIn(part.pages, this.pages)
    const person = numbersIn(part.people, this.people)
    const author = numbersIn(part.authors, this.authors)
    const tag = numbersIn(part.tags, this.tags)
    const office = numbersIn(part.offices, this.offices)
    const place = numbersIn(part.places, this.places)

    this.isLive.append(part.rows, (row) => (isLive(row) ? 1 : 0))
    this.dayFirst.append(part.rows, (row) => part.dayFirst[row]!)
    this.dateLength.append(part.rows, (row) => part.dateLength[row]!)
    this.isDigest.append(part.rows, (row) => (part.textKind[row] === DIGEST ? 1 : 0))
    this.newspaper.append(part.rows, (row) => newspaper(part.newspaper[row]!))
    this.category.append(part.rows, (row) => categories[part.category[row]!] ?? NO_NAME)
    this.collection.append(part.rows, (row) => this.collections.intern(collectionOf(row)))
    this.titleLength.append(part.rows, (row) => Math.min(part.titleLength[row]!, LONGEST_TITLE))
    this.page.append(part.page, page)
    this.person.append(part.person, person)
    this.author.append(part.author, author)
    this.tag.append(part.tag, tag)
    this.personSigns.append(part.personSigns.length, (at) => part.personSigns[at]!)
    this.office.append(part.office, (own, at) => (at % 2 === 0 ? person(own) : office(own)))
    this.officeSigns.append(part.officeSigns.length, (at) => part.officeSigns[at]!)
    this.officePlace.append(part.officePlace.length, (at) => place(part.officePlace[at]!))
    for (let row = 0; row < part.rows; row++) {
      if (part.dayFirst[row] !== NO_DAY) this.#months.set(part.dayFirst[row]!, part.month[row]!)
      if (this.isLive.values[first + row] === 1) this.#live++
    }
    return first
  }

  /** Takes an article out; its row stays, dead. */
  remove(ordinal: number): void {
    if (this.isLive.values[ordinal] !== 1) return
    this.isLive.set(ordinal, 0)
    this.#live--
  }

  /** Says that articles are those of another collection. */
  setCollection(first: number, end: number, collection: string): void {
    const number = this.collections.intern(collection)
    for (let ordinal = first; ordinal < end; ordinal++) this.collection.set(ordinal, number)
  }

  /** The date of an article as written, or `null`. */
  dateOf(ordinal: number): string | null {
    const first = this.dayFirst.values[ordinal] ?? NO_DAY
    return first === NO_DAY ? null : dateOfDayNumber(first).slice(0, this.dateLength.values[ordinal])
  }

  /** The month of a date's first day, counted from the year 0: year × 12 + month − 1; or {@link NO_DAY}. */
  monthOf(ordinal: number): number {
    return this.#months.get(this.dayFirst.values[ordinal]!)
  }

  /** The last day that an article's date may mean, as a day number, or {@link NO_DAY}. */
  dayLastOf(ordinal: number): number {
    const first = this.dayFirst.values[ordinal]!
    if (this.dateLength.values[ordinal] === 10) return first
    const key = first * 16 + this.dateLength.values[ordinal]!
    let last = this.#lastDays.get(key)
    if (last === undefined) {
      last = daySpan(this.dateOf(ordinal) ?? '')?.last ?? NO_DAY
      this.#lastDays.set(key, last)
    }
    return last
  }

  /** Whether an article's date says a month. */
  isKnownToMonth(ordinal: number): boolean {
    return this.dateLength.values[ordinal]! > 4
  }
}
