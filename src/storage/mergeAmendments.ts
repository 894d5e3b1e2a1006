import { amendmentContent, type TravellingAmendment } from '../domain/backup'
import { isSameContent, supersedes } from '../domain/keptRecord'
import type { AmendmentStep } from './amendmentSteps'
import { UNAMENDED, type DeedEntry, type StoredAmendment, type Undertaking } from './amendmentStore'

/**
 * What has to be written so that corrections of another device are in: of each article the one that was made later.
 *
 * @param find the amendments there are
 * @param version the greatest version so far
 */
export function mergeAmendments(
  given: readonly TravellingAmendment[],
  find: (id: string) => StoredAmendment | undefined,
  version: number,
  isIndexed: Undertaking['isIndexed'],
): AmendmentStep & { readonly version: number } {
  const amendments = new Map<string, StoredAmendment>()
  const entries: DeedEntry[] = []
  let last = version
  for (const { articleId, edit, isDeleted, changedAt, changedBy } of given) {
    const held = amendments.get(articleId) ?? find(articleId)
    const coming = amendmentContent({ edit, isDeleted, changedAt, changedBy })
    const standing = held === undefined ? undefined : amendmentContent(held)
    if (!supersedes(coming, standing)) continue
    if (held !== undefined && standing !== undefined && isSameContent(coming, standing)) {
      amendments.set(articleId, { ...held, changedAt, changedBy })
      continue
    }
    last += 1
    const before =
      held === undefined ? UNAMENDED : { edit: held.edit, isDeleted: held.isDeleted, content: held.content }
    const after = { edit, isDeleted, content: last }
    const isSeen = isIndexed(before, after)
    const indexed = isSeen ? last : (held?.indexed ?? 0)
    amendments.set(articleId, { articleId, ...after, version: last, indexed, changedAt, changedBy })
    // The trace of a correction that was taken back changes nothing where there was none.
    if (held !== undefined || coming.content !== null)
      entries.push({ id: articleId, before, after, isIndexed: isSeen })
  }
  return { amendments: [...amendments.values()], entries, version: last }
}
