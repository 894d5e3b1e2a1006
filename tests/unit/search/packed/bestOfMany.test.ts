import { afterEach, describe, expect, it, vi } from 'vitest'
import * as frequencyCodec from '../../../../src/search/packed/frequencyCodec'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import type { PackedQuery } from '../../../../src/search/packed/packedQuery'
import * as postingsCodec from '../../../../src/search/packed/postingsCodec'
import { PostingsList } from '../../../../src/search/packed/postingsList'
import { SegmentBuilder } from '../../../../src/search/packed/segmentBuilder'
import { options, type Clipping } from './clippings'
import { manyClippings, someRun } from './manyClippings'
import { propertyRuns } from './propertyRuns'

const DOCUMENTS = 3000

/** Three segments, of which one is small; every seventh document is removed. */
function indexOfMany(): {
  index: PackedMiniSearch<Clipping>
  living: Clipping[]
  pick: (below: number) => number
} {
  const { clippings, pick } = manyClippings(DOCUMENTS, 97531)
  const segments = [
    [0, 1500],
    [1500, 2900],
    [2900, DOCUMENTS],
  ].map(([start, end]) => {
    const builder = new SegmentBuilder<Clipping>(options)
    for (const added of clippings.slice(start, end)) builder.add(added)
    return builder.build()
  })
  const index = PackedMiniSearch.open<Clipping>(segments, options)
  for (const [id] of clippings.entries()) if (id % 7 === 3) index.discard(id)
  return { index, living: clippings.filter(({ id }) => id % 7 !== 3), pick }
}

const { index, living, pick } = indexOfMany()

/** A run, or two that are both asked for, or one without another. */
function someQuery(): PackedQuery {
  const run = (): PackedQuery => ({ kind: 'run', run: someRun(living, pick) })
  switch (pick(5)) {
    case 0:
      return { kind: 'and', queries: [run(), run()] }
    case 1:
      return { kind: 'and', queries: [run(), { kind: 'not', query: run() }] }
    case 2:
      return { kind: 'or', queries: [run(), run()] }
    default:
      return run()
  }
}

describe('the best of many hits', () => {
  it('are those that scoring every hit gives, with the same scores to the last bit', () => {
    const boosts = [{ title: 3, text: 1 }, {}, { title: 0.1 }, { title: -2 }]
    const { numRuns } = propertyRuns(60)
    for (let round = 0; round < numRuns; round++) {
      const asked = someQuery()
      const boost = boosts[round % boosts.length]!
      const filters =
        round % 3 === 0 ? [{ column: 'day', accepts: (day: number | undefined) => day! < 500 }] : []
      const all = index.query(asked, { top: DOCUMENTS, boost, filters })
      for (const top of [1, 10, 40]) {
        const best = index.query(asked, { top, boost, filters })
        expect(best.total).toBe(all.total)
        expect(best.ids, JSON.stringify(asked)).toEqual(all.ids.slice(0, top))
        expect(best.scores).toEqual(all.scores.slice(0, top))
      }
    }
  })

  it('are found also when averages or parameters are others than the last time', () => {
    const opened = PackedMiniSearch.open<Clipping>(index.toSegments(), options)
    const boost = { title: 3 }
    const parameters = [{}, { bm25: { k: 2, b: 0.2, d: 0.1 } }, { bm25: { k: 1.2, b: 0.7, d: 2 } }]
    for (let round = 0; round < 6; round++) {
      for (const run of ['改革', '新闻联播', '中国']) {
        const asked = { boost, ...parameters[round % 3] }
        const all = opened.query({ kind: 'run', run }, { ...asked, top: DOCUMENTS })
        const best = opened.query({ kind: 'run', run }, { ...asked, top: 15 })
        expect(best.ids).toEqual(all.ids.slice(0, 15))
        expect(best.scores).toEqual(all.scores.slice(0, 15))
        for (const id of all.ids.slice(0, 5)) opened.discard(id)
      }
    }
  })

  it('are found also where each score is multiplied by a weight', () => {
    const boost = { title: 3, text: 1 }
    const { numRuns } = propertyRuns(60)
    for (let round = 0; round < numRuns; round++) {
      const found = index.find(someQuery())
      const { ordinals } = found
      // Few weigh more than others, most do, or nearly all weigh much and a few hardly more.
      const drawn = [
        [1, 1, 1, 1, 1, 1.5, 2, 8],
        [1.5, 1.5, 1.5, 1.5, 1, 1.5, 3, 8],
        [8, 8, 8, 8, 8, 8, 8, 8.1],
      ][round % 3]!
      const weights = Float64Array.from(ordinals, () => drawn[pick(8)]!)
      const weighted = found.scoresOf(ordinals, boost).map((score, place) => score * weights[place]!)
      for (const count of [1, 20]) {
        const best = found.bestOf(ordinals, boost, count, weights)
        const least = weighted.toSorted((a, b) => b - a)[Math.min(count, weighted.length) - 1]!
        const expected = [...weighted.keys()].filter((place) => weighted[place]! >= least)
        expect([...best.places]).toEqual(expect.arrayContaining(expected))
        best.places.forEach((place, at) => {
          expect(best.scores[at]! * weights[place]!).toBe(weighted[place])
        })
      }
    }
  })
})

