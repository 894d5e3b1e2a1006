const CHUNK_BITS = 18
const CHUNK = 1 << CHUNK_BITS

/** A growing array of uint32 that never copies what it holds: growing costs one chunk, not twice the whole. */
export class ChunkedUint32 {
  length = 0
  private chunks: Uint32Array[] = []

  push(value: number): void {
    const at = this.length & (CHUNK - 1)
    if (at === 0) this.chunks.push(new Uint32Array(CHUNK))
    this.chunks[this.length >>> CHUNK_BITS]![at] = value
    this.length++
  }

  get(index: number): number {
    return this.chunks[index >>> CHUNK_BITS]![index & (CHUNK - 1)]!
  }

  set(index: number, value: number): void {
    this.chunks[index >>> CHUNK_BITS]![index & (CHUNK - 1)] = value
  }

  /** Lets go of all memory. */
  clear(): void {
    this.chunks = []
    this.length = 0
  }
}
