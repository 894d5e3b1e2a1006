import { dateOfDayNumber, dayNumber, isPartialDate, splitPartialDate } from '../../domain/partialDate'
import type { RelativeDate } from '../../domain/relativeDate'
import type { TextRange } from '../../domain/textRange'
import { fold } from '../fold'
import { dateContinuations } from './dateContinuations'
import { datelineOf, type Dateline } from './datelineOf'
import { dispatchDay, referenceOf, type DatedArticle, type DayReference } from './dayReference'
import { dateSigns, hasSigns, type DateSigns } from './dateSigns'
import { findDatesOfProse } from './findDates'
import { partialDateOf, type FoundDate } from './foundDate'
import { isWithin, quotedRanges } from './quotedRanges'
import {
  daysFromReference,
  isBareDay,
  isDayWord,
  isEdgeOfYear,
  isMonthAndDay,
  isMonthWord,
  isPlainWeekday,
  isWeekday,
  isYearWord,
  looksAhead,
  RELATIVE_WORDS,
} from './relativeWords'
import {
  dateInMonth,
  dateInYear,
  dayInNearestMonth,
  dayInNearestYear,
  dayInWeek,
  nearestWeekday,
} from './resolveDate'

/** A date that a text names, and how. */
export interface NamedDate extends RelativeDate {
  /** `written`: with its year. `dateline`: the day on which the report was sent. `relative`: all others. */
  readonly kind: 'written' | 'relative' | 'dateline'
}

/** Characters before and behind a word that tell whether it is one. */
const CONTEXT = 16

/** What the reading of an article has come to. */
interface Narration {
  /** What the day words of this paragraph are reckoned from. */
  reference: DayReference | null
  /** The year that the paragraph is in, the year that the one before ended in; `null` before one was named. */
  year: number | null
  yearBefore: number | null
  /** The day last named in this paragraph, and in the one before. */
  day: number | null
  dayBefore: number | null
}

type Reading = { readonly end: number; readonly date: string | null; readonly kind: NamedDate['kind'] }

const SENT_BEHIND = /^(?:[\p{Script=Han}]{0,2}专?[电讯])(?![\p{Script=Han}])/u
const PART_OF_DAY = /(?:上午|中午|下午|傍晚|晚上|晚间|凌晨|清晨)/uy

function behind(folded: string, end: number): string {
  return folded.slice(end, end + CONTEXT)
}

function ahead(folded: string, start: number): string {
  return folded.slice(Math.max(0, start - CONTEXT), start)
}

function fullDay(day: number | null): string | null {
  return day === null ? null : dateOfDayNumber(day)
}

function readDayWord(groups: Groups, folded: string, range: TextRange, narration: Narration): string | null {
  const word = groups['dayWord'] ?? ''
  if (!isDayWord(word, groups['part'], ahead(folded, range[0]), behind(folded, range[1]))) return null
  const offset = daysFromReference(word)
  if (offset !== null) {
    const day = narration.reference?.day ?? null
    return day === null ? null : dateOfDayNumber(day + offset)
  }
  const last = narration.day ?? narration.dayBefore
  return last === null ? null : dateOfDayNumber(word.startsWith('当') ? last : last + 1)
}

type Groups = Readonly<Record<string, string | undefined>>

/** The date of a match of {@link RELATIVE_WORDS}; `null` for what only looks like one. */
function readWord(groups: Groups, folded: string, range: TextRange, narration: Narration): string | null {
  const { reference } = narration
  if (groups['dayWord'] !== undefined) return readDayWord(groups, folded, range, narration)
  if (reference === null) return null
  const [start, end] = range
  const before = ahead(folded, start)
  const after = behind(folded, end)
  const { week, weekday, plainWeekday, month, year, bareDay } = groups
  if (week !== undefined && weekday !== undefined) {
    return reference.day !== null && isWeekday(after)
      ? fullDay(dayInWeek(week, weekday, reference.day))
      : null
  }
  if (plainWeekday !== undefined) {
    return reference.day !== null && isPlainWeekday(before, groups['plainPart'], after)
      ? fullDay(nearestWeekday(plainWeekday, reference.day, looksAhead(folded, start, end)))
      : null
  }
  if (month !== undefined)
    return isMonthWord(month, groups['dayOfMonth'] !== undefined, before, after)
      ? dateInMonth(groups, reference)
      : null
  if (year !== undefined) {
    const isPrecise = groups['monthOfYear'] !== undefined
    return isYearWord(year, isPrecise, before, after) ? dateInYear(groups, reference) : null
  }
  if (bareDay !== undefined) {
    return isBareDay(before, groups['barePart'], after)
      ? fullDay(dayInNearestMonth(Number(bareDay), reference, narration.day, looksAhead(folded, start, end)))
      : null
  }
  return isEdgeOfYear(before, after) ? String(reference.year).padStart(4, '0') : null
}

/** The date of a month and day without a year. */
function readMonthAndDay(found: FoundDate, folded: string, narration: Narration): string | null {
  const { reference, year, yearBefore } = narration
  if (reference === null || found.month === null || found.day === null || !found.isPossible) return null
  if (!isMonthAndDay(ahead(folded, found.start), behind(folded, found.dateEnd))) return null
  if (year !== null && year !== reference.year) return null
  const isAhead = year === reference.year || looksAhead(folded, found.start, found.dateEnd)
  const day = dayInNearestYear(found.month, found.day, reference, isAhead)
  const isFar = reference.day === null || day === null || Math.abs(day - reference.day) > 40
  // After a paragraph about another year only a day close to the issue is surely of this one.
  return year === null && yearBefore !== null && yearBefore !== reference.year && isFar ? null : fullDay(day)
}

