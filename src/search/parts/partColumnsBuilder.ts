import { articleDate, articlePages, TEXT_KINDS, type Article } from '../../domain/article'
import { decodeCategoryPath } from '../../domain/category'
import { daySpan } from '../../domain/partialDate'
import { eventDays } from '../../text/dates/eventDays'
import { findTerms } from '../../text/terms/findTerms'
import { CategoryTree } from '../categoryTree'
import { Dictionary } from '../dictionary'
import { byteColumn, GrowableColumn, integerColumn } from '../growableColumn'
import { SliceColumn, type SliceColumnSnapshot } from '../sliceColumn'
import { encodeEventDate } from './eventDate'
import { peopleOfArticle, type PersonOfRow } from './peopleOfArticle'
import { NO_DAY, NO_NAME, type PartColumns, type StoredColumns } from './partColumns'

/** Rows of another part that one step takes. */
const ROWS_OF_A_STEP = 512

/**
 * Collects the columns of a part row by row, from articles or from the rows of other parts. Names get their numbers in
 * the order in which rows use them, so that both ways give the same columns.
 */
export class PartColumnsBuilder {
  readonly #dayFirst = integerColumn()
  readonly #dayLast = integerColumn()
  readonly #newspaper = integerColumn()
  readonly #category = integerColumn()
  readonly #titleLength = integerColumn()
  readonly #textKind = integerColumn()
  readonly #textChecksum = new GrowableColumn<Uint32Array>(Uint32Array)
  readonly #page = new SliceColumn()
  readonly #person = new SliceColumn()
  readonly #tag = new SliceColumn()
  readonly #author = new SliceColumn()
  readonly #event = new SliceColumn()
  readonly #term = new SliceColumn()
  readonly #personSigns = byteColumn()
  readonly #office = new SliceColumn()
  readonly #officeSigns = byteColumn()
  readonly #officePlace = integerColumn()
  readonly #newspapers = new Dictionary()
  readonly #categories = new CategoryTree()
  readonly #pages = new Dictionary()
  readonly #people = new Dictionary()
  readonly #tags = new Dictionary()
  readonly #authors = new Dictionary()
  readonly #offices = new Dictionary()
  readonly #places = new Dictionary()
  readonly #terms = new Dictionary()

  get rows(): number {
    return this.#dayFirst.length
  }

  /**
   * Adds a row for an article, whose folded title has so many UTF-16 units and whose searched text this checksum;
   * `foldedParagraph` gives its paragraphs folded, where they are at hand.
   */
  addArticle(
    article: Article,
    titleLength: number,
    textChecksum: number,
    foldedParagraph?: (paragraph: number) => string,
  ): void {
    const date = articleDate(article)
    const days = date === null ? null : daySpan(date)
    this.#dayFirst.push(days?.first ?? NO_DAY)
    this.#dayLast.push(days?.last ?? NO_DAY)
    this.#newspaper.push(article.newspaper ? this.#newspapers.intern(article.newspaper) : NO_NAME)
    this.#category.push(this.#categories.intern(article.category.filter((name) => name !== '')))
    this.#titleLength.push(titleLength)
    this.#textKind.push(TEXT_KINDS.indexOf(article.textKind))
    this.#textChecksum.push(textChecksum)
    this.#page.push(numbersOf(this.#pages, articlePages(article)))
    const people = peopleOfArticle(article)
    this.#person.push(people.map(({ name }) => this.#people.intern(name)))
    for (const { signs } of people) this.#personSigns.push(signs)
    this.#tag.push(numbersOf(this.#tags, article.tags))
    this.#author.push(numbersOf(this.#authors, article.authors))
    this.#event.push(eventsOf(article, foldedParagraph))
    this.#term.push(numbersOf(this.#terms, findTerms(article)))
    this.#pushOffices(people)
  }

