import { articleDate, type Article } from '../../domain/article'

/** Newspaper, date, page and column, in this order, as they stand under a headline: `吴江日报 2012-07-01 01版`. */
export function sourceParts(article: Article): readonly string[] {
  const page = article.page ?? ''
  return [
    article.newspaper ?? '',
    articleDate(article) ?? '',
    page === '' ? '' : page.startsWith('第') ? page : `${page}版`,
    article.pageTitle ?? '',
    article.column ?? '',
    article.authors.join('、'),
  ].filter((part) => part !== '')
}
