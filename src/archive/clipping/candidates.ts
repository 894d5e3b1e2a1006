import type { Article } from '../../domain/article'
import { articleKey, fileNumberOf } from '../../storage/archiveStore'
import type { OpenParts } from '../openParts'
import { similarKeys, type Candidate } from './findLikeness'
import type { Staging } from './staging'

/** What staging works with. */
export type StagingParts = Pick<OpenParts, 'store' | 'keeper' | 'startSlices'>

/** Where articles that another may be like are: in the archive under their keys, or among what is staged. */
export class Candidates {
  readonly #parts: StagingParts
  readonly #staging: Staging
  /** Articles that are on their way into the store, by key. */
  readonly #coming: ReadonlyMap<number, Article>
  readonly #read = new Map<number, Article>()

  constructor(parts: StagingParts, staging: Staging, coming: ReadonlyMap<number, Article>) {
    this.#parts = parts
    this.#staging = staging
    this.#coming = coming
  }

  /** Reads what is behind some keys, so that {@link of} can tell. */
  async read(keys: Iterable<number>): Promise<void> {
    const { store, keeper } = this.#parts
    const missing = [...new Set(keys)].filter((key) => !this.#coming.has(key) && !this.#read.has(key))
    const rows = await store.articlesAt(missing)
    const found = missing.flatMap((key, at) => {
      const article = rows[at]
      return article === undefined ? [] : [{ key, article }]
    })
    const shown = await keeper.amendments.articles.amend(found.map(({ article }) => article))
    for (const [at, { key, article }] of found.entries()) {
      const isStaged = fileNumberOf(key) === this.#staging.file
      // What is hidden behind another article, or deleted, is not in the archive.
      const asShown = isStaged ? article : keeper.keyOf(article.id) === key ? shown[at] : null
      if (asShown !== null && asShown !== undefined) this.#read.set(key, asShown)
    }
  }

  of(keys: readonly number[]): readonly Candidate[] {
    return keys.flatMap((key): Candidate[] => {
      const article = this.#coming.get(key) ?? this.#read.get(key)
      const place = fileNumberOf(key) === this.#staging.file ? key - articleKey(this.#staging.file, 0) : null
      const isLeaving = place !== null && this.#staging.leaving.has(place)
      return article === undefined || isLeaving ? [] : [{ key, article, place }]
    })
  }
}

/** Keys of the articles that one may be like: those with its id, and those whose text is most like its own. */
export function keysToCompare(
  { keeper }: StagingParts,
  staging: Staging,
  article: Article,
  signature: Uint32Array,
): readonly number[] {
  const inArchive = keeper.keyOf(article.id)
  const inBatch = staging.rows.withId(article.id)
  return [
    ...new Set([
      ...(inArchive === undefined ? [] : [inArchive]),
      ...(inBatch === undefined ? [] : [staging.keyOf(inBatch.place)]),
      ...similarKeys(staging.signatures, signature),
    ]),
  ]
}
