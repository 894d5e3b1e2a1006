import type { Segment } from './segment'

/** A document of a segment. */
export interface SealedDocument {
  readonly segment: Segment
  readonly document: number
}

/**
 * The segments of an index, in order, as one row of short ids: segment k holds `bases[k]` … `bases[k]` + its number
 * of documents − 1. Short ids of removed documents stay vacant.
 */
export class SealedLayer {
  readonly segments: Segment[] = []
  readonly bases: number[] = []
  /** The first short id after all segments. */
  end = 0

  add(segment: Segment): void {
    this.segments.push(segment)
    this.bases.push(this.end)
    this.end += segment.meta.documents
  }

  /** Number of documents that were not removed. */
  get documentCount(): number {
    return this.segments.reduce((sum, { meta, removedCount }) => sum + meta.documents - removedCount, 0)
  }

  /** The document with a short id, also if it was removed; undefined if no segment holds it. */
  at(shortId: number): SealedDocument | undefined {
    if (!(shortId >= 0 && shortId < this.end)) return undefined
    let index = this.segments.length - 1
    while (this.bases[index]! > shortId) index--
    return { segment: this.segments[index]!, document: shortId - this.bases[index]! }
  }

  has(shortId: number): boolean {
    const found = this.at(shortId)
    return found !== undefined && !found.segment.removed.has(found.document)
  }

  remove(shortId: number): void {
    const found = this.at(shortId)
    found?.segment.remove(found.document)
  }

  /** The length of each field of a document, with holes for fields that it lacks, also if it was removed. */
  fieldLengthsAt(shortId: number): number[] | undefined {
    const found = this.at(shortId)
    if (found === undefined) return undefined
    const lengths: number[] = []
    const { segment, document } = found
    for (let field = 0; field < segment.storedLengths.length; field++) {
      const length = segment.fieldLength(document, field)
      if (length >= 0) lengths[field] = length
    }
    return lengths
  }

  /** The short id of the document with this id, unless it was removed; of two the newer. */
  find(id: unknown): number | undefined {
    for (let index = this.segments.length - 1; index >= 0; index--) {
      const { documents, removed } = this.segments[index]!
      for (const document of documents.find(id)) {
        if (!removed.has(document)) return this.bases[index]! + document
      }
    }
    return undefined
  }

  /** Short ids of all documents that were not removed, rising. */
  *shortIds(): IterableIterator<number> {
    for (const [index, { meta, removed }] of this.segments.entries()) {
      for (let document = 0; document < meta.documents; document++) {
        if (!removed.has(document)) yield this.bases[index]! + document
      }
    }
  }
}
