import { describe, expect, it } from 'vitest'
import { buildSegments } from '../../../../src/search/packed/buildSegments'
import { bytesReader } from '../../../../src/search/packed/bytesReader'
import { mergeSegments } from '../../../../src/search/packed/mergeSegments'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { type PackedOptions, type RunTokenizer } from '../../../../src/search/packed/packedOptions'
import { PageCache } from '../../../../src/search/packed/pageCache'
import { Segment } from '../../../../src/search/packed/segment'
import { SegmentBuilder } from '../../../../src/search/packed/segmentBuilder'
import { MemorySink } from '../../../../src/search/packed/segmentSink'

interface Item {
  readonly id: string
  readonly text: string
  readonly note?: string
}

const tokenizeRuns: RunTokenizer = (text, _field, sink) => {
  for (const part of text.matchAll(/(\p{Script=Han}+)|(\w+)/gu)) {
    if (part[1] === undefined) sink.word(part[0])
    else sink.run(text, part.index, part.index + part[0].length)
  }
}
const options: PackedOptions<Item> = {
  fields: ['text', 'note'],
  storeFields: ['note'],
  packed: { tokenizeRuns, columns: { length: { kind: 'single', of: ({ text }) => text.length } } },
}
const phrases = ['中国人民', '改革开放', '人民代表大会', 'ab', 'word', '2021', '国家主席', '民代']
const items = Array.from({ length: 4500 }, (_item, i): Item => ({
  id: `item${i}`,
  text: Array.from(
    { length: 3 + (i % 11) },
    (_phrase, j) => phrases[(i * 7 + j * j * (i % 5)) % phrases.length],
  ).join(i % 3 === 0 ? '，' : ''),
  ...(i % 4 !== 0 && { note: phrases[i % phrases.length]! }),
}))

function merged(parts: readonly Uint8Array[]): Uint8Array {
  const sink = new MemorySink()
  mergeSegments(
    parts.map((part) => new Segment(bytesReader(part), new PageCache(1e6))),
    sink,
  )
  return sink.take()
}

describe('building segments', () => {
  it('gives the same bytes as adding and sealing does', () => {
    const index = new PackedMiniSearch<Item>(options)
    index.addAll(items.slice(0, 300))
    const builder = new SegmentBuilder<Item>(options)
    for (const item of items.slice(0, 300)) builder.add(item)
    expect(Buffer.compare(builder.build(), index.toSegments()[0]!)).toBe(0)
  })

  it('gives the same bytes in batches that are merged as all at once', () => {
    const whole = [...buildSegments(items, options)]
    const parts = [...buildSegments(items, options, 32_000)]
    expect(whole).toHaveLength(1)
    expect(parts.length).toBeGreaterThan(2)
    expect(Buffer.compare(merged(parts), whole[0]!)).toBe(0)
    for (const part of parts.slice(0, -1))
      expect(new Segment(bytesReader(part), new PageCache(1e6)).grams.size).toBeGreaterThan(0)
    expect(Buffer.compare(merged([merged(parts.slice(0, 2)), merged(parts.slice(2))]), whole[0]!)).toBe(0)
  })

  it('leaves out removed documents when merging, as if they had never been', () => {
    const index = new PackedMiniSearch<Item>(options)
    const few = items.slice(0, 1100)
    few.forEach((item, i) => {
      index.add(item)
      if (i % 400 === 399) index.seal()
    })
    index.seal()
    const isKept = (_: Item, i: number): boolean => i % 5 !== 2
    few.forEach((item, i) => {
      if (!isKept(item, i)) index.discard(item.id)
    })
    const parts = index.toSegments()
    const [survivors] = [...buildSegments(few.filter(isKept), options)]
    expect(parts.length).toBeGreaterThan(2)
    expect(Buffer.compare(merged(parts), survivors!)).toBe(0)
  })

  it('yields no segment of nothing', () => {
    expect([...buildSegments<Item>([], options)]).toEqual([])
    expect(new PackedMiniSearch<Item>(options).toSegments()).toEqual([])
  })

  it('refuses repeated and missing ids as MiniSearch does', () => {
    const builder = new SegmentBuilder<Item>(options)
    builder.add(items[0]!)
    expect(() => builder.add(items[0]!)).toThrow('duplicate ID')
    expect(() => builder.add({ text: 'x' } as Item)).toThrow('does not have ID field')
  })
})
