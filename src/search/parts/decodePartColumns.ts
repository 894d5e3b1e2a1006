import { TEXT_KINDS } from '../../domain/article'
import { ByteReader } from '../packed/byteReader'
import type { SliceColumnSnapshot } from '../sliceColumn'
import { readIntegers, readNames } from './columnValues'
import { eventDateSpan } from './eventDate'
import { NO_DAY, NO_NAME, type PartColumns } from './partColumns'
import { PartError } from './partError'

/**
 * The columns of `rows` rows from their bytes.
 *
 * @throws PartError `damaged-file` when they are not what `encodePartColumns` wrote for so many rows: every number
 * is checked to name something, every day to be one
 */
export function decodePartColumns(bytes: Uint8Array, rows: number): PartColumns {
  const reader = new ByteReader(bytes)
  const newspapers = readNames(reader)
  const categories = readNames(reader)
  const pages = readNames(reader)
  const people = readNames(reader)
  const tags = readNames(reader)
  const authors = readNames(reader)
  const offices = readNames(reader)
  const places = readNames(reader)
  const terms = readNames(reader)
  requireParentsFirst(categories)
  const date = readDays(reader, rows)
  const columns: PartColumns = {
    rows,
    dayFirst: date.first,
    dayLast: date.last,
    dateLength: dateLengths(date.first, date.last),
    month: months(date.first),
    newspaper: inRange(readIntegers(reader, rows, Int32Array), NO_NAME, newspapers.length),
    category: inRange(readIntegers(reader, rows, Int32Array), NO_NAME, categories.length),
    titleLength: inRange(readIntegers(reader, rows, Int32Array), 0, Infinity),
    textKind: inRange(readIntegers(reader, rows, Int32Array), 0, TEXT_KINDS.length),
    textChecksum: readIntegers(reader, rows, Uint32Array),
    page: readSlices(reader, rows, pages.length),
    ...readPeople(reader, rows, people.length),
    tag: readSlices(reader, rows, tags.length),
    author: readSlices(reader, rows, authors.length),
    event: readEvents(reader, rows),
    term: readSlices(reader, rows, terms.length),
    ...readOffices(reader, rows, people.length, offices.length, places.length),
    newspapers,
    categories,
    pages,
    people,
    tags,
    authors,
    offices,
    places,
    terms,
  }
  if (reader.at !== bytes.length) throw damaged('the columns are shorter or longer than what they hold')
  return columns
}

/** Day numbers of 0001-01-01 and 9999-12-31. */
const FIRST_DAY = -719_162
const LAST_DAY = 2_932_896
/** Days after the first that the last day of a year may be. */
const LONGEST_SPAN = 365

function readDays(
  reader: ByteReader,
  rows: number,
): { readonly first: Int32Array; readonly last: Int32Array } {
  const base = reader.readUint32() | 0
  const stored = readIntegers(reader, rows, Int32Array)
  const spans = inRange(readIntegers(reader, rows, Int32Array), 0, LONGEST_SPAN + 1)
  const first = stored.map((day) => (day === 0 ? NO_DAY : base + day))
  const last = first.map((day, row) => (day === NO_DAY ? NO_DAY : day + spans[row]!))
  const isCalendar = first.every(
    (day, row) => day === NO_DAY || (day >= FIRST_DAY && last[row]! <= LAST_DAY && stored[row]! > 0),
  )
  if (!isCalendar) throw damaged('a date lies outside of the calendar')
  return { first, last }
}

/** A date known to the day means one day, one known to the month 28 to 31, one known to the year 365 or 366. */
function dateLengths(first: Int32Array, last: Int32Array): Uint8Array {
  const lengths = new Uint8Array(first.length)
  first.forEach((day, row) => {
    const span = last[row]! - day
    lengths[row] = day === NO_DAY ? 0 : span === 0 ? 10 : span < 31 ? 7 : 4
  })
  return lengths
}

function months(first: Int32Array): Int32Array {
  let day = NO_DAY
  let month = NO_DAY
  return first.map((next) => {
    if (next === day) return month
    day = next
    const date = new Date(day * 86_400_000)
    month = day === NO_DAY ? NO_DAY : date.getUTCFullYear() * 12 + date.getUTCMonth()
    return month
  })
}

function readSlices(reader: ByteReader, rows: number, names: number): SliceColumnSnapshot {
  const starts = startsOf(readIntegers(reader, rows, Int32Array), 1)
  return { starts, values: inRange(readIntegers(reader, starts[rows]!, Int32Array, 1), 0, names) }
}

function readEvents(reader: ByteReader, rows: number): SliceColumnSnapshot {
  const starts = startsOf(readIntegers(reader, rows, Int32Array), 1)
  const values = readIntegers(reader, starts[rows]!, Int32Array, 1)
  // Few dates are many articles', so each is looked at once.
  for (const value of new Set(values)) {
    const span = eventDateSpan(value)
    if (span === null || span.first < FIRST_DAY || span.last > LAST_DAY) {
      throw damaged(`the number ${value} is no date of an event`)
    }
  }
  return { starts, values }
}

function readPeople(
  reader: ByteReader,
  rows: number,
  people: number,
): Pick<PartColumns, 'person' | 'personSigns'> {
  const person = readSlices(reader, rows, people)
  return { person, personSigns: readBytes(reader, person.values.length) }
}

function readOffices(
  reader: ByteReader,
  rows: number,
  people: number,
  offices: number,
  places: number,
): Pick<PartColumns, 'office' | 'officeSigns' | 'officePlace'> {
  const starts = startsOf(readIntegers(reader, rows, Int32Array), 2)
  const pairs = starts[rows]! / 2
  const person = inRange(readIntegers(reader, pairs, Int32Array, 1), 0, people)
  const office = inRange(readIntegers(reader, pairs, Int32Array, 1), 0, offices)
  const values = new Int32Array(pairs * 2)
  for (let pair = 0; pair < pairs; pair++) {
    values[pair * 2] = person[pair]!
    values[pair * 2 + 1] = office[pair]!
  }
  return {
    office: { starts, values },
    officeSigns: readBytes(reader, pairs),
    officePlace: inRange(readIntegers(reader, pairs, Int32Array, 1), NO_NAME, places),
  }
}

function readBytes(reader: ByteReader, count: number): Uint8Array {
  return Uint8Array.from(inRange(readIntegers(reader, count, Int32Array, 1), 0, 256))
}

/** Where the numbers of each row begin, from how many there are, each of `size` integers. */
function startsOf(counts: Int32Array, size: number): Int32Array {
  const starts = new Int32Array(counts.length + 1)
  let end = 0
  counts.forEach((count, row) => {
    end += count * size
    if (count < 0 || end > 0x7fffffff) throw damaged('a row has more numbers than there can be')
    starts[row + 1] = end
  })
  return starts
}

/** The values, all of which have to be from `least` up to but without `end`. */
function inRange(values: Int32Array, least: number, end: number): Int32Array {
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    if (value < least || value >= end) throw damaged(`the number ${value} has no meaning in its column`)
  }
  return values
}

function requireParentsFirst(paths: readonly string[]): void {
  const known = new Set<string>()
  for (const path of paths) {
    const slash = path.lastIndexOf('/')
    if (slash !== -1 && !known.has(path.slice(0, slash))) throw damaged('a category comes before its parent')
    known.add(path)
  }
}

function damaged(reason: string): PartError {
  return new PartError('damaged-file', reason)
}
