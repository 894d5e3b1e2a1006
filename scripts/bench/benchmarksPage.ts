import { format, resolveConfig } from 'prettier'
import { MODES } from './benchQuery'
import type { BenchReport } from './benchReport'
import { ENGINES } from './engineList'
import { mainTable, modeTable, ratioTable, type Table } from './reportTable'

/** The circumstances of the figures. */
export interface BenchCircumstances {
  /** The day, `YYYY-MM-DD`. */
  readonly day: string
  readonly machine: string
  /** What the articles were, by the number of articles. */
  readonly sources: ReadonlyMap<number, string>
  /** The words that were given to the command. */
  readonly command: string
}

function markdownTable(table: Table): string {
  const [head, ...rows] = table.map(
    (row) => `| ${row.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`,
  )
  const line = `| ${table[0]!.map((_, column) => (column === 0 ? '---' : '--:')).join(' | ')} |`
  return [head, line, ...rows].join('\n')
}

const MODE_HEADS = {
  warm: 'Warm, with the exact total',
  cold: 'Cold: each query once, in order, in a fresh worker after opening',
  filter: 'Warm, with a filter (one year)',
  facets: 'Warm, with a facet (hits of every year)',
} as const

function sectionOf(report: BenchReport, source: string): string {
  const { articles, characters, utf8Bytes } = report.corpus
  const notes = report.engines
    .filter(({ note }) => note !== '')
    .map(({ name, note }) => `- **${name}**: ${note}`)
  return [
    `## ${articles.toLocaleString('en')} articles`,
    `${source}; ${(characters / 1e6).toFixed(2)} million characters, ${(utf8Bytes / 1e6).toFixed(2)} MB of UTF-8. ${report.browser}.`,
    markdownTable(mainTable(report)),
    'How many times better `jianbao` is; above 1 it is better:',
    markdownTable(ratioTable(report)),
    ...MODES.map(
      (mode) => `${MODE_HEADS[mode]}, ms p50 / p95 / worst:\n\n${markdownTable(modeTable(report, mode))}`,
    ),
    ...(notes.length > 0 ? [`Notes:\n\n${notes.join('\n')}`] : []),
  ].join('\n\n')
}

/** The page of figures, formatted as the project formats its pages. */
export async function benchmarksPage(
  reports: readonly BenchReport[],
  circumstances: BenchCircumstances,
): Promise<string> {
  const { day, machine, sources, command } = circumstances
  const page = [
    '# Benchmarks',
    'This program and its peers on the same articles, in one run, in a real Chromium. Written by `npm run bench`; do not edit by hand.',
    `Measured on ${day} on ${machine}.`,
    '## How to repeat',
    '```sh\n' + command + '\n```',
    'Without `--corpus` the articles come from a seeded generator. `--size 2000,10000` measures several sizes one after the other, `--growth` 10,000, 51,301, 300,000 and 1,000,000; past the end of a corpus there are seeded recombinations of its articles (a title, a first paragraph and further paragraphs of one year, as long as a real one). `--engines a,b` leaves the others out; `--json FILE` writes the figures; `--write-docs` this page.',
    '## What is measured',
    [
      '- Each engine runs in a dedicated worker of a page that is cross-origin isolated (so the clock ticks 5 µs), in a browser of its own: one builds and stores the index, another with the same profile opens and searches it. Engines run one after the other.',
      '- **build**: from articles in memory to an index in storage, folding and storing included, fetching not. **index**: bytes in storage. **open**: from storage to the first answer in a fresh worker; script and WebAssembly are loaded before. The files are in the page cache of the system, so no figure is that of a cold disk.',
      '- **memory**: `performance.measureUserAgentSpecificMemory()` of page and worker after all queries, and the WebAssembly memory, which it leaves out.',
      '- A search gives the first 20 ids and the exact total. A query’s time is the median of 50 runs (of fewer, at least 5, when they would take more than a second); p50, p95 and worst are over queries.',
      '- **recall** and **precision** compare all ids that an engine finds with a scan of the folded texts, as means over queries; under *facets* they compare counts. A string that no article has counts as precise only if nothing is found.',
      '- The queries are drawn from the corpus with a seed, ten of a kind: strings of 2, 4 and 8 Han characters, names of people (pieces of titles where none are known), two strings of one article, strings that no article has though their halves occur, and six strings that most articles have.',
      '- Small differences mean nothing: runs on a quiet machine differ by a tenth, on a busy one by a half. Compare ratios.',
    ].join('\n'),
    ...reports.map((report) => sectionOf(report, sources.get(report.corpus.articles) ?? '')),
    '## How the engines are set up',
    'Each in the best reasonable way for Chinese that we know. All get the same folded text, filtered and counted by year.',
    ENGINES.map(({ name, setUp }) => `- **${name}**: ${setUp}`).join('\n'),
  ].join('\n\n')
  const options = await resolveConfig('docs/benchmarks.md')
  return format(page, { ...options, parser: 'markdown' })
}
