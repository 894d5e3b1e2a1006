import packageDescription from '../../package.json' with { type: 'json' }
import { BENCH_SEED, type BenchCorpus } from './benchCorpus'
import {
  NOTHING_MEASURED,
  engineFigures,
  ratiosOf,
  type BenchReport,
  type EngineFigures,
  type EngineMeasurements,
} from './benchReport'
import { startBenchServer } from './benchServer'
import { ENGINES, type ListedEngine } from './engineList'
import { scanCorpus } from './groundTruth'
import { installedPackage } from './installedPackage'
import { measureEngine } from './measureEngine'
import { makeQuerySet } from './querySet'

/** What a run needs besides its corpus. */
export interface BenchSetting {
  /** The folder with the bundled page. */
  readonly folder: string
  /** The file of the browser, and its name with version. */
  readonly browserFile: string
  readonly browser: string
  /** Names of the engines that take part. */
  readonly engines: readonly string[]
  /** Told what is being done. */
  readonly tell: (line: string) => void
}

/** The version of a peer, of this program for its own code, and of nothing for what is not run. */
function versionOf({ packageName, isLeftOut }: ListedEngine): string {
  if (isLeftOut === true) return ''
  return packageName === null ? packageDescription.version : (installedPackage(packageName)?.version ?? '')
}

/** Why an engine does not run at this size or here; `null` when it does. */
function reasonToLeaveOut(
  { isLeftOut, note, mostArticles, packageName }: ListedEngine,
  size: number,
): string | null {
  if (isLeftOut === true) return note
  if (packageName !== null && installedPackage(packageName) === null) return `${packageName} is not installed`
  return size > mostArticles ? `not run beyond ${mostArticles} articles, which it does not bear` : null
}

/** Measures engines on a corpus, one after the other, each in browsers of its own. */
export async function runBench(corpus: BenchCorpus, setting: BenchSetting): Promise<BenchReport> {
  const { tell } = setting
  tell(`${corpus.size} articles: ${corpus.source}`)
  const queries = makeQuerySet(corpus, BENCH_SEED)
  const truth = scanCorpus(corpus, queries)
  tell(`${queries.length} queries; ${truth.characters} characters, ${truth.utf8Bytes} bytes of UTF-8`)
  const server = await startBenchServer(setting.folder, corpus, truth)
  try {
    const run = {
      origin: server.origin,
      browser: setting.browserFile,
      size: corpus.size,
      queries,
      filterYear: truth.commonYear,
    }
    const engines: EngineFigures[] = []
    for (const engine of ENGINES.filter(({ name }) => setting.engines.includes(name))) {
      const reason = reasonToLeaveOut(engine, corpus.size)
      const start = performance.now()
      const measured: EngineMeasurements =
        reason === null ? await measureEngine(engine.name, run) : { ...NOTHING_MEASURED, notes: [reason] }
      const notes =
        reason === null && engine.note !== null ? [engine.note, ...measured.notes] : measured.notes
      engines.push(engineFigures(engine.name, versionOf(engine), queries, { ...measured, notes }))
      tell(`${engine.name}: ${reason ?? `${((performance.now() - start) / 1000).toFixed(0)} s`}`)
    }
    return {
      corpus: { articles: corpus.size, characters: truth.characters, utf8Bytes: truth.utf8Bytes },
      browser: setting.browser,
      engines,
      ratios: ratiosOf(engines),
    }
  } finally {
    await server.close()
  }
}
