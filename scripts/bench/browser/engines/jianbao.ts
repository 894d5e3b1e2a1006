import type { SearchEngine } from '../searchEngine'
import { loadPackedModules } from '../packedModules'
import { load as loadArchiveIndex } from './archiveIndex'
import { loadPacked } from './packedIndex'

/** Which index of ours is measured: the packed one where it is there, or always the one that the archive uses. */
const INDEX: 'packed' | 'archive' = 'packed'

/** This program. */
export async function load(): Promise<SearchEngine> {
  const packed = INDEX === 'packed' ? await loadPackedModules() : null
  return packed === null ? loadArchiveIndex() : loadPacked(packed)
}
