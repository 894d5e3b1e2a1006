import type { Article } from '../../../src/domain/article'
import { ArticleIndex, type AttachedPart } from '../../../src/search/articleIndex'
import { bytesReader } from '../../../src/search/packed/bytesReader'
import { PageCache } from '../../../src/search/packed/pageCache'
import { IndexPartBuilder } from '../../../src/search/parts/indexPartBuilder'
import { queryLanguage } from '../../../src/search/queryLanguage'
import { openIndexPart } from '../../../src/search/parts/openIndexPart'

/** An article with the collection it came in. */
export interface HeldArticle {
  readonly article: Article
  readonly collection: string
}

/** A part of some articles, in memory and open. */
export function aPart(held: readonly HeldArticle[]): AttachedPart {
  const builder = new IndexPartBuilder()
  for (const { article } of held) builder.add(article)
  const { index, texts } = builder.build()
  const part = openIndexPart(bytesReader(index), bytesReader(texts), new PageCache(1 << 20))
  return { part, removed: null, collectionOf: (row) => held[row]!.collection }
}

/** An index of some articles, in parts of so many each. */
export function anIndex(held: readonly HeldArticle[], rowsOfPart = Infinity): ArticleIndex {
  const index = new ArticleIndex()
  index.learn(queryLanguage)
  for (let from = 0; from < held.length; from += rowsOfPart) {
    index.attach(aPart(held.slice(from, from + rowsOfPart)))
  }
  return index
}

/** An index of articles of one collection. */
export function anIndexOf(articles: readonly Article[], collection = '示例集'): ArticleIndex {
  return anIndex(articles.map((article) => ({ article, collection })))
}

/** Puts an article in, or in the place of the one with its id. */
export function putArticle(index: ArticleIndex, article: Article, collection = '示例集'): void {
  const former = index.ordinalOf(article.id)
  index.attach(aPart([{ article, collection }]))
  if (former !== -1) index.remove(former)
}

/** Takes the article with an id out. */
export function takeOut(index: ArticleIndex, id: string): void {
  const ordinal = index.ordinalOf(id)
  if (ordinal !== -1) index.remove(ordinal)
}
