import { PackedError } from '../../../../src/search/packed/packedError'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { type PackedOptions } from '../../../../src/search/packed/packedOptions'
import { type SegmentReader } from '../../../../src/search/packed/segmentReader'

/** A small document. */
export interface Note {
  readonly id: number
  readonly title: string
}

/** One field, stored, and one column. */
export const options: PackedOptions<Note> = {
  fields: ['title'],
  storeFields: ['title'],
  packed: { fingerprint: 'words-1', columns: { size: { kind: 'single', of: ({ title }) => title.length } } },
}

/** A segment of notes with the ids from 0 on, of which 3 was removed. */
export function noteSegment(count = 400): Uint8Array {
  const index = new PackedMiniSearch<Note>(options)
  for (let id = 0; id < count; id++)
    index.add({ id, title: `note ${id} ${'word '.repeat(id % 5)}number${id % 17}` })
  index.discard(3)
  return index.toSegments()[0]!
}

/** The code of the `PackedError` that `act` throws, or `none`; whatever else it throws passes. */
export function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof PackedError) return error.code
    throw error
  }
  return 'none'
}

/** A reader that is not in memory as a whole, so that pages are checked one by one. */
export function remoteReader(bytes: Uint8Array): SegmentReader {
  return { size: bytes.length, read: (offset, length) => bytes.slice(offset, offset + length) }
}
