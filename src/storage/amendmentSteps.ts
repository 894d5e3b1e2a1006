import { laterMoment } from '../domain/laterMoment'
import {
  amendmentFor,
  UNAMENDED,
  type AmendedContent,
  type AmendmentTarget,
  type DeedEntry,
  type StoredAmendment,
  type Undertaking,
} from './amendmentStore'

/** Articles that are changed in one go, in a store that reads and writes in pieces. */
export const TARGETS_OF_A_STEP = 1000

/** Some amendments to be stored, and what they are of a deed. */
export interface AmendmentStep {
  readonly amendments: readonly StoredAmendment[]
  readonly entries: readonly DeedEntry[]
}

function contentOf(amendment: StoredAmendment | undefined): AmendedContent {
  if (amendment === undefined) return UNAMENDED
  const { edit, isDeleted, content } = amendment
  return { edit, isDeleted, content }
}

/** What was changed, when and by whom; the moment may be no later than that of what stands. */
interface Change {
  readonly articleId: string
  readonly content: AmendedContent
  readonly version: number
  readonly isIndexed: boolean
  readonly at: string
  readonly by: string
}

function nextAmendment(
  { articleId, content, version, isIndexed, at, by }: Change,
  before: StoredAmendment | undefined,
): StoredAmendment {
  return {
    articleId,
    ...content,
    version,
    indexed: isIndexed ? version : (before?.indexed ?? 0),
    changedAt: laterMoment(at, before?.changedAt ?? ''),
    changedBy: by,
  }
}

/**
 * Decides about some articles of a deed.
 *
 * @param find the amendments there are
 * @param version the greatest version so far
 */
export function amendTargets<Target extends AmendmentTarget>(
  { decide, isIndexed, at, by = '' }: Pick<Undertaking<Target>, 'decide' | 'isIndexed' | 'at' | 'by'>,
  targets: readonly Target[],
  find: (id: string) => StoredAmendment | undefined,
  version: number,
): AmendmentStep {
  const amendments: StoredAmendment[] = []
  const entries: DeedEntry[] = []
  for (const target of targets) {
    const standing = amendmentFor(target, find)
    const before = contentOf(standing)
    const decided = decide(target, before)
    if (decided === null) continue
    const own = version + amendments.length + 1
    const after = { edit: decided.edit, isDeleted: decided.isDeleted, content: own }
    const entry = { id: target.id, before, after, isIndexed: isIndexed(before, after) }
    entries.push(entry)
    const change = { articleId: target.id, content: after, version: own, isIndexed: entry.isIndexed, at, by }
    amendments.push(nextAmendment(change, standing))
  }
  return { amendments, entries }
}

/**
 * What puts back some articles of a deed.
 *
 * @param isUndone whether the deed is taken back now, so that it is done again
 * @param at when this is done
 */
export function undoEntries(
  entries: readonly DeedEntry[],
  isUndone: boolean,
  find: (id: string) => StoredAmendment | undefined,
  version: number,
  at: string,
): readonly StoredAmendment[] {
  const amendments: StoredAmendment[] = []
  for (const { id, before, after, isIndexed } of entries) {
    const [from, to] = isUndone ? [before, after] : [after, before]
    const standing = find(id)
    if (standing?.content !== from.content) continue
    const own = version + amendments.length + 1
    const change = { articleId: id, content: to, version: own, isIndexed, at, by: standing.changedBy }
    amendments.push(nextAmendment(change, standing))
  }
  return amendments
}

/** By what a deed is told in the log: the title of the first of these articles that it changed; an empty text for none. */
export function titleOfDeed(targets: readonly AmendmentTarget[], entries: readonly DeedEntry[]): string {
  const [first] = entries
  return targets.find(({ id }) => id === first?.id)?.title ?? ''
}
