import { describe, expect, it } from 'vitest'
import { readPlaywrightReport, readVitestReport } from '../../../scripts/testReports.mjs'

describe('the report of the browser tests', () => {
  const spec = (line: number, status: string) => ({
    file: 'search.test.ts',
    line,
    title: `test ${line}`,
    tests: [{ status }],
  })

  it('names what failed in any depth of suites, once failed and passed later too, and errors outside of tests', () => {
    const tally = readPlaywrightReport({
      stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 },
      suites: [
        { specs: [spec(3, 'expected')], suites: [{ specs: [spec(9, 'unexpected'), spec(12, 'flaky')] }] },
      ],
      errors: [{ message: 'no server' }],
    })
    expect(tally.passed).toBe(7)
    expect(tally.skipped).toBe(2)
    expect(tally.failed).toEqual([
      'search.test.ts:9 test 9',
      'search.test.ts:12 test 12',
      'a browser test outside of tests: no server',
    ])
  })
})

describe('the report of the unit tests', () => {
  it('names the tests that failed, and files that fail without one', () => {
    const tally = readVitestReport({
      numPassedTests: 5,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'failed', fullName: 'a date is read' },
            { status: 'passed', fullName: 'a year is read' },
          ],
        },
        { name: 'b.test.ts', status: 'failed', assertionResults: [] },
        { name: 'c.test.ts', status: 'passed', assertionResults: [] },
      ],
    })
    expect(tally).toEqual({
      passed: 5,
      skipped: 2,
      failed: ['a.test.ts a date is read', 'b.test.ts (no test of it)'],
    })
  })
})
