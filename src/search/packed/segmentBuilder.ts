import { default as MiniSearch } from 'minisearch'
import { ChunkedUint32 } from './chunkedUint32'
import { ColumnBuffer, type ColumnInput } from './columnBuffer'
import { encodeDocumentId } from './documentIdCodec'
import { findFrequentGrams, type FrequentGram } from './frequentGrams'
import { GRAM_DOCUMENTS, GRAM_SHARE } from './gramDirectory'
import { requireOneTokenizer, type PackedOptions } from './packedOptions'
import { PostingsBuffer } from './postingsBuffer'
import { MemorySink, type SegmentSink } from './segmentSink'
import { SegmentWriter } from './segmentWriter'
import { encodeStoredFields } from './storedFieldsCodec'
import { fieldBitsOf, forEachTerm } from './sortedTokens'
import { isCodePointPair } from './termKey'
import { TokenLog } from './tokenLog'

const ABSENT = 0xffffffff
/** `lengths` holds this where the length is the number of distinct terms, which is counted at the end. */
const COUNTED = 0xfffffffe

/** A document's field as runs and words, kept so that it need not be cut again. */
export interface FieldTokens {
  readonly runs: readonly string[]
  readonly words: readonly string[]
}

/**
 * Builds a segment straight from documents, with the same options, and the same result, as adding them to a
 * `PackedMiniSearch` and sealing it, but many times faster, since no searchable index is kept meanwhile. It takes
 * about 20 bytes a token, all told; `tokens` tells when it is time to finish and begin another.
 */
export class SegmentBuilder<T = any> {
  private readonly options: Required<
    Pick<
      PackedOptions<T>,
      'fields' | 'idField' | 'extractField' | 'stringifyField' | 'tokenize' | 'processTerm' | 'storeFields'
    >
  >
  private readonly packed: NonNullable<PackedOptions<T>['packed']>
  private readonly log = new TokenLog()
  private readonly lengths = new ChunkedUint32()
  private readonly ids: Uint8Array[] = []
  private readonly seen = new Set<unknown>()
  private readonly stored: Uint8Array[] = []
  private readonly columns: readonly ColumnBuffer[]

  constructor(options: PackedOptions<T>) {
    requireOneTokenizer(options)
    this.options = {
      fields: options.fields,
      idField: options.idField ?? (MiniSearch.getDefault('idField') as string),
      extractField: options.extractField ?? (MiniSearch.getDefault('extractField') as never),
      stringifyField: options.stringifyField ?? (MiniSearch.getDefault('stringifyField') as never),
      tokenize: options.tokenize ?? (MiniSearch.getDefault('tokenize') as never),
      processTerm: options.processTerm ?? (MiniSearch.getDefault('processTerm') as never),
      storeFields: options.storeFields ?? [],
    }
    this.packed = options.packed ?? {}
    this.columns = Object.entries(this.packed.columns ?? {}).map(
      ([name, { kind }]) => new ColumnBuffer(name, kind),
    )
  }

  /** Number of documents added. */
  get documents(): number {
    return this.ids.length
  }

  /** Number of tokens added. */
  get tokens(): number {
    return this.log.length
  }

  /** Adds a document. Throws as MiniSearch does where the id is missing or was added before. */
  add(document: T): void {
    const { fields, idField, extractField, stringifyField, storeFields } = this.options
    const id: unknown = extractField(document, idField)
    if (this.seen.has(id)) throw new Error(`MiniSearch: duplicate ID ${String(id)}`)
    if (id == null) throw new Error(`MiniSearch: document does not have ID field "${idField}"`)
    const stored: Record<string, unknown> = {}
    for (const name of storeFields) {
      const value: unknown = extractField(document, name)
      if (value !== undefined) stored[name] = value
    }
    const columns = Object.values(this.packed.columns ?? {}).map((column) => column.of(document))
    this.beginDocument(id, storeFields.length > 0 ? stored : undefined, columns)
    for (const field of fields) {
      const value: unknown = extractField(document, field)
      if (value == null) this.endField(ABSENT)
      else this.addText(stringifyField(value, field), field)
    }
  }

  /** Adds a document whose fields were cut before; undefined is a field that it does not have. */
  addTokens(
    id: unknown,
    stored: Record<string, unknown> | undefined,
    columns: readonly ColumnInput[],
    fields: readonly (FieldTokens | undefined)[],
  ): void {
    this.beginDocument(id, stored, columns)
    for (const field of fields) {
      field?.runs.forEach((run) => this.log.run(run, 0, run.length))
      field?.words.forEach((word) => this.log.word(word))
      this.endField(field === undefined ? ABSENT : COUNTED)
    }
  }

  /** The segment of all documents added. The builder is used up. */
  build(): Uint8Array<ArrayBuffer> {
    const sink = new MemorySink()
    this.writeTo(sink)
    return sink.take()
  }

