import type { DecidedNames } from '../domain/decidedNames'
import { ArticleIndex } from '../search/articleIndex'
import type { IndexPart, RowSet } from '../search/parts/indexPart'
import { fileNumberOf } from '../storage/archiveStore'
import type { RowKeys } from './articleRuns'
import { isIndexDamage, type PartFileNames } from './partFiles'
import { countRows, hasRow } from './rowSets'

/** A part of the index with what the archive knows of it. */
export interface ShelvedPart {
  readonly part: IndexPart
  readonly keys: RowKeys
  /** Its files; `null` while it is only in memory. */
  readonly names: PartFileNames | null
  readonly isPublished: boolean
  /** How much text it holds; of a part in a file nobody asks. */
  readonly tokens: number
}

/** A part with the rows of it that are not shown. */
export interface PartOnShelf extends ShelvedPart {
  readonly removed: RowSet | null
}

/** How many articles of a part are found. */
export function liveRowsOf({ part, removed }: PartOnShelf): number {
  return part.rows - countRows(removed, part.rows)
}

/**
 * The parts of the index in their order, the index over them, and where the store has the article of each of its rows.
 * Of the articles with one id at most one is live, which is the caller's to see to.
 */
export class PartShelf {
  #index = new ArticleIndex()
  #parts: readonly (ShelvedPart & { readonly first: number })[] = []
  /** How many articles of each file are found. */
  #liveOf = new Map<number, number>()
  /** The collection that each file is shown for. */
  readonly #collections = new Map<number, string>()
  #decided: DecidedNames | null = null

  get index(): ArticleIndex {
    return this.#index
  }

  /** The parts, with the rows that are not live now. */
  get parts(): readonly PartOnShelf[] {
    return this.#parts.map((shelved, place) => {
      const removed = this.#index.removedRows(place)
      return { ...shelved, removed: removed.some((byte) => byte !== 0) ? removed : null }
    })
  }

  /** Whether a part is of this index file. */
  hasFile(index: string): boolean {
    return this.#parts.some(({ names }) => names?.index === index)
  }

  /** How many parts there are. */
  get size(): number {
    return this.#parts.length
  }

  /** Tokens of the parts that are only in memory. */
  get tokensInMemory(): number {
    return this.#parts.reduce((sum, { names, tokens }) => sum + (names === null ? tokens : 0), 0)
  }

  /** How many articles of a file are found. */
  liveOf(file: number): number {
    return this.#liveOf.get(file) ?? 0
  }

  /** The files that any article found is of. */
  liveFiles(): readonly number[] {
    return [...this.#liveOf].flatMap(([file, live]) => (live > 0 ? [file] : []))
  }

  keyOf(ordinal: number): number {
    let low = 0
    let high = this.#parts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.#parts[middle]!.first <= ordinal) low = middle
      else high = middle - 1
    }
    const { keys, first } = this.#parts[low]!
    return keys.keyOf(ordinal - first)
  }

  /** Where the store has the article that is found under an id. */
  keyOfId(id: string): number | undefined {
    const ordinal = this.#index.ordinalOf(id)
    return ordinal < 0 ? undefined : this.keyOf(ordinal)
  }

  /** Ordinals of the articles of a file that are found, rising within each part. */
  *liveOrdinalsOf(file: number): Generator<number> {
    if (this.liveOf(file) === 0) return
    for (const { keys, first: base } of this.#parts) {
      for (const { first, end } of keys.rangesOf(file)) {
        for (let ordinal = base + first; ordinal < base + end; ordinal++) {
          if (this.#index.isLive(ordinal)) yield ordinal
        }
      }
    }
  }

  /** Says for which collection a file is shown, now or when parts with its articles come. */
  show(file: number, collection: string): void {
    if (this.#collections.get(file) === collection) return
    this.#collections.set(file, collection)
    for (const { keys, first: base } of this.#parts) {
      for (const { first, end } of keys.rangesOf(file)) {
        this.#index.setCollection(base + first, base + end, collection)
      }
    }
  }

  /** Says what was decided about names that are asked for, in whatever index there is from now on. */
  decide(names: DecidedNames | null): void {
    this.#decided = names
    this.#index.decide(names)
  }

  /** Puts a part behind the others: its articles are found from now on, instead of those with the ordinals `replaced`. */
  attach({ removed, ...shelved }: PartOnShelf, replaced: Iterable<number> = []): void {
    for (const ordinal of replaced) this.remove(ordinal)
    const first = this.#index.attach(this.#attached(shelved, removed))
    this.#parts = [...this.#parts, { ...shelved, first }]
    this.#countLive(shelved, removed)
  }

  /** Takes an article out. */
  remove(ordinal: number): void {
    if (!this.#index.isLive(ordinal)) return
    this.#index.remove(ordinal)
    const file = fileNumberOf(this.keyOf(ordinal))
    this.#liveOf.set(file, this.liveOf(file) - 1)
  }

  /**
   * Puts other parts in the place of all, at once. Those that are damaged are left out, and given back; they and those
   * that are not among the new ones are closed, but for `spared`.
   */
  replaceAll(
    parts: readonly PartOnShelf[],
    spared: ReadonlySet<IndexPart> = new Set(),
  ): readonly PartOnShelf[] {
    const index = new ArticleIndex()
    index.decide(this.#decided)
    const placed: (ShelvedPart & { readonly first: number })[] = []
    const refused: PartOnShelf[] = []
    const former = [...this.#parts, ...parts].map(({ part }) => part)
    this.#liveOf = new Map()
    for (const { removed, ...shelved } of parts) {
      try {
        placed.push({ ...shelved, first: index.attach(this.#attached(shelved, removed)) })
        this.#countLive(shelved, removed)
      } catch (cause) {
        if (!isIndexDamage(cause)) throw cause
        refused.push({ removed, ...shelved })
      }
    }
    this.#index = index
    this.#parts = placed
    const kept = new Set([...placed.map(({ part }) => part), ...spared])
    for (const part of new Set(former)) if (!kept.has(part)) part.close()
    return refused
  }

  #attached({ part, keys }: ShelvedPart, removed: RowSet | null) {
    const collectionOf = (row: number): string => this.#collections.get(fileNumberOf(keys.keyOf(row))) ?? ''
    return { part, removed, collectionOf }
  }

  #countLive({ keys }: ShelvedPart, removed: RowSet | null): void {
    for (const file of keys.files()) {
      let live = this.liveOf(file)
      for (const { first, end } of keys.rangesOf(file)) {
        for (let row = first; row < end; row++) if (removed === null || !hasRow(removed, row)) live += 1
      }
      this.#liveOf.set(file, live)
    }
  }
}
