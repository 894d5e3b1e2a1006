/**
 * The packed index, seen from here. It is taken by file name, so that this program is measured with it as soon as its
 * folder is there, and with the index of the archive until then. Only what is used is written down.
 */
export interface PackedModules {
  readonly PackedMiniSearch: {
    open(segments: readonly unknown[], options: PackedOptions): PackedIndex
  }
  readonly SegmentBuilder: new (options: PackedOptions) => PackedBuilder
  readonly accessHandleReader: (handle: FileSystemSyncAccessHandle) => unknown
}

interface TokenSink {
  run(text: string, start: number, end: number): void
  word(term: string): void
}

/** A document as the packed index has it. */
export interface PackedDocument {
  readonly id: number
  readonly title: string
  readonly names: string
  readonly text: string
  readonly year: number
}

export interface PackedOptions {
  readonly fields: readonly string[]
  readonly packed: {
    readonly tokenizeRuns: (text: string, field: string, sink: TokenSink) => void
    readonly fingerprint: string
    readonly columns: Readonly<
      Record<string, { readonly kind: 'single'; readonly of: (document: PackedDocument) => number }>
    >
  }
}

interface PackedBuilder {
  readonly tokens: number
  readonly documents: number
  add(document: PackedDocument): void
  build(): Uint8Array
}

export interface PackedQuery {
  readonly kind: 'and'
  readonly queries: readonly { readonly kind: 'run'; readonly run: string }[]
}

interface PackedAnswer {
  readonly total: number
  readonly ids: readonly unknown[]
  readonly facets: Readonly<
    Record<string, { top(limit?: number): readonly (readonly [value: number, count: number])[] }>
  >
}

export interface PackedIndex {
  query(
    query: PackedQuery,
    options: {
      readonly top: number
      readonly boost: Readonly<Record<string, number>>
      readonly filters: readonly {
        readonly column: string
        readonly accepts: (value: number | undefined) => boolean
      }[]
      readonly facets: readonly string[]
    },
  ): PackedAnswer
  merge(most?: number): void
  toSegments(): Uint8Array[]
}

declare global {
  interface ImportMeta {
    /** Vite's: the files of a pattern, loaded when called. */
    glob(pattern: string): Record<string, () => Promise<unknown>>
  }
}

const FILES: Record<string, () => Promise<unknown>> = import.meta.glob(
  '../../../src/search/packed/{packedMiniSearch,segmentBuilder,accessHandleReader}.ts',
)

/** The packed index; `null` where this version of the program has none. */
export async function loadPackedModules(): Promise<PackedModules | null> {
  const parts = await Promise.all(Object.values(FILES).map((file) => file()))
  return parts.length < 3 ? null : (Object.assign({}, ...parts) as PackedModules)
}
