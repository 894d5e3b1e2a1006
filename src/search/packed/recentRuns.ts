import type { Segment } from './segment'

/** What a key and its entry take besides the documents, in bytes. */
const ENTRY_BYTES = 128

function keyOf(segment: Segment, fields: readonly number[], run: string): string {
  return `${segment.firstKey} ${fields.join()} ${run}`
}

/**
 * The documents that have a run in any of the fields, removed ones included, if they were found lately; undefined if not.
 * They are not to be changed.
 */
export function recentDocumentsOf(
  segment: Segment,
  fields: readonly number[],
  run: string,
): Int32Array | undefined {
  const recent = segment.recentLists.get(keyOf(segment, fields, run))
  return recent instanceof Int32Array ? recent : undefined
}

/**
 * Keeps the documents that have a run in any of the fields for a while, among the lists and in their room: the next page, a
 * further filter, other facets and another order ask for the same run again, and what was proven needs no second proof.
 */
export function keepDocumentsOf(
  segment: Segment,
  fields: readonly number[],
  run: string,
  documents: Int32Array,
): void {
  segment.recentLists.set(keyOf(segment, fields, run), documents, documents.buffer.byteLength + ENTRY_BYTES)
}
