import type { Article } from '../article'
import { escapeMarkup } from '../escapeMarkup'
import type { Passage } from '../passage'
import { citeArticle } from './citeArticle'
import { citedSource } from './citedSource'
import type { CitationStyle } from './citationStyle'

/** A passage with its source, for a text and for a document with markup. */
export interface CitedPassage {
  readonly plain: string
  /** A fragment of HTML. */
  readonly html: string
}

/** The numbers of the first and the last paragraph, from 1; `null` for the title alone. */
function paragraphsOf({ start, end }: Passage): readonly [first: number, last: number] | null {
  // What ends before the first character of a paragraph has nothing of it.
  const last = end[1] === 0 && end[0] > start[0] ? end[0] : end[0] + 1
  return last < 1 ? null : [Math.max(start[0] + 1, 1), last]
}

/** A line that cites an article, with the numbers of paragraphs: inside a sentence of Chinese, behind an entry of a list. */
function withParagraphs(line: string, passage: Passage, isChinese: boolean): string {
  const paragraphs = paragraphsOf(passage)
  if (paragraphs === null) return line
  const [first, last] = paragraphs
  if (!isChinese) return `${line} ${first === last ? `(para. ${first})` : `(paras. ${first}–${last})`}`
  const numbers = first === last ? `第${first}段` : `第${first}—${last}段`
  return line.endsWith('。') ? `${line.slice(0, -1)}，${numbers}。` : `${line}（${numbers}）`
}

/**
 * A passage of an article as it is quoted: its text, and behind a dash the line that cites the article, with the numbers
 * of its paragraphs, since a newspaper page has no finer places.
 *
 * @param accessedOn the day of access, `YYYY-MM-DD`, for styles that give it; an empty string leaves it out
 */
export function citePassage(
  article: Article,
  passage: Passage,
  style: CitationStyle,
  accessedOn: string,
): CitedPassage {
  const { isChinese } = citedSource(article, accessedOn)
  const paragraphs = passage.text.split('\n').flatMap((text) => text.trim() || [])
  const line = citeArticle(article, style, accessedOn)
  const source = `——${withParagraphs(line, passage, isChinese)}`
  const quoted = paragraphs.map((text) => `<p>${escapeMarkup(text)}</p>`)
  return {
    plain: [...paragraphs, source].join('\n'),
    html: `<blockquote>${quoted.join('')}</blockquote><p>${escapeMarkup(source)}</p>`,
  }
}
