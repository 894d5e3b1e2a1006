import type MiniSearch from 'minisearch'
import type { AsPlainObject } from 'minisearch'
import SearchableMap from 'minisearch/SearchableMap'
import { answerQuery } from './answerQuery'
import { filesWithAverages } from './averageFieldLengths'
import { bytesReader } from './bytesReader'
import { liveMap } from './layeredDocuments'
import type { TermPostings } from './layeredTerm'
import type { LiveDocument, LiveSnapshot } from './liveDocument'
import { mergeLayer } from './mergeLayer'
import type { SegmentInput } from './openSegments'
import { packLiveDocuments } from './packLiveDocuments'
import type { PackedOptions } from './packedOptions'
import type { PackedAnswer, PackedQuery, PackedQueryOptions } from './packedQuery'
import { SealedLayer } from './sealedLayer'
import { SealedMiniSearch } from './sealedMiniSearch'
import { SealedRemoval } from './sealedRemoval'
import { Segment } from './segment'

/**
 * MiniSearch over packed, immutable, persistent segments.
 *
 * It takes MiniSearch's options, and `packed` for what is new, and answers as MiniSearch does: the same ids and
 * scores as a MiniSearch of the same documents that was vacuumed. What is added is live, as in MiniSearch, until
 * `seal` makes a segment of it; removed documents of segments are marked. `search` is MiniSearch's own code.
 */
export class PackedMiniSearch<T = any> extends SealedMiniSearch<T> {
  #liveDocuments = new Map<number, LiveDocument>()
  #snapshot: LiveSnapshot | undefined

  static override open<T = any>(
    segments: readonly SegmentInput[],
    options: PackedOptions<T>,
  ): PackedMiniSearch<T> {
    return super.open(segments, options) as PackedMiniSearch<T>
  }

  static override loadJSON<T = any>(json: string, options: PackedOptions<T>): PackedMiniSearch<T> {
    return super.loadJSON(json, options) as PackedMiniSearch<T>
  }

  static override async loadJSONAsync<T = any>(
    json: string,
    options: PackedOptions<T>,
  ): Promise<PackedMiniSearch<T>> {
    return (await super.loadJSONAsync(json, options)) as PackedMiniSearch<T>
  }

  static override loadJS<T = any>(js: AsPlainObject, options: PackedOptions<T>): PackedMiniSearch<T> {
    return new this<T>(options).#adopt(super.loadJS(js, options))
  }

  static override async loadJSAsync<T = any>(
    js: AsPlainObject,
    options: PackedOptions<T>,
  ): Promise<PackedMiniSearch<T>> {
    return new this<T>(options).#adopt(await super.loadJSAsync(js, options))
  }

  override add(document: T): void {
    this.#snapshot = undefined
    const recorded = this.recorder?.record(() => super.add(document))
    if (this.recorder === undefined) super.add(document)
    const tokens = recorded && this._options.fields.map((field) => recorded.get(field))
    const columns = Object.values(this.packed.columns ?? {}).map((column) => column.of(document))
    if (tokens !== undefined || columns.length > 0)
      this.#liveDocuments.set(this._nextId - 1, { tokens, columns })
  }

  override remove(document: T): void {
    this.#snapshot = undefined
    const id: unknown = this._options.extractField(document, this._options.idField)
    const shortId = id == null ? undefined : this._idToShortId.get(id)
    if (shortId === undefined || this.sealed.at(shortId) === undefined) {
      super.remove(document)
      this.layeredIndex.noteRemoval()
    } else {
      const removal = new SealedRemoval(this.sealed, shortId, this._options, this._fieldIds)
      removal.updateAverages(document, this._avgFieldLength, this._documentCount)
      this.sealed.remove(shortId)
      this._documentCount -= 1
    }
    if (shortId !== undefined) this.#liveDocuments.delete(shortId)
  }

  override removeAll(documents?: readonly T[]): void {
    this.#snapshot = undefined
    if (arguments.length > 0) {
      super.removeAll(documents)
      return
    }
    super.removeAll()
    this.sealed = new SealedLayer()
    this.#liveDocuments.clear()
    this.cache.clear()
    this.layerIndex(this._index as unknown as SearchableMap<TermPostings>)
  }

  override discard(id: any): void {
    this.#snapshot = undefined
    const shortId = this._idToShortId.get(id)
    this.layeredIndex.noteRemoval()
    super.discard(id)
    if (shortId !== undefined) this.#liveDocuments.delete(shortId)
  }

