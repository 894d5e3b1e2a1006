// Everything that can fail: the checks, the build, the browser tests and the unit tests. The checks run beside all
// others and leave the machine to them, since browsers are waited for more than they work. The last line says how many
// passed, failed and were skipped; each tool of the check, and the build, count as one.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { check } from './check.mjs'
import { ensureChromium } from './chromium.mjs'
import { packageProgram, projectRoot } from './project.mjs'
import { ensurePackages } from './setup.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @type {Tally} */
const total = { passed: 0, failed: 0, skipped: 0 }

/** @param {Tally} tally */
function count({ passed, failed, skipped }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

/** @param {boolean} isPassed */
function countOne(isPassed) {
  count({ passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 })
}

/**
 * Runs a test runner and reads its report. A runner that fails without naming a failed test is one failure.
 * @param {string[]} command
 * @param {string} report the file that the runner writes
 * @param {(report: any) => Tally} read
 * @param {NodeJS.ProcessEnv} [environment]
 */
async function runTests([program = '', ...words], report, read, environment = {}) {
  const status = await new Promise((done) => {
    const runner = spawn(program, words, {
      cwd: projectRoot,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    })
    runner.on('error', () => done(null))
    runner.on('close', done)
  })
  /** @type {Tally} */
  let tally
  try {
    tally = read(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    tally = { passed: 0, failed: 1, skipped: 0 }
  }
  count(status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally)
}

ensurePackages()
const reports = mkdtempSync(join(tmpdir(), 'jianbao-test-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

/** @type {string | null} */
let chromium = null
try {
  chromium = ensureChromium()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
}

const isBuilt = build()
countOne(isBuilt)
const checks = check(true)

if (isBuilt && chromium !== null) {
  const browserReport = join(reports, 'browser.json')
  await runTests(
    [...packageProgram('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    browserReport,
    ({ stats, errors }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
    }),
    { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
  )
} else {
  console.error(`The browser tests were not run: there is no ${isBuilt ? 'Chromium' : 'built app'}.`)
  countOne(false)
}

const unitReport = join(reports, 'unit.json')
await runTests(
  [
    ...packageProgram('vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ],
  unitReport,
  (report) => ({
    passed: report.numPassedTests,
    // A file that cannot be loaded has failed without a test.
    failed:
      report.numFailedTests +
      report.testResults.filter(
        (/** @type {any} */ file) =>
          file.status === 'failed' &&
          file.assertionResults.every((/** @type {any} */ test) => test.status !== 'failed'),
      ).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }),
)

for (const { passed } of await checks) countOne(passed)

const { passed, failed, skipped } = total
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
