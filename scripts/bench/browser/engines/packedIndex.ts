import { searchedTextOf } from '../../../../src/search/searchedText'
import { characterRuns, HAN, TOKENIZER_FINGERPRINT } from '../../../../src/text/tokens'
import { yearOf } from '../../recombinedArticles'
import type { PackedModules, PackedOptions, PackedQuery } from '../packedModules'
import { FIRST, type SearchEngine } from '../searchEngine'
import { openFile, readText, writeFile } from '../storedFiles'

/** Tokens in a segment, at which about 250 MB of memory are in use. */
const TOKENS_IN_SEGMENT = 10_000_000
const MOST_SEGMENTS = 4
const LIST = 'segments'

const OPTIONS: PackedOptions = {
  fields: ['title', 'names', 'text'],
  packed: {
    fingerprint: TOKENIZER_FINGERPRINT,
    // The texts are folded already.
    tokenizeRuns: (text, _field, sink) => {
      for (const { kind, start, end } of characterRuns(text)) {
        if (kind === HAN) sink.run(text, start, end)
        else sink.word(text.slice(start, end))
      }
    },
    columns: { year: { kind: 'single', of: ({ year }) => year } },
  },
}

/** The weights of the archive's own ranking. */
const BOOST = { title: 3, names: 2, text: 1 }

/** The packed index, its segments read from files piece by piece. */
export function loadPacked({
  PackedMiniSearch,
  SegmentBuilder,
  accessHandleReader,
}: PackedModules): SearchEngine {
  return {
    build: () => {
      let builder = new SegmentBuilder(OPTIONS)
      let segments: Uint8Array[] = []
      const finishSegment = (): void => {
        if (builder.documents === 0) return
        segments.push(builder.build())
        builder = new SegmentBuilder(OPTIONS)
      }
      return {
        add: (articles) => {
          for (const article of articles) {
            const { text, headEnd, namesEnd } = searchedTextOf(article)
            builder.add({
              id: Number(article.id),
              title: text.slice(0, headEnd),
              names: text.slice(headEnd + 1, namesEnd),
              text: text.slice(namesEnd + 1),
              year: yearOf(article),
            })
            if (builder.tokens >= TOKENS_IN_SEGMENT) finishSegment()
          }
        },
        store: async () => {
          finishSegment()
          if (segments.length > MOST_SEGMENTS) {
            const index = PackedMiniSearch.open(segments, OPTIONS)
            index.merge(MOST_SEGMENTS)
            segments = index.toSegments()
          }
          let bytes = 0
          for (const [number, segment] of segments.entries()) {
            bytes += await writeFile(`segment-${number}`, [segment])
          }
          await writeFile(LIST, [String(segments.length)])
          return bytes
        },
      }
    },
    open: async () => {
      const count = Number(await readText(LIST))
      const handles = await Promise.all(
        Array.from({ length: count }, (_, number) => openFile(`segment-${number}`)),
      )
      const index = PackedMiniSearch.open(handles.map(accessHandleReader), OPTIONS)
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
        finishOpening: () => `the packed index, ${count} segment${count === 1 ? '' : 's'} in files`,
        hits: (runs, year) => ask(runs, year, 10_000_000, false).ids as readonly number[],
      }
    },
  }
}
