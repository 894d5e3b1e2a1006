import type { Counted, OfficeList, PeopleList, PeopleQuestion, PersonRow } from '../../domain/peopleRecord'
import { dateOfDayNumber } from '../../domain/partialDate'
import { PERSON_SIGNS } from '../../domain/personSigns'
import { isInOffice } from '../../domain/tenure'
import { fold } from '../../text/fold'
import { isReading, pinyinLetters, type Pinyin } from '../../text/pinyin'
import type { ArchiveOrder } from '../archiveOrder'
import type { ArticleColumns } from '../articleColumns'
import { NO_DAY } from '../parts/partColumns'
import type { OfficeKeys } from './officeKeys'
import { WordCounts } from './wordCounts'

/** A surname with a title, and a masked name, are nobody whom a page could be about. */
const NOBODY = PERSON_SIGNS.surname | PERSON_SIGNS.masked

function withoutSpaces(name: string): string {
  return fold(name).replaceAll(/\s+/gu, '')
}

/** The names and offices of an archive with their numbers of articles; they hold until it changes. */
export class PeopleCounts {
  readonly #columns: ArticleColumns
  readonly #keys: OfficeKeys
  readonly #order: ArchiveOrder
  #pinyin: Pinyin | null = null
  readonly #articles: Uint32Array
  readonly #isCertain: Uint8Array
  readonly #isSomebody: Uint8Array
  readonly #first: Int32Array
  readonly #last: Int32Array
  /** The offices of each person, when all are first needed. */
  #offices: ReadonlyMap<number, WordCounts> | null = null
  /** The office in which most articles show some people. */
  readonly #chief = new Map<number, string | null>()
  #byName: readonly number[] | null = null

  constructor(columns: ArticleColumns, order: ArchiveOrder, keys: OfficeKeys) {
    const { size } = columns.people
    this.#columns = columns
    this.#order = order
    this.#keys = keys
    this.#articles = new Uint32Array(size)
    this.#isCertain = new Uint8Array(size)
    this.#isSomebody = new Uint8Array(size)
    this.#first = new Int32Array(size).fill(NO_DAY)
    this.#last = new Int32Array(size).fill(NO_DAY)
    const starts = columns.person.starts.values
    const values = columns.person.values.values
    for (const ordinal of order.live) {
      const day = columns.dayFirst.values[ordinal]!
      for (let at = starts[ordinal]!; at < starts[ordinal + 1]!; at++) {
        this.#count(values[at]!, day, columns.personSigns.values[at]!)
      }
    }
  }

