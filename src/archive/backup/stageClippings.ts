import { parseArticle } from '../../domain/parseArticle'
import { ArchiveError } from '../../domain/problem'
import type { TravellingBatch, TravellingClipping } from '../../domain/travellingRows'
import { articleKey, type ArchiveStore } from '../../storage/archiveStore'
import type { ClippedArticle, StoredBatch } from '../../storage/batchStore'
import type { PlaceRun } from '../../storage/placeRun'

/** A batch of a backup on its way in: stored, and invisible. */
export interface ComingBatch {
  readonly stored: StoredBatch
  readonly acceptedAt: string
  /** Numbers of its originals here, by their number in the backup. */
  readonly originals: Map<number, number>
  readonly skipped: PlaceRun[]
  articles: number
  lastPlace: number
}

/** A batch as it is before it is visible. */
export function unseenBatch(batch: TravellingBatch): Omit<StoredBatch, 'file'> {
  const { replaced, ...told } = batch
  const seen = { state: 'reading', acceptedAt: null, taken: batch.articles } as const
  return { ...told, ...seen, ...(replaced.length > 0 && { replaced }) }
}

function malformed(reason: string): ArchiveError {
  return new ArchiveError('backup-refused', 'damaged', reason)
}

/**
 * Stores articles of coming batches with their clippings; those of others are passed over.
 *
 * @throws ArchiveError `backup-refused` for what is no article, or stands at no place
 */
export async function stageClippings(
  store: ArchiveStore,
  coming: ReadonlyMap<string, ComingBatch>,
  rows: readonly TravellingClipping[],
): Promise<void> {
  const clipped: ClippedArticle[] = []
  for (const { batch, place, article: written, original, ...clipping } of rows) {
    const into = coming.get(batch)
    if (into === undefined) continue
    const { article } = parseArticle(written)
    if (article === null || place <= into.lastPlace) {
      throw malformed(`there is no article at place ${String(place)} of ${batch}`)
    }
    if (place > into.lastPlace + 1) {
      into.skipped.push({ first: into.lastPlace + 1, count: place - into.lastPlace - 1 })
    }
    into.lastPlace = place
    into.articles += 1
    const key = articleKey(into.stored.file, place)
    const kept = original === null ? null : (into.originals.get(original) ?? null)
    clipped.push({ article, clipping: { ...clipping, key, articleId: article.id, original: kept } })
  }
  if (clipped.length > 0) await store.batches.put(clipped)
}
