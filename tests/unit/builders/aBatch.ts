import type { Archive } from '../../../src/domain/archive'
import type { Article } from '../../../src/domain/article'
import type { Batch, ClipInput } from '../../../src/domain/clipping'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { serializeArticle } from '../../../src/domain/serializeArticle'
import { anArticle } from './anArticle'

/** A file of articles as a person gives it: JSON Lines, one article in each. */
export function aFileOf(articles: readonly Article[], name = 'articles.jsonl'): ClipInput {
  const lines = articles.map((article) => JSON.stringify(serializeArticle(article)))
  return { kind: 'file', name, blob: new Blob([lines.join('\n')]) }
}

/** A file with this text. */
export function aTextFile(text: string, name: string): ClipInput {
  return { kind: 'file', name, blob: new Blob([text]) }
}

/** Reads a file of articles and takes it in at once. */
export async function accept(archive: Archive, articles: readonly Article[], name?: string): Promise<Batch> {
  return archive.acceptBatch((await archive.readBatch([aFileOf(articles, name)])).id)
}

/** The ids of all articles that a search for words finds, in their alphabet. */
export async function foundIds(archive: Archive, q = ''): Promise<readonly string[]> {
  const answer = await archive.search({ ...EMPTY_QUERY, q }, 10_000)
  return answer.rows.map(({ id }) => id).sort()
}

/** Articles of which no two are alike. */
export function differing(prefix: string, count: number, fields: Partial<Article> = {}): readonly Article[] {
  return Array.from({ length: count }, (_, at) => {
    const letters = Array.from({ length: 60 }, (_letter, place) =>
      String.fromCharCode(
        0x4e00 + ((prefix.charCodeAt(0) * 7919 + at * 104_729 + place * 1301 * (at + 3)) % 9000),
      ),
    ).join('')
    return anArticle({
      id: `${prefix}-${at + 1}`,
      title: `示例 ${prefix}${at + 1}`,
      paragraphs: [letters],
      ...fields,
    })
  })
}
