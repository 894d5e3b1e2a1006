import type { PartialDate } from './article'
import { canonicalJson } from './canonicalJson'
import type { ChronicleEntry } from './chronicleEntry'
import { isRecord, toWellFormed } from './fieldText'
import type { KeptRecord } from './keptRecord'
import { isPartialDate } from './partialDate'

/** The three examinations (三审) in their order: 初审, 复审, 终审. */
export const REVIEW_STAGES = ['first', 'second', 'final'] as const
export type ReviewStage = (typeof REVIEW_STAGES)[number]

/** What a record of kind `review` about an entry holds. */
export interface ReviewContent {
  readonly stage: ReviewStage
  readonly by: string
  readonly on: PartialDate
  /** What was examined: day, words and evidence of the entry as {@link reviewedState} writes them. */
  readonly state: string
}

/** An examination of an entry. */
export interface EntryReview extends ReviewContent {
  readonly id: string
  readonly entryId: string
}

const LONGEST_STATE = 500_000
const LONGEST_REVIEWER = 200

/** The id of the examination of an entry: there is one of each stage. */
export function reviewId(entryId: string, stage: ReviewStage): string {
  return `${entryId}/${stage}`
}

/** What an examination holds for: an entry that is changed afterwards has to be examined again. */
export function reviewedState(entry: ChronicleEntry): string {
  const { date, dateWords, text, cardIds, isDisputed, remark } = entry
  return canonicalJson([date, dateWords, text, cardIds, isDisputed, remark])
}

/** The examination that a record is; `null` for one that was deleted, is about something else or holds something else. */
export function parseReview({ kind, id, about, content }: KeptRecord): EntryReview | null {
  if (kind !== 'review' || !isRecord(content)) return null
  const { by, on, state } = content
  const stage = REVIEW_STAGES.find((one) => one === content['stage'])
  if (stage === undefined || id !== reviewId(about, stage)) return null
  if (typeof by !== 'string' || typeof on !== 'string' || !isPartialDate(on)) return null
  return {
    id,
    entryId: about,
    stage,
    by: toWellFormed(by.slice(0, LONGEST_REVIEWER)),
    on,
    state: typeof state === 'string' ? state.slice(0, LONGEST_STATE) : '',
  }
}

/** Whether an examination holds for the entry as it is now. */
export function isReviewCurrent(review: EntryReview, entry: ChronicleEntry): boolean {
  return review.state === reviewedState(entry)
}
