/** Longer arrays are not kept: 32 KiB of integers. */
const MOST_KEPT = 1 << 13

/**
 * An array that is used again and again for what is needed only within a function, since making and collecting one takes
 * longer than filling it. Who takes it finds in it what was left there.
 */
export class ScratchRoom<Room extends Int32Array | Float64Array> {
  private readonly make: (length: number) => Room
  private room: Room

  constructor(make: (length: number) => Room) {
    this.make = make
    this.room = make(0)
  }

  /** Room for at least so many numbers, until it is taken the next time. */
  atLeast(length: number): Room {
    if (length <= this.room.length) return this.room
    if (length > MOST_KEPT) return this.make(length)
    this.room = this.make(Math.min(MOST_KEPT, length * 2))
    return this.room
  }
}

/** Scratch room for integers. */
export function scratchIntegers(): ScratchRoom<Int32Array> {
  return new ScratchRoom((length) => new Int32Array(length))
}

/** Scratch room for numbers. */
export function scratchNumbers(): ScratchRoom<Float64Array> {
  return new ScratchRoom((length) => new Float64Array(length))
}
