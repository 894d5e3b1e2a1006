import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../scripts/chromium.mjs'
import type { BenchReport, EngineFigures } from '../../../scripts/bench/benchReport'
import { ENGINES } from '../../../scripts/bench/engineList'
import { installedPackage } from '../../../scripts/bench/installedPackage'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-command-'))
const KINDS = ['2 characters', '4 characters', '8 characters', 'name', 'and', 'absent', 'near-universal']
const MODES = ['warm', 'cold', 'filter', 'facets']
/** The ways in which this program is measured. */
const OURS = ['jianbao', 'jianbao-blob', 'jianbao-app']

afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command with these words. */
function bench(...words: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/bench.ts', ...words], {
    cwd: root,
    encoding: 'utf8',
  })
}

/** Expects an engine to be measured whole, or, where it could not run, a note and nothing else. */
function expectWhole(engine: EngineFigures, isMeasured: boolean): void {
  const { name, buildMs, indexBytes, openMs, memoryBytes, p50Ms, p95Ms, worstMs, recall, precision } = engine
  const figures = [buildMs, indexBytes, openMs, memoryBytes, p50Ms, p95Ms, worstMs]
  expect(
    figures.map((figure) => figure !== null && figure > 0),
    `${name}: ${engine.note}`,
  ).toEqual(figures.map(() => isMeasured))
  expect(recall, name).toBe(isMeasured ? 1 : null)
  expect((precision ?? 1) > 0.5, name).toBe(true)
  expect(isMeasured || engine.note !== '', name).toBe(true)
  expect(engine.queries.map(({ kind, mode }) => `${kind} ${mode}`)).toEqual(
    isMeasured ? KINDS.flatMap((kind) => MODES.map((mode) => `${kind} ${mode}`)) : [],
  )
}

describe('npm run bench', () => {
  it.skipIf(findChromium() === null)(
    'measures every installed engine in a browser and writes the figures in the agreed shape',
    { timeout: 600_000 },
    () => {
      const json = join(folder, 'figures.json')
      const { status, stdout, stderr } = bench('--size', '300', '--json', json)
      expect(stderr).not.toContain('rror:')
      expect(status).toBe(0)
      expect(stdout).toContain('Ours is so many times better than:')

      const report = JSON.parse(readFileSync(json, 'utf8')) as BenchReport
      expect(Object.keys(report)).toEqual(['corpus', 'browser', 'engines', 'ratios'])
      expect(report.corpus).toEqual({
        articles: 300,
        characters: expect.any(Number) as number,
        utf8Bytes: expect.any(Number) as number,
      })
      expect(report.browser).toMatch(/^Chromium \d/)
      expect(report.engines.map(({ name }) => name)).toEqual(ENGINES.map(({ name }) => name))
      for (const engine of report.engines) {
        expect(Object.keys(engine).join(' ')).toBe(
          'name version buildMs indexBytes openMs memoryBytes p50Ms p95Ms worstMs recall precision queries note',
        )
        const listed = ENGINES.find(({ name }) => name === engine.name)!
        const isThere = listed.packageName === null || installedPackage(listed.packageName) !== null
        expectWhole(engine, listed.isLeftOut !== true && isThere)
      }
      for (const exact of [...OURS, 'sqlite-fts5-bigrams', 'sqlite-fts5-trigram', 'scan']) {
        const found = report.engines.find(({ name }) => name === exact)!
        if (found.buildMs === null) continue
        for (const { recall, precision } of found.queries) expect([recall, precision]).toEqual([1, 1])
      }
      expect(Object.keys(report.ratios)).toEqual(
        report.engines.map(({ name }) => name).filter((name) => name !== 'jianbao'),
      )
      expect(Object.keys(report.ratios['scan']!)).toEqual(['build', 'bytes', 'open', 'memory', 'p50', 'p95'])
    },
  )

  it('ends with 2 and the usage when the words make no sense', () => {
    const { status, stderr } = bench('--size', 'many')
    expect(status).toBe(2)
    expect(stderr).toContain('--size many: expected a number of articles')
    expect(stderr).toContain('npm run bench -- [options]')
  })
})
