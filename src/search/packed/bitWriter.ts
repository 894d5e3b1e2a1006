import { type ByteWriter } from './byteWriter'

/** Bytes up to which copying one by one is faster than making a view of them. */
const FEW_BYTES = 64

/** Writes bits, highest first, into a growing buffer. */
export class BitWriter {
  private bytes = new Uint8Array(4096)
  private at = 0
  private held = 0
  private heldBits = 0

  /** Appends the lowest `count` bits of `value`, 0 ≤ count ≤ 24; bits above them must be zero. */
  write(value: number, count: number): void {
    const held = (this.held << count) | value
    let heldBits = this.heldBits + count
    if (this.at + 4 > this.bytes.length) this.grow()
    while (heldBits >= 8) {
      heldBits -= 8
      this.bytes[this.at++] = held >>> heldBits
    }
    this.held = held & 0xff
    this.heldBits = heldBits
  }

  writeZeros(count: number): void {
    for (; count > 24; count -= 24) this.write(0, 24)
    this.write(0, count)
  }

  /** Elias gamma: as many zeros as the number has bits after its first, then the number. `value` ≥ 1, below 2^31. */
  writeGamma(value: number): void {
    const extra = 31 - Math.clz32(value)
    if (extra < 12) {
      this.write(value, 2 * extra + 1)
    } else {
      this.writeZeros(extra)
      this.writeLong(value, extra + 1)
    }
  }

  /** Rice code: `value >>> parameter` zeros, a one, then the lowest `parameter` bits. */
  writeRice(value: number, parameter: number): void {
    const quotient = value >>> parameter
    const rest = value & ((1 << parameter) - 1)
    if (quotient + 1 + parameter <= 24) {
      this.write((1 << parameter) | rest, quotient + 1 + parameter)
    } else {
      this.writeZeros(quotient)
      this.write(1, 1)
      this.writeLong(rest, parameter)
    }
  }

  private writeLong(value: number, count: number): void {
    if (count > 16) {
      this.write((value >>> 16) & 0xffff, count - 16)
      this.write(value & 0xffff, 16)
    } else {
      this.write(value, count)
    }
  }

  /** Fills the last byte with zeros and returns the number of bytes written. */
  align(): number {
    if (this.heldBits > 0) this.write(0, 8 - this.heldBits)
    return this.at
  }

  /** The bytes up to the last `align()`, a view that the next write may outdate. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.at)
  }

  /** Fills the last byte with zeros, appends all bytes to a byte buffer and begins anew. */
  moveTo(writer: ByteWriter): void {
    const length = this.align()
    if (length > FEW_BYTES) {
      writer.writeBytes(this.view())
    } else {
      const { bytes } = this
      writer.reserve(length)
      const target = writer.bytes
      let at = writer.length
      for (let i = 0; i < length; i++) target[at++] = bytes[i]!
      writer.length = at
    }
    this.clear()
  }

  clear(): void {
    this.at = 0
    this.held = 0
    this.heldBits = 0
  }

  private grow(): void {
    const grown = new Uint8Array(this.bytes.length * 2)
    grown.set(this.bytes)
    this.bytes = grown
  }
}
