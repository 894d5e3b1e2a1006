import type { Suggestion } from '../domain/suggestion'
import { fold } from '../text/fold'

/** Earlier searches that hold what is being typed and are not just that, in their order; all of them where nothing is typed. */
export function recentSearchesWith(
  typed: string,
  recent: readonly string[],
  limit: number,
): readonly Suggestion[] {
  const wanted = fold(typed.trim())
  return recent
    .filter((words) => fold(words).includes(wanted) && fold(words) !== wanted)
    .slice(0, limit)
    .map((value) => ({ kind: 'recent', value, count: null }))
}
