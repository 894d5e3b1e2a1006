import type { PageText } from './pageLine'

/** A heading of a document: the place of its line in the text, in UTF-16 units, and its level, 1 to 6. */
export interface DocumentHeading {
  readonly start: number
  readonly end: number
  readonly level: number
  /** What it is beside a headline, where that is known. */
  readonly role: 'kicker' | 'subtitle' | null
}

/** The text of a document, a line for each paragraph, and which of its lines are headings, in their order. */
export interface DocumentText {
  readonly text: string
  readonly headings: readonly DocumentHeading[]
}

/** A line of a document that is put together; `level` is 0 for running text. */
export interface DocumentLine {
  readonly text: string
  readonly level: number
  readonly role: 'kicker' | 'subtitle' | null
}

/** Lines as the text of a document. What breaks a heading in two is a space in it. */
export function documentOf(lines: Iterable<DocumentLine>): DocumentText {
  const texts: string[] = []
  const headings: DocumentHeading[] = []
  let start = 0
  for (const { text: written, level, role } of lines) {
    // A subtitle behind a break keeps a line of its own.
    const text = level === 0 ? written : written.replaceAll(/\s*\n\s*(?!\s|[—－―─-]{2})/g, ' ')
    texts.push(text)
    if (level > 0) headings.push({ start, end: start + text.length, level, role })
    start += text.length + 1
  }
  return { text: texts.join('\n'), headings }
}

/** The lines of a page with those marked that are headings of the document. */
export function withHeadings(page: PageText, headings: readonly DocumentHeading[]): PageText {
  let next = 0
  const lines = page.lines.map((line) => {
    while (next < headings.length && headings[next]!.end <= line.start) next += 1
    const heading = headings[next]
    if (heading === undefined || line.start < heading.start) return line
    return { ...line, heading: heading.level, role: heading.role ?? line.role }
  })
  return { ...page, lines }
}
