import { listIn } from './dictionary'
import { openList } from './openList'
import type { PostingsList } from './postingsList'
import type { Segment } from './segment'
import type { TermEntry } from './termEntry'

/** A term of a query over all segments: its lists, each opened at most once, and in how many documents it is. */
export class QueryTerm {
  readonly term: string
  private readonly segments: readonly Segment[]
  private readonly entries: readonly (TermEntry | undefined)[]
  private readonly lists: (PostingsList | null | undefined)[] = []
  private readonly frequencies: (number | undefined)[] = []
  private readonly fieldCount: number

  constructor(
    term: string,
    segments: readonly Segment[],
    fieldCount: number,
    entries?: readonly (TermEntry | undefined)[],
  ) {
    this.term = term
    this.segments = segments
    this.fieldCount = fieldCount
    this.entries = entries ?? segments.map(({ dictionary }) => dictionary.find(term))
  }

  /** The term's list in a field of a segment, or undefined. */
  list(segment: number, field: number): PostingsList | undefined {
    const slot = segment * this.fieldCount + field
    let list = this.lists[slot]
    if (list === undefined) {
      list = this.openList(this.segments[segment]!, this.entries[segment], field) ?? null
      this.lists[slot] = list
    }
    return list ?? undefined
  }

  /** Number of documents that have the term in the field, over all segments, removed ones left out. */
  documentFrequency(field: number): number {
    return (this.frequencies[field] ??= this.countDocuments(field))
  }

  private openList(segment: Segment, entry: TermEntry | undefined, field: number): PostingsList | undefined {
    const listEntry = entry && listIn(entry, field)
    return listEntry && openList(segment, this.term, entry, listEntry)
  }

  private countDocuments(field: number): number {
    let count = 0
    this.segments.forEach((segment, index) => {
      const entry = this.entries[index]
      const listEntry = entry && listIn(entry, field)
      if (listEntry === undefined) return
      count += listEntry.count
      if (segment.removedCount === 0) return
      const removed = segment.removed.toArray()
      count -= this.list(index, field)!.intersect(removed, removed.length)
    })
    return count
  }
}
