import MiniSearch from 'minisearch'
import SearchableMap from 'minisearch/SearchableMap'
import { averageFieldLengths, restoreAverages, takeFromAverages } from './averageFieldLengths'
import { FoundDocuments } from './foundDocuments'
import { layerDocuments } from './layeredDocuments'
import { LayeredIndex } from './layeredIndex'
import type { TermPostings } from './layeredTerm'
import { openSegments, type SegmentInput } from './openSegments'
import { PackedError } from './packedError'
import type { QueriedIndex } from './queriedIndex'
import { requireOneTokenizer, type PackedOptions, type PackedSettings } from './packedOptions'
import type { PackedQuery } from './packedQuery'
import { PageCache } from './pageCache'
import { SealedLayer } from './sealedLayer'
import { TokenRecorder } from './tokenRecorder'

/**
 * MiniSearch over immutable segments that are there already: it searches them and takes documents out. What makes
 * segments is in `PackedMiniSearch`, so that who only searches need not load it.
 */
export class SealedMiniSearch<T = any> extends MiniSearch<T> {
  protected readonly packed: PackedSettings<T>
  protected readonly recorder: TokenRecorder | undefined
  protected readonly cache: PageCache
  protected sealed = new SealedLayer()

  /** Throws as MiniSearch does, and `conflicting-options` if both a run tokenizer and a tokenizer are given. */
  constructor(options: PackedOptions<T>) {
    const packed = options?.packed ?? {}
    requireOneTokenizer(options)
    const recorder = packed.tokenizeRuns === undefined ? undefined : new TokenRecorder(packed.tokenizeRuns)
    super(
      recorder === undefined
        ? options
        : { ...options, tokenize: recorder.tokenize, processTerm: (term) => term },
    )
    this.packed = packed
    this.recorder = recorder
    this.cache = new PageCache(this.packed.cacheBytes)
    this.layerIndex(this._index as unknown as SearchableMap<TermPostings>)
  }

  /**
   * Opens segments, synchronously: bytes, Blobs (in a worker only) or readers. Ids must be distinct over all of them;
   * this is not checked, since nothing is read that is not needed. Throws a `PackedError` that says what is wrong if
   * a segment is damaged, truncated or no segment, or was made with other fields, columns or another tokenizer.
   */
  static open<T = any>(segments: readonly SegmentInput[], options: PackedOptions<T>): SealedMiniSearch<T> {
    const index = new this<T>(options)
    index.attachAll(openSegments(segments, index._options.fields, index.packed, index.cache))
    return index
  }

  /**
   * Everything that a query of the fast path finds among the sealed documents, as ordinals in the order of the
   * segments, with their scores on demand. Throws as `query` does; `near` is not among the queries that it takes.
   */
  find(query: PackedQuery): FoundDocuments {
    return new FoundDocuments(query, this.queried())
  }

  /** The sealed documents as a query is asked of them. */
  protected queried(): QueriedIndex {
    const { segments, bases } = this.sealed
    return {
      segments,
      ordinalOf: (segment, document) => bases[segment]! + document,
      fields: this._options.fields,
      documentCount: this._documentCount,
      averageFieldLengths: this._avgFieldLength,
    }
  }

  /**
   * Puts one more segment behind the others; there must be no live documents. Its ids must be new to the index, which
   * is not checked; where one is not, take the old document out by {@link discardAt}. Throws as `open` does.
   */
  attach(input: SegmentInput): void {
    const added = openSegments([input], this._options.fields, this.packed, this.cache)
    for (const segment of added.segments) this.sealed.add(segment)
    this._documentCount = this.sealed.documentCount
    this._nextId = this.sealed.end
    this._avgFieldLength = averageFieldLengths(this.sealed, this._options.fields.length)
    this.layerDocuments()
    this.layerIndex(new SearchableMap<TermPostings>())
  }

  /** Takes a sealed document out by its ordinal, as `discard` does by its id; one that is not there changes nothing. */
  discardAt(ordinal: number): void {
    if (!this.sealed.has(ordinal)) return
    this.layeredIndex.noteRemoval()
    takeFromAverages(this._avgFieldLength, this._fieldLength.get(ordinal) ?? [], this._documentCount)
    this.sealed.remove(ordinal)
    this._documentCount -= 1
  }

  /** The id of a sealed document by its ordinal, also of one that was taken out; undefined if there is none. */
  idAt(ordinal: number): unknown {
    const found = this.sealed.at(ordinal)
    return found?.segment.documents.id(found.document)
  }

  /** The ordinal of the live or sealed document with an id; undefined if there is none. */
  ordinalOf(id: unknown): number | undefined {
    return this._idToShortId.get(id)
  }

  /**
   * Per segment, in the order of `open`, which documents are removed: to be kept beside files that are too large to be
   * written again, and given to `open` with them. Live documents and merged segments are another matter: `toSegments`.
   */
  removedDocuments(): Uint8Array[] {
    return this.sealed.segments.map((segment) => segment.removedBits())
  }

  /**
   * Reads the files of all segments once, wholly. Throws a `PackedError` that names the first one, from 1 in the order
   * of `open`, that is not as it was when it was opened. Queries check what they read; this finds what none has met.
   */
  verify(): void {
    const { segments } = this.sealed
    for (const [i, segment] of segments.entries()) {
      try {
        segment.verify()
      } catch (error) {
        if (!(error instanceof PackedError)) throw error
        throw new PackedError(error.code, `segment ${i + 1} of ${segments.length}: ${error.reason}`)
      }
    }
  }

  /** Releases the files of all segments. The index cannot be used afterwards. */
  close(): void {
    for (const segment of this.sealed.segments) segment.close()
  }

  protected get layeredIndex(): LayeredIndex {
    return this._index as unknown as LayeredIndex
  }

  protected attachAll(sealed: SealedLayer): void {
    if (sealed.segments.length === 0) return
    this.sealed = sealed
    this._documentCount = sealed.documentCount
    this._nextId = sealed.end
    this._avgFieldLength =
      restoreAverages(sealed.segments) ?? averageFieldLengths(sealed, this._options.fields.length)
    this.layerDocuments()
    this.layerIndex(new SearchableMap<TermPostings>())
  }

  protected layerIndex(live: SearchableMap<TermPostings>): void {
    if (this._index instanceof LayeredIndex) this._index.retire()
    const index = new LayeredIndex(live, this.sealed, (shortId) => this._documentIds.has(shortId))
    this._index = index as unknown as typeof this._index
  }

  /** Lays MiniSearch's maps over the segments. What was live stays so, unless it has just been sealed. */
  protected layerDocuments(): void {
    const layered = layerDocuments(this.sealed, {
      ids: this._documentIds,
      shortIds: this._idToShortId,
      fieldLengths: this._fieldLength,
      storedFields: this._storedFields,
    })
    this._documentIds = layered.ids
    this._idToShortId = layered.shortIds
    this._fieldLength = layered.fieldLengths
    this._storedFields = layered.storedFields
  }
}
