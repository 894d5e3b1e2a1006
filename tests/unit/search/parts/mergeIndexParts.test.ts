import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../../src/domain/article'
import { bytesReader } from '../../../../src/search/packed/bytesReader'
import { PageCache } from '../../../../src/search/packed/pageCache'
import { MemorySink } from '../../../../src/search/packed/segmentSink'
import type { BuiltPart, RowSet } from '../../../../src/search/parts/indexPart'
import {
  mergeIndexParts,
  mergeIndexPartsInSteps,
  type MergedPart,
} from '../../../../src/search/parts/mergeIndexParts'
import { openIndexPart } from '../../../../src/search/parts/openIndexPart'
import { anArticle } from '../../builders/anArticle'
import { propertyRuns } from '../packed/propertyRuns'
import { anyArticles, manyArticles } from './anyArticle'
import { answersOf, builtPart, codeOf, namedRows, openedPart } from './parts'

function merged(parts: readonly MergedPart[]): BuiltPart {
  const index = new MemorySink()
  const texts = new MemorySink()
  mergeIndexParts(parts, { index, texts })
  return { index: index.take(), texts: texts.take() }
}

function rowSet(rows: number, removed: readonly number[]): RowSet {
  const bits = new Uint8Array(Math.ceil(rows / 32) * 4)
  for (const row of removed) bits[row >>> 3]! |= 1 << (row & 7)
  return bits
}

/** Articles cut into stretches, each with the rows of it that are removed. */
const anySplit = fc
  .array(fc.tuple(anyArticles(40), fc.option(fc.func(fc.boolean()))), { minLength: 1, maxLength: 4 })
  .map((stretches) =>
    stretches.map(([articles, isRemoved], at) => {
      const own = articles.map((article) => ({ ...article, id: `${at}-${article.id}` }))
      const removed = isRemoved === null ? null : [...own.keys()].filter((row) => isRemoved(row))
      return { articles: own, removed }
    }),
  )

