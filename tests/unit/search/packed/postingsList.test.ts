import { describe, expect, it } from 'vitest'
import { bytesReader } from '../../../../src/search/packed/bytesReader'
import { openList } from '../../../../src/search/packed/openList'
import { PageCache } from '../../../../src/search/packed/pageCache'
import type { PostingsList } from '../../../../src/search/packed/postingsList'
import { Segment } from '../../../../src/search/packed/segment'
import { SegmentBuilder } from '../../../../src/search/packed/segmentBuilder'
import { options, type Clipping } from './clippings'
import { seededPick } from './manyClippings'

const pick = seededPick(2468)

/** Texts of two characters, long and short, so that pairs occur never, once, and thousands of times. */
const texts = Array.from({ length: 600 }, (_, id) => {
  const length = id % 97 === 5 ? 900 : 1 + pick(id % 3 === 0 ? 40 : 4)
  return Array.from({ length }, () => '甲甲甲乙'[pick(4)]).join('')
})

/** Of the documents that have the pair: which, how often, and the ranks of its occurrences. */
function occurrencesOf(pair: string): { document: number; left: number[]; right: number[] }[] {
  return texts.flatMap((text, document) => {
    const seen = new Map<string, number>()
    const ranks = Array.from(text, (character) => {
      seen.set(character, (seen.get(character) ?? 0) + 1)
      return seen.get(character)!
    })
    const starts = ranks.flatMap((_, at) => (text.slice(at, at + 2) === pair ? at : []))
    if (starts.length === 0) return []
    return [{ document, left: starts.map((at) => ranks[at]!), right: starts.map((at) => ranks[at + 1]!) }]
  })
}

function openSegment(): Segment {
  const builder = new SegmentBuilder<Clipping>(options)
  texts.forEach((text, id) => builder.add({ id, text, people: [] }))
  return new Segment(bytesReader(builder.build()), new PageCache(1 << 20))
}

function listOf(segment: Segment, pair: string): PostingsList {
  const entry = segment.dictionary.find(pair)!
  return openList(segment, pair, entry, entry.lists[0]!)
}

describe('a list', () => {
  const pairs = ['甲甲', '甲乙', '乙甲', '乙乙']

  it('gives frequencies and ranks in whatever order they are asked for', () => {
    const left = new Int32Array(900)
    const right = new Int32Array(900)
    for (const pair of pairs) {
      const expected = occurrencesOf(pair)
      expect(expected.length).toBeGreaterThan(128)
      expect(Math.max(...expected.map((found) => found.left.length))).toBeGreaterThan(50)
      const inOrder = Array.from(expected.keys())
      const orders = [inOrder, inOrder.toReversed(), inOrder.map(() => pick(expected.length))]
      for (const order of orders) {
        const list = listOf(openSegment(), pair)
        const places = [...order, ...order]
        const read = places.map((place) => {
          const found = list.readRanks(place, left, right)
          expect(list.frequencyAt(place)).toBe(found)
          return { left: [...left.subarray(0, found)], right: [...right.subarray(0, found)] }
        })
        expect(read, pair).toEqual(
          places.map((place) => ({ left: expected[place]!.left, right: expected[place]!.right })),
        )
      }
    }
  })

  it('finds documents the same way before it knows all of them and afterwards', () => {
    const segment = openSegment()
    for (const pair of pairs) {
      const documents = occurrencesOf(pair).map(({ document }) => document)
      for (let round = 0; round < 40; round++) {
        const wanted = Int32Array.from(texts.keys()).filter(() => pick(1 + (round % 5)) === 0)
        const places = new Int32Array(wanted.length)
        listOf(segment, pair).locate(wanted, wanted.length, places)
        expect([...places]).toEqual(Array.from(wanted, (document) => documents.indexOf(document)))
      }
      expect([...listOf(segment, pair).documents]).toEqual(documents)
    }
  })

  it('is the same one as long as it is kept', () => {
    const segment = openSegment()
    expect(listOf(segment, '甲乙')).toBe(listOf(segment, '甲乙'))
    expect(listOf(segment, '甲乙')).not.toBe(listOf(segment, '乙甲'))
    expect(listOf(segment, '甲乙')).not.toBe(listOf(openSegment(), '甲乙'))
  })
})
