import type { Article } from './article'

/**
 * 64 bits of a text as 16 hexadecimal digits: cyrb53 by bryc (public domain), with both of its 32-bit halves kept
 * whole. It spreads well and is quick; it is no defence against someone who looks for collisions.
 */
function hash64(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909)
  return [mixedHigh, mixedLow].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
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
