import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { basename, join } from 'node:path'
import { BenchUsageError, readBenchCommand, type BenchCommand } from './bench/benchCommand'
import { corpusOf, generatedCorpus, readArticles, type BenchCorpus } from './bench/benchCorpus'
import { benchmarksPage } from './bench/benchmarksPage'
import type { BenchReport } from './bench/benchReport'
import { bundleBenchPage } from './bench/bundleBenchPage'
import { browserVersion } from './bench/measureEngine'
import { formatReport } from './bench/reportTable'
import { runBench } from './bench/runBench'
import { ensureChromium } from './chromium.mjs'
import { projectRoot } from './project.mjs'

const USAGE = `Measures this program and its peers on the same articles in a real Chromium.

  npm run bench -- [options]

  --corpus FILE   articles: .json, .jsonl or .jsonl.gz (default: a seeded generator)
  --size N[,N…]   number of articles (default: 2000); past the end of the corpus they are recombined
  --growth        10000, 51301, 300000 and 1000000 articles, one after the other
  --engines A,B   only these (default: all)
  --json FILE     writes the figures; of several sizes those of the last, and all under "runs"
  --write-docs    writes docs/benchmarks.md
  --help          this text

Exit code: 0 measured, 1 something could not be measured at all, 2 wrong usage.
`

/** The corpora of the sizes that are asked for. */
async function openCorpora({ corpus: path, sizes }: BenchCommand): Promise<readonly BenchCorpus[]> {
  if (path === null) return sizes.map(generatedCorpus)
  const articles = await readArticles(path)
  return sizes.map((size) => corpusOf(articles, size, basename(path)))
}

/** The machine in words, with the load that was seen while measuring. */
function machine(loads: readonly number[]): string {
  const [least, most] = [Math.min(...loads), Math.max(...loads)]
  return (
    `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ` +
    `${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}. ` +
    `The load average was ${least.toFixed(1)} to ${most.toFixed(1)}; what is above about 1.5 is other work on the ` +
    'machine, which makes every time longer and less certain'
  )
}

/** Runs the command. */
async function run(command: BenchCommand): Promise<void> {
  const browserFile = ensureChromium()
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-bench-'))
  try {
    const corpora = await openCorpora(command)
    await bundleBenchPage(folder)
    const browser = await browserVersion(browserFile)
    const loads: number[] = []
    const tell = (line: string): void => {
      loads.push(loadavg()[0]!)
      console.error(line)
    }
    const reports: BenchReport[] = []
    const writePage = async (): Promise<void> => {
      const page = await benchmarksPage(reports, {
        day: new Date().toISOString().slice(0, 10),
        machine: machine(loads),
        sources: new Map(corpora.map(({ size, source }) => [size, source])),
        command: `npm run bench -- ${command.corpus === null ? '' : '--corpus FILE '}--size ${command.sizes.join(',')} --write-docs`,
      })
      await writeFile(join(projectRoot, 'docs', 'benchmarks.md'), page)
    }
    for (const corpus of corpora) {
      const report = await runBench(corpus, { folder, browserFile, browser, engines: command.engines, tell })
      reports.push(report)
      console.log(`\n${formatReport(report)}\n`)
      if (command.json !== null) {
        const written = reports.length > 1 ? { ...report, runs: reports } : report
        await writeFile(command.json, `${JSON.stringify(written, null, 2)}\n`)
      }
      // After each size, since the last ones take hours and may be broken off.
      if (command.writesPage) await writePage()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

// Playwright would only close its browsers; the run would go on without them.
process.once('SIGTERM', () => process.exit(143))

try {
  const command = readBenchCommand(process.argv.slice(2))
  if (command === null) console.log(USAGE)
  else await run(command)
} catch (cause) {
  if (cause instanceof BenchUsageError) {
    console.error(`bench: ${cause.message}\n\n${USAGE}`)
    process.exitCode = 2
  } else {
    console.error(cause instanceof Error ? cause.message : cause)
    process.exitCode = 1
  }
}
