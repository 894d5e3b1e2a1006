import { blobReader } from './blobReader'
import { bytesReader } from './bytesReader'
import { PackedError } from './packedError'
import { type PackedSettings } from './packedOptions'
import { type PageCache } from './pageCache'
import { SealedLayer } from './sealedLayer'
import { Segment } from './segment'
import { type SegmentReader } from './segmentReader'

/** What a segment may be opened from. A Blob only in a worker. */
export type SegmentInput = Uint8Array | Blob | SegmentReader

/** Opens segments in order and makes sure that they fit the options. Throws a `PackedError` if one does not. */
export function openSegments(
  inputs: readonly SegmentInput[],
  fields: readonly string[],
  packed: PackedSettings<any>,
  cache: PageCache,
): SealedLayer {
  const sealed = new SealedLayer()
  for (const input of inputs) {
    const segment = new Segment(readerOf(input), cache)
    requireFit(segment, fields, packed)
    sealed.add(segment)
  }
  return sealed
}

function readerOf(input: SegmentInput): SegmentReader {
  if (ArrayBuffer.isView(input)) return bytesReader(input)
  if (typeof Blob !== 'undefined' && input instanceof Blob) return blobReader(input)
  return input as SegmentReader
}

function requireFit(segment: Segment, fields: readonly string[], packed: PackedSettings<any>): void {
  const { meta } = segment
  if (!isSame(meta.fields, fields)) {
    throw new PackedError(
      'fields-differ',
      `the segment has the fields ${meta.fields.join(', ')}, not ${fields.join(', ')}`,
    )
  }
  const fingerprint = packed.fingerprint ?? ''
  if (meta.fingerprint !== fingerprint) {
    throw new PackedError(
      'tokenizer-differs',
      `the segment was made by tokenizer "${meta.fingerprint}", not "${fingerprint}"`,
    )
  }
  const columns = Object.entries(packed.columns ?? {}).map(([name, { kind }]) => `${name}: ${kind}`)
  const own = meta.columns.map(({ name, kind }) => `${name}: ${kind}`)
  if (!isSame(own, columns)) {
    throw new PackedError(
      'columns-differ',
      `the segment has the columns {${own.join(', ')}}, not {${columns.join(', ')}}`,
    )
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i])
}
