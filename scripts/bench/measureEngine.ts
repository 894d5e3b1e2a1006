import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import type { BenchQuery } from './benchQuery'
import { NOTHING_MEASURED, type EngineMeasurements } from './benchReport'
import type { BuildResult, SearchResult, StepRequest } from './benchSteps'

/** How long a step may take before the engine is given up: 10 minutes, and 20 with a million articles. */
function stepMinutes(size: number): number {
  return Math.round(10 + size / 100_000)
}

/** What is the same for all engines of a run. */
export interface BenchRun {
  readonly origin: string
  /** The file of the browser. */
  readonly browser: string
  readonly size: number
  readonly queries: readonly BenchQuery[]
  readonly filterYear: number
}

function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  return message.split('\n')[0]!.replace(/^page\.evaluate: (Error: )?/, '')
}

async function withTimeLimit<Value>(work: Promise<Value>, minutes: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${minutes} minutes`)), minutes * 60_000)
  })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

/** Does something in a browser of its own, which is closed afterwards; storage is in the profile's folder. */
async function inBrowser<Value>(
  run: BenchRun,
  profile: string,
  act: (page: Page) => Promise<Value>,
): Promise<Value> {
  let context: BrowserContext | undefined
  try {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: run.browser,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        // Memory is measured at once, not at the next collection of garbage that happens to come.
        '--enable-blink-features=ForceEagerMeasureMemory',
      ],
    })
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(`${run.origin}/bench.html`)
    if (!(await page.evaluate<boolean>('crossOriginIsolated'))) {
      throw new Error('the page is not cross-origin isolated')
    }
    return await withTimeLimit(act(page), stepMinutes(run.size))
  } finally {
    await context?.close()
  }
}

function runStep<Result>(page: Page, request: StepRequest): Promise<Result> {
  return page.evaluate<Result>(`bench.run(${JSON.stringify(request)})`)
}

/** The browser's name and version. */
export async function browserVersion(file: string): Promise<string> {
  const browser = await chromium.launch({ executablePath: file, args: ['--no-sandbox'] })
  const version = browser.version()
  await browser.close()
  return `Chromium ${version}`
}

/**
 * Measures one engine: a browser in which a worker builds and stores the index, then another with the same profile in
 * which a fresh worker opens and questions it. What fails leaves `null` and a note; it never throws.
 */
export async function measureEngine(engine: string, run: BenchRun): Promise<EngineMeasurements> {
  const profile = await mkdtemp(join(tmpdir(), 'jianbao-bench-profile-'))
  try {
    let built: BuildResult
    try {
      built = await inBrowser(run, profile, (page) =>
        runStep<BuildResult>(page, { step: 'build', engine, size: run.size }),
      )
    } catch (cause) {
      return { ...NOTHING_MEASURED, notes: [`could not be built: ${reasonOf(cause)}`] }
    }
    try {
      const first = Math.max(
        0,
        run.queries.findIndex(({ kind }) => kind === '4 characters'),
      )
      const { size, queries, filterYear } = run
      return await inBrowser(run, profile, async (page) => {
        const { openMs, times, exactness, fewestRuns, webAssemblyBytes, notes } = await runStep<SearchResult>(
          page,
          {
            step: 'search',
            engine,
            size,
            queries,
            first,
            filterYear,
          },
        )
        const counted = await page.evaluate<number | null>('bench.memory()')
        const memoryBytes = counted === null ? null : counted + webAssemblyBytes
        const fewer =
          fewestRuns < 50 ? [`slow queries were timed over fewer than 50 runs, at least ${fewestRuns}`] : []
        return { ...built, openMs, memoryBytes, times, exactness, notes: [...notes, ...fewer] }
      })
    } catch (cause) {
      return { ...NOTHING_MEASURED, ...built, notes: [`could not be searched: ${reasonOf(cause)}`] }
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