function readWritten(
  found: FoundDate,
  folded: string,
  narration: Narration,
  dateline: Dateline | null,
): Reading {
  PART_OF_DAY.lastIndex = found.dateEnd
  const end = PART_OF_DAY.test(folded) ? PART_OF_DAY.lastIndex : found.dateEnd
  if (dateline?.date?.start === found.start) {
    return { end: found.dateEnd, date: fullDay(narration.reference?.day ?? null), kind: 'dateline' }
  }
  if (found.year !== null) return { end, date: partialDateOf(found), kind: 'written' }
  const kind = SENT_BEHIND.test(behind(folded, found.dateEnd)) ? 'dateline' : 'relative'
  return { end, date: found.notation === 'chinese' ? readMonthAndDay(found, folded, narration) : null, kind }
}

/** Takes down which day and year the text is at. */
function remember(narration: Narration, date: string): void {
  const parts = splitPartialDate(date)
  if (parts === null) return
  narration.year = parts.year
  if (parts.month !== null && parts.day !== null)
    narration.day = dayNumber(parts.year, parts.month, parts.day)
}

/** Finds the named dates of one paragraph, and takes down in `narration` what the next ones go on. */
function readParagraph(
  text: string,
  paragraph: number,
  foldText: () => string,
  narration: Narration,
  dateline: Dateline | null,
): readonly NamedDate[] {
  const signs = dateSigns(text)
  if (!hasSigns(signs)) return []
  const folded = foldText()
  let quoted: readonly TextRange[] | null = null
  const isQuoted = (at: number): boolean => isWithin((quoted ??= quotedRanges(text)), at)
  const named: NamedDate[] = []
  let end = 0
  const add = (start: number, until: number, date: string, kind: NamedDate['kind']): void => {
    named.push({ paragraph, start, end: until, text: text.slice(start, until), date, kind })
    remember(narration, date)
    end = until
  }
  const take = (start: number, { end: until, date, kind }: Reading): void => {
    // The calendar has an end: what lies before the year 1 or after 9999 is no date.
    if (date === null || !isPartialDate(date) || (kind === 'relative' && isQuoted(start))) return
    add(start, until, date, kind)
    if (narration.day === null || date.length !== 10 || kind === 'dateline') return
    for (const next of dateContinuations(folded, end, narration.day))
      add(next.start, next.end, next.date, kind)
  }
  for (const { start, found, word } of candidates(folded, signs)) {
    if (start < end) continue
    if (found !== null) {
      take(start, readWritten(found, folded, narration, dateline))
      // A date that could not be resolved is still the day that what follows would go on.
      if (found.year === null && end <= start) narration.day = null
      continue
    }
    const until = start + word[0].length
    const isSent = dateline?.date?.start === start
    const date = isSent
      ? fullDay(narration.reference?.day ?? null)
      : readWord(word.groups ?? {}, folded, [start, until], narration)
    take(start, { end: until, date, kind: isSent ? 'dateline' : 'relative' })
  }
  return named
}

type Candidate =
  | { readonly start: number; readonly found: FoundDate; readonly word: null }
  | { readonly start: number; readonly found: null; readonly word: RegExpExecArray }

/** Dates and words that may name one, by where they begin; of two at the same place the date is first. */
function candidates(folded: string, signs: DateSigns): readonly Candidate[] {
  const all: Candidate[] = []
  for (const found of findDatesOfProse(folded, signs)) all.push({ start: found.start, found, word: null })
  for (const start of signs.words) {
    RELATIVE_WORDS.lastIndex = start
    const word = RELATIVE_WORDS.exec(folded)
    if (word !== null) all.push({ start, found: null, word })
  }
  return all.sort((a, b) => a.start - b.start || (a.found === null ? 1 : -1))
}

/**
 * Every date that paragraphs name, in their order, none within another: written ones, and day words and the like as far
 * as it is clear what they mean. A dateline counts from its paragraph on; 本报讯 goes back to the day of the issue.
 * Who has the paragraphs folded already gives `foldedParagraph`, and spares folding them again.
 */
export function namedDates(
  paragraphs: readonly string[],
  article: DatedArticle,
  foldedParagraph: (paragraph: number) => string = (paragraph) => fold(paragraphs[paragraph] ?? ''),
): readonly NamedDate[] {
  const issue = referenceOf(article)
  const narration: Narration = { reference: issue, year: null, yearBefore: null, day: null, dayBefore: null }
  return paragraphs.flatMap((text, paragraph) => {
    const dateline = datelineOf(text)
    if (dateline !== null && dateline.date !== null) narration.reference = dispatchDay(dateline.date, issue)
    else if (dateline !== null && dateline.agency !== null) narration.reference = issue
    const named = readParagraph(text, paragraph, () => foldedParagraph(paragraph), narration, dateline)
    narration.yearBefore = narration.year ?? narration.yearBefore
    narration.dayBefore = narration.day
    narration.year = null
    narration.day = null
    return named
  })
}