  /** Adds some rows of another part, in the order given, in steps between which it can be left alone. */
  *addRows(from: PartColumns, rows: Iterable<number>): Generator<undefined, void> {
    const newspaper = translation(from.newspapers, (name) => this.#newspapers.intern(name))
    const category = translation(from.categories, (path) => this.#categories.intern(decodeCategoryPath(path)))
    const page = translation(from.pages, (name) => this.#pages.intern(name))
    const person = translation(from.people, (name) => this.#people.intern(name))
    const tag = translation(from.tags, (name) => this.#tags.intern(name))
    const author = translation(from.authors, (name) => this.#authors.intern(name))
    const office = translation(from.offices, (name) => this.#offices.intern(name))
    const place = translation(from.places, (name) => this.#places.intern(name))
    const term = translation(from.terms, (name) => this.#terms.intern(name))
    let rowsOfStep = 0
    for (const row of rows) {
      this.#dayFirst.push(from.dayFirst[row]!)
      this.#dayLast.push(from.dayLast[row]!)
      this.#newspaper.push(newspaper(from.newspaper[row]!))
      this.#category.push(category(from.category[row]!))
      this.#titleLength.push(from.titleLength[row]!)
      this.#textKind.push(from.textKind[row]!)
      this.#textChecksum.push(from.textChecksum[row]!)
      this.#page.push(sliceOf(from.page, row).map(page))
      this.#person.push(sliceOf(from.person, row).map(person))
      this.#tag.push(sliceOf(from.tag, row).map(tag))
      this.#author.push(sliceOf(from.author, row).map(author))
      this.#event.push(sliceOf(from.event, row))
      this.#term.push(sliceOf(from.term, row).map(term))
      for (const signs of besideSlice(from.person, row, 1, from.personSigns)) this.#personSigns.push(signs)
      this.#office.push(
        sliceOf(from.office, row).map((number, at) => (at % 2 === 0 ? person(number) : office(number))),
      )
      for (const signs of besideSlice(from.office, row, 2, from.officeSigns)) this.#officeSigns.push(signs)
      for (const number of besideSlice(from.office, row, 2, from.officePlace)) {
        this.#officePlace.push(place(number))
      }
      if (++rowsOfStep < ROWS_OF_A_STEP) continue
      rowsOfStep = 0
      yield
    }
  }

  columns(): StoredColumns {
    return {
      dayFirst: this.#dayFirst.copy(),
      dayLast: this.#dayLast.copy(),
      newspaper: this.#newspaper.copy(),
      category: this.#category.copy(),
      titleLength: this.#titleLength.copy(),
      textKind: this.#textKind.copy(),
      textChecksum: this.#textChecksum.copy(),
      page: this.#page.snapshot(),
      person: this.#person.snapshot(),
      tag: this.#tag.snapshot(),
      author: this.#author.snapshot(),
      event: this.#event.snapshot(),
      term: this.#term.snapshot(),
      personSigns: this.#personSigns.copy(),
      office: this.#office.snapshot(),
      officeSigns: this.#officeSigns.copy(),
      officePlace: this.#officePlace.copy(),
      newspapers: this.#newspapers.names,
      categories: this.#categories.paths.names,
      pages: this.#pages.names,
      people: this.#people.names,
      tags: this.#tags.names,
      authors: this.#authors.names,
      offices: this.#offices.names,
      places: this.#places.names,
      terms: this.#terms.names,
    }
  }

  #pushOffices(people: readonly PersonOfRow[]): void {
    const pairs: number[] = []
    for (const { name, offices } of people) {
      for (const { office, signs, jurisdiction } of offices) {
        pairs.push(this.#people.intern(name), this.#offices.intern(office))
        this.#officeSigns.push(signs)
        this.#officePlace.push(jurisdiction === null ? NO_NAME : this.#places.intern(jurisdiction))
      }
    }
    this.#office.push(pairs)
  }
}

/** The dates that an article tells of, encoded, rising, each once: of its event field and of its text. */
function eventsOf(article: Article, foldedParagraph?: (paragraph: number) => string): readonly number[] {
  const dates = eventDays(article, foldedParagraph)
  const encoded = [...dates, article.eventDate ?? ''].map(encodeEventDate).filter((date) => date !== null)
  return [...new Set(encoded)].sort((a, b) => a - b)
}

/** The numbers of names in a dictionary, each once; empty names are none. */
function numbersOf(dictionary: Dictionary, names: readonly string[]): readonly number[] {
  return [...new Set(names.filter((name) => name !== '').map((name) => dictionary.intern(name)))]
}

/** From the numbers of one dictionary to those of another, which a name gets when it is first asked for; −1 stays −1. */
function translation(names: readonly string[], intern: (name: string) => number): (number: number) => number {
  const numbers = new Int32Array(names.length).fill(NO_NAME)
  return (number) => {
    if (number === NO_NAME) return NO_NAME
    if (numbers[number] === NO_NAME) numbers[number] = intern(names[number]!)
    return numbers[number]!
  }
}

function sliceOf({ starts, values }: SliceColumnSnapshot, row: number): readonly number[] {
  return [...values.subarray(starts[row], starts[row + 1])]
}

/** What stands beside the values of a row, one for each `size` of them. */
function besideSlice<Values extends Uint8Array | Int32Array>(
  { starts }: SliceColumnSnapshot,
  row: number,
  size: number,
  beside: Values,
): Values {
  return beside.subarray(starts[row]! / size, starts[row + 1]! / size) as Values
}
