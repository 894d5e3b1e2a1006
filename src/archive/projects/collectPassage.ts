import { articleDate, type Article, type PartialDate, type TextSpan } from '../../domain/article'
import { cardSource } from '../../domain/card'
import { textOfSpans } from '../../domain/cardStanding'
import type { CollectedPassage } from '../../domain/collecting'
import { namedDates, type NamedDate } from '../../text/dates/namedDates'

/** The most days that are offered as that of the event. */
const MOST_DAYS = 8

/** Spans that lie in the text, cut where they go beyond it; those that hold nothing are left out. */
function spansWithin(paragraphs: readonly string[], spans: readonly TextSpan[]): readonly TextSpan[] {
  return spans.flatMap(([paragraph, start, end]): readonly TextSpan[] => {
    const { length } = paragraphs[paragraph] ?? ''
    const [from, to] = [Math.max(0, start), Math.min(end, length)]
    return from < to ? [[paragraph, from, to]] : []
  })
}

/**
 * The days that may be that of the event: what the article says itself, the days that the passage names or that were last
 * named before it, those of the rest of the article, and the day of the article. Of the passage also years alone, last.
 */
function offeredDays(article: Article, spans: readonly TextSpan[]): readonly PartialDate[] {
  const named = namedDates(article.paragraphs, article).filter(({ kind }) => kind !== 'dateline')
  const days = named.filter(({ date }) => date.length > 4)
  const first = spans[0]
  const isInside = ({ paragraph, start, end }: NamedDate): boolean =>
    spans.some(([at, from, to]) => at === paragraph && start >= from && end <= to)
  const isBefore = ({ paragraph, end }: NamedDate): boolean =>
    first !== undefined && (paragraph < first[0] || (paragraph === first[0] && end <= first[1]))
  const offered = [
    article.eventDate,
    ...days.filter(isInside).map(({ date }) => date),
    ...named.filter(isInside).map(({ date }) => date),
    days.filter(isBefore).at(-1)?.date,
    ...days.map(({ date }) => date),
    articleDate(article),
  ].filter((day) => day !== undefined && day !== null)
  return [...new Set(offered)].slice(0, MOST_DAYS)
}

/** A passage of an article as it is to be kept, the whole article without spans; `null` when it holds nothing. */
export function collectPassage(article: Article, spans: readonly TextSpan[]): CollectedPassage | null {
  const { paragraphs } = article
  const found = spansWithin(paragraphs, spans)
  const text = spans.length === 0 ? paragraphs.join('\n') : textOfSpans(paragraphs, found)
  if (text.trim() === '') return null
  return { source: cardSource(article), spans: found, text, days: offeredDays(article, found) }
}
