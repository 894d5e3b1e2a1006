import { dateOfDayNumber } from '../../domain/partialDate'
import { readChineseNumber } from './chineseNumber'
import { dayOf } from './resolveDate'

/** A month and day, or a day, that goes on a date: 7月4日至7日, 6月30日、7月1日. */
const CONTINUATION =
  /\s?(?:至|到|—{1,2}|-|~|、|和|及|与|或)\s?(?<number>(?:(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月)?(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})日)(?!内|游|元)/uy

/**
 * The days that go on a day which ends at `from` in a folded text: 、5日 and 至7月2日 behind 7月1日. They rise; what does
 * not come after `first`, the day number of that day, is none.
 */
export function* dateContinuations(
  folded: string,
  from: number,
  first: number,
): Generator<{ readonly start: number; readonly end: number; readonly date: string }> {
  let at = from
  let last = first
  for (;;) {
    CONTINUATION.lastIndex = at
    const match = CONTINUATION.exec(folded)
    if (match === null) return
    const [year, month] = dateOfDayNumber(last).split('-').map(Number) as [number, number]
    const groups = match.groups ?? {}
    const nextMonth = groups['month'] === undefined ? month : (readChineseNumber(groups['month']) ?? 0)
    const day = dayOf(
      nextMonth < month ? year + 1 : year,
      nextMonth,
      readChineseNumber(groups['day'] ?? '') ?? 0,
    )
    if (day === null || day <= last) return
    last = day
    const end = at + match[0].length
    yield { start: end - (groups['number'] ?? '').length, end, date: dateOfDayNumber(day) }
    at = end
  }
}
