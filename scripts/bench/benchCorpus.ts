import type { Article } from '../../src/domain/article'
import { readInputs } from '../packInputs'
import { generatedArticle } from './generatedArticles'
import { recombiner } from './recombinedArticles'

/** What decides everything that is left to chance. */
export const BENCH_SEED = 4711

/** Articles to measure on. They are numbered from 0, and the number is their id, so that all engines carry the same. */
export interface BenchCorpus {
  /** In words, for the report. */
  readonly source: string
  readonly size: number
  /** Of these, articles as they were read; the others are recombined. 0 with the generator. */
  readonly read: number
  articleAt(ordinal: number): Article
}

/** The articles of a file. @throws Error when it has none */
export async function readArticles(path: string): Promise<readonly Article[]> {
  const articles: Article[] = []
  for await (const item of readInputs([path], '')) {
    if (item.kind === 'article') articles.push(item.read.article)
    else if (item.kind === 'problem' && item.problem.row === 0) {
      throw new Error(`--corpus ${path}: ${item.problem.message}`)
    }
  }
  if (articles.length === 0) throw new Error(`--corpus ${path}: no article could be read`)
  return articles
}

/**
 * As many articles of a file as are wanted, spread evenly over it, so that a few also come from all its years; past its
 * end, recombinations of all of them.
 */
export function corpusOf(articles: readonly Article[], size: number, name: string): BenchCorpus {
  const recombined = recombiner(articles, BENCH_SEED)
  const read = Math.min(size, articles.length)
  const placeOf = (ordinal: number): number => Math.floor((ordinal * articles.length) / read)
  return {
    source:
      read < articles.length
        ? `${read} of the ${articles.length} articles of ${name}, spread evenly`
        : `all ${read} articles of ${name}${size > read ? ` and ${size - read} seeded recombinations of them` : ''}`,
    size,
    read,
    articleAt: (ordinal) => ({
      ...(ordinal < read ? articles[placeOf(ordinal)]! : recombined(ordinal)),
      id: String(ordinal),
    }),
  }
}

/** Articles of the seeded generator. */
export function generatedCorpus(size: number): BenchCorpus {
  return {
    source: 'a seeded generator of Chinese-like articles',
    size,
    read: 0,
    articleAt: (ordinal) => generatedArticle(ordinal, BENCH_SEED),
  }
}
