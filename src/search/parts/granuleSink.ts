import { ByteWriter } from '../packed/byteWriter'
import { checksum } from '../packed/checksum'
import { GRANULE_BYTES } from '../packed/segmentFormat'
import type { SegmentSink } from '../packed/segmentSink'

/** Passes bytes on, and takes the checksum of each granule of them. */
export class GranuleSink implements SegmentSink {
  readonly #sink: SegmentSink
  readonly #checksums = new ByteWriter()
  readonly #granule = new Uint8Array(GRANULE_BYTES)
  #filled = 0
  #bytes = 0

  constructor(sink: SegmentSink) {
    this.#sink = sink
  }

  /** Bytes written so far. */
  get bytes(): number {
    return this.#bytes
  }

  write(bytes: Uint8Array): void {
    this.#sink.write(bytes)
    this.#bytes += bytes.length
    for (let at = 0; at < bytes.length;) {
      const part = Math.min(bytes.length - at, GRANULE_BYTES - this.#filled)
      this.#granule.set(bytes.subarray(at, at + part), this.#filled)
      this.#filled += part
      at += part
      if (this.#filled === GRANULE_BYTES) this.#endGranule()
    }
  }

  /** The checksums of all granules, the last of which may be shorter: a uint32 each. Nothing may be written afterwards. */
  finish(): Uint8Array {
    if (this.#filled > 0) this.#endGranule()
    return this.#checksums.view()
  }

  #endGranule(): void {
    this.#checksums.writeUint32(checksum(this.#granule, 0, this.#filled))
    this.#filled = 0
  }
}
