import { PostingsList } from './postingsList'
import { RecentValues } from './recentValues'
import type { Segment } from './segment'
import type { ListEntry, TermEntry } from './termEntry'

/**
 * Lists that were asked for lately, of several segments, with what was decoded of them: typing on, a further filter and
 * a changed order ask for the same lists again.
 */
export class RecentLists {
  private readonly lists: RecentValues<number, PostingsList>

  /** They hold at most so many bytes in all. */
  constructor(capacityBytes: number) {
    this.lists = new RecentValues(capacityBytes)
  }

  /** A term's list in a field of a segment. */
  open(segment: Segment, term: string, entry: TermEntry, listEntry: ListEntry): PostingsList {
    // A list of one document is in the dictionary.
    if (listEntry.count === 1) return new PostingsList(segment, term, entry, listEntry)
    const key = segment.firstKey + listEntry.offset
    let list = this.lists.get(key)
    if (list === undefined) {
      list = new PostingsList(segment, term, entry, listEntry)
      this.lists.set(key, list, list.mostBytes)
    }
    return list
  }

  /** Number of bytes that the lists hold at most. */
  get heldBytes(): number {
    return this.lists.weight
  }

  clear(): void {
    this.lists.clear()
  }
}
