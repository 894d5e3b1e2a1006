/** The fields of a clipping that are scored, as an article names them. */
export const SCORED_FIELDS = [
  'title',
  'kicker',
  'subtitle',
  'category',
  'newspaper',
  'issueDate',
  'page',
  'publishedAt',
  'authors',
  'paragraphs',
] as const
export type ScoredField = (typeof SCORED_FIELDS)[number]

/** What a field holds: a text, or a list of texts. */
export type FieldValue = string | readonly string[]

/** What a reader should take from a page. A field that the page does not give is absent. */
export interface PageTruth {
  readonly title: string
  readonly kicker?: string
  readonly subtitle?: string
  readonly category?: readonly string[]
  readonly newspaper?: string
  readonly issueDate?: string
  readonly page?: string
  readonly publishedAt?: string
  readonly authors?: readonly string[]
  readonly paragraphs: readonly string[]
  /** What the page also gives, and what is not scored: the name of the printed page, the printed column. */
  readonly optional?: { readonly pageTitle?: string; readonly column?: string }
  /** Other values that the rules allow as well, with the reason beside them in the layout. */
  readonly alsoRight?: Readonly<Partial<Record<ScoredField, readonly FieldValue[]>>>
}

/** A page as it is pasted or saved, with what it holds: one article, several in their order, or none. */
export interface WrittenPage {
  readonly text: string
  readonly truth: PageTruth | readonly PageTruth[] | 'no article'
}

/** The truths of a page as a list. */
export function truthsOf({ truth }: WrittenPage): readonly PageTruth[] {
  if (truth === 'no article') return []
  return 'title' in truth ? [truth] : truth
}
