import type { PartialDate } from '../../domain/article'
import { dayNumber, splitPartialDate } from '../../domain/partialDate'
import { useMessages } from '../../locales/useMessages'

/** Dates in the words of the interface language. */
export function useDateWording() {
  const { t, tm, rt, locale } = useMessages()

  /** A partial date in full words: 2012 年 7 月 1 日; as written where it is no date. */
  function longDate(date: PartialDate): string {
    const parts = splitPartialDate(date)
    if (parts === null || locale.value === 'en') return date
    const { year, month, day } = parts
    if (month === null) return t('dates.year', { year })
    return day === null ? t('dates.month', { year, month }) : t('dates.day', { year, month, day })
  }

  /** The day of the week of a full date; an empty string for a month or a year. */
  function weekday(date: PartialDate): string {
    const parts = splitPartialDate(date)
    if (parts === null || parts.month === null || parts.day === null) return ''
    const names = tm('dates.weekdays')
    const name = names[(((dayNumber(parts.year, parts.month, parts.day) + 4) % 7) + 7) % 7]
    return name === undefined ? '' : rt(name)
  }

  return { longDate, weekday }
}
