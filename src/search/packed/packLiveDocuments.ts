import type SearchableMap from 'minisearch/SearchableMap'
import { ColumnBuffer } from './columnBuffer'
import { encodeDocumentId } from './documentIdCodec'
import type { TermPostings } from './layeredTerm'
import type { LiveDocument } from './liveDocument'
import type { PackedSettings } from './packedOptions'
import { sealTerms } from './sealTerms'
import { SegmentBuilder } from './segmentBuilder'
import type { DocumentSource } from './segmentWriter'
import { encodeStoredFields } from './storedFieldsCodec'

/** What MiniSearch and `PackedMiniSearch` hold of the documents that are not sealed. */
export interface LiveLayer {
  readonly fields: readonly string[]
  readonly storesFields: boolean
  readonly packed: PackedSettings<any>
  /** Short id → id; the order of the documents. */
  readonly ids: ReadonlyMap<number, unknown>
  /** By short id, if known: tokens and columns. */
  readonly documents: ReadonlyMap<number, LiveDocument>
  readonly terms: SearchableMap<TermPostings>
  readonly storedFields: (shortId: number) => Record<string, unknown> | undefined
  readonly fieldLengths: (shortId: number) => readonly number[] | undefined
}

/**
 * A segment of the live documents: from their tokens, with proofs, if those of all are known, else from the live
 * terms, without. Throws a `PackedError` for an id or stored field that cannot be stored.
 */
export function packLiveDocuments(layer: LiveLayer): Uint8Array<ArrayBuffer> {
  const shortIds = [...layer.ids.keys()]
  const stored = shortIds.map((shortId) =>
    layer.storesFields ? (layer.storedFields(shortId) ?? {}) : undefined,
  )
  const tokens = shortIds.map((shortId) => layer.documents.get(shortId)?.tokens)
  const columns = shortIds.map((shortId) => layer.documents.get(shortId)?.columns ?? [])
  if (layer.packed.tokenizeRuns !== undefined && tokens.every((fields) => fields !== undefined)) {
    const builder = new SegmentBuilder({ fields: [...layer.fields], packed: layer.packed })
    shortIds.forEach((shortId, i) =>
      builder.addTokens(layer.ids.get(shortId), stored[i], columns[i]!, tokens[i]!),
    )
    return builder.build()
  }
  const ids = shortIds.map((shortId) => encodeDocumentId(layer.ids.get(shortId)))
  const storedBytes = stored.map((fields) => fields && encodeStoredFields(fields))
  const documents: DocumentSource = {
    count: shortIds.length,
    idBytes: (document) => ids[document]!,
    storedFieldBytes: (document) => storedBytes[document],
    fieldLength: (document, field) => layer.fieldLengths(shortIds[document]!)?.[field] ?? -1,
    columns: Object.entries(layer.packed.columns ?? {}).map(([name, { kind }], column) => {
      const buffer = new ColumnBuffer(name, kind)
      for (const values of columns) buffer.add(values[column])
      return buffer
    }),
  }
  const ordinals = new Map(shortIds.map((shortId, ordinal) => [shortId, ordinal]))
  const description = { fields: layer.fields, fingerprint: layer.packed.fingerprint ?? '', proofs: false }
  return sealTerms(layer.terms, ordinals, description, documents)
}
