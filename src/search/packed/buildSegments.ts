import type { PackedOptions } from './packedOptions'
import { SegmentBuilder } from './segmentBuilder'

/** About 300 MB while a segment is built, and most texts of a browser archive fit into few segments. */
const DEFAULT_BATCH_TOKENS = 8_000_000

/**
 * Builds segments from any number of documents in bounded memory: a new one is begun whenever `batchTokens` tokens
 * are exceeded. Yields each segment as soon as it is complete; none if there are no documents. Ids must be distinct;
 * only those of one batch are compared. `mergeSegments` makes fewer of them.
 */
export function* buildSegments<T>(
  documents: Iterable<T>,
  options: PackedOptions<T>,
  batchTokens = DEFAULT_BATCH_TOKENS,
): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
  let builder = new SegmentBuilder<T>(options)
  for (const document of documents) {
    builder.add(document)
    if (builder.tokens < batchTokens) continue
    yield builder.build()
    builder = new SegmentBuilder<T>(options)
  }
  if (builder.documents > 0) yield builder.build()
}
