import { MODES, QUERY_KINDS, type BenchQuery, type Mode } from './benchQuery'
import { mean, percentile, rounded, type Exactness } from './statistics'

/** Latencies over queries, in milliseconds, and how right the answers are; `null` where it was not measured. */
interface LatencyFigures {
  readonly p50Ms: number | null
  readonly p95Ms: number | null
  readonly worstMs: number | null
  readonly recall: number | null
  readonly precision: number | null
}

/** The same for one kind of query asked in one way. */
export interface QueryFigures extends LatencyFigures {
  readonly kind: string
  readonly mode: Mode
}

/** What was measured of one engine. The figures at the top are warm, with the total, over all kinds. */
export interface EngineFigures extends LatencyFigures {
  readonly name: string
  readonly version: string
  readonly buildMs: number | null
  readonly indexBytes: number | null
  readonly openMs: number | null
  readonly memoryBytes: number | null
  readonly queries: readonly QueryFigures[]
  /** What has to be known to read the figures; empty when nothing has. */
  readonly note: string
}

/** How many times better ours is than a peer; above 1 ours is better. */
export interface Ratios {
  readonly build: number | null
  readonly bytes: number | null
  readonly open: number | null
  readonly memory: number | null
  readonly p50: number | null
  readonly p95: number | null
}

/** One run on one corpus. */
export interface BenchReport {
  readonly corpus: { readonly articles: number; readonly characters: number; readonly utf8Bytes: number }
  readonly browser: string
  readonly engines: readonly EngineFigures[]
  readonly ratios: Readonly<Record<string, Ratios>>
}

/** The name of this program among the engines. */
export const OURS = 'jianbao'

/** What the measuring of one engine gave, query by query in the order of the query set; `null` where a step could not be done. */
export interface EngineMeasurements {
  readonly buildMs: number | null
  readonly indexBytes: number | null
  readonly openMs: number | null
  readonly memoryBytes: number | null
  /** By mode, the milliseconds of each query. */
  readonly times: Readonly<Partial<Record<Mode, readonly number[]>>>
  readonly exactness: Readonly<Partial<Record<Mode, readonly Exactness[]>>>
  readonly notes: readonly string[]
}

/** What is known of an engine of which nothing could be measured. */
export const NOTHING_MEASURED: EngineMeasurements = {
  buildMs: null,
  indexBytes: null,
  openMs: null,
  memoryBytes: null,
  times: {},
  exactness: {},
  notes: [],
}

function latencyFigures(times: readonly number[], exactness: readonly Exactness[]): LatencyFigures {
  return {
    p50Ms: rounded(percentile(times, 0.5)),
    p95Ms: rounded(percentile(times, 0.95)),
    worstMs: rounded(percentile(times, 1)),
    recall: shareOf(exactness.map(({ recall }) => recall)),
    precision: shareOf(exactness.map(({ precision }) => precision)),
  }
}

/** A mean share to four places, never rounded up to a whole 1. */
function shareOf(shares: readonly number[]): number | null {
  const share = mean(shares)
  return share === null ? null : share === 1 ? 1 : Math.min(0.9999, Number(share.toFixed(4)))
}

/** The figures of an engine from its measurements; kinds and modes that were not measured are left out. */
export function engineFigures(
  name: string,
  version: string,
  queries: readonly BenchQuery[],
  measured: EngineMeasurements,
): EngineFigures {
  const figuresOf = (mode: Mode, isMeant: (query: BenchQuery) => boolean): LatencyFigures => {
    const chosen = <Value>(values: readonly Value[] | undefined): readonly Value[] =>
      (values ?? []).filter((_, place) => isMeant(queries[place]!))
    return latencyFigures(chosen(measured.times[mode]), chosen(measured.exactness[mode]))
  }
  const whole = (value: number | null): number | null => (value === null ? null : Math.round(value))
  return {
    name,
    version,
    buildMs: whole(measured.buildMs),
    indexBytes: measured.indexBytes,
    openMs: rounded(measured.openMs),
    memoryBytes: whole(measured.memoryBytes),
    ...figuresOf('warm', () => true),
    queries: QUERY_KINDS.flatMap((kind) =>
      queries.some((query) => query.kind === kind)
        ? MODES.filter((mode) => measured.times[mode] !== undefined).map((mode) => ({
            kind,
            mode,
            ...figuresOf(mode, (query) => query.kind === kind),
          }))
        : [],
    ),
    note: measured.notes.join('; '),
  }
}

/** What a peer needs over what ours needs; `null` where either is not known, or ours is 0. */
function ratio(theirs: number | null, ours: number | null): number | null {
  return theirs === null || ours === null || ours === 0 ? null : rounded(theirs / ours)
}

/** How ours compares with every peer, by the peer's name; none without ours. */
export function ratiosOf(engines: readonly EngineFigures[]): Readonly<Record<string, Ratios>> {
  const ours = engines.find(({ name }) => name === OURS)
  if (ours === undefined) return {}
  return Object.fromEntries(
    engines
      .filter(({ name }) => name !== OURS)
      .map((peer) => [
        peer.name,
        {
          build: ratio(peer.buildMs, ours.buildMs),
          bytes: ratio(peer.indexBytes, ours.indexBytes),
          open: ratio(peer.openMs, ours.openMs),
          memory: ratio(peer.memoryBytes, ours.memoryBytes),
          p50: ratio(peer.p50Ms, ours.p50Ms),
          p95: ratio(peer.p95Ms, ours.p95Ms),
        },
      ]),
  )
}
