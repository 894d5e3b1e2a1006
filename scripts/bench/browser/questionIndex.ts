import type { BenchQuery, Mode } from '../benchQuery'
import type { SearchResult, StepRequest } from '../benchSteps'
import { exactnessOfCounts, exactnessOfIds, median, type Exactness } from '../statistics'
import { loadEngine } from './loadEngine'
import type { AskedFor, OpenIndex } from './searchEngine'

/** Runs over which a query is timed, and how few it may be when it is so slow that they would take longer than this. */
const RUNS = 50
const FEWEST_RUNS = 5
const QUERY_BUDGET_MS = 1000

/** When the warm queries have taken so long, they are not asked again in the other ways. */
const WARM_BUDGET_MS = 240_000

type SearchStep = StepRequest & { readonly step: 'search' }

const PLAIN: AskedFor = { year: null, countsYears: false }

/** One search; milliseconds. Engines that answer at once are not made to wait for a promise. */
async function timeSearch(index: OpenIndex, runs: readonly string[], asked: AskedFor): Promise<number> {
  const start = performance.now()
  const answer = index.search(runs, asked)
  if (answer instanceof Promise) await answer
  return performance.now() - start
}

/** The middle of many runs of a query, after one that is not counted, and how many they were. */
async function timeWarm(
  index: OpenIndex,
  runs: readonly string[],
  asked: AskedFor,
): Promise<{ readonly ms: number; readonly runs: number }> {
  await timeSearch(index, runs, asked)
  const times: number[] = []
  for (let spent = 0; times.length < (spent < QUERY_BUDGET_MS ? RUNS : FEWEST_RUNS);) {
    const ms = await timeSearch(index, runs, asked)
    times.push(ms)
    spent += ms
  }
  return { ms: median(times)!, runs: times.length }
}

async function fetchNumbers(path: string): Promise<ArrayBuffer> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} could not be fetched: ${response.status}.`)
  return response.arrayBuffer()
}

function countYears(hits: Uint32Array, years: Uint16Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const ordinal of hits) {
    const year = years[ordinal]!
    if (year > 0) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return counts
}

/** Compares an engine's answers to one query with what a scan found. */
async function checkQuery(
  index: OpenIndex,
  { runs }: BenchQuery,
  hits: Uint32Array,
  years: Uint16Array,
  filterYear: number,
): Promise<{ readonly all: Exactness; readonly filter: Exactness; readonly facets: Exactness }> {
  const answer = await index.search(runs, { year: null, countsYears: true })
  const counts = new Map([...(answer.years ?? [])].filter(([year]) => year > 0))
  return {
    all: exactnessOfIds(await index.hits(runs, null), hits),
    filter: exactnessOfIds(
      await index.hits(runs, filterYear),
      hits.filter((ordinal) => years[ordinal] === filterYear),
    ),
    facets: exactnessOfCounts(counts, countYears(hits, years)),
  }
}

/** Opens a stored index and asks everything of it: the first answer, each query once, each many times in three ways; then checks. */
export async function questionIndex({
  engine: name,
  queries,
  first,
  filterYear,
}: SearchStep): Promise<SearchResult> {
  const engine = await loadEngine(name)
  const start = performance.now()
  const index = await engine.open()
  await index.search(queries[first]!.runs, PLAIN)
  const openMs = performance.now() - start
  // Held, so that it is still there when memory is measured.
  Object.assign(self, { index })
  const finished = index.finishOpening?.()

  const cold: number[] = []
  for (const { runs } of queries) cold.push(await timeSearch(index, runs, PLAIN))

  let fewestRuns = RUNS
  const timeAll = async (asked: AskedFor): Promise<readonly number[]> => {
    const times: number[] = []
    for (const query of queries) {
      const { ms, runs } = await timeWarm(index, query.runs, asked)
      fewestRuns = Math.min(fewestRuns, runs)
      times.push(ms)
    }
    return times
  }
  const times: Partial<Record<Mode, readonly number[]>> = { cold }
  const notes: string[] = finished === undefined ? [] : [finished]
  const modes: readonly (readonly [mode: Mode, asked: AskedFor])[] = [
    ['warm', PLAIN],
    ['filter', { year: filterYear, countsYears: false }],
    ['facets', { year: null, countsYears: true }],
  ]
  const startOfWarm = performance.now()
  for (const [mode, asked] of modes) {
    if (performance.now() - startOfWarm < WARM_BUDGET_MS) times[mode] = await timeAll(asked)
    else notes.push(`too slow to be timed again for “${mode}”`)
  }

  const years = new Uint16Array(await fetchNumbers('/years'))
  const checks: Awaited<ReturnType<typeof checkQuery>>[] = []
  for (const [number, query] of queries.entries()) {
    const hits = new Uint32Array(await fetchNumbers(`/hits?query=${number}`))
    checks.push(await checkQuery(index, query, hits, years, filterYear))
  }
  const all = checks.map((check) => check.all)
  return {
    openMs,
    times,
    exactness: {
      warm: all,
      cold: all,
      filter: checks.map(({ filter }) => filter),
      facets: checks.map(({ facets }) => facets),
    },
    fewestRuns,
    webAssemblyBytes: index.webAssemblyBytes?.() ?? 0,
    notes,
  }
}
