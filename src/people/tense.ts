const SENTENCE_END = /[。！？!?;\n]/u
const OF_THE_PAST = /前|原|时任|已故|首任|第一任|曾|老/u
/** What holds on the day whatever else the sentence tells: 1961年生，1980年参加工作，现任局长. */
const OF_THE_DAY = /^(?:现任|拟任)$/u
const DIES = /^(?:同志|先生|女士|老人|将军)?,?(?:因病|因|于|在)?[^。;]{0,40}(?:逝世|病逝|去世|辞世|与世长辞)/u
const YEAR =
  /(?<![\d.])(?<year>1[89]\d\d|20\d\d)年(?!代|(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出?生|参加|入党|加入|毕业))/gu

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

/** Whether qualifiers say that an office is held, or proposed, on the day of the article. */
export function isOfTheDay(qualifiers: readonly string[]): boolean {
  return qualifiers.some((qualifier) => OF_THE_DAY.test(qualifier))
}

/** Whether an office is one of the day of the article, or told of the past. */
export function tenseOf(
  text: string,
  at: number,
  qualifiers: readonly string[],
): 'current' | 'retrospective' {
  if (isOfTheDay(qualifiers)) return 'current'
  const isPast = qualifiers.some((qualifier) => OF_THE_PAST.test(qualifier))
  return isPast || LOOKS_BACK.test(sentenceAround(text, at)) ? 'retrospective' : 'current'
}

/** Whether the sentence tells the death of somebody whose name ends at `end`: they hold their office no more. */
export function diesIn(text: string, end: number): boolean {
  return DIES.test(text.slice(end, end + 60))
}

/**
 * Whether what stands at a place of a text is told of a year before that of the article, by the last year that its sentence
 * names before it (1988年当选会长); never where the article has no date or the sentence no year.
 */
export function isOfAnEarlierYear(text: string, at: number, year: number | null): boolean {
  if (year === null) return false
  let start = at
  while (start > 0 && at - start < 400 && !SENTENCE_END.test(text[start - 1]!)) start -= 1
  const last = [...text.slice(start, at).matchAll(YEAR)].at(-1)?.groups?.['year']
  return last !== undefined && Number(last) < year
}
