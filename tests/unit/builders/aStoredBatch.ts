import type { Article } from '../../../src/domain/article'
import { articleKey } from '../../../src/storage/archiveStore'
import type { ClippedArticle, StoredBatch } from '../../../src/storage/batchStore'

/** A batch of which nothing has been read yet, before it has a file. */
export function aStoredBatch(fields: Partial<StoredBatch> = {}): Omit<StoredBatch, 'file'> {
  return {
    id: 'batch-1',
    state: 'reading',
    sources: [],
    begunAt: '2026-01-02T03:04:05.000Z',
    acceptedAt: null,
    articles: 0,
    taken: 0,
    doubtful: 0,
    alike: 0,
    tables: [],
    problems: [],
    problemCount: 0,
    dates: { from: null, to: null },
    ...fields,
  }
}

/** Articles of a batch, from a place on. */
export function clipped(file: number, firstPlace: number, articles: readonly Article[]): ClippedArticle[] {
  return articles.map((article, at) => ({
    article,
    clipping: {
      key: articleKey(file, firstPlace + at),
      articleId: article.id,
      source: { file: 'articles.jsonl', row: firstPlace + at },
      evidence: [],
      changes: [],
      likeness: null,
      decision: 'take',
      original: null,
    },
  }))
}
