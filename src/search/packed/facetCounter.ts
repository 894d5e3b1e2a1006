import { columnOf } from './columnFiltering'
import type { FacetCounts } from './packedQuery'
import type { Segment } from './segment'

/** Up to this many possible values they are counted in an array, beyond it in a map. */
const ARRAY_VALUES = 1 << 22

/** Counts the values of one column over documents of several segments. */
export class FacetCounter implements FacetCounts {
  without = 0
  private readonly name: string
  private readonly least: number
  private readonly counts: Int32Array | undefined
  private readonly rareCounts = new Map<number, number>()

  /** Throws `unknown-column` if a segment lacks the column. */
  constructor(name: string, segments: readonly Segment[]) {
    this.name = name
    const columns = segments.map((segment) => columnOf(segment, name))
    this.least = Math.min(0, ...columns.map((column) => column.least))
    const values = Math.max(0, ...columns.map((column) => column.greatest)) - this.least + 1
    this.counts = values <= ARRAY_VALUES ? new Int32Array(values) : undefined
  }

  /** Counts those of the documents that fail no filter but those in `overlooked`. */
  add(segment: Segment, documents: Int32Array, failed: Int32Array | undefined, overlooked: number): void {
    const column = columnOf(segment, this.name)
    const { stored, ends } = column
    const { counts } = this
    const shift = column.shift - this.least
    const mask = ~overlooked
    for (let i = 0; i < documents.length; i++) {
      if (failed !== undefined && (failed[i]! & mask) !== 0) continue
      const document = documents[i]!
      if (ends === undefined) {
        const value = stored[document]!
        if (value === 0) this.without++
        else if (counts !== undefined) counts[value + shift]!++
        else this.addRare(value + column.shift)
        continue
      }
      const end = ends[document]!
      let at = document === 0 ? 0 : ends[document - 1]!
      if (at === end) this.without++
      for (; at < end; at++) {
        if (counts !== undefined) counts[stored[at]! + shift]!++
        else this.addRare(stored[at]! + column.shift)
      }
    }
  }

  readonly count = (value: number): number => {
    return (this.counts === undefined ? this.rareCounts.get(value) : this.counts[value - this.least]) ?? 0
  }

  readonly top = (limit = Infinity): (readonly [number, number])[] => {
    const found: (readonly [number, number])[] = []
    this.counts?.forEach((count, index) => {
      if (count > 0) found.push([index + this.least, count])
    })
    for (const entry of this.rareCounts) found.push(entry)
    return found.sort(([a, countA], [b, countB]) => countB - countA || a - b).slice(0, limit)
  }

  private addRare(value: number): void {
    this.rareCounts.set(value, (this.rareCounts.get(value) ?? 0) + 1)
  }
}
