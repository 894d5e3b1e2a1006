import type { Article } from '../../domain/article'
import type { ArticleChange, MendCalls } from '../../domain/mending'
import { toArchiveError } from '../../domain/problem'
import type { ArchiveDependencies } from '../archiveDependencies'
import type { OpenParts } from '../openParts'
import type { StatusBoard } from '../statusBoard'
import { createBelongingCalls } from './articleBelongings'
import { drawAttachment } from './drawAttachment'
import { deciderOf, fieldsAskedFor, type ChangeTarget } from './decideChange'
import { isIndexedChange } from './indexedChange'

/** Articles read at once. */
const BATCH = 500

/** Articles of a deed that the index is awaited for. */
export const MOST_AWAITED = 2000

/** An article with some of its fields: thousands of them are held at once. */
function withFields(article: Article, fields: readonly (keyof Article)[]): Article {
  return Object.fromEntries(
    ['id' as const, ...fields].map((field) => [field, article[field]]),
  ) as unknown as Article
}

/** The articles that are to be changed, those that the archive holds. */
async function targetsOf(
  { held, startSlices }: OpenParts,
  ids: readonly string[],
  change: ArticleChange,
): Promise<readonly ChangeTarget[]> {
  const fields = fieldsAskedFor(change)
  const slices = startSlices()
  const targets: ChangeTarget[] = []
  for (let from = 0; from < ids.length; from += BATCH) {
    for (const found of await held.withIds(ids.slice(from, from + BATCH))) {
      if (found === null) continue
      const { id, replaces, title } = found.article
      targets.push({ id, replaces, title, article: withFields(found.article, fields) })
    }
    await slices.breathe()
  }
  return targets
}

/** Ids of the articles, as they are shown, that have a doubtful field. */
async function doubtfulAmong(
  { held, keeper, startSlices }: OpenParts,
  ids: readonly string[],
): Promise<readonly string[]> {
  const slices = startSlices()
  const doubtful: string[] = []
  for (let from = 0; from < ids.length; from += BATCH) {
    const found = await held.withIds(ids.slice(from, from + BATCH))
    const there = found.flatMap((one) => (one === null ? [] : [one.article]))
    for (const article of await keeper.amendments.articles.amend(there)) {
      if (article !== null && article.doubtful.length > 0) doubtful.push(article.id)
    }
    await slices.breathe()
  }
  return doubtful
}

/** The part of the archive that changes articles, and keeps things with them; see {@link MendCalls}. */
export function createMendCalls(
  { clock, drawPdfPage }: Pick<ArchiveDependencies, 'clock' | 'drawPdfPage'>,
  board: StatusBoard,
  opened: () => Promise<OpenParts>,
): MendCalls {
  /**
   * Brings the index to what was changed. That is stored by now, so that a failure here is one of the index alone. Of many
   * articles nobody waits for it: how far it has come is told in the status.
   */
  async function follow({ upkeep, tellOthers }: OpenParts, articles: number): Promise<void> {
    tellOthers()
    const following = upkeep.refresh().catch((cause: unknown) => {
      board.update({ failure: toArchiveError(cause) })
    })
    if (articles <= MOST_AWAITED) await following
  }

  return {
    async changeArticles(ids, change, by = '') {
      const decide = deciderOf(change)
      const parts = await opened()
      const targets = await targetsOf(parts, [...new Set(ids)], change)
      const at = clock().toISOString()
      const { amendments } = parts.store
      const deed = await amendments.amend({
        kind: change.kind,
        at,
        by,
        targets,
        decide,
        isIndexed: isIndexedChange,
      })
      if (deed.articles > 0) await follow(parts, deed.articles)
      return deed
    },

    deeds: async (limit) => (await opened()).store.amendments.deeds(limit),

    async undoDeed(number) {
      const parts = await opened()
      const changed = await parts.store.amendments.undo(number, clock().toISOString())
      // A restored backup may have changed records, too.
      board.noteRecordsChange()
      if (changed > 0) await follow(parts, changed)
      return changed
    },

    resultIds: async (query, limit) => (await opened()).reader.resultIds(query, limit),
    doubtfulAmong: async (ids) => doubtfulAmong(await opened(), ids),
    ...createBelongingCalls(clock, board, opened),
    attachmentPage: async (number, page) =>
      drawAttachment(drawPdfPage, (await opened()).store.belongings, number, page),
  }
}
