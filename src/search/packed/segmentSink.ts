/** Where the bytes of a segment go while it is written: from the first to the last, never back. */
export interface SegmentSink {
  /** Takes the next bytes. They belong to the writer again as soon as this returns. */
  write(bytes: Uint8Array): void
}

/** A sink that keeps everything in memory. */
export class MemorySink implements SegmentSink {
  private chunks: Uint8Array[] = []
  private size = 0

  write(bytes: Uint8Array): void {
    this.chunks.push(bytes.slice())
    this.size += bytes.length
  }

  /** All bytes written, in one array. The sink is empty afterwards. */
  take(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.size)
    let at = 0
    for (const chunk of this.chunks) {
      whole.set(chunk, at)
      at += chunk.length
    }
    this.chunks = []
    this.size = 0
    return whole
  }
}
