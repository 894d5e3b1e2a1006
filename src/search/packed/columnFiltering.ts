import type { Column } from './column'
import { PackedError } from './packedError'
import type { ColumnFilter } from './packedQuery'
import type { Segment } from './segment'

/** Up to this many different stored values a table says which pass. */
const TABLE_VALUES = 1 << 22

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
  const accepts = memoized(column, (value) => filter.accepts(value === 0 ? undefined : value + shift))
  for (let i = 0; i < documents.length; i++) if (!accepts(stored[documents[i]!]!)) failed[i]! |= bit
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
  const greatest = column.greatest - column.shift
  if (greatest >= TABLE_VALUES) {
    const known = new Map<number, boolean>()
    return (stored) => {
      let answer = known.get(stored)
      if (answer === undefined) known.set(stored, (answer = accepts(stored)))
      return answer
    }
  }
  // 0: not yet asked, 1: no, 2: yes.
  const answers = new Uint8Array(greatest + 1)
  return (stored) => {
    const answer = answers[stored]!
    if (answer !== 0) return answer === 2
    const isAccepted = accepts(stored)
    answers[stored] = isAccepted ? 2 : 1
    return isAccepted
  }
}
