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

/** The days that a passage names, exact ones first, and the one that was last named before it. */
function daysOfPassage(named: readonly NamedDate[], spans: readonly TextSpan[]): readonly PartialDate[] {
  const first = spans[0]
  const inside = named.filter(({ paragraph, start, end }) =>
    spans.some(([at, from, to]) => at === paragraph && start >= from && end <= to),
  )
  const before = named.findLast(
    ({ paragraph, end, date }) =>
      date.length > 4 &&
      first !== undefined &&
      (paragraph < first[0] || (paragraph === first[0] && end <= first[1])),
  )
  const exact = inside.filter(({ date }) => date.length > 4)
  return [...exact, ...inside, ...(before === undefined ? [] : [before])].map(({ date }) => date)
}

/** The days of an article's own time: those that it names beside its issue (昨天, 6月30日), and its own. */
function daysOfArticle(named: readonly NamedDate[], article: Article): readonly PartialDate[] {
  const own = articleDate(article)
  const days = named.filter(({ kind, date }) => kind === 'relative' && date.length === 10)
  return [...days.map(({ date }) => date), ...(own === null ? [] : [own])]
}

/** A newspaper tells of what was before its issue: such days stand before that of the issue and what is announced. */
function pastFirst(days: readonly PartialDate[], article: Article): readonly PartialDate[] {
  const { issueDate, medium = 'newspaper' } = article
  if (issueDate === undefined || medium !== 'newspaper') return days
  return [...days.filter((day) => day < issueDate), ...days.filter((day) => day >= issueDate)]
}

/**
 * The days that may be that of the event: what the article says itself, what the passage says, or the article of its own
 * time where it is taken whole, then all others that it names.
 */
function offeredDays(article: Article, spans: readonly TextSpan[]): readonly PartialDate[] {
  const named = namedDates(article.paragraphs, article).filter(({ kind }) => kind !== 'dateline')
  const offered = [
    ...(article.eventDate === undefined ? [] : [article.eventDate]),
    ...pastFirst(daysOfPassage(named, spans), article),
    ...pastFirst(daysOfArticle(named, article), article),
    ...named.filter(({ date }) => date.length > 4).map(({ date }) => date),
  ]
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
