const NONE = -2147483648

/** A number for each of some days, which are numbers too: a table over the span that they cover. */
export class DayTable {
  #first = 0
  #numbers = new Int32Array(0)

  set(day: number, number: number): void {
    const place = day - this.#first
    if (place < 0 || place >= this.#numbers.length) this.#cover(day)
    this.#numbers[day - this.#first] = number
  }

  /** The number of a day, or −2147483648 for one that has none. */
  get(day: number): number {
    return this.#numbers[day - this.#first] ?? NONE
  }

  #cover(day: number): void {
    const { length } = this.#numbers
    const first = length === 0 ? day : Math.min(day, this.#first)
    const end = length === 0 ? day + 1 : Math.max(day + 1, this.#first + length)
    // Some room at both ends, since days come in no order.
    const room = Math.ceil((end - first) / 4)
    const grown = new Int32Array(end - first + 2 * room).fill(NONE)
    grown.set(this.#numbers, length === 0 ? 0 : this.#first - first + room)
    this.#first = first - room
    this.#numbers = grown
  }
}
