import { articleDate, type Article, type PartialDate } from '../../domain/article'
import { daySpan } from '../../domain/partialDate'
import type { DatedArticle } from './dayReference'
import { namedDates } from './namedDates'

/** Days before and after the article's date that count as told of: two centuries and ten years. */
const LONGEST_BACK = 73_050
const LONGEST_AHEAD = 3_653
/** A chronicle of more days than these is told of by its first ones. */
const MOST_DAYS = 256

/**
 * The days, and the months where no day is said, that an article's text tells of, rising, each once: dates that are
 * written with their year, and day words as far as they are clear. Years alone are none, and neither is the day of a
 * dateline, which says when the report was sent; the day of the issue is one only where the text says 今天 or the like.
 * Dates more than 200 years before or 10 after the article's are left out, and so is what comes after the first 256.
 *
 * @param foldedParagraph gives a paragraph folded, where that is at hand
 */
export function eventDays(
  article: DatedArticle & Pick<Article, 'paragraphs'>,
  foldedParagraph?: (paragraph: number) => string,
): readonly PartialDate[] {
  const own = daySpan(articleDate(article) ?? '')
  const days = new Set<PartialDate>()
  for (const { date, kind } of namedDates(article.paragraphs, article, foldedParagraph)) {
    // Most dates of an article are told over and over.
    if (kind === 'dateline' || date.length === 4 || days.has(date)) continue
    const span = daySpan(date)
    const isNear =
      span !== null &&
      (own === null || (span.first >= own.first - LONGEST_BACK && span.last <= own.last + LONGEST_AHEAD))
    if (isNear) days.add(date)
    if (days.size === MOST_DAYS) break
  }
  return [...days].sort()
}
