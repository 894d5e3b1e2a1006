import { ReadingFailure } from './readingFailure'
import type { ReadingLimits } from './readingLimits'

/** A number of bytes as a message tells it. */
export function inMegabytes(bytes: number): string {
  return `${String(Math.round(bytes / 1024 ** 2))} MB`
}

/** Keeps account of what one input has cost so far; what goes beyond a limit fails with `limit-reached`. */
export class ReadingBudget {
  readonly limits: ReadingLimits
  readonly #now: () => number
  #entries = 0
  #inflated = 0
  #articles = 0
  #spent = 0
  #resumedAt: number

  constructor(limits: ReadingLimits, now: () => number) {
    this.limits = limits
    this.#now = now
    this.#resumedAt = now()
  }

  /** The reader's work goes on: what others do meanwhile is not counted. */
  resume(): void {
    this.#resumedAt = this.#now()
  }

  /** Others work with what was read. */
  pause(): void {
    this.#spent += this.#now() - this.#resumedAt
  }

  /** @throws ReadingFailure when the work has taken too long */
  checkTime(): void {
    const { milliseconds } = this.limits
    if (this.#spent + this.#now() - this.#resumedAt <= milliseconds) return
    const minutes = String(Math.round(milliseconds / 6000) / 10)
    throw new ReadingFailure(
      'limit-reached',
      `reading took longer than ${minutes} minutes; part the file`,
      true,
    )
  }

  /** One more file of an archive. @throws ReadingFailure */
  countEntry(): void {
    this.#entries += 1
    const { entries } = this.limits
    if (this.#entries <= entries) return
    const message = `more than ${String(entries)} files in one archive; the others are not read, part the archive`
    throw new ReadingFailure('limit-reached', message, true)
  }

  /** One more article. @throws ReadingFailure */
  countArticle(): void {
    this.#articles += 1
    const { articles } = this.limits
    if (this.#articles <= articles) return
    const message = `more than ${String(articles)} articles in one file; the others are not read, part the file`
    throw new ReadingFailure('limit-reached', message, true)
  }

  /**
   * An account of one compressed content: `count` is told what was decompressed lately and how much compressed content
   * there was for all of it so far.
   */
  inflation(): (inflated: number, compressedSoFar: number) => void {
    const { inflatedBytes, ratio, inflatedFloor } = this.limits
    let length = 0
    return (inflated, compressedSoFar) => {
      length += inflated
      this.#inflated += inflated
      if (this.#inflated > inflatedBytes) {
        const message = `more than ${inMegabytes(inflatedBytes)} when decompressed; the rest is not read, part the file`
        throw new ReadingFailure('limit-reached', message, true)
      }
      if (length > inflatedFloor && length > compressedSoFar * ratio) {
        const message = `grows more than ${String(ratio)}-fold when decompressed (${inMegabytes(length)} so far), as no text does; it is not read further`
        throw new ReadingFailure('limit-reached', message)
      }
    }
  }

  /** @throws ReadingFailure when a content that is held as a whole is longer than `most` bytes */
  checkWhole(bytes: number, most: number): void {
    if (bytes <= most) return
    const message = `longer than ${inMegabytes(most)}, the most that is read of a file of this kind`
    throw new ReadingFailure('limit-reached', message)
  }
}
