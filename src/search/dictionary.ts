/** Names and their numbers, in the order in which they were first met. A name once met keeps its number. */
export class Dictionary {
  readonly #names: string[]
  readonly #numbers: Map<string, number>

  constructor(names: readonly string[] = []) {
    this.#names = [...names]
    this.#numbers = new Map(names.map((name, number) => [name, number]))
  }

  get size(): number {
    return this.#names.length
  }

  get names(): readonly string[] {
    return this.#names
  }

  /** The number of a name, given to it now if it had none. */
  intern(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.#names.push(name) - 1
    this.#numbers.set(name, number)
    return number
  }

  /** The number of a name, or −1. */
  numberOf(name: string): number {
    return this.#numbers.get(name) ?? -1
  }

  /** The name of a number; an empty string for a number that was never given. */
  nameOf(number: number): string {
    return this.#names[number] ?? ''
  }
}
