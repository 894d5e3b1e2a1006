import { describe, expect, it } from 'vitest'
import { BenchUsageError, readBenchCommand } from '../../../scripts/bench/benchCommand'
import type { BenchQuery } from '../../../scripts/bench/benchQuery'
import { engineFigures, ratiosOf, type EngineMeasurements } from '../../../scripts/bench/benchReport'
import { benchmarksPage } from '../../../scripts/bench/benchmarksPage'
import { formatReport } from '../../../scripts/bench/reportTable'

const QUERIES: readonly BenchQuery[] = [
  { kind: '2 characters', runs: ['会议'] },
  { kind: '2 characters', runs: ['工程'] },
  { kind: 'absent', runs: ['议工'] },
]
const RIGHT = { recall: 1, precision: 1 }

const MEASURED: EngineMeasurements = {
  buildMs: 1000.4,
  indexBytes: 5000,
  openMs: 12.345,
  memoryBytes: 2e6,
  times: { warm: [1, 3, 2], cold: [10, 30, 20] },
  exactness: { warm: [RIGHT, RIGHT, { recall: 1, precision: 0 }], cold: [RIGHT, RIGHT, RIGHT] },
  notes: ['first', 'second'],
}
const FAILED: EngineMeasurements = {
  buildMs: null,
  indexBytes: null,
  openMs: null,
  memoryBytes: null,
  times: {},
  exactness: {},
  notes: ['could not be built'],
}

describe('the figures of an engine', () => {
  const figures = engineFigures('minisearch', '7.2.0', QUERIES, MEASURED)

  it('are warm over all kinds at the top, and by kind and mode below', () => {
    expect(figures).toEqual({
      name: 'minisearch',
      version: '7.2.0',
      buildMs: 1000,
      indexBytes: 5000,
      openMs: 12.3,
      memoryBytes: 2e6,
      p50Ms: 2,
      p95Ms: 3,
      worstMs: 3,
      recall: 1,
      precision: 0.6667,
      queries: [
        { kind: '2 characters', mode: 'warm', p50Ms: 1, p95Ms: 3, worstMs: 3, ...RIGHT },
        { kind: '2 characters', mode: 'cold', p50Ms: 10, p95Ms: 30, worstMs: 30, ...RIGHT },
        { kind: 'absent', mode: 'warm', p50Ms: 2, p95Ms: 2, worstMs: 2, recall: 1, precision: 0 },
        { kind: 'absent', mode: 'cold', p50Ms: 20, p95Ms: 20, worstMs: 20, ...RIGHT },
      ],
      note: 'first; second',
    })
  })

  it('are null with a note where an engine could not do it', () => {
    const { buildMs, openMs, p95Ms, recall, queries, note } = engineFigures('orama', '3', QUERIES, FAILED)
    expect([buildMs, openMs, p95Ms, recall]).toEqual([null, null, null, null])
    expect(queries).toEqual([])
    expect(note).toBe('could not be built')
  })

  it('never round a single miss away', () => {
    const exactness = { warm: [RIGHT, RIGHT, { recall: 0.999999, precision: 1 }] }
    expect(engineFigures('scan', '', QUERIES, { ...MEASURED, exactness }).recall).toBe(0.9999)
  })
})

describe('the ratios', () => {
  const ours = engineFigures('jianbao', '0.1.0', QUERIES, { ...MEASURED, buildMs: 500, openMs: 24.69 })
  const peer = engineFigures('minisearch', '7.2.0', QUERIES, MEASURED)
  const failed = engineFigures('orama', '3.1.18', QUERIES, FAILED)

  it('are above 1 where ours is better and below where it is not', () => {
    expect(ratiosOf([ours, peer])).toEqual({
      minisearch: { build: 2, bytes: 1, open: 0.498, memory: 1, p50: 1, p95: 1 },
    })
  })

  it('are null where one of the two is not known', () => {
    const nothing = { build: null, bytes: null, open: null, memory: null, p50: null, p95: null }
    expect(ratiosOf([ours, failed])).toEqual({ orama: nothing })
    expect(ratiosOf([peer, failed])).toEqual({})
  })

  it('stand in the table and on the page, with the notes', async () => {
    const engines = [ours, peer, failed]
    const report = {
      corpus: { articles: 3, characters: 30, utf8Bytes: 90 },
      browser: 'Chromium 1',
      engines,
      ratios: ratiosOf(engines),
    }
    expect(formatReport(report)).toMatch(/minisearch +2 × +1 × +0.498 ×/)
    expect(formatReport(report)).toContain('orama: could not be built')
    const page = await benchmarksPage([report], {
      day: '2026-01-02',
      machine: 'a machine',
      sources: new Map([[3, 'three articles']]),
      command: 'npm run bench',
    })
    expect(page).toContain('## 3 articles')
    expect(page).toContain('three articles')
    expect(page).toMatch(/\| minisearch +\| +2 × \|/)
  })
})

describe('the command line of the bench', () => {
  it('measures 2,000 articles with all engines unless told otherwise', () => {
    expect(readBenchCommand([])).toMatchObject({ corpus: null, sizes: [2000], json: null, writesPage: false })
    expect(readBenchCommand([])!.engines).toContain('jianbao')
  })

  it('reads what it is told', () => {
    expect(
      readBenchCommand([
        '--corpus',
        'a.jsonl',
        '--size',
        '300,1000',
        '--json',
        'b.json',
        '--engines',
        'scan,jianbao',
      ]),
    ).toMatchObject({ corpus: 'a.jsonl', sizes: [300, 1000], json: 'b.json', engines: ['jianbao', 'scan'] })
  })

  it('grows to a million', () => {
    expect(readBenchCommand(['--growth'])!.sizes.at(-1)).toBe(1_000_000)
  })

  it('refuses what it does not understand and says why', () => {
    expect(() => readBenchCommand(['--size', 'many'])).toThrow(BenchUsageError)
    expect(() => readBenchCommand(['--engines', 'elastic'])).toThrow(/there is no elastic; there are jianbao/)
    expect(() => readBenchCommand(['--growth', '--size', '10'])).toThrow(/leave out --size/)
    expect(() => readBenchCommand(['--strange'])).toThrow(BenchUsageError)
  })
})
