import { describe, expect, it } from 'vitest'
import type { CollectionOffer } from '../../../src/domain/collectionSummary'
import type { RevisionCheck } from '../../../src/domain/following'
import {
  isAskingDue,
  isFollowed,
  knownAfter,
  newerThanHeld,
  parseKnownRevisions,
  type KnownRevisions,
} from '../../../src/domain/knownRevisions'
import { aCollection } from '../builders/aCollection'

const HOUR = 60 * 60 * 1000
const NOW = Date.UTC(2026, 0, 15, 8)

function anOffer(id: string, revision: number): CollectionOffer {
  const { address, manifest } = aCollection({ id, revision })
  return {
    address,
    manifest,
    bytes: 900,
    lackingFiles: 2,
    lackingBytes: 300,
    heldRevision: 1,
    isCurrent: false,
    isOlder: false,
  }
}

const newer = (id: string): RevisionCheck => ({ id, offer: anOffer(id, 5), failure: null })
const same = (id: string): RevisionCheck => ({ id, offer: null, failure: null })
const silent = (id: string): RevisionCheck => ({
  id,
  offer: null,
  failure: { code: 'manifest-unreachable', subject: id, message: '' },
})

const known: KnownRevisions = {
  askedAt: NOW,
  newer: { papers: { revision: 3, files: 1, bytes: 10 }, others: { revision: 2, files: 1, bytes: 10 } },
}

describe('what is known of newer revisions', () => {
  it('is kept as JSON and comes back; what is not understood is not known', () => {
    expect(parseKnownRevisions(JSON.parse(JSON.stringify(known)))).toEqual(known)
    const nothing = { askedAt: 0, newer: {} }
    for (const kept of [null, 1, 'x', [], {}, { askedAt: -1, newer: 3 }, { askedAt: 'today' }])
      expect(parseKnownRevisions(kept)).toEqual(nothing)
    expect(
      parseKnownRevisions({ askedAt: 1, newer: { a: null, b: { revision: 1 }, c: known.newer['papers'] } }),
    ).toEqual({ askedAt: 1, newer: { c: known.newer['papers'] } })
  })

  it('is what the addresses told last; of one that was silent it is what was known before', () => {
    expect(knownAfter(known, [newer('papers'), silent('others'), silent('third')])).toEqual({
      askedAt: NOW,
      newer: { papers: { revision: 5, files: 2, bytes: 300 }, others: known.newer['others'] },
    })
    expect(knownAfter(known, [same('papers'), same('others')]).newer).toEqual({})
  })

  it('is news only as long as what is held is older', () => {
    const held = [
      { id: 'papers', revision: 2 },
      { id: 'others', revision: 2 },
      { id: 'constructor', revision: 0 },
    ]
    expect([...newerThanHeld(known, held)]).toEqual([['papers', known.newer['papers']]])
    expect(newerThanHeld(known, []).size).toBe(0)
  })
})

describe('asking the addresses without a person’s doing', () => {
  it.each([
    ['never asked', 0, true],
    ['an hour ago', NOW - HOUR, false],
    ['just short of a day ago', NOW - 24 * HOUR + 1, false],
    ['a day ago', NOW - 24 * HOUR, true],
    ['in the future, by a clock that was wrong', NOW + HOUR, true],
  ])('is due once a day: %s', (_when, askedAt, isDue) => {
    expect(isAskingDue({ askedAt, newer: {} }, NOW)).toBe(isDue)
  })

  it('concerns only collections that were added from an address', () => {
    const papers = { isBundled: false, isOwn: false, address: 'https://papers.test/manifest.json' }
    expect(isFollowed(papers)).toBe(true)
    expect(isFollowed({ ...papers, isBundled: true })).toBe(false)
    expect(isFollowed({ ...papers, isOwn: true })).toBe(false)
    expect(isFollowed({ ...papers, address: 'files:papers.zip' })).toBe(false)
  })
})