describe('merging index parts', () => {
  it('gives what is built of the articles that are left', () => {
    fc.assert(
      fc.property(anySplit, fc.constantFrom('memory' as const, 'disk' as const), (stretches, from) => {
        const parts = stretches.map(({ articles, removed }) => ({
          part: openedPart(builtPart(articles), from),
          removed: removed === null ? null : rowSet(articles.length, removed),
        }))
        const left = stretches.flatMap(({ articles, removed }) =>
          articles.filter((_, row) => removed?.includes(row) !== true),
        )
        const expected = builtPart(left)
        const result = merged(parts)
        expect(result.texts).toEqual(expected.texts)
        const part = openedPart(result)
        const built = openedPart(expected)
        expect(part.columns).toEqual(built.columns)
        expect(left.map((_, row) => part.idOf(row))).toEqual(left.map(({ id }) => id))
        expect(answersOf(part.segment)).toEqual(answersOf(built.segment))
        part.verify()
      }),
      propertyRuns(60),
    )
  })

  it('merges what was merged', () => {
    const articles = manyArticles(90)
    const cut = (from: number, to: number): MergedPart => ({
      part: openedPart(builtPart(articles.slice(from, to))),
      removed: null,
    })
    const first = openedPart(merged([cut(0, 30), cut(30, 60)]))
    const whole = merged([{ part: first, removed: null }, cut(60, 90)])
    expect(whole.texts).toEqual(builtPart(articles).texts)
    expect(namedRows(openedPart(whole).columns)).toEqual(namedRows(openedPart(builtPart(articles)).columns))
  })

  it('forgets the names that only removed rows had', () => {
    const articles: readonly Article[] = [
      anArticle({ id: 'a', tags: ['铁路'], category: ['要闻', '地方'] }),
      anArticle({ id: 'b', tags: ['农业'], category: ['要闻', '科技'] }),
    ]
    const { columns } = openedPart(
      merged([{ part: openedPart(builtPart(articles)), removed: rowSet(2, [0]) }]),
    )
    expect(columns.tags).toEqual(['农业'])
    expect(columns.categories).toEqual(['要闻', '要闻/科技'])
  })

  it('gives an empty part of no parts, and of parts without rows that are left', () => {
    const part = openedPart(builtPart(manyArticles(2)))
    expect(merged([])).toEqual(builtPart([]))
    expect(merged([{ part, removed: rowSet(2, [0, 1]) }])).toEqual(builtPart([]))
  })

  it('writes the same index file without texts', () => {
    const articles = manyArticles(20)
    const { index } = builtPart(articles)
    const part = openIndexPart(bytesReader(index), null, new PageCache(1 << 20))
    const sink = new MemorySink()
    mergeIndexParts([{ part, removed: rowSet(20, [3, 19]) }], { index: sink, texts: null })
    const left = articles.filter((_, row) => row !== 3 && row !== 19)
    const texts = bytesReader(builtPart(left).texts)
    expect(openIndexPart(bytesReader(sink.take()), texts, new PageCache(0)).rows).toBe(18)
  })

  it('gives the same in many steps, between which the parts are searched', () => {
    const articles = manyArticles(900)
    const parts = [0, 300, 600].map((from) => ({
      part: openedPart(builtPart(articles.slice(from, from + 300)), 'disk'),
      removed: rowSet(300, [from / 100, 299]),
    }))
    const [{ part: searched }] = parts as [MergedPart]
    const [answers, texts] = [answersOf(searched.segment), searched.texts!.textOf(4)]
    const sinks = { index: new MemorySink(), texts: new MemorySink() }
    let steps = 0
    for (const _step of mergeIndexPartsInSteps(parts, sinks)) {
      steps++
      if (steps % 10 > 0) continue
      expect(answersOf(searched.segment)).toEqual(answers)
      expect(searched.texts!.textOf(4)).toEqual(texts)
    }
    expect(steps).toBeGreaterThan(30)
    expect({ index: sinks.index.take(), texts: sinks.texts.take() }).toEqual(merged(parts))
  })

  it('writes in pieces', () => {
    const part = openedPart(builtPart(manyArticles(600)), 'disk')
    let written = 0
    let longest = 0
    const sink = {
      write: (bytes: Uint8Array) => {
        written += bytes.length
        longest = Math.max(longest, bytes.length)
      },
    }
    mergeIndexParts([{ part, removed: null }], { index: { write: () => {} }, texts: sink })
    expect(longest).toBeLessThan(written / 10)
  })

  it('reads texts in large pieces, and past the cache', () => {
    const articles = manyArticles(600)
    const { index, texts } = builtPart(articles)
    let reads = 0
    const cache = new PageCache(1 << 20)
    const file = {
      size: texts.length,
      read: (offset: number, length: number) => {
        reads++
        return texts.slice(offset, offset + length)
      },
    }
    const part = openIndexPart(bytesReader(index), file, cache)
    reads = 0
    mergeIndexParts([{ part, removed: null }], { index: new MemorySink(), texts: new MemorySink() })
    expect(reads).toBeLessThan(texts.length / 50_000 + 10)
    expect(cache.heldBytes).toBeLessThan(20_000)
  })

  it('refuses to write texts where a part has none, before anything is written', () => {
    const { index } = builtPart(manyArticles(2))
    const part = openIndexPart(bytesReader(index), null, new PageCache(0))
    const sink = new MemorySink()
    const merge = (): void =>
      mergeIndexParts([{ part, removed: null }], { index: sink, texts: new MemorySink() })
    expect(codeOf(merge)).toBe('no-texts')
    expect(sink.take().length).toBe(0)
  })

  it('passes on what a sink throws, as it is', () => {
    const part = openedPart(builtPart(manyArticles(5)))
    const full = new Error('no room is left')
    const sink = {
      write: () => {
        throw full
      },
    }
    const texts = new MemorySink()
    expect(() => mergeIndexParts([{ part, removed: null }], { index: sink, texts })).toThrow(full)
    const index = new MemorySink()
    expect(() => mergeIndexParts([{ part, removed: null }], { index, texts: sink })).toThrow(full)
  })

  it('refuses removed rows of another part', () => {
    const part = openedPart(builtPart(manyArticles(40)))
    const merge = (removed: RowSet) => () => void merged([{ part, removed }])
    expect(codeOf(merge(rowSet(32, [])))).toBe('removed-differ')
    expect(codeOf(merge(rowSet(65, [])))).toBe('removed-differ')
    expect(codeOf(merge(rowSet(64, [40])))).toBe('removed-differ')
    expect(codeOf(merge(rowSet(40, [39])))).toBe('none')
  })
})
