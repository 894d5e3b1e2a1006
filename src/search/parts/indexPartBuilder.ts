import type { Article } from '../../domain/article'
import { SegmentBuilder } from '../packed/segmentBuilder'
import { MemorySink } from '../packed/segmentSink'
import { searchedTextOf, type SearchedText } from '../searchedText'
import { IndexFileSink } from './indexFileSink'
import type { BuiltPart } from './indexPart'
import { ARTICLE_FIELDS, indexedArticle, type IndexedArticle } from './packedArticleOptions'
import { PartColumnsBuilder } from './partColumnsBuilder'
import { PartError } from './partError'
import { PartTextsWriter } from './partTextsWriter'

/**
 * Builds a part from articles, whose rows are in the order in which they come. The same articles give the same bytes.
 * It takes about 20 bytes of memory a token and twice the texts; `tokens` tells when it is time to finish.
 */
export class IndexPartBuilder {
  readonly #segment = new SegmentBuilder<IndexedArticle>(ARTICLE_FIELDS)
  readonly #columns = new PartColumnsBuilder()
  readonly #texts = new MemorySink()
  readonly #textsWriter = new PartTextsWriter(this.#texts)
  readonly #ids = new Set<string>()

  /** Number of articles added. */
  get rows(): number {
    return this.#ids.size
  }

  /** Number of tokens added. */
  get tokens(): number {
    return this.#segment.tokens
  }

  /** Adds an article. Throws a `PartError` `repeated-id`, and changes nothing, if its id was added before. */
  add(article: Article): void {
    if (this.#ids.has(article.id)) {
      throw new PartError('repeated-id', `the article ${article.id} was added before`)
    }
    this.#ids.add(article.id)
    const searched = searchedTextOf(article)
    this.#segment.add(indexedArticle(article.id, searched))
    this.#columns.addArticle(
      article,
      searched.titleEnd,
      this.#textsWriter.add(searched),
      paragraphsIn(searched, article),
    )
  }

  /** The part of all articles added; there may be none. The builder is used up. */
  build(): BuiltPart {
    this.#textsWriter.finish()
    const index = new MemorySink()
    const file = new IndexFileSink(index)
    this.#segment.writeTo(file)
    file.finish(this.#columns.columns())
    return { index: index.take(), texts: this.#texts.take() }
  }
}

/** Gives the paragraphs of an article as they stand in its searched text, folded: folding keeps their lengths. */
function paragraphsIn(searched: SearchedText, { paragraphs }: Article): (paragraph: number) => string {
  const starts: number[] = []
  let at = searched.namesEnd + 1
  for (const paragraph of paragraphs) {
    starts.push(at)
    at += paragraph.length + 1
  }
  return (paragraph) => {
    const start = starts[paragraph]!
    return searched.text.slice(start, start + paragraphs[paragraph]!.length)
  }
}
