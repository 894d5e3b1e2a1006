import { findDates } from '../../text/dates/findDates'
import { momentOf, partialDateOf } from '../../text/dates/foundDate'
import type { FactCandidate } from './factCandidates'
import { isPaperName, plainNewspaperName } from './newspaperName'
import type { PageMetadata } from './pageMetadata'
import { readSource } from './sourceLine'

/** Fields that a page may state outside its text. */
export type StatedField = 'newspaper' | 'publishedAt' | 'issueDate' | 'subtitle'

/**
 * Adds what a page states in its head to what may be fields of its article; dates that no calendar has go to `impossible`.
 * Of a digital paper the document's title gives paper and day.
 */
export function addStatedFacts(
  found: Readonly<Record<StatedField, FactCandidate[]>>,
  metadata: PageMetadata,
  isDigital: boolean,
  impossible: string[],
): void {
  const state = (field: StatedField, value: string, weight: number, quote: string): void => {
    if (value.trim() !== '')
      found[field].push({ value: value.trim(), weight, quote: quote.slice(0, 200), start: -1 })
  }
  for (const { value } of metadata.sources) {
    const reading = readSource(value, value, true)
    state('newspaper', reading.newspaper, reading.isPlain ? 74 : 60, value)
  }
  for (const { value } of metadata.publishers) {
    if (isPaperName(value)) state('newspaper', plainNewspaperName(value), 48, value)
  }
  metadata.postings.forEach(({ value, from }) => {
    const date = findDates(value)[0]
    if (date === undefined) return
    if (!date.isPossible) impossible.push(value.slice(date.start, date.end))
    const moment = momentOf(date)
    if (moment !== null)
      state('publishedAt', moment, from.startsWith('JSON-LD') ? 63 : from === 'time' ? 74 : 76, value)
  })
  for (const { value } of metadata.subtitles) state('subtitle', value, 60, value)
  if (!isDigital) return
  const reading = readSource(metadata.documentTitle, metadata.documentTitle, false)
  if (isPaperName(reading.newspaper)) state('newspaper', reading.newspaper, 60, metadata.documentTitle)
  for (const date of reading.dates) {
    const day = partialDateOf(date)
    if (day !== null && date.hour === null) state('issueDate', day, 60, metadata.documentTitle)
  }
}
