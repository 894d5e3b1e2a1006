import type { SearchEngine } from '../searchEngine'
import { privatePlace } from '../segmentPlace'
import { packedIndexIn } from './packedIndex'

/** The packed index in files of the origin private file system. */
export function load(): SearchEngine {
  return packedIndexIn(privatePlace())
}
