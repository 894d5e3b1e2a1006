type NumericArray = Int32Array | Uint32Array | Uint16Array | Uint8Array

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
    this.#makeRoom(1)
    this.#values[this.#length++] = value
  }

  /** Puts `count` values at the end, each made from its place among them. */
  append(count: number, valueAt: (place: number) => number): void {
    this.#makeRoom(count)
    for (let place = 0; place < count; place++) this.#values[this.#length + place] = valueAt(place)
    this.#length += count
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

  /** What comes in pieces grows by half, so that it is not copied for each; what comes as a whole fits exactly. */
  #makeRoom(count: number): void {
    const needed = this.#length + count
    if (needed <= this.#values.length) return
    const room = count > this.#length ? needed : Math.max(64, needed, Math.ceil(this.#length * 1.5))
    const grown = new this.#make(room)
    grown.set(this.#values)
    this.#values = grown
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
