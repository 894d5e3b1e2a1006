import { isSameContent, supersedes, type ChangedContent } from './keptRecord'

/** What merging does with one thing of a file. */
export const MERGE_OUTCOMES = [
  /** It was not there, or was deleted and comes back. */
  'added',
  'changed',
  'deleted',
  /** Nothing that anybody sees changes. */
  'same',
  /** What is here was changed later, and stays. */
  'older',
  /** What the file has was deleted here later, and stays deleted. */
  'deletedHere',
] as const
export type MergeOutcome = (typeof MERGE_OUTCOMES)[number]

/** How many things of a file merging does what with. */
export type MergeCounts = Readonly<Record<MergeOutcome, number>> & {
  /** Of all of them, those that were changed here and there since files were last exchanged. */
  readonly conflicts: number
}

/** What merging does with a thing of a file, and whether it was changed here too. */
export interface MergeJudgement {
  readonly outcome: MergeOutcome
  readonly isConflict: boolean
}

/** No things at all. */
export const NO_MERGE: MergeCounts = {
  added: 0,
  changed: 0,
  deleted: 0,
  same: 0,
  older: 0,
  deletedHere: 0,
  conflicts: 0,
}

/**
 * What merging a thing of a file does, where something is here under its kind and id or nothing is. The later change
 * holds; it is a conflict when both were changed, to something else, since files were last exchanged.
 *
 * @param since the moment of the last exchange, ISO 8601 in UTC; an empty text when there was none
 */
export function mergeOutcome(
  given: ChangedContent,
  held: ChangedContent | undefined,
  since: string,
): MergeJudgement {
  if (held === undefined) return { outcome: given.content === null ? 'same' : 'added', isConflict: false }
  if (isSameContent(given, held)) return { outcome: 'same', isConflict: false }
  const isConflict = given.changedAt > since && held.changedAt > since
  if (!supersedes(given, held))
    return { outcome: held.content === null ? 'deletedHere' : 'older', isConflict }
  if (given.content === null) return { outcome: 'deleted', isConflict }
  return { outcome: held.content === null ? 'added' : 'changed', isConflict }
}

/** The counts with one more. */
export function countMerge(counts: MergeCounts, { outcome, isConflict }: MergeJudgement): MergeCounts {
  return {
    ...counts,
    [outcome]: counts[outcome] + 1,
    conflicts: counts.conflicts + (isConflict ? 1 : 0),
  }
}
