import { articleDate, type Article, type PersonInArticle } from '../../domain/article'
import type { SplitCondition } from '../../domain/decision'
import { daySpan } from '../../domain/partialDate'

function includesAny(
  wanted: readonly string[] | undefined,
  found: readonly (string | null | undefined)[],
): boolean {
  return (
    wanted === undefined || found.some((one) => one !== null && one !== undefined && wanted.includes(one))
  )
}

/** Whether the date of an article lies within two dates for sure. */
function isWithin(article: Article, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true
  const date = articleDate(article)
  const days = date === null ? null : daySpan(date)
  if (days === null) return false
  const first = from === undefined ? null : daySpan(from)
  const last = to === undefined ? null : daySpan(to)
  return (first === null || days.first >= first.first) && (last === null || days.last <= last.last)
}

/** Whether an article is among those that a decision names by their ids. */
export function isAmong({ id, replaces }: Pick<Article, 'id' | 'replaces'>, ids: readonly string[]): boolean {
  return ids.includes(id) || replaces.some((one) => ids.includes(one))
}

/** Whether a person of an article is the one whom a condition means. */
export function isMeant(article: Article, person: PersonInArticle, when: SplitCondition): boolean {
  const mentions = person.officeMentions ?? []
  return (
    (when.articles === undefined || isAmong(article, when.articles)) &&
    includesAny(when.offices, [...person.offices, ...mentions.map(({ office }) => office)]) &&
    includesAny(when.places, [
      ...article.places,
      article.dateline?.place,
      ...mentions.map(({ jurisdiction }) => jurisdiction),
    ]) &&
    includesAny(when.newspapers, [article.newspaper]) &&
    isWithin(article, when.from, when.to)
  )
}
