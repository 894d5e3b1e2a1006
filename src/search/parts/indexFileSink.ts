import { checksum } from '../packed/checksum'
import { runToEnd } from '../packed/runToEnd'
import type { SegmentSink } from '../packed/segmentSink'
import type { StoredColumns } from './partColumns'
import { encodePartColumns } from './encodePartColumns'
import { encodePartFooter, INDEX_FILE } from './partFooter'

/** Writes an index file: first what is written to it, which has to be the segment, then the columns of the same rows. */
export class IndexFileSink implements SegmentSink {
  readonly #sink: SegmentSink
  #bodyBytes = 0

  constructor(sink: SegmentSink) {
    this.#sink = sink
  }

  write(bytes: Uint8Array): void {
    this.#bodyBytes += bytes.length
    this.#sink.write(bytes)
  }

  /** Writes what follows the segment. Nothing may be written afterwards. */
  finish(columns: StoredColumns): void {
    runToEnd(this.finishInSteps(columns))
  }

  /** As {@link finish}, in steps between which it can be left alone. */
  *finishInSteps(columns: StoredColumns): Generator<undefined, void> {
    const tail = yield* encodePartColumns(columns)
    this.#sink.write(tail)
    const { textChecksum } = columns
    const footer = {
      bodyBytes: this.#bodyBytes,
      rows: textChecksum.length,
      tailChecksum: checksum(tail),
      textsChecksum: checksum(
        new Uint8Array(textChecksum.buffer, textChecksum.byteOffset, textChecksum.byteLength),
      ),
    }
    this.#sink.write(encodePartFooter(INDEX_FILE, footer, tail.length))
  }
}
