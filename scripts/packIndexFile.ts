import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../src/domain/article'
import type { CollectionFile } from '../src/domain/collection'
import { fileDescriptorReader } from '../src/search/packed/fileDescriptorReader'
import { PageCache } from '../src/search/packed/pageCache'
import type { SegmentSink } from '../src/search/packed/segmentSink'
import type { IndexPart } from '../src/search/parts/indexPart'
import { IndexPartBuilder } from '../src/search/parts/indexPartBuilder'
import { mergeIndexParts } from '../src/search/parts/mergeIndexParts'
import { openIndexPart } from '../src/search/parts/openIndexPart'
import { UnfinishedFile } from './packFiles'
import { INDEX_FILE_ENDING } from '../src/formats/files/passedOver'

/** The folder of a collection that its index files lie in. */
export const INDEX_FOLDER = 'index'

/** About 100 MB while a batch is built. */
const BATCH_TOKENS = 4_000_000

/** Pages of batches held in memory while they are merged. */
const CACHE_BYTES = 16 * 1024 * 1024

/**
 * Writes the index file of an article file: the part of an index that a reader's browser searches as it is. Articles are
 * indexed in batches that are kept on the disk and merged at the end, so that memory does not grow with the file. The
 * same articles in the same order give the same bytes.
 */
export class IndexFileWriter {
  readonly #out: string
  readonly #work: string
  readonly #batchTokens: number
  readonly #batches: string[] = []
  #builder = new IndexPartBuilder()
  #articles = 0

  /**
   * @param out the collection's folder, with the folder for index files in it
   * @param work a folder on the same disk for what is not finished
   */
  constructor(out: string, work: string, batchTokens = BATCH_TOKENS) {
    this.#out = out
    this.#work = work
    this.#batchTokens = batchTokens
  }

  add(article: Article): void {
    if (this.#builder.tokens >= this.#batchTokens) this.#endBatch()
    this.#builder.add(article)
    this.#articles += 1
  }

  /** Ends the file and puts it into the collection's folder. */
  finish(articleFile: CollectionFile): CollectionFile {
    if (this.#batches.length > 0) this.#endBatch()
    const file = new UnfinishedFile(join(this.#work, 'index'))
    const hash = createHash('sha256')
    const sink: SegmentSink = {
      write: (bytes) => {
        hash.update(bytes)
        file.write(bytes)
      },
    }
    try {
      if (this.#batches.length === 0) sink.write(this.#builder.build().index)
      else this.#mergeBatches(sink)
    } catch (cause) {
      file.abandon()
      throw cause
    }
    const sha256 = hash.digest('hex')
    // Its own hash stands in its name: a host's cache never gives an older one under it.
    const name = articleFile.path.replace(/-[0-9a-f]+\.jsonl\.gz$/, '')
    const path = `${INDEX_FOLDER}/${name}-${sha256.slice(0, 12)}${INDEX_FILE_ENDING}`
    const { bytes } = file
    file.finishAs(join(this.#out, path))
    return {
      path,
      role: 'index',
      bytes,
      sha256,
      articles: this.#articles,
      of: articleFile.path,
    }
  }

  #endBatch(): void {
    const path = join(this.#work, `batch-${String(this.#batches.length + 1)}`)
    fs.writeFileSync(path, this.#builder.build().index)
    this.#batches.push(path)
    this.#builder = new IndexPartBuilder()
  }

  #mergeBatches(sink: SegmentSink): void {
    const cache = new PageCache(CACHE_BYTES)
    const parts: IndexPart[] = []
    try {
      for (const path of this.#batches)
        parts.push(openIndexPart(fileDescriptorReader(fs.openSync(path, 'r'), fs), null, cache))
      mergeIndexParts(
        parts.map((part) => ({ part, removed: null })),
        { index: sink, texts: null },
      )
    } finally {
      for (const part of parts) part.close()
    }
    for (const path of this.#batches) fs.unlinkSync(path)
  }
}
