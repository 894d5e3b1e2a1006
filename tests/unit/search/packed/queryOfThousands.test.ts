import { describe, expect, it } from 'vitest'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { SegmentBuilder } from '../../../../src/search/packed/segmentBuilder'
import { asIs, expectScoresOfSearch, loose, options, type Clipping } from './clippings'
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

/** One to six characters that stand together in some clipping. */
function someRun(living: readonly Clipping[], pick: (below: number) => number): string {
  const runs = living[pick(living.length)]!.text!.match(/\p{Script=Han}+/gu)!
  const characters = Array.from(runs[pick(runs.length)]!)
  const start = pick(characters.length)
  return characters.slice(start, start + 1 + pick(6)).join('')
}

/** Made-up clippings in which some runs are frequent, and the source of chance that made them. */
function manyClippings(
  count: number,
  seed: number,
): { clippings: Clipping[]; pick: (below: number) => number } {
  let state = seed
  const pick = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const characters = Array.from('中国家人民大会堂上海市委书记长江水电新闻联播改革开放的一是在不了有和𠮷')
  const common = ['改革开放', '新闻联播', '人民大会堂', '一一一']
  const sentence = (length: number): string => {
    let made = ''
    while (made.length < length) {
      if (pick(6) === 0) made += common[pick(common.length)]!
      else if (pick(9) === 0) made += '，'
      else made += characters[Math.floor(characters.length * (pick(1000) / 1000) ** 2)]!
    }
    return made
  }
  const clippings = Array.from({ length: count }, (_, id) => ({
    id,
    title: sentence(8),
    text: sentence(20 + pick(140)),
    day: pick(1000),
    people: [pick(50)],
  }))
  return { clippings, pick }
}
