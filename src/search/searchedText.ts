import type { Article } from '../domain/article'
import { fold } from '../text/fold'

/**
 * The searched text of an article as one folded string, its parts on lines of their own: title, kicker and subtitle,
 * then the names of people and authors, then the paragraphs. The ends of the first parts are offsets into it.
 */
export interface SearchedText {
  readonly text: string
  readonly titleEnd: number
  readonly headEnd: number
  readonly namesEnd: number
}

const LINE_BREAK = /[\n\r\u2028\u2029]/gu
const PADDING = /(?<=\p{Script=Han})[ \t]+(?=\p{Script=Han})/gu

/** A folded name, with a second writing without padding (李 铭) where it has any. */
function writingsOf(name: string): readonly string[] {
  const folded = fold(name).replaceAll(LINE_BREAK, ' ')
  const plain = folded.replaceAll(PADDING, '')
  return plain === folded ? [folded] : [folded, plain]
}

/** The searched text of an article: its title, kicker, subtitle, paragraphs, and the names of people and authors. */
export function searchedTextOf(article: Article): SearchedText {
  const title = fold(article.title).replaceAll(LINE_BREAK, ' ')
  const head = [
    title,
    ...[article.kicker, article.subtitle].filter((part) => part !== undefined).map(fold),
  ].join('\n')
  const names = [...article.people.map((person) => person.name), ...article.authors]
  const written = [...new Set(names.flatMap(writingsOf))].join('\n')
  const namesEnd = head.length + 1 + written.length
  return {
    text: `${head}\n${written}\n${article.paragraphs.map(fold).join('\n')}`,
    titleEnd: title.length,
    headEnd: head.length,
    namesEnd,
  }
}
