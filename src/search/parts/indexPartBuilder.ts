import type { Article } from '../../domain/article'
import { checksum } from '../packed/checksum'
import { SegmentBuilder } from '../packed/segmentBuilder'
import { MemorySink, type SegmentSink } from '../packed/segmentSink'
import { searchedTextOf } from '../searchedText'
import type { BuiltPart } from './indexPart'
import { ARTICLE_FIELDS, indexedArticle, type IndexedArticle } from './packedArticleOptions'
import { encodePartColumns } from './partColumnsCodec'
import { PartColumnsBuilder } from './partColumnsBuilder'
import type { StoredColumns } from './partColumns'
import { PartError } from './partError'
import { encodePartFooter, INDEX_FILE } from './partFooter'
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
    this.#columns.addArticle(article, searched.titleEnd, this.#textsWriter.add(searched))
  }

  /** The part of all articles added; there may be none. The builder is used up. */
  build(): BuiltPart {
    this.#textsWriter.finish()
    const index = new MemorySink()
    writeIndexFile(index, (sink) => this.#segment.writeTo(sink), this.#columns.columns())
    return { index: index.take(), texts: this.#texts.take() }
  }
}

/** Writes an index file: what `writeSegment` writes, then the columns of the same rows. */
export function writeIndexFile(
  sink: SegmentSink,
  writeSegment: (sink: SegmentSink) => void,
  columns: StoredColumns,
): void {
  let bodyBytes = 0
  writeSegment({
    write: (bytes) => {
      bodyBytes += bytes.length
      sink.write(bytes)
    },
  })
  const tail = encodePartColumns(columns)
  sink.write(tail)
  const { textChecksum } = columns
  const footer = {
    bodyBytes,
    rows: textChecksum.length,
    tailChecksum: checksum(tail),
    textsChecksum: checksum(
      new Uint8Array(textChecksum.buffer, textChecksum.byteOffset, textChecksum.byteLength),
    ),
  }
  sink.write(encodePartFooter(INDEX_FILE, footer, tail.length))
}
