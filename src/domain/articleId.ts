import type { Article } from './article'
import { hashText } from './hashText'

/** 64 bits of a text as 16 hexadecimal digits. */
function hash64(text: string, seed: number): string {
  return hashText(text, seed)
    .map((half) => half.toString(16).padStart(8, '0'))
    .join('')
}

/**
 * The id of an article that brought none: 128 bits of its newspaper, issue date, page and title, as 32 hexadecimal
 * digits. The same four give the same id, everywhere and for ever. Among a million articles the chance that any two
 * of them share an id by accident is below 10⁻²⁶.
 */
export function deriveArticleId(
  article: Pick<Article, 'title' | 'newspaper' | 'issueDate' | 'page'>,
): string {
  const source = JSON.stringify([
    article.newspaper ?? '',
    article.issueDate ?? '',
    article.page ?? '',
    article.title,
  ])
  return hash64(source, 1) + hash64(source, 2)
}

/**
 * The id of an article that agrees with an earlier, different one in newspaper, issue date, page and title: the
 * derived id, a dash, and 64 bits of its paragraphs.
 */
export function deriveArticleIdWithText(
  article: Pick<Article, 'title' | 'newspaper' | 'issueDate' | 'page' | 'paragraphs'>,
): string {
  return `${deriveArticleId(article)}-${hash64(JSON.stringify(article.paragraphs), 3)}`
}
