import type { FacetList, SearchAnswer } from '../../../src/domain/archive'
import type { ResultRow } from '../../../src/domain/resultRow'

const NO_VALUES: FacetList = { values: [], distinct: 0 }

/** A row of results that holds what every row holds; what a test is about is given as `fields`. */
function aResultRow(fields: Partial<ResultRow> = {}): ResultRow {
  return {
    id: 'example-1',
    title: '示例县召开春耕工作会议',
    titleMarks: [],
    newspaper: '示例日报',
    date: '2012-07-01',
    page: '01',
    category: ['要闻'],
    medium: 'newspaper',
    textKind: 'full',
    snippet: { text: '示例县昨天召开会议。', marks: [], isCutAtStart: false, isCutAtEnd: false },
    people: [],
    peopleCount: 0,
    ...fields,
  }
}

/** Rows `first` to `first + count` of a long list of results, each with an id of its own. */
export function resultRows(first: number, count: number): readonly ResultRow[] {
  return Array.from({ length: count }, (_, place) =>
    aResultRow({ id: `example-${first + place}`, title: `第 ${first + place} 篇示例` }),
  )
}

/** An answer with nothing found; what a test is about is given as `fields`. */
export function aSearchAnswer(fields: Partial<SearchAnswer> = {}): SearchAnswer {
  return {
    total: 0,
    reading: { terms: [], parts: [], remarks: [], loosenings: [] },
    facets: {
      category: [],
      person: NO_VALUES,
      newspaper: NO_VALUES,
      page: NO_VALUES,
      tag: NO_VALUES,
      year: NO_VALUES,
      collection: NO_VALUES,
      timeline: { unit: 'year', bars: [] },
    },
    rows: [],
    dates: null,
    ...fields,
  }
}
