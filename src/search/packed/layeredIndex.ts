import type SearchableMap from 'minisearch/SearchableMap'
import { fuzzyDistance } from './fuzzyDistance'
import { LayeredTerm, type SealedTerm, type TermPostings } from './layeredTerm'
import type { SealedLayer } from './sealedLayer'

/** A term's postings, live only or over all layers. */
export type AnyTermPostings = TermPostings | LayeredTerm

/**
 * MiniSearch's term index over two layers: a live radix tree, which alone is written to, and the segments. It has
 * what MiniSearch uses of its `SearchableMap`, and never shows a document that was removed: MiniSearch would clean
 * it away while it scores, and scores would depend on how often one has searched.
 */
export class LayeredIndex {
  /** The radix tree of what is not sealed. */
  readonly live: SearchableMap<TermPostings>
  #mayHoldRemoved = false
  #iteratesAllLayers = false
  #isRetired = false
  readonly #sealed: SealedLayer
  readonly #isLive: (shortId: number) => boolean

  constructor(live: SearchableMap<TermPostings>, sealed: SealedLayer, isLive: (shortId: number) => boolean) {
    this.live = live
    this.#sealed = sealed
    this.#isLive = isLive
  }

  /** Says that a live document was removed; until then no live posting is looked at twice. */
  noteRemoval(): void {
    this.#mayHoldRemoved = true
  }

  /** Makes the iterator yield the terms of all layers while `act` runs, not only the live ones, as vacuuming wants. */
  withAllLayers<Result>(act: () => Result): Result {
    this.#iteratesAllLayers = true
    try {
      return act()
    } finally {
      this.#iteratesAllLayers = false
    }
  }

  /** Ends all iterations: another index has taken this one's place, and a vacuum under way must not go on. */
  retire(): void {
    this.#isRetired = true
  }

  get(term: string): AnyTermPostings | undefined {
    return this.layered(term, this.#sealedTerms(term), this.live.get(term))
  }

  has(term: string): boolean {
    const sealed = this.#sealedTerms(term)
    if (sealed.length === 0 || this.live.has(term)) return this.live.has(term)
    return new LayeredTerm(this.#sealed, term, sealed, undefined).size > 0
  }

  fetch(term: string, initial: () => TermPostings): TermPostings {
    return this.live.fetch(term, initial)
  }

  set(term: string, postings: TermPostings): this {
    this.live.set(term, postings)
    return this
  }

  delete(term: string): void {
    this.live.delete(term)
  }

  /**
   * The terms that begin with `prefix`, each with its postings; a longer term before its own beginning, as a radix tree
   * yields them, so that suggestions read alike.
   */
  atPrefix(prefix: string): Iterable<[string, AnyTermPostings]> {
    if (this.#sealed.segments.length === 0 && !this.#mayHoldRemoved) return this.live.atPrefix(prefix)
    const terms = this.collect(
      [...this.live.atPrefix(prefix)],
      this.#sealed.segments.map(({ dictionary }) => dictionary.withPrefix(prefix)),
    )
    return this.#sealed.segments.length === 0 ? terms : terms.sort(([a], [b]) => (a < b ? 1 : -1))
  }

  /** The terms within `maxDistance` edits of `term`, each with its postings and its distance. */
  fuzzyGet(term: string, maxDistance: number): Map<string, [AnyTermPostings, number]> {
    const matches = new Map<string, [AnyTermPostings, number]>()
    const distances = new Map<string, number>()
    const live: [string, TermPostings][] = []
    for (const [match, [postings, distance]] of this.live.fuzzyGet(term, maxDistance)) {
      live.push([match, postings])
      distances.set(match, distance)
    }
    const distanceTo = fuzzyDistance(term, maxDistance)
    const sealed = this.#sealed.segments.map(({ dictionary }) =>
      within(dictionary.ofLength(term.length - maxDistance), distanceTo, distances),
    )
    for (const [match, postings] of this.collect(live, sealed))
      matches.set(match, [postings, distances.get(match)!])
    return matches
  }

  /** Number of different terms that a document has which was not removed. */
  get size(): number {
    if (this.#sealed.segments.length === 0) return this.live.size
    let size = 0
    for (const _ of this.allLayers()) size++
    return size
  }

  *[Symbol.iterator](): IterableIterator<[string, AnyTermPostings]> {
    if (this.#iteratesAllLayers) {
      yield* this.allLayers()
      return
    }
    for (const [term, postings] of this.live) {
      yield [term, postings]
      if (this.#isRetired) return
      if (postings.size === 0 && this.live.get(term) === postings) this.live.delete(term)
    }
  }

  private *allLayers(): IterableIterator<[string, AnyTermPostings]> {
    for (const [term, postings] of this.atPrefix('')) if (postings.size > 0) yield [term, postings]
  }

  #sealedTerms(term: string): SealedTerm[] {
    const found: SealedTerm[] = []
    this.#sealed.segments.forEach(({ dictionary }, index) => {
      const entry = dictionary.find(term)
      if (entry !== undefined) found.push({ index, entry })
    })
    return found
  }

  private layered(
    term: string,
    sealed: readonly SealedTerm[],
    live: TermPostings | undefined,
  ): AnyTermPostings | undefined {
    if (live !== undefined && this.#mayHoldRemoved) this.clean(term, live)
    // An empty live map is handed out all the same: vacuuming asks for the size of what it has emptied.
    if (sealed.length === 0) return live
    return new LayeredTerm(this.#sealed, term, sealed, live)
  }

  /** Brings together what the layers have of the same terms: live terms first, then the others, segment by segment. */
  private collect(
    live: Iterable<[string, TermPostings]>,
    sealed: readonly Iterable<[string, SealedTerm['entry']]>[],
  ): [string, AnyTermPostings][] {
    const terms = new Map<string, { live?: TermPostings; sealed: SealedTerm[] }>()
    for (const [term, postings] of live) terms.set(term, { live: postings, sealed: [] })
    sealed.forEach((entries, index) => {
      for (const [term, entry] of entries) {
        const known = terms.get(term)
        if (known !== undefined) known.sealed.push({ index, entry })
        else terms.set(term, { sealed: [{ index, entry }] })
      }
    })
    const collected: [string, AnyTermPostings][] = []
    for (const [term, found] of terms) collected.push([term, this.layered(term, found.sealed, found.live)!])
    return collected
  }

  /** Takes out of live postings the documents that were removed, as MiniSearch does while it searches. */
  private clean(term: string, postings: TermPostings): void {
    for (const [field, frequencies] of postings) {
      for (const shortId of frequencies.keys()) if (!this.#isLive(shortId)) frequencies.delete(shortId)
      if (frequencies.size === 0) postings.delete(field)
    }
    if (postings.size === 0) this.live.delete(term)
  }
}

function* within(
  terms: Iterable<[string, SealedTerm['entry']]>,
  distanceTo: (term: string) => number | undefined,
  distances: Map<string, number>,
): IterableIterator<[string, SealedTerm['entry']]> {
  for (const [term, entry] of terms) {
    const distance = distanceTo(term)
    if (distance === undefined) continue
    distances.set(term, distance)
    yield [term, entry]
  }
}
