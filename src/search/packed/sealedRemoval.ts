import type { Options } from 'minisearch'
import { listIn } from './dictionary'
import { PostingsList } from './postingsList'
import type { SealedLayer } from './sealedLayer'

type RemovalOptions<T> = Required<
  Pick<
    Options<T>,
    'fields' | 'extractField' | 'stringifyField' | 'tokenize' | 'processTerm' | 'idField' | 'logger'
  >
>

/**
 * What MiniSearch's `remove` does for a document of a segment, but for taking its postings away, which a mark stands
 * for: the averages follow the document as it is given, and terms that it did not have are warned of.
 */
export class SealedRemoval<T> {
  private readonly sealed: SealedLayer
  private readonly shortId: number
  private readonly options: RemovalOptions<T>
  private readonly fieldIds: Readonly<Record<string, number>>

  constructor(
    sealed: SealedLayer,
    shortId: number,
    options: unknown,
    fieldIds: Readonly<Record<string, number>>,
  ) {
    this.sealed = sealed
    this.shortId = shortId
    this.options = options as RemovalOptions<T>
    this.fieldIds = fieldIds
  }

  /** Takes the document's fields out of `averages`, which are over `documentCount` documents. */
  updateAverages(document: T, averages: number[], documentCount: number): void {
    const { fields, extractField, stringifyField, tokenize, processTerm } = this.options
    for (const field of fields) {
      const value: unknown = extractField(document, field)
      if (value == null) continue
      const tokens = tokenize(stringifyField(value, field), field)
      const fieldId = this.fieldIds[field]!
      const length = new Set(tokens).size
      averages[fieldId] =
        documentCount === 1 ? 0 : (averages[fieldId]! * documentCount - length) / (documentCount - 1)
      const occurrences = new Map<string, number>()
      for (const token of tokens) {
        const processed = processTerm(token, field)
        const terms = Array.isArray(processed) ? processed : processed ? [processed] : []
        for (const term of terms) {
          const occurrence = (occurrences.get(term) ?? 0) + 1
          occurrences.set(term, occurrence)
          if (occurrence > this.frequency(term, fieldId)) this.warn(document, term, field)
        }
      }
    }
  }

  private frequency(term: string, field: number): number {
    const { segment, document } = this.sealed.at(this.shortId)!
    const entry = segment.dictionary.find(term)
    const listEntry = entry && listIn(entry, field)
    if (entry === undefined || listEntry === undefined) return 0
    const list = new PostingsList(segment, term, entry, listEntry)
    const position = Int32Array.of(-1)
    list.locate(Int32Array.of(document), 1, position)
    return position[0]! < 0 ? 0 : list.frequencyAt(position[0]!)
  }

  private warn(document: T, term: string, field: string): void {
    const id: unknown = this.options.extractField(document, this.options.idField)
    this.options.logger(
      'warn',
      `MiniSearch: document with ID ${String(id)} has changed before removal: term "${term}" was not present in ` +
        `field "${field}". Removing a document after it has changed can corrupt the index!`,
      'version_conflict',
    )
  }
}
