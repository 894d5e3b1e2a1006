const SENTENCE_END = /[。！？!?;\n]/u
const OF_THE_PAST = /前|原|时任|已故|首任|第一任|曾|老/u
/** A sentence that tells a life or looks back: what it says of offices dates nothing. */
const LOOKS_BACK =
  /历任|曾任|先后任|先后担任|曾担任|生前|出生于|生于|籍贯|毕业于|参加工作|入党|\d{4}年(?:\d{1,2}月)?(?:至|到|—|-|–|起)|\d{4}[.年]\d{1,2}月?[—–-]|当年|回忆|年代/u

/** The sentence around a place of a text. */
function sentenceAround(text: string, at: number): string {
  let start = at
  while (start > 0 && at - start < 400 && !SENTENCE_END.test(text[start - 1]!)) start -= 1
  let end = at
  while (end < text.length && end - at < 400 && !SENTENCE_END.test(text[end]!)) end += 1
  return text.slice(start, end)
}

/** Whether an office is one of the day of the article, or told of the past. */
export function tenseOf(
  text: string,
  at: number,
  qualifiers: readonly string[],
): 'current' | 'retrospective' {
  const isPast = qualifiers.some((qualifier) => OF_THE_PAST.test(qualifier))
  return isPast || LOOKS_BACK.test(sentenceAround(text, at)) ? 'retrospective' : 'current'
}
