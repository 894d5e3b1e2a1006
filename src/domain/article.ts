/** A calendar date known to the day, the month or only the year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type PartialDate = string

/** What the paragraphs of an article are: the whole text, a part of it, an uncorrected scan, or words of an editor about it. */
export const TEXT_KINDS = ['full', 'excerpt', 'ocr', 'digest'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

/** Where a report appeared; it decides the form of its citation. */
export const MEDIA = ['newspaper', 'broadcast', 'magazine', 'web', 'agency', 'other'] as const
export type Medium = (typeof MEDIA)[number]

export const NAME_KINDS = ['full', 'surname', 'masked', 'foreign'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** Paragraph number (−1 is the title) with start and end in UTF-16 units, end exclusive. */
export type TextSpan = readonly [paragraph: number, start: number, end: number]

/** An office that the text gives a person, where it stands and how it is said. */
export interface OfficeMention {
  readonly office: string
  readonly at: TextSpan
  readonly kind: 'stated' | 'joined' | 'listed' | 'collective'
  readonly event: 'appointed' | 'removed' | null
  readonly tense: 'current' | 'retrospective'
  readonly qualifiers: readonly string[]
  readonly jurisdiction: string | null
}

/** A person as one article names them; offices are verbatim, collectives such as 市领导 included. */
export interface PersonInArticle {
  readonly name: string
  readonly offices: readonly string[]
  readonly honours?: readonly string[]
  readonly kind?: NameKind
  readonly confidence?: 'certain' | 'possible'
  readonly mentions?: readonly TextSpan[]
  readonly officeMentions?: readonly OfficeMention[]
}

/** One article of a newspaper or of another medium, as the archive keeps it. Lists that the input lacks are empty. */
export interface Article {
  readonly id: string
  readonly title: string
  readonly kicker?: string
  readonly subtitle?: string
  /** The site's breadcrumb or the archive's own classification, widest first. */
  readonly category: readonly string[]
  readonly newspaper?: string
  readonly medium?: Medium
  readonly issueDate?: PartialDate
  readonly edition?: string
  /** As printed, without 第 and 版; several are separated by a comma. */
  readonly page?: string
  readonly pageTitle?: string
  /** The printed column (专栏), which is not the category. */
  readonly column?: string
  readonly textKind: TextKind
  readonly dateline?: { readonly place?: string; readonly date?: string }
  /** The posting on the web, Beijing time: `YYYY-MM-DDTHH:mm`, or the day alone where no time is known. */
  readonly publishedAt?: string
  /** The day on which what is told happened, where it is known. */
  readonly eventDate?: PartialDate
  readonly places: readonly string[]
  readonly authors: readonly string[]
  readonly url?: string
  readonly paragraphs: readonly string[]
  readonly people: readonly PersonInArticle[]
  readonly tags: readonly string[]
  readonly rights?: string
  /** Fields that were inferred and that nobody has confirmed yet. */
  readonly doubtful: readonly string[]
  /** A note on how the text was established against its source (校勘记). */
  readonly textNote?: string
  /** Who compared the text with the printed page, and on which day; without it, it is as the web has it (据网页). */
  readonly verified?: { readonly by: string; readonly on: PartialDate }
  /** Ids under which this article was known before. */
  readonly replaces: readonly string[]
  /** Input fields that the archive does not know, kept and exported again. */
  readonly extra: Readonly<Record<string, unknown>>
}

/** The date by which an article is filtered and sorted: its issue date, else the day of its posting, else none. */
export function articleDate(article: Pick<Article, 'issueDate' | 'publishedAt'>): PartialDate | null {
  return article.issueDate ?? article.publishedAt?.slice(0, 10) ?? null
}

/** The pages an article stands on, as printed; none where the page is not known. */
export function articlePages(article: Pick<Article, 'page'>): readonly string[] {
  return (article.page ?? '')
    .split(/[,，、]/)
    .map((page) => page.trim())
    .filter((page) => page !== '')
}
