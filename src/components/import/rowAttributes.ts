import type { BatchRow } from '../../domain/clipping'

/** What a row of a batch tells programs that look at the page. */
export function rowAttributes({ article }: BatchRow): Readonly<Record<string, string | number>> {
  return {
    'data-testid': 'import-preview-row',
    'data-title': article.title,
    'data-newspaper': article.newspaper ?? '',
    'data-issue-date': article.issueDate ?? '',
    'data-page': article.page ?? '',
    'data-published-at': article.publishedAt ?? '',
    'data-category': article.category.join('/'),
    'data-paragraphs': article.paragraphs.length,
    'data-doubtful': article.doubtful.join(','),
  }
}
