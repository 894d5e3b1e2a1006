import { fileNumberOf } from '../../storage/archiveStore'

/** A deleted article that the index passes over: where the store has it, and its id. */
export type DeletedRow = readonly [key: number, id: string]

const NONE: ReadonlySet<number> = new Set()

/**
 * What amendments want of the index and it has not done yet, or has done by leaving articles out: rows that are found as
 * they were before, and articles that are deleted. All by their keys.
 */
export class AmendedRows {
  /** The greatest version of an amendment that is taken account of here. */
  version = 0
  readonly #outdated = new Map<number, Set<number>>()
  readonly #deleted = new Map<number, Map<number, string>>()
  readonly #deletedKeys = new Map<string, Set<number>>()

  /** Keys of articles of a file that are to be indexed anew. */
  outdatedOf(file: number): ReadonlySet<number> {
    return this.#outdated.get(file) ?? NONE
  }

  /** Whether any article of a file is to be indexed anew. */
  hasOutdated(file: number): boolean {
    return this.outdatedOf(file).size > 0
  }

  /** Notes that an article that is found is to be indexed anew. */
  outdate(key: number): void {
    const file = fileNumberOf(key)
    const keys = this.#outdated.get(file)
    if (keys === undefined) this.#outdated.set(file, new Set([key]))
    else keys.add(key)
  }

  /** Notes that nothing is left to be done for an article. */
  renew(key: number): void {
    this.#outdated.get(fileNumberOf(key))?.delete(key)
  }

  /** Keys of all articles that are to be indexed anew. */
  outdatedKeys(): readonly number[] {
    return [...this.#outdated.values()].flatMap((keys) => [...keys])
  }

  /** Notes that nothing is left to be done for any article. */
  renewAll(): void {
    this.#outdated.clear()
  }

  /** Keys of the deleted articles of a file that the index passes over. */
  deletedOf(file: number): Iterable<number> {
    return this.#deleted.get(file)?.keys() ?? NONE
  }

  /** Whether there is nothing to be done, and nothing passed over. */
  isEmpty(): boolean {
    return this.#outdated.size === 0 && this.#deletedKeys.size === 0
  }

  /** All deleted articles that the index passes over. */
  deletedRows(): readonly DeletedRow[] {
    return [...this.#deleted.values()].flatMap((rows) => [...rows])
  }

  /** Notes that an article is deleted, so that the index passes it over. */
  passOver(key: number, id: string): void {
    const file = fileNumberOf(key)
    const rows = this.#deleted.get(file) ?? new Map<number, string>()
    this.#deleted.set(file, rows.set(key, id))
    const keys = this.#deletedKeys.get(id) ?? new Set<number>()
    this.#deletedKeys.set(id, keys.add(key))
    this.renew(key)
  }

  /** Notes that articles with this id may not be deleted any more, so that the index takes them up again. */
  takeUp(id: string): void {
    for (const key of this.#deletedKeys.get(id) ?? NONE) this.#deleted.get(fileNumberOf(key))?.delete(key)
    this.#deletedKeys.delete(id)
  }

  /** Forgets everything about files other than these. */
  keepFiles(isKept: (file: number) => boolean): void {
    for (const file of this.#outdated.keys()) if (!isKept(file)) this.#outdated.delete(file)
    for (const [file, rows] of this.#deleted) {
      if (isKept(file)) continue
      this.#deleted.delete(file)
      for (const [key, id] of rows) {
        const keys = this.#deletedKeys.get(id)
        keys?.delete(key)
        if (keys?.size === 0) this.#deletedKeys.delete(id)
      }
    }
  }
}
