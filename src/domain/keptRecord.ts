import { canonicalJson } from './canonicalJson'

/** What kinds of things a user makes beside the articles. */
export const RECORD_KINDS = [
  /** A note on an article or a passage of it; about the article. */
  'note',
  /** A picture or PDF of the printed page (报影), without its content; about the article. */
  'scan',
  /** The trace of a batch that was taken out again; it has no content. */
  'batch',
  /** A bookmark; about the article. */
  'bookmark',
  /** How far an article was read; about the article. */
  'reading',
  /** A search that is kept, with what was seen of it. */
  'savedSearch',
  /** A 课题. */
  'project',
  /** A 资料卡: a passage that was collected; about its project. */
  'card',
  /** An entry of a 大事记; about its project. */
  'entry',
  /** A decision about names, people and offices. */
  'decision',
  /** What somebody said of an article or an entry: 初审, 复审, 终审; about that. */
  'review',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/**
 * Something the user made. Records travel between devices as they are: each says when it was last changed and by whom,
 * and one that was deleted leaves a trace, so that files of two people merge both ways to the same.
 */
export interface KeptRecord<Content = unknown> {
  readonly kind: RecordKind
  /** Unique among the records of its kind on every device: random, or derived from what it is about. */
  readonly id: string
  /** The id of the article or project that it belongs to; empty for none. */
  readonly about: string
  /** Plain JSON; `null` when it was deleted. */
  readonly content: Content | null
  /** ISO 8601 in UTC with milliseconds. */
  readonly changedAt: string
  /** The name of who changed it last; empty when none was given. */
  readonly changedBy: string
}

/** What decides which of two changes of one thing holds. */
export type ChangedContent = Pick<KeptRecord, 'about' | 'content' | 'changedAt' | 'changedBy'>

/** Whether two changes say the same, whenever and by whom. */
export function isSameContent(
  one: Pick<KeptRecord, 'about' | 'content'>,
  other: Pick<KeptRecord, 'about' | 'content'>,
): boolean {
  return canonicalJson([one.about, one.content]) === canonicalJson([other.about, other.content])
}

/**
 * Whether a record goes in the place of the one that is there: the one that was changed later. Of two that were changed
 * in the same millisecond it is always the same one, whichever came first.
 */
export function supersedes(one: ChangedContent, other: ChangedContent | undefined): boolean {
  if (other === undefined) return true
  if (one.changedAt !== other.changedAt) return one.changedAt > other.changedAt
  const [left, right] = [one, other].map(({ changedBy, about, content }) =>
    canonicalJson([changedBy, about, content]),
  ) as [string, string]
  return left > right
}

/** A record as it shall be; when and by whom it was changed is added where it is written. */
export type RecordChange = Pick<KeptRecord, 'kind' | 'id' | 'about' | 'content'>
