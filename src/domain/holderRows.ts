import { dateOfDayNumber } from './partialDate'
import type { OfficeHolder } from './peopleRecord'
import { tenureSpan } from './tenureSpan'

/** How the cells of a table of holders are worded. */
export interface HolderWords {
  readonly acting: string
  /** Behind the month of a report in office, where the appointment or the end was not reported. */
  readonly seen: string
  readonly evidence: Readonly<Record<'appointed' | 'held' | 'removed', string>>
}

/**
 * The holders of an office as rows of a table: 职务、姓名、任职起止（年月）、依据, then other offices and gaps. The
 * evidence is told by the days of the reports: appointments and ends all, being in office the first and the last.
 */
export function holderRows(
  office: string,
  holders: readonly OfficeHolder[],
  words: HolderWords,
): readonly (readonly string[])[] {
  return holders.map(({ name, isActing, articles, alongside, tenure }) => {
    const { from, to } = tenureSpan(tenure)
    const span = [from, to]
      .flatMap((end) => (end === null ? [] : [`${end.date.slice(0, 7)}${end.isReported ? '' : words.seen}`]))
      .join('—')
    const dates = (days: readonly number[]): string => [...new Set(days)].map(dateOfDayNumber).join(' ')
    const ends = [...new Set([tenure.held[0], tenure.held.at(-1)])].filter((day) => day !== undefined)
    const evidence = [
      tenure.appointed.length > 0 ? `${words.evidence.appointed} ${dates(tenure.appointed)}` : '',
      articles > 0
        ? [words.evidence.held, dates(ends), `(${String(articles)})`].filter((part) => part !== '').join(' ')
        : '',
      tenure.removed.length > 0 ? `${words.evidence.removed} ${dates(tenure.removed)}` : '',
    ].filter((part) => part !== '')
    const gaps = tenure.gaps.map((gap) => gap.map(dateOfDayNumber).join('/'))
    return [
      isActing ? `${office}（${words.acting}）` : office,
      name,
      span,
      evidence.join('; '),
      [...alongside, ...gaps].join('; '),
    ]
  })
}