  override toJSON(): AsPlainObject {
    return this.layeredIndex.withAllLayers(() => super.toJSON())
  }

  /**
   * Makes an immutable segment of the live documents; results do not change. Throws, and changes nothing, if an id or
   * a stored field cannot leave memory. With a run tokenizer the segment can prove phrases, unless documents came by
   * `loadJSON`.
   */
  seal(): void {
    const liveIds = liveMap(this._documentIds)
    if (liveIds.size > 0) {
      const bytes = this.#packLive(liveIds)
      this.sealed.add(new Segment(bytesReader(bytes), this.cache))
    }
    if (this.sealed.segments.length === 0) return
    this._nextId = this.sealed.end
    this.#forgetLive()
    this.layerDocuments()
    this.layerIndex(new SearchableMap<TermPostings>())
  }

  /**
   * Merges neighbouring segments, in memory, until at most `most` are left, and forgets their removed documents;
   * results do not change. For segments on disk see `mergeSegments`.
   */
  merge(most = 4): void {
    const merged = mergeLayer(this.sealed, most, this.cache)
    if (merged === this.sealed) return
    this.sealed = merged
    this.layerDocuments()
    this.layerIndex(this.layeredIndex.live)
    this.layeredIndex.noteRemoval()
  }

  /** All documents as segments, which `open` takes; live ones are sealed first. Removed documents are marked. */
  toSegments(): Uint8Array[] {
    this.seal()
    const kept = this.sealed.segments.filter(({ meta, removedCount }) => removedCount < meta.documents)
    return filesWithAverages(kept, this._avgFieldLength)
  }

  /**
   * Answers a query of the fast path, which `search` has no words for: exact runs of characters, `near`, filters,
   * facet counts and sorting by columns, an exact total, and no object per hit. Scores are those of `search`.
   * Live documents are packed for the occasion, once after every change. Throws `no-proofs` if a run of three or
   * more characters is asked of documents that came without a run tokenizer.
   */
  query(query: PackedQuery, options: PackedQueryOptions = {}): PackedAnswer {
    const { segments, bases, end } = this.sealed
    const snapshot = this.#liveSegment()
    return answerQuery(query, options, {
      ...this.queried(),
      segments: snapshot === undefined ? segments : [...segments, snapshot.segment],
      ordinalOf: (segment, document) => {
        const base = bases[segment]
        return base === undefined ? (snapshot?.shortIds[document] ?? end) : base + document
      },
    })
  }

  /** As before; live documents are sealed first. */
  override attach(input: SegmentInput): void {
    this.seal()
    super.attach(input)
  }

  #adopt(loaded: MiniSearch<T>): this {
    const other = loaded as PackedMiniSearch<T>
    this._documentCount = other._documentCount
    this._nextId = other._nextId
    this._fieldIds = other._fieldIds
    this._avgFieldLength = other._avgFieldLength
    this._dirtCount = other._dirtCount
    this._documentIds = other._documentIds
    this._idToShortId = other._idToShortId
    this._fieldLength = other._fieldLength
    this._storedFields = other._storedFields
    this.layerIndex(other._index as unknown as SearchableMap<TermPostings>)
    if (other._dirtCount > 0) this.layeredIndex.noteRemoval()
    return this
  }

  #forgetLive(): void {
    for (const map of [this._documentIds, this._idToShortId, this._fieldLength, this._storedFields]) {
      liveMap<unknown, unknown>(map).clear()
    }
    this.#liveDocuments.clear()
    this.#snapshot = undefined
  }

  /** The live documents as a segment that only the fast path sees. */
  #liveSegment(): LiveSnapshot | undefined {
    const liveIds = liveMap(this._documentIds)
    if (liveIds.size === 0) return undefined
    if (this.#snapshot === undefined) {
      const segment = new Segment(bytesReader(this.#packLive(liveIds)), this.cache)
      this.#snapshot = { segment, shortIds: [...liveIds.keys()] }
    }
    return this.#snapshot
  }

  #packLive(ids: ReadonlyMap<number, unknown>): Uint8Array {
    return packLiveDocuments({
      ids,
      fields: this._options.fields,
      storesFields: (this._options.storeFields?.length ?? 0) > 0,
      packed: this.packed,
      documents: this.#liveDocuments,
      terms: this.layeredIndex.live,
      storedFields: (shortId) => this._storedFields.get(shortId),
      fieldLengths: (shortId) => this._fieldLength.get(shortId),
    })
  }
}
