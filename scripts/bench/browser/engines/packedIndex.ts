import { mergeSegments } from '../../../../src/search/packed/mergeSegments'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import type { PackedOptions } from '../../../../src/search/packed/packedOptions'
import type { PackedQuery } from '../../../../src/search/packed/packedQuery'
import { PageCache } from '../../../../src/search/packed/pageCache'
import { Segment } from '../../../../src/search/packed/segment'
import { SegmentBuilder } from '../../../../src/search/packed/segmentBuilder'
import type { SegmentSink } from '../../../../src/search/packed/segmentSink'
import { searchedTextOf } from '../../../../src/search/searchedText'
import { forEachRun, HAN, TOKENIZER_FINGERPRINT } from '../../../../src/text/tokens'
import { yearOf } from '../../recombinedArticles'
import { countOf, mergeToFew, TOKENS_IN_PART } from '../mergeToFew'
import { FIRST, type SearchEngine } from '../searchEngine'
import type { SegmentPlace } from '../segmentPlace'

/** A document as the packed index has it. */
interface PackedDocument {
  readonly id: number
  readonly title: string
  readonly names: string
  readonly text: string
  readonly year: number
}

/** A segment where it is kept. */
interface StoredSegment {
  readonly name: string
  readonly documents: number
  readonly bytes: number
}

const OPTIONS: PackedOptions<PackedDocument> = {
  fields: ['title', 'names', 'text'],
  packed: {
    fingerprint: TOKENIZER_FINGERPRINT,
    // The texts are folded already.
    tokenizeRuns: (text, _field, sink) => {
      forEachRun(text, (kind, start, end) => {
        if (kind === HAN) sink.run(text, start, end)
        else sink.word(text.slice(start, end))
      })
    },
    columns: { year: { kind: 'single', of: ({ year }) => year } },
  },
}

/** The weights of the archive's own ranking. */
const BOOST = { title: 3, names: 2, text: 1 }

/** A merge reads from the first byte to the last. */
const MERGE_PAGE_BYTES = 65_536
const MERGE_CACHE_BYTES = 8 * 1024 * 1024

/** Writes a segment piece by piece. */
async function writeSegment(
  place: SegmentPlace,
  documents: number,
  write: (sink: SegmentSink) => void,
): Promise<StoredSegment> {
  const name = crypto.randomUUID()
  let bytes = 0
  await place.write(name, (sink) => {
    write({
      write: (piece) => {
        bytes += piece.length
        sink.write(piece)
      },
    })
  })
  return { name, documents, bytes }
}

async function merge(place: SegmentPlace, group: readonly StoredSegment[]): Promise<StoredSegment> {
  const readers = await Promise.all(group.map(({ name }) => place.open(name)))
  const cache = new PageCache(MERGE_CACHE_BYTES)
  const merged = await writeSegment(
    place,
    group.reduce((sum, { documents }) => sum + documents, 0),
    (sink) => {
      mergeSegments(
        readers.map((reader) => new Segment({ ...reader, pageBytes: MERGE_PAGE_BYTES }, cache)),
        sink,
      )
    },
  )
  for (const reader of readers) reader.close()
  for (const { name } of group) await place.remove(name)
  return merged
}

/** The packed index by itself: segments that are read piece by piece from where they are kept. */
export function packedIndexIn(place: SegmentPlace): SearchEngine {
  return {
    build: () => {
      const segments: StoredSegment[] = []
      let builder = new SegmentBuilder(OPTIONS)
      const finishSegment = async (): Promise<void> => {
        const { documents } = builder
        if (documents === 0) return
        segments.push(await writeSegment(place, documents, (sink) => builder.writeTo(sink)))
        builder = new SegmentBuilder(OPTIONS)
      }
      return {
        add: async (articles) => {
          for (const article of articles) {
            const { text, headEnd, namesEnd } = searchedTextOf(article)
            builder.add({
              id: Number(article.id),
              title: text.slice(0, headEnd),
              names: text.slice(headEnd + 1, namesEnd),
              text: text.slice(namesEnd + 1),
              year: yearOf(article),
            })
            if (builder.tokens >= TOKENS_IN_PART) await finishSegment()
          }
        },
        store: async () => {
          await finishSegment()
          const kept = await mergeToFew(segments, (group) => merge(place, group))
          await place.finish(kept)
          return kept.reduce((sum, { bytes }) => sum + bytes, 0)
        },
      }
    },
    open: async () => {
      const segments = (await place.list()) as readonly StoredSegment[]
      const readers = await Promise.all(segments.map(({ name }) => place.open(name)))
      const index = PackedMiniSearch.open(readers, OPTIONS)
      const ask = (runs: readonly string[], year: number | null, top: number, countsYears: boolean) => {
        const query: PackedQuery = { kind: 'and', queries: runs.map((run) => ({ kind: 'run', run })) }
        return index.query(query, {
          top,
          boost: BOOST,
          filters: year === null ? [] : [{ column: 'year', accepts: (value) => value === year }],
          facets: countsYears ? ['year'] : [],
        })
      }
      return {
        search: (runs, { year, countsYears }) => {
          const { total, ids, facets } = ask(runs, year, FIRST, countsYears)
          return {
            total,
            first: ids as readonly number[],
            years: countsYears ? new Map(facets['year']!.top()) : null,
          }
        },
        finishOpening: () => `${countOf(segments.length, 'segment')} in ${place.words}`,
        hits: (runs, year) => ask(runs, year, index.documentCount, false).ids as readonly number[],
      }
    },
  }
}
