import type { ColumnMeta } from './segmentFormat'
import { uint32View, unsignedView } from './typedView'

/** One column of a segment, in memory: integers by document. */
export class Column {
  readonly name: string
  readonly kind: 'single' | 'multiple'
  /** What is to be added to a stored value; a stored 0 of a `single` column means none. */
  readonly shift: number
  /** The values as they are stored: of each document, or of all documents one after the other. */
  readonly stored: Uint8Array | Uint16Array | Uint32Array
  /** For `multiple`: where each document's values end. */
  readonly ends: Uint32Array | undefined
  readonly least: number
  readonly greatest: number

  constructor(meta: ColumnMeta, documents: number, bytes: Uint8Array, at: number) {
    this.name = meta.name
    this.kind = meta.kind
    this.shift = meta.kind === 'single' ? meta.least - 1 : meta.least
    this.least = meta.least
    this.greatest = meta.greatest
    this.ends = meta.kind === 'multiple' ? uint32View(bytes, at, documents) : undefined
    this.stored = unsignedView(bytes, at + (this.ends?.byteLength ?? 0), meta.values, meta.valueBytes)
  }

  /** The document's value in a `single` column. */
  valueOf(document: number): number | undefined {
    const stored = this.stored[document]!
    return stored === 0 ? undefined : stored + this.shift
  }

  /** The document's values, in their order, whatever the kind. */
  valuesOf(document: number): number[] {
    if (this.ends === undefined) {
      const value = this.valueOf(document)
      return value === undefined ? [] : [value]
    }
    const start = document === 0 ? 0 : this.ends[document - 1]!
    return Array.from(this.stored.subarray(start, this.ends[document]), (stored) => stored + this.shift)
  }
}

/** All columns of a section, by name. */
export function readColumns(
  metas: readonly ColumnMeta[],
  documents: number,
  bytes: Uint8Array,
): Map<string, Column> {
  const columns = new Map<string, Column>()
  let at = 0
  for (const meta of metas) {
    at = Math.ceil(at / 4) * 4
    columns.set(meta.name, new Column(meta, documents, bytes, at))
    at += (meta.kind === 'multiple' ? documents * 4 : 0) + meta.values * meta.valueBytes
  }
  return columns
}
