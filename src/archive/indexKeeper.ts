import type { ArticleIndex } from '../search/articleIndex'
import type { IndexPart } from '../search/parts/indexPart'
import {
  articleKey,
  articlesIn,
  fileNumberOf,
  type ArchiveStore,
  type StoredFile,
} from '../storage/archiveStore'
import type { CollectionProblem } from './articleConflicts'
import { RowKeys, runsOf } from './articleRuns'
import { IdSettlement, type FilesByNumber } from './idSettlement'
import { gapsOf, type IndexGap } from './indexGaps'
import { loadPartMaker } from './loadPartMaker'
import { IndexAmendments } from './mending/indexAmendments'
import { isIndexDamage, PartFiles, type PartFileNames } from './partFiles'
import { PartShelf } from './partShelf'
import { hasRow } from './rowSets'
import { openPublished, publishedNames } from './publishedIndex'
import type { SharedIds } from './sharedIds'
import type { TimeSlices } from './timeSlices'
import { coverOf, type VisibleFile } from './visibleFiles'

/** Articles read from the store at once, and indexed as one part in memory. */
const BATCH = 250

/** What one step towards what is visible has done. */
export interface IndexStep {
  /** Articles that were dealt with; 0 when there was nothing left to do. */
  readonly taken: number
  /** Articles that the index still lacks. */
  readonly lacking: number
  /** The collection of the articles that were dealt with, or `null`. */
  readonly collection: string | null
}

/**
 * Holds the search index and keeps it to what the collections show: of every visible article exactly one. Calls that
 * change it must not overlap.
 */
export class IndexKeeper {
  readonly shelf = new PartShelf()
  readonly files: PartFiles
  readonly amendments: IndexAmendments
  readonly startSlices: () => TimeSlices
  readonly #settlement: IdSettlement
  /** Raised when something has changed that the stored state tells of. */
  revision = 0
  /** Files that no part needs any more; to be deleted when a state without them is stored. */
  readonly obsolete = new Set<string>()
  #visible: readonly VisibleFile[] = []
  /** What the ids were settled for last. */
  #settledCover = coverOf([])
  /** Keys that the store promised and does not have. */
  readonly #absent = new Set<number>()
  readonly #store: ArchiveStore
  constructor(store: ArchiveStore, startSlices: () => TimeSlices) {
    this.#store = store
    this.startSlices = startSlices
    this.files = new PartFiles(store)
    this.amendments = new IndexAmendments(store, this.shelf)
    this.#settlement = new IdSettlement(store, this.shelf)
  }

  get index(): ArticleIndex {
    return this.shelf.index
  }

  /** The files whose articles are in the index; while it is brought up to date, those that go and those that come. */
  get visible(): readonly VisibleFile[] {
    return this.#visible
  }

  /** What stands behind the ids that several visible articles have. */
  get shared(): SharedIds {
    return this.#settlement.shared
  }

  /** Where the store has the article that is shown under an id. */
  keyOf(id: string): number | undefined {
    return this.shelf.keyOfId(id)
  }

  /** What is wrong with a collection's articles because others hold the same ids. */
  problemsOf(collection: string): CollectionProblem['problem'][] {
    return this.shared
      .problems()
      .filter((conflict) => conflict.collection === collection)
      .map(({ problem }) => problem)
  }

  /** Whether all articles of a file are in the index as they are now, or known to be hidden or deleted. */
  isIndexed(file: Pick<StoredFile, 'number' | 'articles' | 'skipped'>): boolean {
    const { number } = file
    if (this.amendments.rows.hasOutdated(number)) return false
    const passedOver = this.shared.hiddenOf(number) + this.#absentOf(number) + this.#deletedOf(number)
    return this.shelf.liveOf(number) + passedOver >= articlesIn(file)
  }

  /** Notes that the files of a part are needed no more, as soon as a state without it is stored. */
  giveUp(names: PartFileNames | null): void {
    if (names === null) return
    this.revision += 1
    this.obsolete.add(names.index)
    this.obsolete.add(names.texts)
  }

  /** Takes over which files are shown, and what stands behind shared ids, together with parts that tell of the same. */
  resume(visible: readonly VisibleFile[], shared: SharedIds): void {
    this.#visible = visible
    this.#settlement.shared = shared
    this.#settledCover = coverOf(visible)
  }

  /**
   * Takes one step towards what is visible: a published part or a batch of articles comes in; when none is left, what is
   * no longer visible goes. When a step fails, the index stays usable and the next call goes on.
   */
  async advance(visible: readonly VisibleFile[]): Promise<IndexStep> {
    const after: FilesByNumber = new Map(visible.map((file) => [file.number, file]))
    const slices = this.startSlices()
    await this.#welcome(visible, after)
    const gaps = this.#gaps(visible)
    const [gap] = gaps
    if (gap === undefined) {
      this.amendments.rows.renewAll()
      this.#removeGone(after)
      this.#visible = visible
      return { taken: 0, lacking: 0, collection: null }
    }
    const published = await this.#takeInPublished(gap, after, slices)
    const taken = published || (await this.#takeInBatch(gaps, after, slices))
    this.revision += 1
    const lacking = gaps.reduce((sum, { count }) => sum + count, -taken)
    return { taken, lacking, collection: gap.file.collection }
  }

  #absentOf(file: number): number {
    let absent = 0
    for (const key of this.#absent) if (fileNumberOf(key) === file) absent += 1
    return absent
  }

  #deletedOf(file: number): number {
    let deleted = 0
    for (const key of this.amendments.rows.deletedOf(file)) if (!this.shared.isHidden(key)) deleted += 1
    return deleted
  }

