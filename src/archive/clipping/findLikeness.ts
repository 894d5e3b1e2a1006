import type { Article } from '../../domain/article'
import type { ClipDecision, Likeness } from '../../domain/clipping'
import { fold } from '../../text/fold'
import type { SignatureIndex } from '../../text/signatureIndex'
import { commonShare } from '../../text/textShingles'
import { articleShingles } from './archiveSignatures'

/** Articles with a smaller share in common are not told of. */
const NEAR_SHARE = 0.6
/** An article with the id of another whose text is as near as this is the same one. */
const SAME_SHARE = 0.9
/** Words in which signatures agree that are worth reading the texts for, and how many texts are read at most. */
const LEAST_WORDS = 2
const MOST_READ = 3

/** An article that another one may be like. */
export interface Candidate {
  readonly key: number
  readonly article: Article
  /** Its place, where it is in the same batch. */
  readonly place: number | null
}

/** A likeness, and where the other article is when it is in the same batch. */
export interface FoundLikeness {
  readonly likeness: Likeness
  readonly place: number | null
}

/** Keys of the texts that are most like one with this signature. */
export function similarKeys(index: SignatureIndex, signature: Uint32Array): readonly number[] {
  return index.similar(signature, LEAST_WORDS, MOST_READ).map(({ key }) => key)
}

function differs(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && fold(one) !== fold(other)
}

/** Whether two dates, each known to the day, the month or the year, cannot be one. */
function isOtherDate(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && !one.startsWith(other) && !other.startsWith(one)
}

/** Whether two articles stood in different newspapers or on different days: one text in both is printed twice. */
function isReprint(one: Article, other: Article): boolean {
  return differs(one.newspaper, other.newspaper) || isOtherDate(one.issueDate, other.issueDate)
}

/**
 * How an article is like another: `same` when it has its text, and stood in the same place as far as is known, or has its
 * id and nearly its text; `near` when they have much in common, or the id. `null` when they are two articles.
 */
function likenessTo(
  article: Article,
  shingles: Uint32Array,
  { article: other, place }: Candidate,
): Likeness | null {
  const share = commonShare(shingles, articleShingles(other))
  const hasId = article.id === other.id
  if (share < NEAR_SHARE && !hasId) return null
  const isSame = hasId ? share >= SAME_SHARE : share === 1 && !isReprint(article, other)
  return {
    kind: isSame ? 'same' : 'near',
    id: other.id,
    title: other.title,
    newspaper: other.newspaper ?? null,
    date: other.issueDate ?? other.publishedAt?.slice(0, 10) ?? null,
    share,
    isInBatch: place !== null,
  }
}

/** What counts more comes first: the same article, then one in the archive, then the greater share. */
function compareLikeness({ likeness: one }: FoundLikeness, { likeness: other }: FoundLikeness): number {
  return (
    Number(other.kind === 'same') - Number(one.kind === 'same') ||
    Number(one.isInBatch) - Number(other.isInBatch) ||
    other.share - one.share
  )
}

/** The candidate that an article is most like; `null` when it is like none. */
export function mostAlike(
  article: Article,
  shingles: Uint32Array,
  candidates: readonly Candidate[],
): FoundLikeness | null {
  const found = candidates.flatMap((candidate) => {
    const likeness = likenessTo(article, shingles, candidate)
    return likeness === null ? [] : [{ likeness, place: candidate.place }]
  })
  return found.sort(compareLikeness)[0] ?? null
}

/** What is done with an article while nobody has decided: nothing is lost, and nothing is there twice. */
export function defaultDecision(likeness: Likeness | null): ClipDecision {
  if (likeness === null) return 'take'
  return likeness.kind === 'same' ? 'skip' : 'keep'
}
