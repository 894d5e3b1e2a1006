import { describe, expect, it } from 'vitest'
import { coverOf, isComing, isWhole, orphanedFiles, visibleFiles } from '../../../src/archive/visibleFiles'
import type { StoredFile } from '../../../src/storage/archiveStore'
import type { StoredCollection } from '../../../src/storage/storedCollection'
import { aCollection, articles } from '../builders/aCollection'

const files = { '1.jsonl': articles('a', 1), '2.jsonl': articles('b', 1) }

function held(fields: Partial<StoredCollection> & { revision?: number } = {}): StoredCollection {
  const { address, manifest, manifestSha256 } = aCollection({ files, revision: fields.revision ?? 1 })
  const shown = manifest.files.map(({ sha256 }) => sha256)
  return {
    id: 'one',
    address,
    manifest,
    manifestSha256,
    isBundled: false,
    order: 1,
    files: shown,
    missing: [],
    incoming: null,
    ...fields,
  }
}

const stored: readonly StoredFile[] = held().files.map((sha256, place) => ({
  sha256,
  number: place + 1,
  articles: 1,
  isComplete: true,
  problems: [],
}))

describe('the visible files', () => {
  it('are those that a collection shows and that are complete', () => {
    const incomplete = stored.map((file) => ({ ...file, isComplete: file.number === 1 }))
    expect(visibleFiles([held()], incomplete).map(({ number }) => number)).toEqual([1])
    expect(visibleFiles([held({ files: [] })], stored)).toEqual([])
  })

  it('belong to the newer revision, among equals to the collection that came later', () => {
    const owner = (...collections: StoredCollection[]) => visibleFiles(collections, stored)[0]?.collection
    expect(owner(held(), held({ id: 'two', order: 2 }))).toBe('two')
    expect(owner(held({ revision: 2 }), held({ id: 'two', order: 2 }))).toBe('one')
  })

  it('of what a person has added go before all others, later ones before earlier ones', () => {
    const own = held({ id: 'own', order: 1 })
    const precedences = (...collections: StoredCollection[]) =>
      visibleFiles(collections, stored).map(({ collection, precedence }) => [collection, precedence])
    expect(precedences(own, held({ id: 'two', order: 2, revision: 9, files: [] }))).toEqual([
      ['own', 1],
      ['own', 2],
    ])
    expect(precedences(own, held({ id: 'two', order: 2, revision: 9 }))[0]?.[0]).toBe('own')
  })

  it('tell which of their places have no article', () => {
    const skipped = [{ first: 1, count: 1 }]
    const [first, second] = visibleFiles([held()], [{ ...stored[0]!, skipped }, stored[1]!])
    expect(first).toMatchObject({ skipped })
    expect(second).not.toHaveProperty('skipped')
  })

  it('have the same cover exactly when the same is shown for the same collections', () => {
    const cover = (collection: StoredCollection) => coverOf(visibleFiles([collection], stored))
    expect(cover(held())).toBe(cover(held({ address: 'https://elsewhere.test/manifest.json' })))
    expect(cover(held())).not.toBe(cover(held({ id: 'two' })))
    expect(cover(held())).not.toBe(cover(held({ files: held().files.slice(1) })))
  })
})

describe('a collection', () => {
  const [first] = held().files
  const missing = [{ file: '2.jsonl', row: 0, field: '', code: 'file-hash', message: '' }] as const

  it('is whole when it shows all its files, and coming while some are on their way', () => {
    const partly = held({ files: [first!] })
    expect([isWhole(held()), isComing(held())]).toEqual([true, false])
    expect([isWhole(partly), isComing(partly)]).toEqual([false, true])
    expect(isComing({ ...partly, missing })).toBe(false)
    const { address, manifest, manifestSha256 } = held()
    expect(isComing(held({ incoming: { address, manifest, manifestSha256, missing: [] } }))).toBe(true)
  })

  it('keeps the files that it shows or waits for from being orphans', () => {
    const orphan = { ...stored[0]!, sha256: 'f'.repeat(64), number: 9 }
    expect(orphanedFiles([held({ files: [] })], [...stored, orphan])).toEqual([orphan])
    expect(orphanedFiles([], stored)).toEqual(stored)
  })
})
