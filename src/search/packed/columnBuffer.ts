import { ByteWriter } from './byteWriter'
import { PackedError } from './packedError'
import type { ColumnMeta } from './segmentFormat'

/** What `ColumnDefinition.of` may answer. */
export type ColumnInput = number | readonly number[] | null | undefined

/** Stands for "no value" in a column of kind `single`. */
const NO_VALUE = -0x80000000

/**
 * One column of a segment that is being written, document by document.
 *
 * In the section `columns`, each column begins at a multiple of 4. `single`: per document `meta.valueBytes` bytes,
 * value − `meta.least` + 1, or 0 for none. `multiple`: the uint32 end of each document's values, then the values
 * − `meta.least`, `meta.valueBytes` bytes each.
 */
export class ColumnBuffer {
  private readonly name: string
  private readonly kind: 'single' | 'multiple'
  private values = new Int32Array(1024)
  private count = 0
  private ends = new Uint32Array(1024)
  private documents = 0

  constructor(name: string, kind: 'single' | 'multiple') {
    this.name = name
    this.kind = kind
  }

  /**
   * Adds what the next document has; of a repeated value only the first counts. Throws `segment-too-large` for what is
   * not an integer from −2^31 + 1 to 2^31 − 2.
   */
  add(input: ColumnInput): void {
    if (this.kind === 'single') {
      const value = singleValue(input)
      this.append(value === undefined ? NO_VALUE : this.checked(value))
      return
    }
    const values = typeof input === 'number' ? [input] : new Set(input)
    for (const value of values) this.append(this.checked(value))
    this.endDocument()
  }

  /** `meta` and bytes of the column. */
  encode(): { readonly meta: ColumnMeta; readonly bytes: Uint8Array } {
    const { least, greatest } = this.range()
    const shift = this.kind === 'single' ? least - 1 : least
    const span = greatest - shift
    if (span > 0xffffffff)
      throw new PackedError('segment-too-large', `the values of column "${this.name}" lie too far apart`)
    const valueBytes = span < 0x100 ? 1 : span < 0x10000 ? 2 : 4
    const writer = new ByteWriter(this.count * valueBytes + this.documents * 4 + 8)
    if (this.kind === 'multiple') for (let i = 0; i < this.documents; i++) writer.writeUint32(this.ends[i]!)
    for (let i = 0; i < this.count; i++) {
      const value = this.values[i]!
      const stored = value === NO_VALUE ? 0 : value - shift
      if (valueBytes === 1) writer.writeByte(stored)
      else if (valueBytes === 2) writer.writeUint16(stored)
      else writer.writeUint32(stored)
    }
    const { name, kind, count } = this
    return { meta: { name, kind, least, greatest, valueBytes, values: count }, bytes: writer.view() }
  }

  private range(): { least: number; greatest: number } {
    let least = Infinity
    let greatest = -Infinity
    for (let i = 0; i < this.count; i++) {
      const value = this.values[i]!
      if (value === NO_VALUE) continue
      if (value < least) least = value
      if (value > greatest) greatest = value
    }
    return least <= greatest ? { least, greatest } : { least: 0, greatest: 0 }
  }

  private checked(value: number): number {
    if ((value | 0) !== value || value === 0x7fffffff || value === NO_VALUE) {
      throw new PackedError('segment-too-large', `column "${this.name}" cannot hold ${value}`)
    }
    return value
  }

  private append(value: number): void {
    if (this.count === this.values.length) {
      const grown = new Int32Array(this.count * 2)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.count++] = value
  }

  private endDocument(): void {
    if (this.documents === this.ends.length) {
      const grown = new Uint32Array(this.documents * 2)
      grown.set(this.ends)
      this.ends = grown
    }
    this.ends[this.documents++] = this.count
  }
}

/** The value of a `single` column, which may come as an array of at most one. */
function singleValue(input: ColumnInput): number | undefined {
  return typeof input === 'number' ? input : (input?.[0] ?? undefined)
}
