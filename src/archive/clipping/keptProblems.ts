import type { Problem } from '../../domain/problem'

/** Problems of a batch that are kept; all are counted. */
const MOST_KEPT = 20_000

/** What could not be read of a batch, in order. */
export class KeptProblems {
  #kept: Problem[] = []
  /** How many there are of each file. */
  readonly #counts = new Map<string, number>()

  get count(): number {
    let count = 0
    for (const ofFile of this.#counts.values()) count += ofFile
    return count
  }

  get kept(): readonly Problem[] {
    return this.#kept
  }

  add(problem: Problem): void {
    this.#counts.set(problem.file, (this.#counts.get(problem.file) ?? 0) + 1)
    if (this.#kept.length < MOST_KEPT) this.#kept.push(problem)
  }

  /** What is kept now, for {@link restore}. */
  copy(): KeptProblems {
    const copied = new KeptProblems()
    copied.restore(this)
    return copied
  }

  /** Takes over what another keeps. */
  restore(other: KeptProblems): void {
    this.#kept = [...other.#kept]
    this.#counts.clear()
    for (const [file, count] of other.#counts) this.#counts.set(file, count)
  }

  /** Forgets the problems of a file, which is read again. */
  dropFile(file: string): void {
    this.#counts.delete(file)
    this.#kept = this.#kept.filter((problem) => problem.file !== file)
  }
}
