import type SearchableMap from 'minisearch/SearchableMap'
import type { TermPostings } from './layeredTerm'
import { PostingsBuffer } from './postingsBuffer'
import { MemorySink } from './segmentSink'
import { SegmentWriter, type DocumentSource, type SegmentDescription } from './segmentWriter'
import { compareTerms } from './termKey'

/**
 * A segment of the live terms as they stand, without proofs, for documents whose text is not known: those that came
 * by `loadJSON`, or were cut by a tokenizer that knows no runs. `ordinals` numbers the live documents; postings of
 * others are left out.
 */
export function sealTerms(
  live: SearchableMap<TermPostings>,
  ordinals: ReadonlyMap<number, number>,
  description: SegmentDescription,
  documents: DocumentSource,
): Uint8Array<ArrayBuffer> {
  const sink = new MemorySink()
  const writer = new SegmentWriter(sink, { ...description, proofs: false })
  const terms = [...live].sort(([a], [b]) => compareTerms(a, b))
  const lists = description.fields.map(() => new PostingsBuffer())
  for (const [term, postings] of terms) {
    lists.forEach((list, field) => fill(list, postings.get(field), ordinals))
    if (lists.some((list) => list.count > 0)) writer.addTerm(term, lists)
  }
  writer.finish(documents)
  return sink.take()
}

function fill(
  list: PostingsBuffer,
  frequencies: ReadonlyMap<number, number> | undefined,
  ordinals: ReadonlyMap<number, number>,
): void {
  list.clear()
  const documents: [number, number][] = []
  for (const [shortId, frequency] of frequencies ?? []) {
    const ordinal = ordinals.get(shortId)
    if (ordinal !== undefined) documents.push([ordinal, frequency])
  }
  documents.sort(([a], [b]) => a - b)
  for (const [ordinal, frequency] of documents) list.addDocument(ordinal, frequency)
}
