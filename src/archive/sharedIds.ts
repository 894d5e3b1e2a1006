import { fileNumberOf } from '../storage/archiveStore'
import type { CollectionProblem, SettledId } from './articleConflicts'

/** What stands behind an id that several shown articles have. */
export interface SharedId {
  /** Keys of those that are not shown. */
  readonly hidden: readonly number[]
  readonly problems: readonly CollectionProblem[]
}

/** The ids that several articles of visible files have, with those of them that are hidden behind another. */
export class SharedIds {
  readonly #ids: Map<string, SharedId>
  readonly #hidden = new Set<number>()
  /** How many articles of a file are hidden. */
  readonly #hiddenOf = new Map<number, number>()

  constructor(entries: Iterable<readonly [string, SharedId]> = []) {
    this.#ids = new Map(entries)
    for (const { hidden } of this.#ids.values()) this.#count(hidden, 1)
  }

  has(id: string): boolean {
    return this.#ids.has(id)
  }

  /** Notes how an id was settled; `null` when no visible file has it. */
  set(id: string, settled: SettledId | null): void {
    this.#count(this.#ids.get(id)?.hidden ?? [], -1)
    this.#ids.delete(id)
    if (settled === null || settled.hidden.length === 0) return
    const { hidden, problems } = settled
    this.#ids.set(id, { hidden, problems })
    this.#count(hidden, 1)
  }

  entries(): readonly (readonly [string, SharedId])[] {
    return [...this.#ids]
  }

  problems(): readonly CollectionProblem[] {
    return [...this.#ids.values()].flatMap(({ problems }) => problems)
  }

  /** How many articles of a file are hidden. */
  hiddenOf(file: number): number {
    return this.#hiddenOf.get(file) ?? 0
  }

  /** Keys of all articles that are hidden. */
  hiddenKeys(): ReadonlySet<number> {
    return this.#hidden
  }

  isHidden(key: number): boolean {
    return this.#hidden.has(key)
  }

  #count(keys: readonly number[], step: number): void {
    for (const key of keys) {
      if (step > 0) this.#hidden.add(key)
      else this.#hidden.delete(key)
      const file = fileNumberOf(key)
      this.#hiddenOf.set(file, (this.#hiddenOf.get(file) ?? 0) + step)
    }
  }
}