describe('a run that most documents have', () => {
  afterEach(() => void vi.restoreAllMocks())

  /** The numbers of postings scored for the best hits and for all. */
  function scoredPostings(run: string): {
    readonly best: number
    readonly all: number
    readonly total: number
  } {
    const frequencyAt = vi.spyOn(PostingsList.prototype, 'frequencyAt')
    const segments = index.toSegments()
    const count = (top: number): number => {
      // Anew, so that nothing is known of any posting yet.
      const opened = PackedMiniSearch.open<Clipping>(segments, options)
      frequencyAt.mockClear()
      total = opened.query({ kind: 'run', run }, { top, boost: { title: 3 } }).total
      return frequencyAt.mock.calls.length
    }
    let total = 0
    return { best: count(10), all: count(DOCUMENTS), total }
  }

  it('is answered by scoring few of its postings', () => {
    for (const run of ['改革', '新闻', '一一']) {
      const { best, all, total } = scoredPostings(run)
      expect(total, run).toBeGreaterThan(living.length / 2)
      expect(all).toBeGreaterThan(total)
      expect(best, run).toBeLessThan(all / 3)
    }
  })

  it('has its lists decoded once, whatever is asked of them next', () => {
    const segments = index.toSegments()
    const opened = PackedMiniSearch.open<Clipping>(segments, options)
    const documents = vi.spyOn(postingsCodec, 'decodeDocuments')
    const frequencies = vi.spyOn(frequencyCodec, 'decodeFrequencies')
    const asked = { kind: 'run', run: '改革' } as const
    const { total } = opened.query(asked, { top: 10 })
    expect(total).toBeGreaterThan(living.length / 2)
    opened.query(asked, { top: DOCUMENTS })
    for (const decode of [documents, frequencies]) {
      const decoded = decode.mock.calls.reduce((sum, [, , count]) => sum + count, 0)
      expect(decoded).toBeGreaterThan(total)
      // A list of the title and one of the text.
      expect(decoded).toBeLessThanOrEqual(2 * DOCUMENTS)
      decode.mockClear()
    }
    opened.query(asked, { top: 10, filters: [{ column: 'day', accepts: (day) => day! < 500 }] })
    const again = opened.query(asked, { top: DOCUMENTS })
    expect(documents).not.toHaveBeenCalled()
    expect(frequencies).not.toHaveBeenCalled()
    const anew = PackedMiniSearch.open<Clipping>(segments, options)
    const { ids, scores } = anew.query(asked, { top: DOCUMENTS })
    expect(again).toMatchObject({ ids, scores, total })
  })

  it('reads no score where hits are sorted by a column', () => {
    const frequencyAt = vi.spyOn(PostingsList.prototype, 'frequencyAt')
    const sort = { column: 'day', descending: true }
    const { total } = index.query({ kind: 'run', run: '改革' }, { top: 10, sort })
    expect(total).toBeGreaterThan(living.length / 2)
    expect(frequencyAt).not.toHaveBeenCalled()
  })

  it('are found outside of titles, too, where all weigh much', () => {
    const builder = new SegmentBuilder<Clipping>(options)
    // It stands once in long titles, often in texts, and in most documents nowhere.
    const other = (length: number): string => '稻谷丰收'.repeat(length)
    for (let id = 0; id < 4000; id++) {
      const title = id % 40 === 0 ? `改革${other(60)}` : '题'
      const text = id % 10 === 0 && id % 40 !== 0 ? '改革'.repeat(30) : other(2)
      builder.add({ ...living[0]!, id, title, text })
    }
    const opened = PackedMiniSearch.open<Clipping>([builder.build()], options)
    const found = opened.find({ kind: 'run', run: '改革' })
    expect(found.ordinals).toHaveLength(400)
    const scores = found.scoresOf(found.ordinals)
    const ranked = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!)
    const best = found.bestOf(found.ordinals, {}, 20, new Float64Array(400).fill(8))
    expect([...best.places]).toEqual(expect.arrayContaining(ranked.slice(0, 20)))
    expect(ranked[0]! % 4).not.toBe(0)
  })
})