  /** Writes the segment of all documents added. The builder is used up. */
  writeTo(sink: SegmentSink): void {
    const fieldCount = this.options.fields.length
    const proofs = this.packed.tokenizeRuns !== undefined
    const writer = new SegmentWriter(sink, {
      fields: this.options.fields,
      fingerprint: this.packed.fingerprint ?? '',
      proofs,
    })
    const grams = this.writeTerms(writer)
    for (const { gram, lists } of grams) writer.addGram(gram, lists)
    writer.finish({
      count: this.ids.length,
      idBytes: (document) => this.ids[document]!,
      storedFieldBytes: (document) => this.stored[document],
      fieldLength: (document, field) => {
        const length = this.lengths.get(document * fieldCount + field)
        return length === ABSENT ? -1 : length
      },
      columns: this.columns,
    })
  }

  private beginDocument(
    id: unknown,
    stored: Record<string, unknown> | undefined,
    columns: readonly ColumnInput[],
  ): void {
    const idBytes = encodeDocumentId(id)
    if (stored !== undefined) this.stored.push(encodeStoredFields(stored))
    this.ids.push(idBytes)
    this.seen.add(id)
    this.columns.forEach((column, i) => column.add(columns[i]))
  }

  private addText(text: string, field: string): void {
    if (this.packed.tokenizeRuns !== undefined) {
      this.packed.tokenizeRuns(text, field, this.log)
      this.endField(COUNTED)
      return
    }
    const tokens = this.options.tokenize(text, field)
    for (const token of tokens) {
      const processed = this.options.processTerm(token, field)
      if (Array.isArray(processed)) processed.forEach((term) => this.log.term(term))
      else if (processed) this.log.term(processed)
    }
    this.endField(new Set(tokens).size)
  }

  private endField(length: number): void {
    this.log.endField()
    this.lengths.push(length)
  }

  /**
   * Sorts the log by term, writes every term, and counts the lengths on the way: a field is as long as it has
   * postings. Returns the frequent grams, which need the log once more.
   */
  private writeTerms(writer: SegmentWriter): FrequentGram[] {
    const { log } = this
    const fieldCount = this.options.fields.length
    const counted = new CountedLengths(this.lengths)
    const lists = Array.from({ length: fieldCount }, () => new PostingsBuffer())
    const threshold = this.ids.length * GRAM_SHARE
    const findsGrams = this.packed.tokenizeRuns !== undefined && this.ids.length >= GRAM_DOCUMENTS
    const frequentPairs: string[] = []
    forEachTerm(log, fieldCount, (term, occurrences, start, end) => {
      fillLists(lists, occurrences, start, end, counted)
      writer.addTerm(term, lists)
      if (
        findsGrams &&
        end - start >= threshold &&
        lists.some((list) => list.count >= threshold) &&
        isCodePointPair(term)
      ) {
        frequentPairs.push(term)
      }
    })
    counted.store()
    return findsGrams ? findFrequentGrams(log, fieldCount, frequentPairs, threshold) : []
  }
}

/** Fills one buffer per field with the occurrences of one term, which `forEachTerm` gives. */
function fillLists(
  lists: readonly PostingsBuffer[],
  occurrences: Int32Array,
  start: number,
  end: number,
  counted: CountedLengths,
): void {
  for (const list of lists) list.clear()
  const fieldBits = fieldBitsOf(lists.length)
  const fieldMask = (1 << fieldBits) - 1
  let at = start * 3
  for (const stop = end * 3; at < stop;) {
    const place = occurrences[at]!
    const document = place >>> fieldBits
    const field = place & fieldMask
    const list = lists[field]!
    const before = at
    let left = 0
    let right = 0
    for (; at < stop && occurrences[at] === place; at += 3) {
      const nextLeft = occurrences[at + 1]!
      if (nextLeft === 0) continue
      const nextRight = occurrences[at + 2]!
      list.addPair(nextLeft - left, nextRight - right)
      left = nextLeft
      right = nextRight
    }
    list.addDocument(document, (at - before) / 3)
    counted.add(document * lists.length + field)
  }
}

/** Counts the postings of each slice, and stores them where the length is to be counted. */
class CountedLengths {
  private readonly lengths: ChunkedUint32
  private readonly counts: Uint32Array

  constructor(lengths: ChunkedUint32) {
    this.lengths = lengths
    this.counts = new Uint32Array(lengths.length)
  }

  add(slice: number): void {
    this.counts[slice]!++
  }

  store(): void {
    for (let slice = 0; slice < this.counts.length; slice++) {
      if (this.lengths.get(slice) === COUNTED) this.lengths.set(slice, this.counts[slice]!)
    }
  }
}
