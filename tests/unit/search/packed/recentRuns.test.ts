import { describe, expect, it, vi } from 'vitest'
import { bytesReader } from '../../../../src/search/packed/bytesReader'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import type { PackedQuery } from '../../../../src/search/packed/packedQuery'
import { PageCache } from '../../../../src/search/packed/pageCache'
import { PostingsList } from '../../../../src/search/packed/postingsList'
import { keepDocumentsOf, recentDocumentsOf } from '../../../../src/search/packed/recentRuns'
import { Segment } from '../../../../src/search/packed/segment'
import { SegmentBuilder } from '../../../../src/search/packed/segmentBuilder'
import { options, type Clipping } from './clippings'

const texts = ['东风吹过', '风吹草低', '东风来了', '西风东渐', '东风吹过又吹过']

function packed(): Uint8Array {
  const builder = new SegmentBuilder<Clipping>(options)
  texts.forEach((text, id) => builder.add({ id, text, people: [] }))
  return builder.build()
}

const run = (words: string): PackedQuery => ({ kind: 'run', run: words })

describe('documents of a run that were found lately', () => {
  it('are told apart by segment, fields and run, and gone with their room', () => {
    const cache = new PageCache(1 << 16)
    const [one, other] = [
      new Segment(bytesReader(packed()), cache),
      new Segment(bytesReader(packed()), cache),
    ]
    const documents = Int32Array.of(1, 4)
    keepDocumentsOf(one, [0, 1], '风吹', documents)
    expect(recentDocumentsOf(one, [0, 1], '风吹')).toBe(documents)
    expect(recentDocumentsOf(one, [0], '风吹')).toBeUndefined()
    expect(recentDocumentsOf(one, [0, 1], '吹风')).toBeUndefined()
    expect(recentDocumentsOf(other, [0, 1], '风吹')).toBeUndefined()
    cache.clear()
    expect(recentDocumentsOf(one, [0, 1], '风吹')).toBeUndefined()
  })

  it('are not kept where they would take the room of all others', () => {
    const segment = new Segment(bytesReader(packed()), new PageCache(1 << 16))
    keepDocumentsOf(segment, [0], '风吹', new Int32Array(10_000))
    expect(recentDocumentsOf(segment, [0], '风吹')).toBeUndefined()
  })

  it('need no second proof that their words stand next to each other', () => {
    const index = PackedMiniSearch.open<Clipping>([packed()], options)
    const proofs = vi.spyOn(PostingsList.prototype, 'readRanks')
    index.query(run('风吹过'))
    const needed = proofs.mock.calls.length
    expect(needed).toBeGreaterThan(0)
    index.query({ kind: 'and', queries: [run('风吹过'), { kind: 'not', query: run('东风') }] })
    index.query(run('风吹过'), { top: 1 })
    expect(proofs.mock.calls.length).toBe(needed)
    proofs.mockRestore()
  })

  it('answer the same query again, also after documents were taken out and within another query', () => {
    const index = PackedMiniSearch.open<Clipping>([packed()], options)
    const idsOf = (query: PackedQuery) => [...index.query(query).ids].sort()
    const both: PackedQuery = { kind: 'and', queries: [run('风吹过'), run('东风')] }
    expect(idsOf(run('风吹过'))).toEqual([0, 4])
    expect(idsOf(run('风吹过'))).toEqual([0, 4])
    expect(idsOf(both)).toEqual([0, 4])
    index.discard(0)
    expect(idsOf(run('风吹过'))).toEqual([4])
    expect(idsOf(both)).toEqual([4])
    expect(index.query(run('风吹过')).total).toBe(1)
  })
})
