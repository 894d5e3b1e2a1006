import { PartFiles, type PartFileNames } from '../../../../src/archive/partFiles'
import { EMPTY_QUERY } from '../../../../src/domain/articleQuery'
import { ArticleIndex } from '../../../../src/search/articleIndex'
import type { SegmentSink } from '../../../../src/search/packed/segmentSink'
import { queryLanguage } from '../../../../src/search/queryLanguage'
import type { IndexPart } from '../../../../src/search/parts/indexPart'
import { IndexPartBuilder } from '../../../../src/search/parts/indexPartBuilder'
import { mergeIndexParts } from '../../../../src/search/parts/mergeIndexParts'
import type { ArchiveStore } from '../../../../src/storage/archiveStore'
import { openDexieStore } from '../../../../src/storage/dexieStore'
import { countOf, mergeToFew, TOKENS_IN_PART } from '../mergeToFew'
import { FIRST, type SearchEngine } from '../searchEngine'

const DATABASE = 'bench'
const COLLECTION = 'bench'
/** The value of the year facet for articles without a date. */
const NO_DATE = 'none'

/** A part in two files of the store, and how long they are. */
interface StoredPart {
  readonly names: PartFileNames
  readonly indexBytes: number
  readonly textsBytes: number
}

interface OpenPart {
  readonly stored: StoredPart
  readonly part: IndexPart
  readonly documents: number
}

/** Passes bytes on and counts them. */
class CountingSink implements SegmentSink {
  readonly #sink: SegmentSink
  bytes = 0

  constructor(sink: SegmentSink) {
    this.#sink = sink
  }

  write(bytes: Uint8Array): void {
    this.#sink.write(bytes)
    this.bytes += bytes.length
  }
}

async function writePart(
  files: PartFiles,
  fill: (sinks: { readonly index: SegmentSink; readonly texts: SegmentSink }) => void,
): Promise<OpenPart> {
  const bytes = { index: 0, texts: 0 }
  const { part, names } = await files.write((sinks) => {
    const index = new CountingSink(sinks.index)
    const texts = new CountingSink(sinks.texts)
    fill({ index, texts })
    bytes.index = index.bytes
    bytes.texts = texts.bytes
  })
  return {
    stored: { names, indexBytes: bytes.index, textsBytes: bytes.texts },
    part,
    documents: part.rows,
  }
}

async function merge(store: ArchiveStore, files: PartFiles, group: readonly OpenPart[]): Promise<OpenPart> {
  const merged = await writePart(files, (sinks) => {
    mergeIndexParts(
      group.map(({ part }) => ({ part, removed: null })),
      sinks,
    )
  })
  for (const { part } of group) part.close()
  await store.deleteIndexFiles(group.flatMap(({ stored: { names } }) => [names.index, names.texts]))
  return merged
}

/** What answers in the app: parts with their texts, and always all facets, whether they were asked for or not. */
export function load(): SearchEngine {
  return {
    build: async () => {
      const store = await openDexieStore({ name: DATABASE })
      const files = new PartFiles(store)
      const parts: OpenPart[] = []
      let builder = new IndexPartBuilder()
      const finishPart = async (): Promise<void> => {
        if (builder.rows === 0) return
        const built = builder.build()
        builder = new IndexPartBuilder()
        parts.push(
          await writePart(files, ({ index, texts }) => {
            index.write(built.index)
            texts.write(built.texts)
          }),
        )
      }
      return {
        add: async (articles) => {
          for (const article of articles) {
            builder.add(article)
            if (builder.tokens >= TOKENS_IN_PART) await finishPart()
          }
        },
        store: async () => {
          await finishPart()
          const kept = await mergeToFew(parts, (group) => merge(store, files, group))
          await store.saveIndex(
            '',
            kept.map(({ stored }) => stored),
          )
          for (const { part } of kept) part.close()
          store.close()
          return kept.reduce((sum, { stored }) => sum + stored.indexBytes + stored.textsBytes, 0)
        },
      }
    },
    open: async () => {
      const store = await openDexieStore({ name: DATABASE })
      const files = new PartFiles(store)
      const index = new ArticleIndex()
      index.learn(queryLanguage)
      const stored = (await store.loadIndex()) as readonly StoredPart[]
      for (const { names } of stored) {
        const part = await files.open(names)
        if (part === null) throw new Error(`The part ${names.index} is not there.`)
        index.attach({ part, removed: null, collectionOf: () => COLLECTION })
      }
      const run = (runs: readonly string[], year: number | null) =>
        index.run({
          ...EMPTY_QUERY,
          q: runs.join(' '),
          ...(year !== null && { from: String(year), to: String(year) }),
        })
      return {
        search: (runs, { year, countsYears }) => {
          const found = run(runs, year)
          return {
            total: found.total,
            first: found.ids(0, FIRST).map(Number),
            years: countsYears
              ? new Map(
                  found.facets.year.values.map(({ value, count }) => [
                    value === NO_DATE ? 0 : Number(value),
                    count,
                  ]),
                )
              : null,
          }
        },
        finishOpening: () => {
          const texts = stored.reduce((sum, { textsBytes }) => sum + textsBytes, 0)
          return `${countOf(stored.length, 'part')} in files of OPFS, which the database of the app knows; ${(texts / 1e6).toPrecision(3)} MB of its bytes are the texts`
        },
        hits: (runs, year) => {
          const found = run(runs, year)
          return found.ids(0, found.total).map(Number)
        },
      }
    },
  }
}
