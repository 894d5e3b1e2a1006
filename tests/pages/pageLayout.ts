import { isoDay, isoMinute } from './calendarDays'
import type { WrittenPage } from './pageTruth'
import { pageValues, type PageValues } from './pageValues'

/** How the characters of a page become bytes. */
export type PageEncoding =
  'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16le-bom' | 'utf-16be-bom' | 'gbk' | 'gb18030' | 'big5'

/** A way in which pages look, to be filled with values; the same values give the same page. */
export interface PageLayout {
  /** Unique among the layouts of its kind. */
  readonly name: string
  readonly kind: 'text' | 'html'
  readonly encoding: PageEncoding
  readonly write: (values: PageValues) => WrittenPage
  /** What happened to the bytes on their way. */
  readonly damage?: (bytes: Uint8Array) => Uint8Array
}

/** Stands in every script, style, comment and hidden block of the pages; no reader may ever give it out. */
export const FORBIDDEN_TEXT = 'zqNEVERTEXTqz'

/** The posting and the issue date as truths have them. */
export function datesOf({ issue, posted }: PageValues): { issueDate: string; publishedAt: string } {
  return { issueDate: isoDay(issue), publishedAt: isoMinute(posted) }
}

/** The paragraphs with words before the first: a dateline stays with the text. */
export function opened(head: string, [first = '', ...others]: readonly string[]): readonly string[] {
  return [head + first, ...others]
}

/** A layout filled with the values of a seed: always the same page for the same two. */
export function writePage(layout: PageLayout, seed: number): WrittenPage {
  return layout.write(pageValues(seed, `${layout.kind} ${layout.name}`))
}

/** A text layout in UTF-8. */
export function textLayout(
  name: string,
  write: PageLayout['write'],
  encoding: PageEncoding = 'utf-8',
): PageLayout {
  return { name, kind: 'text', encoding, write }
}

/** An HTML layout in UTF-8. */
export function htmlLayout(
  name: string,
  write: PageLayout['write'],
  encoding: PageEncoding = 'utf-8',
): PageLayout {
  return { name, kind: 'html', encoding, write }
}
