import { listIn } from './dictionary'
import { openList } from './openList'
import type { PostingsList } from './postingsList'
import type { SealedLayer } from './sealedLayer'
import type { TermEntry } from './termEntry'

/** Field id → short id → frequency, as MiniSearch keeps a term's postings. */
export type TermPostings = Map<number, Map<number, number>>

/** A term's entry in one of the segments. */
export interface SealedTerm {
  readonly index: number
  readonly entry: TermEntry
}

/**
 * A term's postings over all layers, read-only: what MiniSearch uses of a `TermPostings`. Removed documents do not
 * show, and a field in which only removed documents have the term is not there.
 */
export class LayeredTerm {
  private readonly sealed: SealedLayer
  private readonly term: string
  private readonly entries: readonly SealedTerm[]
  private readonly live: TermPostings | undefined
  private readonly fields = new Map<number, LayeredPostings>()

  constructor(
    sealed: SealedLayer,
    term: string,
    entries: readonly SealedTerm[],
    live: TermPostings | undefined,
  ) {
    this.sealed = sealed
    this.term = term
    this.entries = entries
    this.live = live
  }

  get(field: number): LayeredPostings | undefined {
    let postings = this.fields.get(field)
    if (postings === undefined) {
      postings = this.read(field)
      this.fields.set(field, postings)
    }
    return postings.size > 0 ? postings : undefined
  }

  get size(): number {
    let size = 0
    for (const _ of this) size++
    return size
  }

  *keys(): IterableIterator<number> {
    for (const [field] of this) yield field
  }

  *[Symbol.iterator](): IterableIterator<[number, LayeredPostings]> {
    const fields = new Set(this.live?.keys())
    for (const { entry } of this.entries) for (const { field } of entry.lists) fields.add(field)
    for (const field of [...fields].sort((a, b) => a - b)) {
      const postings = this.get(field)
      if (postings !== undefined) yield [field, postings]
    }
  }

  private read(field: number): LayeredPostings {
    const lists: {
      readonly base: number
      readonly removed: { has(document: number): boolean }
      readonly list: PostingsList
    }[] = []
    const live = this.live?.get(field)
    let room = live?.size ?? 0
    for (const { index, entry } of this.entries) {
      const listEntry = listIn(entry, field)
      if (listEntry === undefined) continue
      const segment = this.sealed.segments[index]!
      const list = openList(segment, this.term, entry, listEntry)
      lists.push({ base: this.sealed.bases[index]!, removed: segment.removed, list })
      room += list.count
    }
    const shortIds = new Int32Array(room)
    const frequencies = new Int32Array(room)
    let size = 0
    for (const { base, removed, list } of lists) {
      const { documents } = list
      for (let i = 0; i < list.count; i++) {
        if (removed.has(documents[i]!)) continue
        shortIds[size] = base + documents[i]!
        frequencies[size++] = list.frequencyAt(i)
      }
    }
    for (const [shortId, frequency] of live ?? []) {
      shortIds[size] = shortId
      frequencies[size++] = frequency
    }
    return new LayeredPostings(shortIds.subarray(0, size), frequencies)
  }
}

/** Short id → frequency, read-only. */
export class LayeredPostings {
  readonly size: number
  private readonly shortIds: Int32Array
  private readonly frequencies: Int32Array
  private next = 0

  /** The short ids need not rise, but then looking one up takes a search through all. */
  constructor(shortIds: Int32Array, frequencies: Int32Array) {
    this.shortIds = shortIds
    this.frequencies = frequencies
    this.size = shortIds.length
  }

  /** Quickest in the order of `keys()`, in which MiniSearch asks. */
  get(shortId: number): number | undefined {
    if (this.shortIds[this.next] !== shortId) {
      const index = this.shortIds.indexOf(shortId)
      if (index < 0) return undefined
      this.next = index
    }
    return this.frequencies[this.next++]
  }

  has(shortId: number): boolean {
    return this.shortIds.includes(shortId)
  }

  keys(): IterableIterator<number> {
    this.next = 0
    return this.shortIds.values()
  }

  *[Symbol.iterator](): IterableIterator<[number, number]> {
    for (let i = 0; i < this.size; i++) yield [this.shortIds[i]!, this.frequencies[i]!]
  }
}
