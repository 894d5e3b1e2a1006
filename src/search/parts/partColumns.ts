import type { SliceColumnSnapshot } from '../sliceColumn'

/** Stands in a column of days for an article without that date. */
export const NO_DAY = -2147483648
/** Stands in a column of numbers of names for an article without one. */
export const NO_NAME = -1

/**
 * What filters, facets, sorting and names need of the rows of a part: arrays by row, and dictionaries of the part's own
 * that name the numbers in them.
 */
export interface PartColumns {
  readonly rows: number
  /** First and last day that the article's date may mean, as day numbers, or {@link NO_DAY}. */
  readonly dayFirst: Int32Array
  readonly dayLast: Int32Array
  /** Characters of the date as written: 10, 7, 4, or 0 without one. */
  readonly dateLength: Uint8Array
  /** The month of the date's first day, counted from the year 0: year × 12 + month − 1; or {@link NO_DAY}. */
  readonly month: Int32Array
  /** Number of the newspaper, or {@link NO_NAME}. */
  readonly newspaper: Int32Array
  /** Number of the category, or {@link NO_NAME}. */
  readonly category: Int32Array
  /** UTF-16 units of the folded title. */
  readonly titleLength: Int32Array
  /** What its text is, as its place in {@link TEXT_KINDS}. */
  readonly textKind: Int32Array
  /** Numbers of the pages, people, tags and authors of each row, none twice in a row. */
  readonly page: SliceColumnSnapshot
  readonly person: SliceColumnSnapshot
  readonly tag: SliceColumnSnapshot
  readonly author: SliceColumnSnapshot
  /** The days, months and years that each row's article tells of, as `encodeEventDate` writes them, rising, none twice in a row. */
  readonly event: SliceColumnSnapshot
  /** Numbers of the terms (提法) that each row's article uses, none twice in a row. */
  readonly term: SliceColumnSnapshot
  /** Beside each number in `person`: bits of `PERSON_SIGNS`. */
  readonly personSigns: Uint8Array
  /** Pairs of a person's number and an office's, none twice in a row. Collective words and honours are among them. */
  readonly office: SliceColumnSnapshot
  /** Beside each pair in `office`: bits of `OFFICE_SIGNS`. */
  readonly officeSigns: Uint8Array
  /** Beside each pair in `office`: the number of the place whose office it is, or {@link NO_NAME}. */
  readonly officePlace: Int32Array
  readonly newspapers: readonly string[]
  /** Encoded paths, a parent before its children. */
  readonly categories: readonly string[]
  readonly pages: readonly string[]
  readonly people: readonly string[]
  readonly tags: readonly string[]
  readonly authors: readonly string[]
  readonly offices: readonly string[]
  /** Whose offices they are: 吴江. */
  readonly places: readonly string[]
  readonly terms: readonly string[]
  /** Checksum of each row's record in the texts file: it tells whether a texts file holds the same texts. */
  readonly textChecksum: Uint32Array
}

/** The columns without those that follow from others. */
export type StoredColumns = Omit<PartColumns, 'rows' | 'dateLength' | 'month'>
