import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FoundDocuments } from '../../../../src/search/packed/foundDocuments'
import { type PackedQuery } from '../../../../src/search/packed/packedQuery'
import { SealedDocuments } from '../../../../src/search/packed/sealedDocuments'
import { SealedMiniSearch } from '../../../../src/search/packed/sealedMiniSearch'
import { options, type Clipping } from './clippings'
import { propertyRuns } from './propertyRuns'
import { play, provenQuery, steps } from './queryArbitraries'

const BOOST = { title: 3, text: 1 }

/** Ordinals and scores of what a query finds. */
function scored(found: FoundDocuments): readonly (readonly [number, number])[] {
  const scores = found.scoresOf(found.ordinals, BOOST)
  return Array.from(found.ordinals, (ordinal, place) => [ordinal, scores[place]!])
}

/** The same segments as a searching index and as documents alone. */
function bothOf(segments: readonly Uint8Array[]) {
  const index = new SealedMiniSearch<Clipping>(options)
  const documents = new SealedDocuments(options.fields, options.packed)
  for (const segment of segments) {
    index.attach(segment)
    documents.attach(segment)
  }
  return { index, documents }
}

function expectAlike(index: SealedMiniSearch<Clipping>, documents: SealedDocuments, asked: PackedQuery) {
  expect(scored(new FoundDocuments(asked, documents))).toEqual(scored(index.find(asked)))
  expect(documents.documentCount).toBe(index.documentCount)
  expect(documents.removedDocuments()).toEqual(index.removedDocuments())
}

describe('sealed documents', () => {
  it('are found and scored as by the index that MiniSearch is', () => {
    fc.assert(
      fc.property(steps, provenQuery, (played, asked) => {
        const { index, documents } = bothOf(play(played).index.toSegments())
        expectAlike(index, documents, asked)
      }),
      propertyRuns(50),
    )
  })

  it('are taken out as they are there', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat()), provenQuery, (played, picks, asked) => {
        const { index, documents } = bothOf(play(played).index.toSegments())
        for (const pick of picks) {
          const ordinal = pick % Math.max(1, documents.documentCount)
          const id = documents.idAt(ordinal)
          expect(id).toBe(index.idAt(ordinal))
          expect(documents.ordinalWithId(id)).toBe(index.ordinalOf(id))
          index.discardAt(ordinal)
          documents.discardAt(ordinal)
          expect(documents.ordinalWithId(id)).toBe(index.ordinalOf(id))
        }
        expectAlike(index, documents, asked)
      }),
      propertyRuns(50),
    )
  })

  it('know none beyond their segments', () => {
    const { documents } = bothOf([])
    documents.discardAt(0)
    expect([documents.documentCount, documents.idAt(0), documents.ordinalWithId(1)]).toEqual([
      0,
      undefined,
      undefined,
    ])
    expect(documents.removedDocuments()).toEqual([])
  })
})
