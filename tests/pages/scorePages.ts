import { SCORED_FIELDS, type FieldValue, type PageTruth, type ScoredField } from './pageTruth'

/** What a reader took from a page as one article: the scored fields, and the names of those it doubts. */
export type ReadFields = Readonly<Partial<Record<ScoredField, FieldValue | undefined>>> & {
  readonly doubtful: readonly string[]
}

/** What became of one field: *missing* is a value of the truth that the reader left empty. */
export interface FieldOutcome {
  readonly page: string
  readonly field: ScoredField
  readonly outcome: 'right' | 'wrong' | 'missing'
  readonly isDoubtful: boolean
  readonly expected: FieldValue | undefined
  readonly found: FieldValue | undefined
}

/** The figures of a set of pages; shares are between 0 and 1, and 1 or 0 where there was nothing to judge. */
export interface PageScore {
  readonly fields: number
  readonly right: number
  readonly rightShare: number
  /** Wrong fields that the reader did not doubt: none is allowed. */
  readonly wrongUndoubted: readonly FieldOutcome[]
  /** The share of the right fields that were doubted. */
  readonly doubtedShare: number
  /** Everything that is not right. */
  readonly misses: readonly FieldOutcome[]
}

/**
 * A text as it is compared. The rules say nothing of the width of a space or of invisible marks (zero width,
 * direction), so neither decides; nor do the dashes with which a 副题 is printed.
 */
function comparableText(text: string, field: ScoredField): string {
  const plain = text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return field === 'subtitle' ? plain.replace(/^[—－―-]+\s*/, '') : plain
}

/** A value as it is compared; null where the field is absent, which an empty text or list is as well. */
function comparable(value: FieldValue | undefined, field: ScoredField): string | null {
  if (value === undefined || value.length === 0) return null
  const texts = typeof value === 'string' ? [value] : value
  return JSON.stringify(texts.map((text) => comparableText(text, field)))
}

/** Judges one field: right when equal to the truth or to another value that the truth allows, or absent in both. */
export function judgeField(
  page: string,
  field: ScoredField,
  truth: PageTruth,
  reading: ReadFields,
): FieldOutcome {
  const [expected, found] = [truth[field], reading[field]]
  const allowed = [expected, ...(truth.alsoRight?.[field] ?? [])].map((value) => comparable(value, field))
  const read = comparable(found, field)
  const outcome = allowed.includes(read) ? 'right' : read === null ? 'missing' : 'wrong'
  return { page, field, outcome, isDoubtful: reading.doubtful.includes(field), expected, found }
}

const judgeArticle = (page: string, truth: PageTruth, reading: ReadFields): readonly FieldOutcome[] =>
  SCORED_FIELDS.map((field) => judgeField(page, field, truth, reading))

const countRight = (outcomes: readonly FieldOutcome[]): number =>
  outcomes.filter(({ outcome }) => outcome === 'right').length

/** An article that was not found, or that is none: every field of it is wrong, and nothing was doubted. */
function unmatched(page: string, side: { truth?: PageTruth; reading?: ReadFields }): readonly FieldOutcome[] {
  return SCORED_FIELDS.map((field) => ({
    page,
    field,
    outcome: 'wrong' as const,
    isDoubtful: false,
    expected: side.truth?.[field],
    found: side.reading?.[field],
  }))
}

/**
 * Judges a page. As many readings as truths are matched in their order; otherwise each truth takes the reading
 * that has most of its fields, title or paragraphs among them, and what is left over on either side is wrong.
 */
export function judgePage(
  page: string,
  truths: readonly PageTruth[],
  readings: readonly ReadFields[],
): readonly FieldOutcome[] {
  if (truths.length === readings.length) {
    return truths.flatMap((truth, at) => judgeArticle(page, truth, readings[at]!))
  }
  const left = [...readings]
  const outcomes = truths.flatMap((truth) => {
    const candidates = left
      .map((reading) => ({ reading, judged: judgeArticle(page, truth, reading) }))
      .filter(({ judged }) =>
        judged.some(
          ({ field, outcome }) => outcome === 'right' && (field === 'title' || field === 'paragraphs'),
        ),
      )
      .sort((one, other) => countRight(other.judged) - countRight(one.judged))
    const best = candidates[0]
    if (!best) return unmatched(page, { truth })
    left.splice(left.indexOf(best.reading), 1)
    return best.judged
  })
  return [...outcomes, ...left.flatMap((reading) => unmatched(page, { reading }))]
}

/** The figures over the fields of all pages. */
export function scorePages(outcomes: readonly FieldOutcome[]): PageScore {
  const right = countRight(outcomes)
  const doubted = outcomes.filter(({ outcome, isDoubtful }) => outcome === 'right' && isDoubtful).length
  return {
    fields: outcomes.length,
    right,
    rightShare: outcomes.length === 0 ? 1 : right / outcomes.length,
    wrongUndoubted: outcomes.filter(({ outcome, isDoubtful }) => outcome === 'wrong' && !isDoubtful),
    doubtedShare: right === 0 ? 0 : doubted / right,
    misses: outcomes.filter(({ outcome }) => outcome !== 'right'),
  }
}
