import { PostingsList } from './postingsList'
import type { Segment } from './segment'
import type { ListEntry, TermEntry } from './termEntry'

/**
 * A term's list in a field of a segment. Lists that were opened lately are the same, with what was decoded of them:
 * typing on, a further filter and a changed order ask for the same lists again.
 */
export function openList(
  segment: Segment,
  term: string,
  entry: TermEntry,
  listEntry: ListEntry,
): PostingsList {
  // A list of one document is in the dictionary.
  if (listEntry.count === 1) return new PostingsList(segment, term, entry, listEntry)
  const key = segment.firstKey + listEntry.offset
  const recent = segment.recentLists.get(key)
  if (recent instanceof PostingsList) return recent
  const list = new PostingsList(segment, term, entry, listEntry)
  segment.recentLists.set(key, list, list.mostBytes)
  return list
}
