import type { KeptRecord } from '../../domain/keptRecord'
import { fileNumberOf } from '../../storage/archiveStore'
import type { AmendedArticles } from '../mending/amendedArticles'
import type { AmendedRows } from '../mending/amendedRows'
import type { PartShelf } from '../partShelf'
import type { TimeSlices } from '../timeSlices'
import { loadDecisionWork } from './decidedArticles'

/** Keys of articles that the index has without somebody, by the name under which a decision took them out. */
export type HiddenRows = readonly (readonly [name: string, keys: readonly number[]])[]

/**
 * Keeps the index to what was decided about names: of the articles that a decision changes, found by the index itself,
 * each is indexed anew.
 */
export class IndexDecisions {
  /** The decisions by which the index is made, but for articles that are noted as outdated. */
  applied: readonly KeptRecord[] = []
  readonly #hidden = new Map<string, Set<number>>()
  readonly #hiddenIn = new Map<number, readonly string[]>()
  #mayHaveChanged = true
  readonly #shelf: PartShelf
  readonly #rows: AmendedRows
  readonly #articles: AmendedArticles

  constructor(shelf: PartShelf, rows: AmendedRows, articles: AmendedArticles) {
    this.#shelf = shelf
    this.#rows = rows
    this.#articles = articles
  }

  /** Notes that decisions may have been made or taken back. */
  doubt(): void {
    this.#mayHaveChanged = true
  }

  /** Takes account of what was decided since it was last asked for. Says whether anything was. */
  async notice(slices: TimeSlices): Promise<boolean> {
    if (!this.#mayHaveChanged) return false
    this.#mayHaveChanged = false
    try {
      const records = await this.#articles.decided.learn()
      const before = this.applied
      if (records.length === 0 && before.length === 0) return false
      const work = await loadDecisionWork()
      this.#shelf.decide(work.namesDecidedBy(records))
      const keys = await work.keysChangedBetween(before, records, this.#surroundings(slices), null)
      if (keys === null) return false
      this.applied = records
      for (const key of keys) this.#rows.outdate(key)
      return true
    } catch (cause) {
      this.#mayHaveChanged = true
      throw cause
    }
  }

  /** Notes which articles of a file have to be indexed anew, since what was taken in was made without decisions. */
  async noticeFile(file: number, slices: TimeSlices): Promise<void> {
    if (this.applied.length === 0) return
    const inFile = (): number[] => [...this.#shelf.liveOrdinalsOf(file)].map((one) => this.#shelf.keyOf(one))
    try {
      const work = await loadDecisionWork()
      const keys = await work.keysChangedBetween([], this.applied, this.#surroundings(slices), file)
      for (const key of keys ?? []) this.#rows.outdate(key)
    } catch (cause) {
      for (const key of inFile()) this.#rows.outdate(key)
      throw cause
    }
  }

  /** Takes over by which decisions a stored state was made. What has changed since is noticed next. */
  resume(applied: readonly KeptRecord[], hidden: HiddenRows): void {
    this.applied = applied
    for (const [name, keys] of hidden) for (const key of keys) this.#hide(name, key)
    this.#mayHaveChanged = true
  }

  /** Notes whom the index lacks of an article that it has taken in. */
  noteHidden(key: number, names: readonly string[]): void {
    for (const name of this.#hiddenIn.get(key) ?? []) this.#hidden.get(name)?.delete(key)
    this.#hiddenIn.delete(key)
    for (const name of names) this.#hide(name, key)
  }

  /** Whom the index lacks, in the articles of these files. */
  hiddenRows(files: ReadonlySet<number>): HiddenRows {
    return [...this.#hidden].flatMap(([name, keys]) => {
      const kept = [...keys].filter((key) => files.has(fileNumberOf(key)))
      return kept.length === 0 ? [] : [[name, kept] as const]
    })
  }

  #hide(name: string, key: number): void {
    this.#hidden.set(name, (this.#hidden.get(name) ?? new Set()).add(key))
    this.#hiddenIn.set(key, [...(this.#hiddenIn.get(key) ?? []), name])
  }

  #surroundings(slices: TimeSlices) {
    return { shelf: this.#shelf, articles: this.#articles, hidden: this.#hidden, slices }
  }
}
