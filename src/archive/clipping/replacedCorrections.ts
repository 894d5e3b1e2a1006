import type { ArticleEdit } from '../../domain/articleEdit'
import type { AmendedContent, AmendmentTarget, Undertaking } from '../../storage/amendmentStore'
import type { StoredBatch } from '../../storage/batchStore'
import type { OpenParts } from '../openParts'
import { isIndexedChange, isSameValue, type AmendmentDecision } from '../mending/indexedChange'
import type { StagingParts } from './candidates'
import type { FinalRow } from './finalRows'
import type { Staging } from './staging'

/** Articles read at once. */
const BATCH = 500

/** Whether a row comes in the place of an article of the archive. */
export function isReplacing({ row, id }: FinalRow): boolean {
  return row.decision === 'replace' && row.likeness?.place === null && row.likeness.id === id
}

/** What is left of amendments when they do not hold for a text: tags, which tell of what is written and not how. */
function withoutCorrections({ edit: { tags } }: Pick<AmendedContent, 'edit'>): AmendmentDecision {
  const edit: ArticleEdit = tags === undefined ? {} : { tags }
  return { edit, isDeleted: false }
}

/** What is decided, or `null` where it makes no difference. */
function unlessSame(before: AmendedContent, after: AmendmentDecision): AmendmentDecision | null {
  const isSame = before.isDeleted === after.isDeleted && isSameValue(before.edit, after.edit)
  return isSame ? null : after
}

/**
 * Takes back corrections of articles of the archive that others come in the place of, and a deletion since they were
 * compared: what somebody corrected in one text does not hold for another. Tags stay. `null` when none is replaced.
 *
 * @param at ISO 8601 in UTC
 */
export async function withdrawalOf(
  { store }: StagingParts,
  staging: Staging,
  final: readonly FinalRow[],
  at: string,
): Promise<Undertaking | null> {
  const replacing = final.filter(isReplacing)
  if (replacing.length === 0) return null
  const targets: AmendmentTarget[] = []
  for (let from = 0; from < replacing.length; from += BATCH) {
    const some = replacing.slice(from, from + BATCH)
    const articles = await store.articlesAt(some.map(({ row }) => staging.keyOf(row.place)))
    for (const [place, { id }] of some.entries()) {
      const { replaces = [], title = '' } = articles[place] ?? {}
      targets.push({ id, replaces, title })
    }
  }
  return {
    kind: 'restore',
    at,
    targets,
    decide: (_target, before) => unlessSame(before, withoutCorrections(before)),
    isIndexed: isIndexedChange,
  }
}

/**
 * Once a batch has been taken out, and the corrections that were withdrawn for it are back: brings the other articles
 * that it replaced to what was made of them before it, so that corrections of their replacements do not hold for them.
 * `null` when nobody has amended any of them.
 *
 * @param batch as it is before it is taken out
 * @param at ISO 8601 in UTC
 */
export async function redressOf(
  { store, keeper, held }: Pick<OpenParts, 'store' | 'keeper' | 'held'>,
  { replaced = [], withdrawn }: Pick<StoredBatch, 'replaced' | 'withdrawn'>,
  at: string,
): Promise<Undertaking | null> {
  const amended = await keeper.amendments.articles.amendedAmong(replaced)
  if (amended.length === 0) return null
  const entries = withdrawn === undefined ? [] : await store.amendments.entriesOf(withdrawn.deed)
  const former = new Map(entries.map(({ id, before }) => [id, before]))
  const targets: AmendmentTarget[] = []
  for (let from = 0; from < amended.length; from += BATCH) {
    const some = amended.slice(from, from + BATCH)
    for (const [place, found] of (await held.withIds(some)).entries()) {
      targets.push({ id: some[place]!, replaces: [], title: found?.article.title ?? '' })
    }
  }
  return {
    kind: 'restore',
    at,
    targets,
    decide: ({ id }, now) => unlessSame(now, former.get(id) ?? withoutCorrections(now)),
    isIndexed: isIndexedChange,
  }
}
