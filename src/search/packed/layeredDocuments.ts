import type { SealedLayer } from './sealedLayer'

/**
 * What MiniSearch uses of a `Map`, over two layers: documents in segments, which can be read and removed, and a live
 * map for all others. Sealed entries come first when iterating, and are made anew each time they are asked for.
 */
abstract class LayeredMap<Key, Value> {
  protected readonly sealed: SealedLayer
  readonly live: Map<Key, Value>

  constructor(sealed: SealedLayer, live: Map<Key, Value>) {
    this.sealed = sealed
    this.live = live
  }

  protected abstract sealedValue(key: Key): Value | undefined
  protected abstract sealedEntries(): IterableIterator<[Key, Value]>
  protected abstract removeSealed(key: Key): void

  get(key: Key): Value | undefined {
    return this.live.get(key) ?? this.sealedValue(key)
  }

  has(key: Key): boolean {
    return this.live.has(key) || this.sealedValue(key) !== undefined
  }

  set(key: Key, value: Value): this {
    this.live.set(key, value)
    return this
  }

  delete(key: Key): boolean {
    if (this.live.delete(key)) return true
    const isSealed = this.has(key)
    if (isSealed) this.removeSealed(key)
    return isSealed
  }

  get size(): number {
    return this.sealed.documentCount + this.live.size
  }

  *entries(): IterableIterator<[Key, Value]> {
    yield* this.sealedEntries()
    yield* this.live
  }

  *keys(): IterableIterator<Key> {
    for (const [key] of this.entries()) yield key
  }

  *values(): IterableIterator<Value> {
    for (const [, value] of this.entries()) yield value
  }

  forEach(visit: (value: Value, key: Key) => void): void {
    for (const [key, value] of this.entries()) visit(value, key)
  }

  [Symbol.iterator](): IterableIterator<[Key, Value]> {
    return this.entries()
  }
}

/** MiniSearch's maps of documents. */
export interface DocumentMaps {
  readonly ids: Map<number, any>
  readonly shortIds: Map<any, number>
  readonly fieldLengths: Map<number, number[]>
  readonly storedFields: Map<number, Record<string, unknown>>
}

/** The maps laid over segments. What was live in them stays so: the live maps are the same, not copies. */
export function layerDocuments(sealed: SealedLayer, maps: DocumentMaps): DocumentMaps {
  return {
    ids: asMap(new LayeredDocumentIds(sealed, liveMap(maps.ids))),
    shortIds: asMap(new LayeredShortIds(sealed, liveMap(maps.shortIds))),
    fieldLengths: asMap(new LayeredFieldLengths(sealed, liveMap(maps.fieldLengths))),
    storedFields: asMap(new LayeredStoredFields(sealed, liveMap(maps.storedFields))),
  }
}

/** The live part of a map that was laid over segments; any other map itself. */
export function liveMap<Key, Value>(map: Map<Key, Value>): Map<Key, Value> {
  return (map as { readonly live?: Map<Key, Value> }).live ?? map
}

/** It has of a `Map` what MiniSearch uses. */
function asMap<Key, Value>(layered: LayeredMap<Key, Value>): Map<Key, Value> {
  return layered as unknown as Map<Key, Value>
}

/** Short id → id. */
class LayeredDocumentIds extends LayeredMap<number, unknown> {
  override has(shortId: number): boolean {
    return this.sealed.has(shortId) || this.live.has(shortId)
  }

  protected sealedValue(shortId: number): unknown {
    const found = this.sealed.has(shortId) ? this.sealed.at(shortId) : undefined
    return found?.segment.documents.id(found.document)
  }

  protected *sealedEntries(): IterableIterator<[number, unknown]> {
    for (const shortId of this.sealed.shortIds()) yield [shortId, this.sealedValue(shortId)]
  }

  protected removeSealed(shortId: number): void {
    this.sealed.remove(shortId)
  }
}

/** Id → short id. */
class LayeredShortIds extends LayeredMap<unknown, number> {
  protected sealedValue(id: unknown): number | undefined {
    return this.sealed.find(id)
  }

  protected *sealedEntries(): IterableIterator<[unknown, number]> {
    for (const shortId of this.sealed.shortIds()) {
      const { segment, document } = this.sealed.at(shortId)!
      yield [segment.documents.id(document), shortId]
    }
  }

  protected removeSealed(id: unknown): void {
    this.sealed.remove(this.sealed.find(id) ?? -1)
  }
}

/**
 * Short id → length of each field, with holes for fields that the document lacks. The lengths of a removed document
 * can still be read, since MiniSearch asks for them after it removed the document; they do not show when iterating.
 */
class LayeredFieldLengths extends LayeredMap<number, number[]> {
  protected sealedValue(shortId: number): number[] | undefined {
    return this.sealed.fieldLengthsAt(shortId)
  }

  protected *sealedEntries(): IterableIterator<[number, number[]]> {
    for (const shortId of this.sealed.shortIds()) yield [shortId, this.sealedValue(shortId)!]
  }

  protected removeSealed(shortId: number): void {
    this.sealed.remove(shortId)
  }
}

/** Short id → stored fields. */
class LayeredStoredFields extends LayeredMap<number, Record<string, unknown>> {
  protected sealedValue(shortId: number): Record<string, unknown> | undefined {
    const found = this.sealed.has(shortId) ? this.sealed.at(shortId) : undefined
    return found?.segment.documents.storedFields(found.document)
  }

  protected *sealedEntries(): IterableIterator<[number, Record<string, unknown>]> {
    for (const shortId of this.sealed.shortIds()) {
      const fields = this.sealedValue(shortId)
      if (fields !== undefined) yield [shortId, fields]
    }
  }

  protected removeSealed(shortId: number): void {
    this.sealed.remove(shortId)
  }

  override get size(): number {
    let size = 0
    for (const _ of this.sealedEntries()) size++
    return size + this.live.size
  }
}
