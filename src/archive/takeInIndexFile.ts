import type { CollectionFile } from '../domain/collection'
import { gunzipIfNeeded } from '../formats/gunzip'
import { startContentHash } from '../formats/hashContent'
import type { ArchiveStore } from '../storage/archiveStore'
import { NetworkFailure, type Network } from './network'

/** What became of an index file; one that is not stored is done without. */
export type IndexFileOutcome = 'stored' | 'refused' | 'host-silent'

/** The content is not the promised one. */
class WrongContent extends Error {
  override readonly name = 'WrongContent'
}

/** Passes the content on and fails at its end, at the latest, when it is not the one that the manifest promises. */
async function* promised(
  content: AsyncIterable<Uint8Array>,
  file: CollectionFile,
): AsyncGenerator<Uint8Array> {
  const hash = startContentHash()
  let bytes = 0
  for await (const chunk of content) {
    bytes += chunk.length
    if (bytes > file.bytes) throw new WrongContent()
    hash.update(chunk)
    yield chunk
  }
  if (bytes !== file.bytes || hash.finish() !== file.sha256) throw new WrongContent()
}

/**
 * Fetches an index file into the store, under its hash. Never fails: articles without an index file are indexed here.
 *
 * @param address where it is; `null` for a place nobody is to be asked for
 */
export async function takeInIndexFile(
  store: ArchiveStore,
  network: Network,
  address: string | null,
  file: CollectionFile,
): Promise<IndexFileOutcome> {
  if (address === null) return 'refused'
  try {
    const content = gunzipIfNeeded(await network.read(address))
    await store.writeIndexFile(file.sha256, promised(content, file))
    return 'stored'
  } catch (cause) {
    return cause instanceof NetworkFailure && cause.status === null ? 'host-silent' : 'refused'
  }
}
