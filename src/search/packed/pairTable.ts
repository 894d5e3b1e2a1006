/** The number in a free slot. */
const EMPTY = -1

/**
 * Numbers pair keys (`termKey.ts`) in the order in which they come: a hash table of integers with open addressing.
 * Key and number of a slot lie side by side, since the table outgrows every cache and each look-up is one miss.
 */
export class PairTable {
  private slots = emptySlots(12)
  private bits = 12
  private count = 0
  private readonly nextNumber: () => number

  /** `nextNumber` is called for each new key. */
  constructor(nextNumber: () => number) {
    this.nextNumber = nextNumber
  }

  /** The number of a pair key, or −1 if it was not seen before. */
  find(key: number): number {
    const { slots } = this
    const signedKey = key | 0
    let slot = this.slotOf(signedKey)
    for (;;) {
      const number = slots[slot + 1]!
      if (number === EMPTY || slots[slot] === signedKey) return number
      slot = (slot + 2) & (slots.length - 1)
    }
  }

  /** The number of a pair key; a new one if it was not seen before. */
  numberOf(key: number): number {
    const { slots } = this
    const signedKey = key | 0
    let slot = this.slotOf(signedKey)
    for (;;) {
      const number = slots[slot + 1]!
      if (number === EMPTY) break
      if (slots[slot] === signedKey) return number
      slot = (slot + 2) & (slots.length - 1)
    }
    const number = this.nextNumber()
    slots[slot] = signedKey
    slots[slot + 1] = number
    if (++this.count * 4 > slots.length) this.grow()
    return number
  }

  /** Calls `visit` with every key and its number. */
  forEach(visit: (key: number, number: number) => void): void {
    const { slots } = this
    for (let slot = 0; slot < slots.length; slot += 2) {
      if (slots[slot + 1] !== EMPTY) visit(slots[slot]! >>> 0, slots[slot + 1]!)
    }
  }

  private slotOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> (32 - this.bits)) * 2
  }

  private grow(): void {
    const old = this.slots
    this.bits++
    const slots = emptySlots(this.bits)
    this.slots = slots
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === EMPTY) continue
      let slot = this.slotOf(old[from]!)
      while (slots[slot + 1] !== EMPTY) slot = (slot + 2) & (slots.length - 1)
      slots[slot] = old[from]!
      slots[slot + 1] = old[from + 1]!
    }
  }
}

function emptySlots(bits: number): Int32Array<ArrayBuffer> {
  return new Int32Array(2 << bits).fill(EMPTY)
}
