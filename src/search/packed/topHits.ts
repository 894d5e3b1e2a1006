/** Keeps the best of many hits: those with the greatest keys, of equal ones those that were added first. */
export class TopHits {
  readonly capacity: number
  private readonly keys: Float64Array
  private readonly ordinals: Float64Array
  private size = 0

  constructor(capacity: number) {
    this.capacity = capacity
    this.keys = new Float64Array(capacity)
    this.ordinals = new Float64Array(capacity)
  }

  /** The key that a further hit has to exceed; −∞ while there is room. */
  get leastKey(): number {
    return this.size < this.capacity || this.capacity === 0 ? -Infinity : this.keys[0]!
  }

  /** Adds a hit. Ordinals must rise from call to call. */
  add(key: number, ordinal: number): void {
    if (this.size < this.capacity) {
      this.siftUp(this.size++, key, ordinal)
    } else if (this.capacity > 0 && key > this.keys[0]!) {
      this.siftDown(key, ordinal)
    }
  }

  /** The hits kept, the best first. */
  sorted(): { readonly key: number; readonly ordinal: number }[] {
    return Array.from({ length: this.size }, (_, i) => ({
      key: this.keys[i]!,
      ordinal: this.ordinals[i]!,
    })).sort((a, b) => (a.key === b.key ? a.ordinal - b.ordinal : b.key > a.key ? 1 : -1))
  }

  /** A heap with the worst on top: the least key, of equal ones the latest. */
  private isWorse(key: number, ordinal: number, than: number): boolean {
    return key < this.keys[than]! || (key === this.keys[than] && ordinal > this.ordinals[than]!)
  }

  private siftUp(at: number, key: number, ordinal: number): void {
    while (at > 0) {
      const parent = (at - 1) >>> 1
      if (!this.isWorse(key, ordinal, parent)) break
      this.put(at, this.keys[parent]!, this.ordinals[parent]!)
      at = parent
    }
    this.put(at, key, ordinal)
  }

  private siftDown(key: number, ordinal: number): void {
    let at = 0
    for (;;) {
      let child = at * 2 + 1
      if (child >= this.size) break
      if (child + 1 < this.size && this.isWorse(this.keys[child + 1]!, this.ordinals[child + 1]!, child))
        child++
      if (this.isWorse(key, ordinal, child)) break
      this.put(at, this.keys[child]!, this.ordinals[child]!)
      at = child
    }
    this.put(at, key, ordinal)
  }

  private put(at: number, key: number, ordinal: number): void {
    this.keys[at] = key
    this.ordinals[at] = ordinal
  }
}
