/**
 * The postings of one term in one field, in memory: rising document ordinals, how often the term stands in each,
 * and, if the segment proves adjacency, the rank gaps of every occurrence (`proofCodec.ts` says what they are).
 * One buffer is filled again and again while a segment is written.
 */
export class PostingsBuffer {
  count = 0
  documents = new Int32Array(256)
  frequencies = new Int32Array(256)
  /** Number of occurrences with ranks: the sum of the frequencies, or 0 where the term has no proof. */
  pairCount = 0
  leftGaps = new Int32Array(256)
  rightGaps = new Int32Array(256)

  clear(): void {
    this.count = 0
    this.pairCount = 0
  }

  addDocument(document: number, frequency: number): void {
    if (this.count === this.documents.length) {
      this.documents = grown(this.documents)
      this.frequencies = grown(this.frequencies)
    }
    this.documents[this.count] = document
    this.frequencies[this.count++] = frequency
  }

  addPair(leftGap: number, rightGap: number): void {
    if (this.pairCount === this.leftGaps.length) {
      this.leftGaps = grown(this.leftGaps)
      this.rightGaps = grown(this.rightGaps)
    }
    this.leftGaps[this.pairCount] = leftGap
    this.rightGaps[this.pairCount++] = rightGap
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
