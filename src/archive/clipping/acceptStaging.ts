import type { Likeness } from '../../domain/clipping'
import type { Acceptance, StoredBatch } from '../../storage/batchStore'
import type { StagingParts } from './candidates'
import { finalRows, type FinalRow } from './finalRows'
import { acceptedBatches, ownCollection } from './ownCollection'
import { isReplacing, withdrawalOf } from './replacedCorrections'
import type { StagedRow } from './stagedRows'
import type { Staging } from './staging'

/** Rows whose id is changed at once. */
const BATCH = 500
/** Problems that are kept with an accepted batch. */
const KEPT_PROBLEMS = 500

/** Those of some ids under which the archive hides what a person deleted. */
async function deletedAmong(
  { keeper, store }: StagingParts,
  ids: Iterable<string>,
): Promise<readonly string[]> {
  const amended = await keeper.amendments.articles.amendedAmong(ids)
  const amendments = await store.amendments.withIds(amended)
  return amendments.flatMap((one) => (one?.isDeleted === true ? [one.articleId] : []))
}

/** The rows that come in, under ids that nothing else has: nothing that the archive shows, and nothing that it hides. */
async function rowsWithFreeIds(
  parts: StagingParts,
  rows: readonly StagedRow[],
): Promise<readonly FinalRow[]> {
  const { keeper, startSlices } = parts
  const slices = startSlices()
  // Most are asked for now, in slices; those that are made up afterwards are few.
  const known = new Set(rows.map(({ id }) => id))
  const taken = new Set(await deletedAmong(parts, known))
  for (const id of known) {
    if (keeper.keyOf(id) !== undefined) taken.add(id)
    await slices.breathe()
  }
  for (;;) {
    const final = finalRows(rows, (id) => taken.has(id) || (!known.has(id) && keeper.keyOf(id) !== undefined))
    const madeUp = final.flatMap(({ row, id }) => (id === row.id || row.decision === 'replace' ? [] : [id]))
    const hidden = await deletedAmong(parts, madeUp)
    if (hidden.length === 0) return final
    for (const id of hidden) taken.add(id)
  }
}

/** Gives staged articles their final ids where these are others than they are stored with. */
async function writeIds(
  { store }: StagingParts,
  staging: Staging,
  final: readonly FinalRow[],
): Promise<void> {
  const changed = final.filter(({ row, id }) => row.id !== id)
  for (let from = 0; from < changed.length; from += BATCH) {
    const some = changed.slice(from, from + BATCH)
    const keys = some.map(({ row }) => staging.keyOf(row.place))
    const [articles, clippings] = [await store.articlesAt(keys), await store.batches.clippingsAt(keys)]
    await store.batches.put(
      some.flatMap(({ id }, at) => {
        const [article, clipping] = [articles[at], clippings[at]]
        if (article === undefined || clipping === undefined) return []
        return [{ article: { ...article, id }, clipping: { ...clipping, articleId: id } }]
      }),
    )
  }
}

function acceptedRow(staging: Staging, final: readonly FinalRow[], acceptedAt: string): StoredBatch {
  const dates = final.flatMap(({ row }) => (row.date === null ? [] : [row.date]))
  let from: string | null = null
  let to: string | null = null
  for (const date of dates) {
    if (from === null || date < from) from = date
    if (to === null || date > to) to = date
  }
  const kinds = final.map(({ row }): Likeness['kind'] | null => row.likeness?.kind ?? null)
  const replaced = final.filter(isReplacing).map(({ id }) => id)
  return {
    ...staging.stored(KEPT_PROBLEMS),
    ...(replaced.length === 0 ? {} : { replaced }),
    state: 'accepted',
    acceptedAt,
    articles: final.length,
    taken: final.length,
    doubtful: final.filter(({ row }) => row.isDoubtful).length,
    alike: kinds.filter((kind) => kind !== null).length,
    dates: { from, to },
  }
}

/**
 * Takes in what was decided of a staged batch. What is written before the last step is as invisible as the rest of a
 * staged batch; the last step is one transaction. To be called by the one tab that writes, with an index that is up to
 * date. Corrections of what is replaced are taken back in the same step. Gives the batch as it is then.
 *
 * @param now ISO 8601 in UTC
 * @throws ArchiveError `batch-gone`; what the store fails with; the batch is staged as before
 */
export async function acceptStaging(
  parts: StagingParts,
  staging: Staging,
  now: string,
): Promise<StoredBatch> {
  const { store } = parts
  const rows = staging.rows.view('all')
  const final = await rowsWithFreeIds(parts, rows)
  await writeIds(parts, staging, final)
  const batches = acceptedBatches(await store.batches.all())
  // A clock that was set back does not bring a later batch behind an earlier one.
  const last = batches.at(-1)?.acceptedAt ?? ''
  const batch = acceptedRow(staging, final, now > last ? now : last)
  const collection = ownCollection([...batches, batch], await store.collections())
  const kept = new Set(final.map(({ row }) => row.place))
  const acceptance: Acceptance = {
    batch,
    lastPlace: staging.rows.lastPlace,
    skipped: staging.rows.gaps((place) => kept.has(place)),
    collection: collection!,
    withdrawal: await withdrawalOf(parts, staging, final, now),
  }
  try {
    return await store.batches.accept(acceptance)
  } catch (cause) {
    // The ids as they were, for what is decided next.
    await writeIds(
      parts,
      staging,
      final.map(({ row, id }) => ({ row: { ...row, id }, id: row.id })),
    ).catch(() => undefined)
    throw cause
  }
}
