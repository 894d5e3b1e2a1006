import type { Article } from '../../domain/article'
import { deriveArticleId } from '../../domain/articleId'
import type { BatchRow, BatchView, ClipDecision } from '../../domain/clipping'
import type { ArticleEdit } from '../../domain/articleEdit'
import { ArchiveError } from '../../domain/problem'
import type { ClippedArticle, StoredClipping } from '../../storage/batchStore'
import { textSignature } from '../../text/textSignature'
import { amendArticle } from '../mending/amendArticle'
import { parseEdit, parseEditFor } from '../mending/parseEdit'
import { articleShingles } from './archiveSignatures'
import { Candidates, keysToCompare, type StagingParts } from './candidates'
import { defaultDecision, mostAlike, type FoundLikeness } from './findLikeness'
import type { StagedRow } from './stagedRows'
import { asBatchRow, type Staging } from './staging'

/** Rows whose decision is written at once. */
const BATCH = 500

async function clippedAt({ store }: StagingParts, staging: Staging, places: readonly number[]) {
  const keys = places.map((place) => staging.keyOf(place))
  const [articles, clippings] = [await store.articlesAt(keys), await store.batches.clippingsAt(keys)]
  return keys.flatMap((_key, at): ClippedArticle[] => {
    const [article, clipping] = [articles[at], clippings[at]]
    return article === undefined || clipping === undefined ? [] : [{ article, clipping }]
  })
}

/** Rows as they are shown: their people as it was decided, so that they look as they will in the archive. */
async function shownRows(
  { keeper }: StagingParts,
  clipped: readonly ClippedArticle[],
): Promise<readonly BatchRow[]> {
  const decided = await keeper.amendments.articles.decided.decide(clipped.map(({ article }) => article))
  return clipped.map((one, at) => asBatchRow({ ...one, article: decided[at]?.article ?? one.article }))
}

function rowAt(staging: Staging, place: number): StagedRow {
  const row = staging.rows.get(place)
  if (row !== undefined) return row
  throw new ArchiveError('unexpected', String(place), 'the batch has no such row')
}

/** Rows of one view of a batch. */
export async function rowsOfView(
  parts: StagingParts,
  staging: Staging,
  view: BatchView,
  offset: number,
  limit: number,
): Promise<readonly BatchRow[]> {
  const rows = staging.rows.view(view).slice(offset, offset + limit)
  const places = rows.map(({ place }) => place)
  return shownRows(parts, await clippedAt(parts, staging, places))
}

/** Where a row stands in a view of a batch, or would stand, and the row; `null` where there is none, and 0. */
export async function findRow(
  parts: StagingParts,
  staging: Staging,
  view: BatchView,
  place: number,
): Promise<{ readonly index: number; readonly row: BatchRow | null }> {
  const [clipped] = staging.rows.get(place) === undefined ? [] : await clippedAt(parts, staging, [place])
  if (clipped === undefined) return { index: 0, row: null }
  const [row = null] = await shownRows(parts, [clipped])
  return { index: staging.rows.indexIn(view, place), row }
}

/** Decides about one row, or about every row that is like another. */
export async function decideRows(
  parts: StagingParts,
  staging: Staging,
  place: number | null,
  decision: ClipDecision,
): Promise<void> {
  const rows = place === null ? staging.rows.view('alike') : [rowAt(staging, place)]
  const isPossible = (row: StagedRow): boolean => row.likeness !== null || decision !== 'replace'
  const changed = rows.filter((row) => row.decision !== decision && isPossible(row))
  for (let from = 0; from < changed.length; from += BATCH) {
    const some = changed.slice(from, from + BATCH)
    const clipped = await clippedAt(
      parts,
      staging,
      some.map((row) => row.place),
    )
    await parts.store.batches.put(
      clipped.map(({ article, clipping }) => ({ article, clipping: { ...clipping, decision } })),
    )
    for (const row of some) staging.rows.set({ ...row, decision })
  }
}

/** An edited article: what was edited is no longer doubtful, and an id that its fields make follows them. */
function edited(article: Article, edit: ArticleEdit): Article {
  const amended = amendArticle(article, parseEditFor(edit, article))
  const doubtful =
    edit.doubtful === undefined
      ? amended.doubtful.filter((field) => !Object.hasOwn(edit, field))
      : amended.doubtful
  const isDerived = article.id === deriveArticleId(article)
  return { ...amended, doubtful, id: isDerived ? deriveArticleId(amended) : article.id }
}

async function likenessNow(
  parts: StagingParts,
  staging: Staging,
  place: number,
  article: Article,
): Promise<FoundLikeness | null> {
  const own = staging.keyOf(place)
  const shingles = articleShingles(article)
  const keys = keysToCompare(parts, staging, article, textSignature(shingles)).filter((key) => key !== own)
  const candidates = new Candidates(parts, staging, new Map())
  await candidates.read(keys)
  return mostAlike(article, shingles, candidates.of(keys))
}

/** What was decided holds on for as long as the article is like the same other one. */
function decisionNow(clipping: StoredClipping, found: FoundLikeness | null): ClipDecision {
  const [before, after] = [clipping.likeness, found?.likeness ?? null]
  const isAsBefore = before?.id === after?.id && before?.kind === after?.kind
  return isAsBefore ? clipping.decision : defaultDecision(after)
}

/**
 * Changes fields of a staged article, and gives the row as it is then.
 *
 * @throws ArchiveError `edit-malformed`
 */
export async function editRow(
  parts: StagingParts,
  staging: Staging,
  place: number,
  edit: ArticleEdit,
): Promise<BatchRow> {
  const row = rowAt(staging, place)
  const parsed = parseEdit(edit)
  const [clipped] = await clippedAt(parts, staging, [place])
  if (clipped === undefined) throw new ArchiveError('batch-gone', staging.id, 'its rows are gone')
  const article = edited(clipped.article, parsed)
  const found = await likenessNow(parts, staging, place, article)
  const decision = decisionNow(clipped.clipping, found)
  const likeness = found?.likeness ?? null
  const clipping = { ...clipped.clipping, articleId: article.id, likeness, decision }
  await parts.store.batches.put([{ article, clipping }])
  const like =
    found === null ? null : { kind: found.likeness.kind, id: found.likeness.id, place: found.place }
  staging.rows.set({
    ...staging.rows.rowOf(place, clipping.source.file, article, like, decision),
    file: row.file,
  })
  const [shown] = await shownRows(parts, [{ article, clipping }])
  return shown!
}

/** The article that a staged one is like, as it is shown; `null` when it is gone. */
export async function likeArticleOf(
  parts: StagingParts,
  staging: Staging,
  place: number,
): Promise<Article | null> {
  const { likeness } = rowAt(staging, place)
  if (likeness === null) return null
  const key = likeness.place === null ? parts.keeper.keyOf(likeness.id) : staging.keyOf(likeness.place)
  if (key === undefined) return null
  const [article] = await parts.store.articlesAt([key])
  if (article === undefined || likeness.place !== null) return article ?? null
  return (await parts.keeper.amendments.articles.amend([article]))[0] ?? null
}
