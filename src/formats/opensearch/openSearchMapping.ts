/**
 * How text is cut for OpenSearch. `cjk-bigram`: into pairs of characters, with what every OpenSearch has. `smartcn`: into
 * words as well, under `FIELD.words`, which needs the plugin `analysis-smartcn`.
 */
export const OPEN_SEARCH_ANALYZERS = ['cjk-bigram', 'smartcn'] as const
export type OpenSearchAnalyzer = (typeof OPEN_SEARCH_ANALYZERS)[number]

/** The longest name that is indexed as a whole, in UTF-16 units; below the 32,766 bytes that a term may have. */
const LONGEST_NAME = 512

const NAME = { type: 'keyword', ignore_above: LONGEST_NAME } as const
/** Kept and given back, never searched. */
const STORED = { type: 'object', enabled: false } as const

/** A text that is found by pairs of characters, and by words where it is cut into words too. */
function text(analyzer: OpenSearchAnalyzer) {
  const words = { words: { type: 'text', analyzer: 'smartcn' } }
  return { type: 'text', analyzer: 'han_pairs', ...(analyzer === 'smartcn' && { fields: words }) }
}

/** Dates as articles have them: a day, a month or a year. */
const DATE = { type: 'date', format: 'yyyy-MM-dd||yyyy-MM||yyyy' } as const

/**
 * The body of `PUT /INDEX` for an index of articles (OpenSearch 2.9 or newer): text by pairs of characters
 * (`cjk_bigram` over the `standard` tokenizer), facets as keywords, people nested so that a name and its offices belong
 * together. Fields that are not named are kept and not indexed.
 */
export function openSearchMapping(analyzer: OpenSearchAnalyzer = 'cjk-bigram'): object {
  return {
    settings: {
      analysis: {
        analyzer: {
          han_pairs: {
            type: 'custom',
            tokenizer: 'standard',
            filter: ['cjk_width', 'lowercase', 'cjk_bigram'],
          },
        },
      },
    },
    mappings: {
      dynamic: false,
      properties: {
        id: NAME,
        title: text(analyzer),
        kicker: text(analyzer),
        subtitle: text(analyzer),
        category: NAME,
        newspaper: NAME,
        medium: NAME,
        issueDate: DATE,
        edition: NAME,
        page: NAME,
        pageTitle: NAME,
        column: NAME,
        textKind: NAME,
        dateline: { properties: { place: NAME, date: NAME } },
        publishedAt: { type: 'date', format: "yyyy-MM-dd'T'HH:mm||yyyy-MM-dd" },
        eventDate: DATE,
        places: NAME,
        authors: NAME,
        url: { type: 'keyword', index: false, doc_values: false },
        paragraphs: text(analyzer),
        people: {
          type: 'nested',
          dynamic: false,
          properties: { name: NAME, offices: NAME, honours: NAME, kind: NAME, confidence: NAME },
        },
        tags: NAME,
        rights: { type: 'keyword', index: false, doc_values: false },
        doubtful: NAME,
        textNote: { type: 'text', index: false },
        verified: STORED,
        replaces: NAME,
        extra: STORED,
      },
    },
  }
}
