import type { Column } from './column'
import { PackedError } from './packedError'
import type { ColumnFilter } from './packedQuery'
import type { Segment } from './segment'

/** Up to this many different stored values a table says which pass. */
const TABLE_VALUES = 1 << 22

/** What is known of a value. */
const UNKNOWN = 0
const FAILS = 1
const PASSES = 2

const MOST_COLUMNS = 30

/** The bit of filters that hold for every facet. */
const EVERY_BIT = 1 << 30

/** Filters in the form in which a document is asked: each column has a bit, which is set where a filter fails. */
export class ColumnFiltering {
  private readonly filters: readonly ColumnFilter[]
  private readonly bits = new Map<string, number>()

  constructor(filters: readonly ColumnFilter[]) {
    this.filters = filters
    for (const { column, mode } of filters) {
      if (mode !== 'every' && !this.bits.has(column)) this.bits.set(column, 1 << this.bits.size)
    }
    if (this.bits.size > MOST_COLUMNS) {
      throw new PackedError('conflicting-options', `at most ${MOST_COLUMNS} columns can be filtered at once`)
    }
  }

  /** The bit that a column's own facet may overlook. */
  bitOf(column: string): number {
    return this.bits.get(column) ?? 0
  }

  /** For each document the bits of the filters that do not let it through. */
  failures(segment: Segment, documents: Int32Array): Int32Array {
    const failed = new Int32Array(documents.length)
    for (const filter of this.filters) {
      const column = columnOf(segment, filter.column)
      const bit = filter.mode === 'every' ? EVERY_BIT : this.bitOf(filter.column)
      if (column.kind === 'single') failSingle(column, filter, documents, failed, bit)
      else failMultiple(column, filter, documents, failed, bit)
    }
    return failed
  }
}

/** The segment's column. Throws `unknown-column` if there is none of this name. */
export function columnOf(segment: Segment, name: string): Column {
  const column = segment.columns.get(name)
  if (column === undefined) throw new PackedError('unknown-column', `the index has no column "${name}"`)
  return column
}

function failSingle(
  column: Column,
  filter: ColumnFilter,
  documents: Int32Array,
  failed: Int32Array,
  bit: number,
): void {
  const { stored, shift } = column
  const accepts = (value: number): boolean => filter.accepts(value === 0 ? undefined : value + shift)
  if (isForMap(column)) {
    const known = memoized(column, accepts)
    for (let i = 0; i < documents.length; i++) if (!known(stored[documents[i]!]!)) failed[i]! |= bit
    return
  }
  // The same as in `memoized`, without a call for each document.
  const answers = new Uint8Array(mostStored(column) + 1)
  for (let i = 0; i < documents.length; i++) {
    const value = stored[documents[i]!]!
    let answer = answers[value]!
    if (answer === UNKNOWN) answer = answers[value] = accepts(value) ? PASSES : FAILS
    if (answer === FAILS) failed[i]! |= bit
  }
}

function failMultiple(
  column: Column,
  filter: ColumnFilter,
  documents: Int32Array,
  failed: Int32Array,
  bit: number,
): void {
  const { stored, shift } = column
  const ends = column.ends!
  const accepts = memoized(column, (value) => filter.accepts(value + shift))
  const acceptsNone = filter.accepts(undefined)
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i]!
    const end = ends[document]!
    let at = document === 0 ? 0 : ends[document - 1]!
    let passes = at === end && acceptsNone
    for (; at < end && !passes; at++) passes = accepts(stored[at]!)
    if (!passes) failed[i]! |= bit
  }
}

/** Asks once per stored value. */
function memoized(column: Column, accepts: (stored: number) => boolean): (stored: number) => boolean {
  if (isForMap(column)) {
    const known = new Map<number, boolean>()
    return (stored) => {
      let answer = known.get(stored)
      if (answer === undefined) known.set(stored, (answer = accepts(stored)))
      return answer
    }
  }
  const answers = new Uint8Array(mostStored(column) + 1)
  return (stored) => {
    const answer = answers[stored]!
    if (answer !== UNKNOWN) return answer === PASSES
    const isAccepted = accepts(stored)
    answers[stored] = isAccepted ? PASSES : FAILS
    return isAccepted
  }
}

/** Whether the column may have so many different values that what is known of them is kept in a map. */
function isForMap(column: Column): boolean {
  return mostStored(column) >= TABLE_VALUES
}

function mostStored({ greatest, shift }: Column): number {
  return greatest - shift
}
