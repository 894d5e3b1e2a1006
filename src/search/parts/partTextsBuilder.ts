import type { Article } from '../../domain/article'
import { MemorySink } from '../packed/segmentSink'
import { searchedTextOf } from '../searchedText'
import { PartTextsWriter } from './partTextsWriter'

/**
 * Builds the texts file of a part whose index file is there already: byte for byte the one that `IndexPartBuilder`
 * gives for the same articles. All is held in memory; `PartTextsWriter` holds only what it has to.
 */
export class PartTextsBuilder {
  readonly #sink = new MemorySink()
  readonly #writer = new PartTextsWriter(this.#sink)

  get rows(): number {
    return this.#writer.rows
  }

  /** Bytes of the texts so far. */
  get bytes(): number {
    return this.#writer.bytes
  }

  add(article: Article): void {
    this.#writer.add(searchedTextOf(article))
  }

  /** The texts file of all articles added. The builder is used up. */
  build(): Uint8Array<ArrayBuffer> {
    this.#writer.finish()
    return this.#sink.take()
  }
}
