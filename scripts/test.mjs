// Everything that can fail: the checks, the build, the browser tests and the unit tests. The checks run beside all
// others and leave the machine to them, since browsers are waited for more than they work. The last line says how many
// passed, failed and were skipped; each tool of the check, and the build, count as one. The lines before it name what
// failed, since the end of a long output is what is kept of it.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { check } from './check.mjs'
import { ensureChromium } from './chromium.mjs'
import { packageProgram, projectRoot } from './project.mjs'
import { ensurePackages } from './setup.mjs'
import { readPlaywrightReport, readVitestReport } from './testReports.mjs'

/** @typedef {import('./testReports.mjs').Tally} Tally */

/** @type {Tally} */
const total = { passed: 0, skipped: 0, failed: [] }

/** @param {Tally} tally */
function count({ passed, skipped, failed }) {
  total.passed += passed
  total.skipped += skipped
  total.failed.push(...failed)
}

/**
 * @param {string} name
 * @param {boolean} isPassed
 */
function countOne(name, isPassed) {
  count({ passed: isPassed ? 1 : 0, skipped: 0, failed: isPassed ? [] : [name] })
}

/**
 * Runs a test runner and reads its report. A runner that fails without naming a failed test is one failure.
 * @param {string} name
 * @param {string[]} command
 * @param {string} report the file that the runner writes
 * @param {(report: any) => Tally} read
 * @param {NodeJS.ProcessEnv} [environment]
 */
async function runTests(name, [program = '', ...words], report, read, environment = {}) {
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
    tally = { passed: 0, skipped: 0, failed: [`${name}: there is no report`] }
  }
  count(tally)
  if (status !== 0 && tally.failed.length === 0) countOne(`${name}: ended with ${status}`, false)
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
countOne('the build', isBuilt)
const checks = check(true)

if (isBuilt && chromium !== null) {
  const browserReport = join(reports, 'browser.json')
  await runTests(
    'the browser tests',
    [...packageProgram('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    browserReport,
    readPlaywrightReport,
    { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
  )
} else {
  console.error(`The browser tests were not run: there is no ${isBuilt ? 'Chromium' : 'built app'}.`)
  countOne('the browser tests were not run', false)
}

const unitReport = join(reports, 'unit.json')
await runTests(
  'the unit tests',
  [
    ...packageProgram('vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ],
  unitReport,
  readVitestReport,
)

for (const { name, passed } of await checks) countOne(name, passed)

const { passed, skipped, failed } = total
for (const name of failed) console.log(`failed: ${name}`)
console.log(`${passed} passed, ${failed.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed.length === 0 && passed > 0 ? 0 : 1
