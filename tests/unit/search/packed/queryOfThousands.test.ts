import { describe, expect, it } from 'vitest'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { SegmentBuilder } from '../../../../src/search/packed/segmentBuilder'
import { asIs, expectScoresOfSearch, loose, options, type Clipping } from './clippings'
import { manyClippings, someRun } from './manyClippings'
import { propertyRuns } from './propertyRuns'

describe('PackedMiniSearch.query over thousands of documents', () => {
  it('is exact where lists have several blocks and frequent grams have lists of their own', () => {
    const { clippings, pick } = manyClippings(2200, 12345)
    const builder = new SegmentBuilder<Clipping>(options)
    for (const added of clippings.slice(0, 1600)) builder.add(added)
    const index = PackedMiniSearch.open<Clipping>([builder.build()], options)
    index.addAll(clippings.slice(1600, 2000))
    index.seal()
    index.addAll(clippings.slice(2000))
    for (const [id] of clippings.entries()) if (id % 7 === 3) index.discard(id)
    const living = clippings.filter(({ id }) => id % 7 !== 3)
    const layers = [
      () => index,
      () => {
        index.merge(1)
        return index
      },
      () => PackedMiniSearch.open<Clipping>(index.toSegments(), options),
    ]
    for (const layer of layers) {
      const layered = layer()
      for (let round = 0; round < propertyRuns(30).numRuns; round++) {
        const asked = { kind: 'run', run: someRun(living, pick) } as const
        const answer = layered.query(asked, { top: 10_000 })
        const expected = living.filter(({ title, text }) =>
          [title, text].some((part) => part!.includes(asked.run)),
        )
        expect(answer.total, asked.run).toBe(expected.length)
        expect([...answer.ids].sort()).toEqual(expected.map(({ id }) => id).sort())
        if (round % 10 === 0) expectScoresOfSearch(answer, layered.search(loose(asked)!, { tokenize: asIs }))
      }
    }
  })
})