  #gaps(visible: readonly VisibleFile[]): readonly IndexGap[] {
    const lacking = visible.filter((file) => !this.isIndexed(file))
    if (lacking.length === 0) return []
    const { rows } = this.amendments
    const passedOver = new Set([...this.shared.hiddenKeys(), ...this.#absent])
    return lacking.flatMap((file) => {
      const passed = [...passedOver, ...rows.deletedOf(file.number)]
      return gapsOf(file, this.shelf, passed, rows.outdatedOf(file.number))
    })
  }

  /** Shows files for the collections that they belong to now, and settles the ids that this concerns. */
  async #welcome(visible: readonly VisibleFile[], after: FilesByNumber): Promise<void> {
    const cover = coverOf(visible)
    if (cover === this.#settledCover) return
    const isReordered = this.#visible.some((file) => after.get(file.number)?.precedence !== file.precedence)
    if (isReordered) await this.#settlement.settleAgain(after)
    for (const { number, collection } of visible) this.shelf.show(number, collection)
    this.#visible = [...this.#visible.filter(({ number }) => !after.has(number)), ...visible]
    this.#settledCover = cover
    this.revision += 1
  }

  #removeGone(after: FilesByNumber): void {
    this.amendments.rows.keepFiles((file) => after.has(file))
    for (const file of this.shelf.liveFiles()) {
      if (after.has(file)) continue
      for (const ordinal of this.shelf.liveOrdinalsOf(file)) this.shelf.remove(ordinal)
      this.revision += 1
    }
  }

  /** Takes in the index file that was published for a whole file; gives back how many articles it has, 0 without one. */
  async #takeInPublished(
    { file, count }: IndexGap,
    after: FilesByNumber,
    slices: TimeSlices,
  ): Promise<number> {
    const { number, articles, index } = file
    if (index === null || count !== articles || this.obsolete.has(index)) return 0
    // What is on the shelf and lacks all its articles has only such as were amended.
    if (this.shelf.liveOf(number) > 0 || this.shelf.hasFile(index)) return 0
    const part = await openPublished(this.#store, this.files, { number, articles, index }, slices)
    if (part === null) return 0
    try {
      const keys = new RowKeys([{ file: number, first: 1, count: articles }])
      const { lost, replaced } = await this.#settlement.contend(idsOf(part), keys, after, slices)
      const outdated = await this.amendments.outdatedOf(number, idsOf(part), slices)
      const names = publishedNames(index)
      this.shelf.attach({ part, keys, names, isPublished: true, tokens: 0, removed: lost }, replaced)
      this.amendments.outdate(outdated)
    } catch (cause) {
      part.close()
      if (!isIndexDamage(cause)) throw cause
      return 0
    }
    await this.amendments.decisions.noticeFile(number, slices)
    return articles
  }

  /** Indexes the next articles of the file of the first gap; gives back how many it has dealt with. */
  async #takeInBatch(gaps: readonly IndexGap[], after: FilesByNumber, slices: TimeSlices): Promise<number> {
    const wanted = firstKeysOf(gaps, BATCH)
    const rows = await this.amendments.articles.at(wanted)
    for (const key of wanted) this.#absent.add(key)
    for (const { key } of rows) this.#absent.delete(key)
    const keys = new RowKeys(runsOf(rows.map(({ key }) => key)))
    const ids = rows.map(({ id }) => id)
    // A deleted article goes before others of its id all the same: none of them is shown in its place.
    const { lost, replaced } = await this.#settlement.contend(ids, keys, after, slices)
    const chosen = rows.filter((_stored, row) => !hasRow(lost, row))
    const shown = chosen.flatMap(({ key, article }) => (article === null ? [] : [{ key, article }]))
    if (shown.length > 0) {
      const articles = shown.map(({ article }) => article)
      const { built, tokens } = await (await loadPartMaker()).build(articles, slices)
      const part = this.files.inMemory(built)
      const kept = new RowKeys(runsOf(shown.map(({ key }) => key)))
      this.shelf.attach(
        { part, keys: kept, names: null, isPublished: false, tokens, removed: null },
        replaced,
      )
    } else for (const ordinal of replaced) this.shelf.remove(ordinal)
    for (const { key, id, article, hidden } of chosen) {
      if (article === null) this.amendments.passOver(key, id)
      this.amendments.decisions.noteHidden(key, hidden)
    }
    for (const key of wanted) this.amendments.rows.renew(key)
    return wanted.length
  }
}

/** The keys of the first articles that a file lacks. */
function firstKeysOf(gaps: readonly IndexGap[], most: number): readonly number[] {
  const keys: number[] = []
  for (const { file, first, count } of gaps) {
    if (file !== gaps[0]?.file) break
    for (let place = first; place < first + count && keys.length < most; place++) {
      keys.push(articleKey(file.number, place))
    }
  }
  return keys
}

function* idsOf(part: IndexPart): Generator<string> {
  for (let row = 0; row < part.rows; row++) yield part.idOf(row)
}
