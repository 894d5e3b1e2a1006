import type { KeptRecord } from '../domain/keptRecord'
import type { Article } from '../domain/article'
import type {
  Batch,
  ClipDecision,
  FieldEvidence,
  Likeness,
  TableReading,
  TextChange,
} from '../domain/clipping'
import type { Deed } from '../domain/mending'
import type { Problem } from '../domain/problem'
import type { Undertaking } from './amendmentStore'
import type { PlaceRun } from './placeRun'
import type { StoredCollection } from './storedCollection'

/** A batch as the store keeps it; its articles are those of a file of its own. */
export interface StoredBatch extends Omit<Batch, 'tables' | 'problems'> {
  /** The number of its file. */
  readonly file: number
  readonly tables: readonly TableReading[]
  /** The problems that are kept, and how many there were. */
  readonly problems: readonly Problem[]
  readonly problemCount: number
  /** The earliest and the latest date of its articles; `null` without one. */
  readonly dates: { readonly from: string | null; readonly to: string | null }
  /** Ids of articles of the archive that it replaced when it was accepted; absent when none. */
  readonly replaced?: readonly string[]
}

/** How an article of a batch came to be: kept beside it, under the same key, for as long as its batch. */
export interface StoredClipping {
  readonly key: number
  /** The id of the article beside it. */
  readonly articleId: string
  readonly source: { readonly file: string; readonly row: number }
  readonly evidence: readonly FieldEvidence[]
  readonly changes: readonly TextChange[]
  readonly likeness: Likeness | null
  readonly decision: ClipDecision
  /** The number of the attachment that keeps the page it was read from; several articles may have one. */
  readonly original: number | null
}

/** An article of a batch with its clipping. */
export interface ClippedArticle {
  readonly article: Article
  readonly clipping: StoredClipping
}

/** What accepting a batch changes, all at once. */
export interface Acceptance {
  /** The batch as it is then. */
  readonly batch: StoredBatch
  /** The last place of its file that has an article. */
  readonly lastPlace: number
  /** Places up to there without an article: what is stored at them goes. */
  readonly skipped: readonly PlaceRun[]
  /** The collection of one's own, with the batch. */
  readonly collection: StoredCollection
  /** Takes back corrections of what is replaced; `null` when nothing is. */
  readonly withdrawal: Undertaking | null
}

/** A batch with the deed by which corrections were withdrawn, if that changed anything. */
export function withWithdrawal(batch: StoredBatch, deed: Deed | null): StoredBatch {
  if (deed === null || deed.articles === 0) return batch
  return { ...batch, withdrawn: { deed: deed.number, articles: deed.articles } }
}

/** The name of the file that holds the articles of a batch; no hash begins so. */
export function batchFileName(batch: string): string {
  return `batch:${batch}`
}

/** The batch whose articles a file of this name holds, or `null`. */
export function batchOfFile(name: string): string | null {
  return name.startsWith('batch:') ? name.slice('batch:'.length) : null
}

/** What the archive keeps of batches. Each call is one transaction; it fails as those of an ArchiveStore do. */
export interface BatchStore {
  /** All batches, in no order. */
  all(): Promise<readonly StoredBatch[]>
  get(id: string): Promise<StoredBatch | null>
  /** Makes room for a new batch and its file, which is not complete, so that nothing of it is visible. */
  begin(batch: Omit<StoredBatch, 'file'>): Promise<StoredBatch>
  /** Puts a batch's row in the place of the one before; one that is gone stays so. Says whether it was there. */
  save(batch: StoredBatch): Promise<boolean>
  /** Stores articles of a batch with their clippings, each in the place of what its key had. */
  put(rows: readonly ClippedArticle[]): Promise<void>
  /** Drops articles of a batch with their clippings. */
  drop(file: number, places: readonly PlaceRun[]): Promise<void>
  /** The clippings at these keys, in this order; `undefined` where there is none. */
  clippingsAt(keys: readonly number[]): Promise<readonly (StoredClipping | undefined)[]>
  /** Every clipping whose article has one of these ids, in accepted batches and others. */
  clippingsWithIds(ids: readonly string[]): Promise<readonly StoredClipping[]>
  /** Ids of the articles of a batch. */
  articleIds(file: number): Promise<readonly string[]>
  /**
   * Accepts a batch: what is skipped goes, its file is complete, the collection names it, and corrections are withdrawn.
   * Gives the batch, with that deed if it changed anything. Fails with `batch-gone`, and changes nothing, when the batch is
   * not staged.
   */
  accept(acceptance: Acceptance): Promise<StoredBatch>
  /**
   * Takes an accepted batch out: its row, clippings and originals go, and the collection no longer names it (`null`:
   * there is no such collection any more). Its articles are left to {@link clear}. Corrections that were withdrawn when it
   * was accepted are put back, unless they have been already; `redress` is done after that, and `trace` is kept of it.
   */
  undo(
    batch: StoredBatch,
    collection: StoredCollection | null,
    redress: Undertaking | null,
    trace?: KeptRecord,
  ): Promise<void>
  /** Drops a batch with everything that was stored for it, its file too; one that is gone is no error. */
  clear(id: string): Promise<void>
}
