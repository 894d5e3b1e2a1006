/** A cursor over bytes: the reading side of `ByteWriter`. Reading past the end yields zeros, never an exception. */
export class ByteReader {
  readonly bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  readByte(): number {
    return this.bytes[this.at++] ?? 0
  }

  readVarint(): number {
    const bytes = this.bytes
    let byte = bytes[this.at++] ?? 0
    if (byte < 0x80) return byte
    let value = byte & 0x7f
    for (let shift = 7; shift < 28; shift += 7) {
      byte = bytes[this.at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
    for (let factor = 0x10000000; factor < Number.MAX_SAFE_INTEGER; factor *= 128) {
      byte = bytes[this.at++] ?? 0
      value += (byte & 0x7f) * factor
      if (byte < 0x80) return value
    }
    return value
  }

  skipVarint(): void {
    while ((this.bytes[this.at++] ?? 0) >= 0x80);
  }

  readUint16(): number {
    return this.readByte() | (this.readByte() << 8)
  }

  readUint32(): number {
    return (
      (this.readByte() | (this.readByte() << 8) | (this.readByte() << 16) | (this.readByte() << 24)) >>> 0
    )
  }

  readUint64(): number {
    const low = this.readUint32()
    return low + this.readUint32() * 0x100000000
  }

  readBytes(length: number): Uint8Array {
    const start = this.at
    this.at += length
    return this.bytes.subarray(start, this.at)
  }
}
