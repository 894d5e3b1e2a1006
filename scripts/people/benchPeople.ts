import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { build } from 'vite'
import type { Article } from '../../src/domain/article'
import { corpusOf, readArticles } from '../bench/benchCorpus'
import { startBenchServer } from '../bench/benchServer'
import { ensureChromium } from '../chromium.mjs'
import { practiceArticles } from '../practice/practiceArticles'
import { readPractice } from '../practice/readPractice'
import { projectRoot } from '../project.mjs'
import type { PeopleStep } from './peopleMeasurement'

const USAGE = `Measures in a worker of a real Chromium how fast people are recognised.

  npm run people:bench -- [options]

  --corpus FILE   articles: .json, .jsonl or .jsonl.gz (default: the practice paper)
  --size N        number of articles, spread evenly over the file (default: 2000)
  --rounds N      how often all of them are read (default: 4)
  --help          this text
`

/** Bundles the page and the worker into a folder, as `people.html` and `peopleWorker.js`. */
async function bundle(folder: string): Promise<void> {
  const root = fileURLToPath(new URL('./browser/', import.meta.url))
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    base: './',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'esnext',
      modulePreload: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: { people: join(root, 'people.html'), peopleWorker: join(root, 'peopleWorker.ts') },
        checks: { bundlerTimings: false },
        output: { entryFileNames: '[name].js' },
      },
    },
  })
}

async function practicePaper(): Promise<readonly Article[]> {
  const practice = await readPractice(join(projectRoot, 'tests/practice'))
  return practiceArticles(practice, false) as readonly Article[]
}

/** Seconds of processor time that the browser's pages have taken so far, workers and collection of garbage included. */
async function processorTime(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

/** Measures on the page, and tells what came of it. */
async function measureOn(page: Page, session: CDPSession, size: number, rounds: number): Promise<string> {
  const step = (asked: PeopleStep): Promise<number> =>
    page.evaluate<number>(`people.step(${JSON.stringify(asked)})`)
  const memory = (): Promise<number | null> => page.evaluate<number | null>('people.memory()')
  const bytes = await step({ fetch: size })
  const before = await memory()
  const loading = await step('load')
  const after = await memory()
  const held =
    before === null || after === null
      ? 'memory unknown'
      : `${((after - before) / 1e6).toFixed(1)} MB of memory`
  const lines = [
    `${String(size)} articles, ${(bytes / 1e6).toFixed(1)} MB of UTF-8`,
    `table: ${loading.toFixed(0)} ms until it was read, ${held}`,
  ]
  for (let round = 1; round <= rounds; round += 1) {
    const [began, used] = [performance.now(), await processorTime(session)]
    const people = await step('round')
    const wall = (performance.now() - began) / 1000
    const processor = (await processorTime(session)) - used
    const speed = (seconds: number): string => (bytes / 1e6 / seconds).toFixed(2)
    lines.push(
      `round ${String(round)}: ${speed(wall)} MB a second, ${speed(processor)} MB a second of processor time, ${String(people)} people`,
    )
  }
  return [
    ...lines,
    `load average ${loadavg()[0]!.toFixed(1)}; above about 1 there is other work on the machine`,
  ].join('\n')
}

async function measure(path: string | undefined, size: number, rounds: number): Promise<void> {
  const articles = path === undefined ? await practicePaper() : await readArticles(path)
  const corpus = corpusOf(articles, size, path === undefined ? 'the practice paper' : basename(path))
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-people-'))
  try {
    await bundle(folder)
    const nothing = { years: new Uint16Array(), hits: [], commonYear: 0, characters: 0, utf8Bytes: 0 }
    const server = await startBenchServer(folder, corpus, nothing)
    const browser = await chromium.launch({
      executablePath: ensureChromium(),
      args: ['--no-sandbox', '--enable-blink-features=ForceEagerMeasureMemory'],
    })
    try {
      const page = await browser.newPage()
      await page.goto(`${server.origin}/people.html`)
      console.log(corpus.source)
      console.log(await measureOn(page, await browser.newBrowserCDPSession(), size, rounds))
    } finally {
      await browser.close()
      await server.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs what the command line asks for. Answers the exit code: 0 measured, 2 wrong usage. */
async function main(words: readonly string[]): Promise<number> {
  let values
  try {
    const options = {
      corpus: { type: 'string' },
      size: { type: 'string', default: '2000' },
      rounds: { type: 'string', default: '4' },
      help: { type: 'boolean', short: 'h', default: false },
    } as const
    values = parseArgs({ args: [...words], options }).values
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause))
    return 2
  }
  const [size, rounds] = [Number(values.size), Number(values.rounds)]
  if (values.help || !(size > 0) || !(rounds > 0)) {
    console.log(USAGE)
    return values.help ? 0 : 2
  }
  await measure(values.corpus, size, rounds)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
