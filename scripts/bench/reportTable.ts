import type { BenchReport, EngineFigures, Ratios } from './benchReport'

/** A table as rows of cells; the first row is its head, the first column is of words. */
export type Table = readonly (readonly string[])[]

const NONE = '–'

function cell(value: number | null, write: (value: number) => string = String): string {
  return value === null ? NONE : write(value)
}

const megabytes = (bytes: number): string => (bytes / 1e6).toPrecision(3)
const seconds = (ms: number): string => (ms / 1000).toPrecision(3)
const latency = ({ p50Ms, p95Ms, worstMs }: Pick<EngineFigures, 'p50Ms' | 'p95Ms' | 'worstMs'>): string =>
  p50Ms === null ? NONE : [p50Ms, p95Ms, worstMs].map((ms) => cell(ms)).join(' / ')

/** The main figures of every engine. */
export function mainTable({ engines }: BenchReport): Table {
  return [
    [
      'engine',
      'version',
      'build s',
      'index MB',
      'open ms',
      'memory MB',
      'warm ms p50 / p95 / worst',
      'recall',
      'precision',
    ],
    ...engines.map((engine) => [
      engine.name,
      engine.version,
      cell(engine.buildMs, seconds),
      cell(engine.indexBytes, megabytes),
      cell(engine.openMs),
      cell(engine.memoryBytes, megabytes),
      latency(engine),
      cell(engine.recall),
      cell(engine.precision),
    ]),
  ]
}

/** Latencies of the engines that were measured by kind of query, in one mode: p50 / p95 / worst. */
export function modeTable({ engines }: BenchReport, mode: EngineFigures['queries'][number]['mode']): Table {
  const measured = engines.filter(({ queries }) => queries.some((query) => query.mode === mode))
  const kinds = [...new Set(measured.flatMap(({ queries }) => queries.map(({ kind }) => kind)))]
  return [
    ['engine', ...kinds],
    ...measured.map(({ name, queries }) => [
      name,
      ...kinds.map((kind) => {
        const found = queries.find((query) => query.kind === kind && query.mode === mode)
        return found === undefined ? NONE : latency(found)
      }),
    ]),
  ]
}

/** How ours compares with every peer. */
export function ratioTable({ ratios }: BenchReport): Table {
  const names: readonly (keyof Ratios)[] = ['build', 'bytes', 'open', 'memory', 'p50', 'p95']
  return [
    ['peer', ...names],
    ...Object.entries(ratios).map(([peer, values]) => [
      peer,
      ...names.map((name) => cell(values[name], (value) => `${value} ×`)),
    ]),
  ]
}

/** A table for the terminal, its columns aligned. */
function formatTable(table: Table): string {
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  return table
    .map((row) =>
      row
        .map((text, column) => (column === 0 ? text.padEnd(widths[column]!) : text.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The report of a run for the terminal. */
export function formatReport(report: BenchReport): string {
  const notes = report.engines.filter(({ note }) => note !== '').map(({ name, note }) => `  ${name}: ${note}`)
  return [
    `${report.corpus.articles} articles, ${report.browser}`,
    formatTable(mainTable(report)),
    'Ours is so many times better than:',
    formatTable(ratioTable(report)),
    ...(notes.length > 0 ? [['Notes', ...notes].join('\n')] : []),
  ].join('\n\n')
}
