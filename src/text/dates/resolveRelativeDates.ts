import type { RelativeDate } from '../../domain/relativeDate'
import type { DatedArticle } from './dayReference'
import { namedDates } from './namedDates'

/**
 * What the day words of paragraphs mean (今天, 昨天下午, 上月, 本月15日, 去年12月, 上周三, 7月1日), reckoned from the
 * dateline (本报大阪6月27日电), else the issue date, else the day of the posting. What is not clear is left out: a wrong
 * date is worse than none. Left out are 日前 and 近日, words in quotation marks, 今天 for the present and 明天 for the
 * future. Empty without any day to reckon from.
 *
 * @param reference the article's issue date, posting and dateline field; `{}` where none is known
 */
export function resolveRelativeDates(
  paragraphs: readonly string[],
  reference: DatedArticle,
): readonly RelativeDate[] {
  return namedDates(paragraphs, reference)
    .filter((named) => named.kind !== 'written')
    .map(({ paragraph, start, end, text, date }) => ({ paragraph, start, end, text, date }))
}
