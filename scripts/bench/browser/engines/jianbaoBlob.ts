import type { SearchEngine } from '../searchEngine'
import { blobPlace } from '../segmentPlace'
import { packedIndexIn } from './packedIndex'

/** The packed index in Blobs in IndexedDB, as where there is no origin private file system. */
export function load(): SearchEngine {
  return packedIndexIn(blobPlace())
}
