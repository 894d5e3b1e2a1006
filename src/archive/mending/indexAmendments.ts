import type { ArchiveStore } from '../../storage/archiveStore'
import { UNAMENDED } from '../../storage/amendmentStore'
import { IndexDecisions } from '../identity/indexDecisions'
import type { PartShelf } from '../partShelf'
import type { TimeSlices } from '../timeSlices'
import { AmendedArticles } from './amendedArticles'
import { AmendedRows, type DeletedRow } from './amendedRows'
import { changedArticlesSince, type ChangedArticles } from './changedArticles'
import { isIndexedChange } from './indexedChange'

/** Amendments looked up at once. */
const BATCH = 500

/** Articles that the index has otherwise than they are now, by their ids. */
export type OutdatedArticles = ChangedArticles['outdated']

/**
 * Keeps the index to what a person has amended. An article that was deleted leaves it at once; one that was changed is
 * found as it was until it is indexed anew.
 */
export class IndexAmendments {
  readonly articles: AmendedArticles
  readonly rows = new AmendedRows()
  readonly decisions: IndexDecisions
  readonly #store: ArchiveStore
  readonly #shelf: PartShelf

  constructor(store: ArchiveStore, shelf: PartShelf) {
    this.#store = store
    this.#shelf = shelf
    this.articles = new AmendedArticles(store)
    this.decisions = new IndexDecisions(shelf, this.rows, this.articles)
  }

  /** Takes account of what was amended and decided since it was last asked for. Says whether anything was. */
  async notice(slices: TimeSlices): Promise<boolean> {
    const isAmended = await this.#noticeAmendments(slices)
    return (await this.decisions.notice(slices)) || isAmended
  }

  async #noticeAmendments(slices: TimeSlices): Promise<boolean> {
    const { amendments } = this.#store
    const version = await amendments.version()
    if (version === this.rows.version) return false
    if (this.#shelf.size === 0 && this.rows.isEmpty()) {
      // What comes into the index comes amended; ids that are read after the version are all that it knows.
      await this.articles.know(await amendments.ids())
      this.rows.version = version
      return true
    }
    const changed = await this.#changedSince(this.rows.version)
    for (const [id, { isDeleted }] of changed.outdated) {
      this.#outdateOne(id, isDeleted)
      await slices.breathe()
    }
    this.rows.version = changed.version
    return true
  }

  /** What was amended after a version of a state that is stored; this need not have noticed it yet. */
  async changedSince(version: number): Promise<OutdatedArticles> {
    if (version >= this.rows.version) return new Map()
    return (await this.#changedSince(version)).outdated
  }

  /**
   * Takes over what a stored state passes over as deleted, once its parts are on the shelf. Gives the keys of articles
   * that other parts, such as were there before, are not to show.
   *
   * @param outdated what was amended after that state
   */
  resume(deleted: readonly DeletedRow[], outdated: OutdatedArticles): readonly number[] {
    const gone = this.rows.outdatedKeys()
    this.rows.renewAll()
    for (const [key, id] of deleted) if (!outdated.has(id)) this.rows.passOver(key, id)
    this.outdate(outdated)
    return [...gone, ...this.rows.deletedRows().map(([key]) => key)]
  }

  /** Takes deleted articles out of the index, and notes which others are to be indexed anew. */
  outdate(outdated: OutdatedArticles): void {
    for (const [id, { isDeleted }] of outdated) this.#outdateOne(id, isDeleted)
  }

  /** Takes an article that is deleted out of the index, if it is there, and passes it over from now on. */
  passOver(key: number, id: string): void {
    const { index } = this.#shelf
    const ordinal = index.size === 0 ? -1 : index.ordinalOf(id)
    if (ordinal >= 0 && this.#shelf.keyOf(ordinal) === key) this.#shelf.remove(ordinal)
    this.rows.passOver(key, id)
  }

  /** Which articles of a stored file the index is to have otherwise than a part of it that was made of the file alone. */
  async outdatedOf(file: number, ids: Iterable<string>, slices: TimeSlices): Promise<OutdatedArticles> {
    const outdated = new Map<string, { readonly isDeleted: boolean }>()
    if (!(await this.articles.isAnyAmended())) return outdated
    const replacing = new Map(
      (await this.#store.replacementsIn(file)).map(({ id, replaces }) => [id, replaces]),
    )
    const amended = await this.articles.amendedAmong(ids)
    await slices.breathe()
    const candidates = [...new Set([...amended, ...replacing.keys()])].map((id) => ({
      id,
      replaces: replacing.get(id) ?? [],
    }))
    for (let from = 0; from < candidates.length; from += BATCH) {
      const some = candidates.slice(from, from + BATCH)
      const find = await this.articles.amendmentsFor(some)
      for (const candidate of some) {
        const amendment = find(candidate)
        if (amendment === undefined || !isIndexedChange(UNAMENDED, amendment)) continue
        outdated.set(candidate.id, { isDeleted: amendment.isDeleted })
      }
    }
    return outdated
  }

  #changedSince(version: number): Promise<ChangedArticles> {
    return changedArticlesSince(this.#store, version, (amendments) => this.articles.learn(amendments))
  }

  #outdateOne(id: string, isDeleted: boolean): void {
    const { index } = this.#shelf
    this.rows.takeUp(id)
    const ordinal = index.size === 0 ? -1 : index.ordinalOf(id)
    if (ordinal < 0) return
    const key = this.#shelf.keyOf(ordinal)
    if (isDeleted) this.passOver(key, id)
    else this.rows.outdate(key)
  }
}
