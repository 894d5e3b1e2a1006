type NumericArray = Int32Array | Uint32Array | Uint8Array

interface NumericArrayConstructor<T extends NumericArray> {
  new (length: number): T
}

/** A column of numbers that grows at its end; the values lie in one typed array. */
export class GrowableColumn<T extends NumericArray> {
  #values: T
  #length: number
  readonly #make: NumericArrayConstructor<T>

  /** @param values what it holds at first; they are copied when the column grows */
  constructor(make: NumericArrayConstructor<T>, values: T = new make(0)) {
    this.#make = make
    this.#values = values
    this.#length = values.length
  }

  get length(): number {
    return this.#length
  }

  /** Puts a value at the end. */
  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new this.#make(Math.max(64, this.#length * 2))
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[this.#length++] = value
  }

  /** Overwrites a value that is there. */
  set(at: number, value: number): void {
    this.#values[at] = value
  }

  /** The values themselves, for reading in a loop; entries from `length` on mean nothing. Good until the next push. */
  get values(): T {
    return this.#values
  }

  /** The values as an array of their own. */
  copy(): T {
    return this.#values.slice(0, this.#length) as T
  }
}

/** A column of 32-bit integers. */
export type IntegerColumn = GrowableColumn<Int32Array>
export function integerColumn(values?: Int32Array): IntegerColumn {
  return new GrowableColumn<Int32Array>(Int32Array, values)
}

/** A column of small numbers, 0 to 255. */
export type ByteColumn = GrowableColumn<Uint8Array>
export function byteColumn(values?: Uint8Array): ByteColumn {
  return new GrowableColumn<Uint8Array>(Uint8Array, values)
}
