import { isReading, pinyinLetters, type NameReading, type Pinyin } from '../text/pinyin'
import type { ArchiveOrder } from './archiveOrder'
import type { ArticleColumns } from './articleColumns'
import { nameForm } from './nameForms'

/** A name as its articles write it, with how it is read and in how many articles it stands. */
interface Entry {
  readonly name: string
  readonly reading: NameReading
  /** Its numbers among the people, the authors or the newspapers; several where writings differ in spaces alone. */
  readonly people: number[]
  readonly authors: number[]
  readonly newspapers: number[]
  articles: number
}

/** Names that a term was read as, and the articles that have them. */
export interface NamesFound {
  readonly names: readonly string[]
  /** Rising. */
  readonly ordinals: Int32Array
}

const NONE: NamesFound = { names: [], ordinals: new Int32Array(0) }

/**
 * The people, authors and newspapers of the live articles by how their names are read aloud. It holds for the archive
 * as it was when the directory was made.
 */
export class NameDirectory {
  readonly #columns: ArticleColumns
  readonly #order: ArchiveOrder
  readonly #persons = new Map<string, Entry>()
  readonly #newspapers = new Map<string, Entry>()

  constructor(pinyin: Pinyin, columns: ArticleColumns, order: ArchiveOrder) {
    this.#columns = columns
    this.#order = order
    const entryOf = (
      entries: Map<string, Entry>,
      name: string,
      read: (name: string) => NameReading,
    ): Entry => {
      const key = nameForm(name)
      const known = entries.get(key)
      if (known !== undefined) return known
      const entry: Entry = { name, reading: read(key), people: [], authors: [], newspapers: [], articles: 0 }
      entries.set(key, entry)
      return entry
    }
    const { people, authors, newspapers } = columns
    const readPerson = (name: string): NameReading => pinyin.readPerson(name)
    const asPeople = columns.person.countIn(order.live, people.size)
    people.names.forEach((name, number) => {
      if (asPeople[number] === 0) return
      const entry = entryOf(this.#persons, name, readPerson)
      entry.people.push(number)
      entry.articles += asPeople[number]!
    })
    const asAuthors = columns.author.countIn(order.live, authors.size)
    authors.names.forEach((name, number) => {
      if (asAuthors[number] === 0) return
      const entry = entryOf(this.#persons, name, readPerson)
      entry.authors.push(number)
      entry.articles += asAuthors[number]!
    })
    const ofNewspaper = new Uint32Array(newspapers.size)
    for (const ordinal of order.live) {
      const number = columns.newspaper.values[ordinal]!
      if (number >= 0) ofNewspaper[number] = ofNewspaper[number]! + 1
    }
    newspapers.names.forEach((name, number) => {
      if (ofNewspaper[number] === 0) return
      const entry = entryOf(this.#newspapers, name, () => pinyin.readTitle(name))
      entry.newspapers.push(number)
      entry.articles += ofNewspaper[number]!
    })
  }

  /** The names that a term reads as in pinyin or initials, the most frequent first; none for a term that is no pinyin. */
  find(term: string, among: { readonly people: boolean; readonly newspapers: boolean }): NamesFound {
    const letters = pinyinLetters(term)
    if (letters === null) return NONE
    const read = (entries: Map<string, Entry>, isTitle: boolean): readonly Entry[] =>
      [...entries.values()].filter(({ reading }) => isReading(reading, letters, isTitle))
    const entries = [
      ...(among.people ? read(this.#persons, false) : []),
      ...(among.newspapers ? read(this.#newspapers, true) : []),
    ].sort((a, b) => b.articles - a.articles)
    if (entries.length === 0) return NONE
    const people = new Set(entries.flatMap((entry) => entry.people))
    const authors = new Set(entries.flatMap((entry) => entry.authors))
    const newspapers = new Set(entries.flatMap((entry) => entry.newspapers))
    const { person, author, newspaper } = this.#columns
    return {
      names: [...new Set(entries.map(({ name }) => name))],
      ordinals: this.#order.live.filter(
        (ordinal) =>
          newspapers.has(newspaper.values[ordinal]!) ||
          person.hasAny(ordinal, people) ||
          author.hasAny(ordinal, authors),
      ),
    }
  }
}
