import { checksum } from './checksum'
import { PackedError } from './packedError'
import type { PageCache } from './pageCache'
import { GRANULE_BYTES } from './segmentFormat'
import type { SegmentReader } from './segmentReader'

/** The bytes of a segment that stay where they are, checked as they are read. */
export interface SegmentSource {
  /** A view of `[offset, offset + length)`, cut off at the end of what the granules cover. It stays good. */
  view(offset: number, length: number): Uint8Array
  /** The same for what the caller keeps: in one read, past the cache. */
  load(offset: number, length: number): Uint8Array
}

/** The checksums of a file's granules, and how far they reach. */
export interface Granules {
  readonly checksums: Uint32Array
  readonly coveredBytes: number
}

/** A source over a whole file in memory, whose granules are all checked here and now. */
export function createMemorySource(bytes: Uint8Array, granules: Granules): SegmentSource {
  verifyGranules(bytes, 0, granules)
  const view = (offset: number, length: number): Uint8Array => bytes.subarray(offset, offset + length)
  return { view, load: view }
}

/** A source that reads pages through a cache and checks the granules of each page when it comes in. */
export function createPagedSource(
  reader: SegmentReader,
  cache: PageCache,
  granules: Granules,
): SegmentSource {
  const pageBytes = Math.ceil((reader.pageBytes ?? GRANULE_BYTES) / GRANULE_BYTES) * GRANULE_BYTES
  const firstKey = cache.addFile()
  const end = granules.coveredBytes

  /** Reads pages `[first, last]`, one read for all. */
  function fetchPages(first: number, last: number): Uint8Array {
    const start = first * pageBytes
    const bytes = reader.read(start, Math.min(end, (last + 1) * pageBytes) - start)
    verifyGranules(bytes, start, granules)
    return bytes
  }

  function page(number: number): Uint8Array {
    const cached = cache.get(firstKey + number)
    if (cached !== undefined) return cached
    const bytes = fetchPages(number, number)
    cache.set(firstKey + number, bytes)
    return bytes
  }

  function viewAcross(offset: number, length: number, first: number, last: number): Uint8Array {
    const whole = new Uint8Array(length)
    for (let number = first; number <= last;) {
      const cached = cache.get(firstKey + number)
      if (cached !== undefined) {
        copyPage(whole, cached, number * pageBytes - offset)
        number++
        continue
      }
      let missing = number
      while (missing < last && cache.get(firstKey + missing + 1) === undefined) missing++
      const bytes = fetchPages(number, missing)
      copyPage(whole, bytes, number * pageBytes - offset)
      for (let fetched = number; fetched <= missing; fetched++) {
        const from = (fetched - number) * pageBytes
        cache.set(firstKey + fetched, bytes.slice(from, from + pageBytes))
      }
      number = missing + 1
    }
    return whole
  }

  return {
    view(offset, length) {
      const stop = Math.min(end, offset + length)
      const first = Math.floor(offset / pageBytes)
      const last = Math.floor(Math.max(offset, stop - 1) / pageBytes)
      if (first === last) {
        const start = first * pageBytes
        return page(first).subarray(offset - start, stop - start)
      }
      return viewAcross(offset, stop - offset, first, last)
    },
    load(offset, length) {
      const first = Math.floor(offset / pageBytes)
      const start = first * pageBytes
      const bytes = fetchPages(first, Math.floor(Math.max(offset, offset + length - 1) / pageBytes))
      return bytes.subarray(offset - start, offset - start + length)
    },
  }
}

/** Copies a page into `target` where it would begin at `at`, which may be negative or reach beyond the end. */
function copyPage(target: Uint8Array, page: Uint8Array, at: number): void {
  const from = Math.max(0, -at)
  const to = Math.min(page.length, target.length - at)
  if (to > from) target.set(page.subarray(from, to), at + from)
}

/** Checks the granules of `bytes`, which begin at `start`, a multiple of the granule, and end with one. */
export function verifyGranules(bytes: Uint8Array, start: number, granules: Granules): void {
  const stop = Math.min(bytes.length, granules.coveredBytes - start)
  for (let at = 0; at < stop; at += GRANULE_BYTES) {
    const expected = granules.checksums[(start + at) / GRANULE_BYTES]
    if (checksum(bytes, at, Math.min(stop, at + GRANULE_BYTES)) !== expected) {
      throw new PackedError('damaged-file', `the segment is damaged near byte ${start + at}`)
    }
  }
}
