import { averageFieldLengths, takeFromAverages } from './averageFieldLengths'
import { openSegments, type SegmentInput } from './openSegments'
import type { PackedSettings } from './packedOptions'
import { PageCache } from './pageCache'
import type { QueriedIndex } from './queriedIndex'
import { SealedLayer } from './sealedLayer'
import type { Segment } from './segment'

/**
 * The documents of immutable segments, one behind the other, by ordinals and ids; they can be taken out. It is what
 * queries are asked of (`FoundDocuments`), without what answers them: who shows documents alone need not load that.
 */
export class SealedDocuments implements QueriedIndex {
  readonly fields: readonly string[]
  documentCount = 0
  readonly #packed: PackedSettings<any>
  readonly #cache: PageCache
  readonly #sealed = new SealedLayer()
  #averages: number[] = []

  constructor(fields: readonly string[], packed: PackedSettings<any> = {}) {
    this.fields = fields
    this.#packed = packed
    this.#cache = new PageCache(packed.cacheBytes)
  }

  get segments(): readonly Segment[] {
    return this.#sealed.segments
  }

  get averageFieldLengths(): readonly number[] {
    return this.#averages
  }

  readonly ordinalOf = (segment: number, document: number): number => this.#sealed.bases[segment]! + document

  /**
   * Puts one more segment behind the others. Its ids must be new, which is not checked; where one is not, take the old
   * document out by {@link discardAt}. Throws a `PackedError` that says what is wrong if the segment is damaged,
   * truncated or no segment, or was made with other fields, columns or another tokenizer; nothing has changed then.
   */
  attach(input: SegmentInput): void {
    const added = openSegments([input], this.fields, this.#packed, this.#cache)
    for (const segment of added.segments) this.#sealed.add(segment)
    this.documentCount = this.#sealed.documentCount
    this.#averages = averageFieldLengths(this.#sealed, this.fields.length)
  }

  /** Takes a document out by its ordinal; one that is not there changes nothing. */
  discardAt(ordinal: number): void {
    if (!this.#sealed.has(ordinal)) return
    takeFromAverages(this.#averages, this.#sealed.fieldLengthsAt(ordinal) ?? [], this.documentCount)
    this.#sealed.remove(ordinal)
    this.documentCount -= 1
  }

  /** The id of a document by its ordinal, also of one that was taken out; undefined if there is none. */
  idAt(ordinal: number): unknown {
    const found = this.#sealed.at(ordinal)
    return found?.segment.documents.id(found.document)
  }

  /** The ordinal of the document with an id that was not taken out, of two the newer; undefined if there is none. */
  ordinalWithId(id: unknown): number | undefined {
    return this.#sealed.find(id)
  }

  /** Per segment, in their order, which documents are taken out: to be kept beside files that are not written again. */
  removedDocuments(): Uint8Array[] {
    return this.#sealed.segments.map((segment) => segment.removedBits())
  }
}
