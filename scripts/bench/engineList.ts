import { OURS } from './benchReport'

/** An engine that takes part. */
export interface ListedEngine {
  readonly name: string
  /** The npm package whose version is given; `null` for our own code. */
  readonly packageName: string | null
  /** The most articles that it is asked to hold; beyond, it is left out with a note. */
  readonly mostArticles: number
  /** How it is set up for Chinese and why, for the page of figures. */
  readonly setUp: string
  /** What has to be known to read its figures; `null` when nothing has. */
  readonly note: string | null
  /** Whether it is not run at all; the note says why. */
  readonly isLeftOut?: boolean
}

const BIGRAMS =
  'folded text, overlapping pairs of Han characters and the last character of each run, words whole (`src/text/tokens.ts`)'

/** All engines, ours first; the ratios are those of the first. */
export const ENGINES: readonly ListedEngine[] = [
  {
    name: OURS,
    packageName: null,
    mostArticles: 1_000_000,
    setUp:
      'What the app searches with, by itself: `PackedMiniSearch`, MiniSearch over packed segments, at most four of them, in files of OPFS, read by access handles; fields title (boost 3), names (boost 2) and text; runs of Han characters are exact; pages, decoded lists and the documents of runs asked for lately take a twentieth of its files in memory, at least 1.5 MiB, where files are read quickly; so a query that is asked again finds its runs proven and is filtered, counted and scored anew. The year is a column, filtered and counted by itself.',
    note: null,
  },
  {
    name: 'jianbao-blob',
    packageName: null,
    mostArticles: 1_000_000,
    setUp: 'The same, its segments as Blobs in IndexedDB: where a browser has no OPFS.',
    note: null,
  },
  {
    name: 'jianbao-app',
    packageName: null,
    mostArticles: 1_000_000,
    setUp:
      'The whole answer of the app: the same segments in index parts, with the columns of all filters and the texts, in the store of the app. Every search gives all facets (years, categories, newspapers, pages, people, tags, collections), the order of all results and the first 20, whether the years were asked for or not. Bytes are those of index and texts.',
    note: null,
  },
  {
    name: 'minisearch',
    packageName: 'minisearch',
    mostArticles: 50_000,
    setUp: `Stock MiniSearch: ${BIGRAMS}; fields title (boost 3) and text; terms combined with AND. Pairs are found anywhere in an article, next to each other or not, hence a precision below 1. Stored as its JSON; years are counted over the result list.`,
    note: null,
  },
  {
    name: 'flexsearch',
    packageName: 'flexsearch',
    mostArticles: 75_000,
    setUp: `\`Index\` with ${BIGRAMS}; \`tokenize: 'strict'\`, all terms required, the limit as large as the archive, since a smaller one gives no total. Title and text are one field: FlexSearch does not combine terms across fields. Filter and years by a loop over the full result list, since its own tags are cut off before the filter at a limit. Stored by \`export\`.`,
    note: null,
  },
  {
    name: 'orama',
    packageName: '@orama/orama',
    mostArticles: 20_000,
    setUp: `A tokenizer component with ${BIGRAMS}; \`threshold: 0\`, so that all terms are required; title and text in one field, since Orama wants them in the same; the year is an \`enum\`, filtered by \`where\` and counted by \`facets\`. A documents store that keeps no text, so that its bytes are those of the index. Stored as the JSON of \`save\`.`,
    note: null,
  },
  {
    name: 'sqlite-fts5-bigrams',
    packageName: '@sqlite.org/sqlite-wasm',
    mostArticles: 1_000_000,
    setUp: `SQLite's own WebAssembly build in OPFS (\`opfs-sahpool\`, the fastest of its file systems), contentless FTS5 table, \`unicode61\` over ${BIGRAMS}, joined by spaces; a run is a phrase query, so answers are exact; bm25 with the title three times the text; page cache 16 MiB, more than ours. The first 20 by rank and \`count(*)\` are two statements; years by a join with a table of articles. Bytes are those of the FTS tables.`,
    note: null,
  },
  {
    name: 'sqlite-fts5-trigram',
    packageName: '@sqlite.org/sqlite-wasm',
    mostArticles: 75_000,
    setUp:
      'The same with the built-in `trigram` tokenizer over an external-content table. Two characters are shorter than a trigram: they are looked for in the text itself, as SQLite does for LIKE. Bytes are those of the FTS tables, without the text.',
    note: 'strings of 2 characters are a scan of the stored text',
  },
  {
    name: 'lunr',
    packageName: 'lunr',
    mostArticles: 5000,
    setUp: `${BIGRAMS}; pipelines emptied; every term \`REQUIRED\`; title with boost 3. Stored as its JSON; filter and years by a loop over the full result list.`,
    note: null,
  },
  {
    name: 'fuse',
    packageName: 'fuse.js',
    mostArticles: 5000,
    setUp:
      "Extended search with `'run` (include) for each run, `ignoreLocation`, `threshold: 0`; it looks at every text. Stored as texts and its index, both JSON; filter and years by a loop over the full result list.",
    note: null,
  },
  {
    name: 'scan',
    packageName: null,
    mostArticles: 1_000_000,
    setUp:
      'No index: `includes` over all folded texts, held in memory as strings. Results are in the order of the archive, without ranking. Its “index” is the text.',
    note: 'no ranking',
  },
  {
    name: 'pagefind',
    packageName: null,
    mostArticles: 0,
    setUp:
      'Left out. It indexes HTML pages at build time with a native program, cuts Chinese into dictionary words (so half of all substrings cannot be found) and fetches pieces of its index over the network while it searches: none of build, memory, opening from storage and exact totals would be the same measure.',
    note: 'left out: it indexes pages on a server with a native program and searches over the network, which no figure here could compare fairly',
    isLeftOut: true,
  },
]
