import type { Counted } from '../../domain/peopleRecord'

/** Counts words, each once an article. */
export class WordCounts {
  readonly #counts = new Map<string, number>()

  add(word: string, articles = 1): void {
    this.#counts.set(word, (this.#counts.get(word) ?? 0) + articles)
  }

  get size(): number {
    return this.#counts.size
  }

  /** Whether any word is one. */
  some(isWanted: (word: string) => boolean): boolean {
    for (const word of this.#counts.keys()) if (isWanted(word)) return true
    return false
  }

  /** The most frequent first; equals in the order in which they came. */
  most(limit = Infinity): readonly Counted[] {
    return [...this.#counts]
      .map(([name, articles]) => ({ name, articles }))
      .sort((a, b) => b.articles - a.articles)
      .slice(0, limit)
  }
}