  #count(person: number, day: number, signs: number): void {
    this.#articles[person] = this.#articles[person]! + 1
    if ((signs & PERSON_SIGNS.possible) === 0) this.#isCertain[person] = 1
    if ((signs & NOBODY) === 0) this.#isSomebody[person] = 1
    if (day === NO_DAY) return
    if (this.#first[person] === NO_DAY || day < this.#first[person]!) this.#first[person] = day
    if (day > this.#last[person]!) this.#last[person] = day
  }

  /** Everybody who is shown in an office, with their offices, the most frequent first. */
  heldOffices(): readonly { readonly name: string; readonly offices: readonly Counted[] }[] {
    return [...this.#allOffices()].map(([person, offices]) => ({
      name: this.#columns.people.nameOf(person),
      offices: offices.most(),
    }))
  }

  /** Gives it the readings of characters, by which names are found and put in order. */
  learn(pinyin: Pinyin): void {
    this.#pinyin = pinyin
  }

  /** The offices in which articles show each person. */
  #allOffices(): ReadonlyMap<number, WordCounts> {
    this.#offices ??= this.#officesOf(() => true)
    return this.#offices
  }

  /** The same of some people. */
  #officesOf(isWanted: (person: number) => boolean): ReadonlyMap<number, WordCounts> {
    const offices = new Map<number, WordCounts>()
    for (const ordinal of this.#order.live) {
      this.#keys.visit(ordinal, isWanted, ({ person, signs, key }) => {
        if (!isInOffice(signs, key)) return
        const counts = offices.get(person) ?? new WordCounts()
        offices.set(person, counts)
        counts.add(key)
      })
    }
    return offices
  }

  /** Finds the offices of the people that are listed, so that each is looked up once. */
  #learnChief(people: readonly number[]): void {
    const unknown = new Set(people.filter((person) => !this.#chief.has(person)))
    if (unknown.size === 0) return
    const offices = this.#offices ?? this.#officesOf((person) => unknown.has(person))
    for (const person of unknown) this.#chief.set(person, offices.get(person)?.most(1)[0]?.name ?? null)
  }

  #known(): Pinyin {
    if (this.#pinyin === null) throw new Error('the readings of characters were not loaded')
    return this.#pinyin
  }

  /** All people by pinyin. */
  #namesInOrder(): readonly number[] {
    if (this.#byName !== null) return this.#byName
    const pinyin = this.#known()
    const spelled = this.#columns.people.names.map((name, number) => ({
      number,
      name,
      spelling: pinyin
        .readPerson(withoutSpaces(name))
        .map(([syllable = '']) => syllable)
        .join(' '),
    }))
    spelled.sort((a, b) =>
      a.spelling < b.spelling ? -1 : a.spelling > b.spelling ? 1 : a.name < b.name ? -1 : 1,
    )
    this.#byName = spelled.map(({ number }) => number)
    return this.#byName
  }

  people({ sureness, contains, office, sort, offset, limit }: PeopleQuestion): PeopleList {
    const { people } = this.#columns
    const wanted = withoutSpaces(contains)
    const letters = wanted === '' ? null : pinyinLetters(wanted)
    const holds = (name: string): boolean => {
      if (wanted === '') return true
      const folded = withoutSpaces(name)
      return (
        folded.includes(wanted) ||
        (letters !== null && isReading(this.#known().readPerson(folded), letters, false))
      )
    }
    const inOffice = this.#officeCheck(office)
    const found: number[] = []
    let others = 0
    for (const number of sort === 'name' ? this.#namesInOrder() : people.names.keys()) {
      if (this.#articles[number] === 0 || this.#isSomebody[number] === 0) continue
      if (!holds(people.nameOf(number)) || !inOffice(number)) continue
      if ((this.#isCertain[number] === 1) === (sureness === 'certain')) found.push(number)
      else others++
    }
    if (sort === 'frequency') found.sort((a, b) => this.#articles[b]! - this.#articles[a]! || a - b)
    const listed = found.slice(offset, offset + limit)
    this.#learnChief(listed)
    return {
      rows: listed.map((number) => this.#rowOf(number)),
      total: found.length,
      others,
    }
  }

  #officeCheck(office: string): (person: number) => boolean {
    const wanted = withoutSpaces(office)
    if (wanted === '') return () => true
    const offices = this.#allOffices()
    const known = new Map<string, boolean>()
    const isWanted = (key: string): boolean => {
      const is = known.get(key) ?? fold(key).includes(wanted)
      known.set(key, is)
      return is
    }
    return (person) => offices.get(person)?.some(isWanted) ?? false
  }

  #rowOf(number: number): PersonRow {
    const date = (day: number): string | null => (day === NO_DAY ? null : dateOfDayNumber(day))
    return {
      name: this.#columns.people.nameOf(number),
      articles: this.#articles[number]!,
      office: this.#chief.get(number) ?? null,
      first: date(this.#first[number]!),
      last: date(this.#last[number]!),
    }
  }

  offices(contains: string, limit: number): OfficeList {
    const wanted = withoutSpaces(contains)
    const counts = new Map<string, { articles: number; holders: number }>()
    for (const held of this.#allOffices().values()) {
      for (const { name, articles } of held.most()) {
        const count = counts.get(name) ?? { articles: 0, holders: 0 }
        counts.set(name, count)
        count.articles += articles
        count.holders++
      }
    }
    const found = [...counts].filter(([name]) => wanted === '' || fold(name).includes(wanted))
    found.sort(([, a], [, b]) => b.articles - a.articles)
    return {
      rows: found.slice(0, limit).map(([office, count]) => ({ office, ...count })),
      total: found.length,
    }
  }
}
