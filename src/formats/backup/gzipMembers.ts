import { Gzip } from 'fflate'

/** Bytes that are packed at once: always as many, so that the same content gives the same bytes however it comes. */
const PIECE = 64 * 1024

/** Packs content into members of gzip, one after the other. */
export class GzipMembers {
  #packed: Uint8Array[] = []
  #member: Gzip | null = null
  #level: 0 | 6 = 6
  readonly #piece = new Uint8Array(PIECE)
  #filled = 0

  /** From here on content is packed (6), or only wrapped (0) as what is packed already is best. */
  setLevel(level: 0 | 6): void {
    if (level === this.#level) return
    this.#finishMember()
    this.#level = level
  }

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const taken = bytes.subarray(at, at + PIECE - this.#filled)
      this.#piece.set(taken, this.#filled)
      this.#filled += taken.length
      at += taken.length
      if (this.#filled === PIECE) this.#push(false)
    }
  }

  finish(): void {
    this.#finishMember()
  }

  /** What has been packed since it was last asked for. */
  take(): readonly Uint8Array[] {
    const packed = this.#packed
    this.#packed = []
    return packed
  }

  #push(isLast: boolean): void {
    // No time of making: zero means that there is none.
    this.#member ??= new Gzip({ level: this.#level, mtime: 0 }, (packed) => this.#packed.push(packed))
    this.#member.push(this.#piece.slice(0, this.#filled), isLast)
    this.#filled = 0
  }

  #finishMember(): void {
    if (this.#filled > 0 || this.#member !== null) this.#push(true)
    this.#member = null
  }
}
