// What the reports of the two test runners say: how many tests passed and were skipped, and the names of those that failed.

/**
 * @typedef {{ passed: number, skipped: number, failed: string[] }} Tally
 */

/**
 * Reads the report of Playwright's `json` reporter.
 * @param {any} report
 * @returns {Tally}
 */
export function readPlaywrightReport({ stats, suites, errors }) {
  /** @type {Tally} */
  const tally = { passed: stats.expected, skipped: stats.skipped, failed: [] }
  /** @param {any} suite */
  const visit = (suite) => {
    for (const { file, line, title, tests } of suite.specs ?? []) {
      for (const { status } of tests) {
        // One that passed when it was tried again failed once.
        if (status === 'unexpected' || status === 'flaky') tally.failed.push(`${file}:${line} ${title}`)
      }
    }
    for (const inner of suite.suites ?? []) visit(inner)
  }
  for (const suite of suites) visit(suite)
  for (const { message } of errors) tally.failed.push(`a browser test outside of tests: ${message}`)
  return tally
}

/**
 * Reads the report of Vitest's `json` reporter. A file that cannot be loaded has failed without a test.
 * @param {any} report
 * @returns {Tally}
 */
export function readVitestReport({ numPassedTests, numPendingTests, numTodoTests, testResults }) {
  /** @type {Tally} */
  const tally = { passed: numPassedTests, skipped: numPendingTests + numTodoTests, failed: [] }
  for (const { name, status, assertionResults } of testResults) {
    const failed = assertionResults.filter((/** @type {any} */ test) => test.status === 'failed')
    for (const { fullName } of failed) tally.failed.push(`${name} ${fullName}`)
    if (status === 'failed' && failed.length === 0) tally.failed.push(`${name} (no test of it)`)
  }
  return tally
}
