interface Weighed<Value> {
  readonly value: Value
  readonly weight: number
}

/**
 * Values that were used lately, up to a weight in all. They stand in two generations: what is used comes into the young
 * one, and when that has half of the weight it becomes the old one, whose values go. So what is asked for again and
 * again stays, and neither asking nor keeping takes a walk through the others.
 */
export class RecentValues<Key, Value> {
  private most: number
  private young = new Map<Key, Weighed<Value>>()
  private old = new Map<Key, Weighed<Value>>()
  private youngWeight = 0
  private oldWeight = 0

  constructor(mostWeight: number) {
    this.most = mostWeight / 2
  }

  /** The value, which is among the young from now on; undefined if it is not there, or no longer. */
  get(key: Key): Value | undefined {
    const young = this.young.get(key)
    if (young !== undefined) return young.value
    const old = this.old.get(key)
    if (old === undefined) return undefined
    this.old.delete(key)
    this.oldWeight -= old.weight
    this.add(key, old)
    return old.value
  }

  /** Keeps a value that is not there; not one that would take more than half of the weight for itself. */
  set(key: Key, value: Value, weight: number): void {
    if (weight <= this.most) this.add(key, { value, weight })
  }

  /** Sets another limit to the weight in all; what is above it goes as more is kept. */
  makeRoom(mostWeight: number): void {
    this.most = mostWeight / 2
  }

  /** The weight of all that is kept. */
  get weight(): number {
    return this.youngWeight + this.oldWeight
  }

  clear(): void {
    this.young = new Map()
    this.old = new Map()
    this.youngWeight = 0
    this.oldWeight = 0
  }

  private add(key: Key, weighed: Weighed<Value>): void {
    if (this.youngWeight + weighed.weight > this.most) {
      this.old = this.young
      this.oldWeight = this.youngWeight
      this.young = new Map()
      this.youngWeight = 0
    }
    this.young.set(key, weighed)
    this.youngWeight += weighed.weight
  }
}
