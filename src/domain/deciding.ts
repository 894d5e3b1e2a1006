import type { KeptRecord } from './keptRecord'
import type { IdentitySuggestions } from './identitySuggestion'

/** What taking in the decisions of a file did. */
export interface DecisionMerge {
  readonly added: number
  /** Decisions that were there and changed: undone or done again by the other side, later. */
  readonly changed: number
  readonly deleted: number
  /** Decisions that are as they were. */
  readonly kept: number
}

/**
 * What the archive does with decisions about names beyond keeping them as records; articles follow by themselves.
 * Everything fails with an ArchiveError; nothing is half done.
 */
export interface DecisionCalls {
  /**
   * Takes in the records of a file, all or none: of each the one that was changed later stays, whichever side it is from.
   * What is no decision is left out.
   */
  mergeDecisions(records: readonly KeptRecord[]): Promise<DecisionMerge>
  /**
   * Who may be one person under two names, and which name may be that of two, and which offices
   * may be one, the likeliest first, at most `limit` of each. What was decided about is not suggested again. It is looked for in slices, and may take seconds.
   */
  identitySuggestions(limit: number): Promise<IdentitySuggestions>
}
