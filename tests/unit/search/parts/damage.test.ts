import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../../src/domain/article'
import { bytesReader } from '../../../../src/search/packed/bytesReader'
import { checksum } from '../../../../src/search/packed/checksum'
import { PackedError } from '../../../../src/search/packed/packedError'
import { PageCache } from '../../../../src/search/packed/pageCache'
import { runToEnd } from '../../../../src/search/packed/runToEnd'
import { SegmentBuilder } from '../../../../src/search/packed/segmentBuilder'
import { MemorySink } from '../../../../src/search/packed/segmentSink'
import type { SegmentReader } from '../../../../src/search/packed/segmentReader'
import { decodePartColumns } from '../../../../src/search/parts/decodePartColumns'
import { encodePartColumns } from '../../../../src/search/parts/encodePartColumns'
import type { BuiltPart } from '../../../../src/search/parts/indexPart'
import { IndexFileSink } from '../../../../src/search/parts/indexFileSink'
import { mergeIndexParts } from '../../../../src/search/parts/mergeIndexParts'
import { openIndexPart } from '../../../../src/search/parts/openIndexPart'
import { ARTICLE_FIELDS, indexedArticle } from '../../../../src/search/parts/packedArticleOptions'
import { PartColumnsBuilder } from '../../../../src/search/parts/partColumnsBuilder'
import { searchedTextOf } from '../../../../src/search/searchedText'
import { anArticle } from '../../builders/anArticle'
import { propertyRuns } from '../packed/propertyRuns'
import { manyArticles } from './anyArticle'
import { answersOf, builtPart, codeOf, diskReader, namedRows, openedPart } from './parts'

const articles = manyArticles(60)
const whole = builtPart(articles)
const FILES = ['index', 'texts'] as const
const OF_DAMAGE = ['foreign-file', 'truncated-file', 'unsupported-version', 'damaged-file']

function openMemory({ index, texts }: { readonly index: Uint8Array; readonly texts: Uint8Array }): void {
  openIndexPart(bytesReader(index), bytesReader(texts), new PageCache(1 << 20))
}

/** A place in one of the files, and by what the byte there is changed. */
const anyChange = fc.constantFrom(...FILES).chain((file) =>
  fc.record({
    file: fc.constant(file),
    at: fc.nat(whole[file].length - 1),
    change: fc.integer({ min: 1, max: 255 }),
  }),
)

function changed({
  file,
  at,
  change,
}: {
  file: (typeof FILES)[number]
  at: number
  change: number
}): BuiltPart {
  const bytes = whole[file].slice()
  bytes[at]! ^= change
  return { ...whole, [file]: bytes }
}

/** Everything that a part of the articles tells. */
function toldBy(part: BuiltPart): unknown {
  const opened = openedPart(part, 'disk')
  return {
    rows: namedRows(opened.columns),
    ids: articles.map((_, row) => opened.idOf(row)),
    texts: articles.map((_, row) => opened.texts?.textOf(row)),
    answers: answersOf(opened.segment),
    count: opened.rows,
  }
}

describe('the files of a part', () => {
  it('are refused for any changed byte if they lie in memory', () => {
    fc.assert(
      fc.property(anyChange, (change) => {
        expect(OF_DAMAGE).toContain(codeOf(() => openMemory(changed(change))))
      }),
      propertyRuns(600),
    )
  })

  it('tell on a disk what was written, or that they are damaged', () => {
    const told = toldBy(whole)
    fc.assert(
      fc.property(anyChange, (change) => {
        let found: unknown
        const code = codeOf(() => {
          try {
            found = toldBy(changed(change))
          } catch (error) {
            // The segment's own reader, in a search.
            if (!(error instanceof PackedError)) throw error
            found = told
          }
        })
        expect([...OF_DAMAGE, 'none']).toContain(code)
        expect(code === 'none' ? found : told).toEqual(told)
      }),
      propertyRuns(200),
    )
  })

  it('are found damaged anywhere by verify', () => {
    fc.assert(
      fc.property(anyChange, (change) => {
        const code = codeOf(() => openedPart(changed(change), 'disk').verify())
        expect(OF_DAMAGE).toContain(code)
      }),
      propertyRuns(200),
    )
  })

  it('are found damaged by verify if that came after they were opened', () => {
    fc.assert(
      fc.property(anyChange, ({ file, at, change }) => {
        const index = whole.index.slice()
        const texts = whole.texts.slice()
        const part = openIndexPart(diskReader(index), diskReader(texts), new PageCache(1 << 20))
        part.verify()
        const bytes = file === 'index' ? index : texts
        bytes[at]! ^= change
        expect(OF_DAMAGE).toContain(codeOf(() => part.verify()))
      }),
      propertyRuns(100),
    )
  })

  it('are refused when they were cut off anywhere, or go on', () => {
    for (const file of FILES) {
      fc.assert(
        fc.property(fc.nat(whole[file].length - 1), (length) => {
          const code = codeOf(() => openMemory({ ...whole, [file]: whole[file].slice(0, length) }))
          expect(code).toBe(length === 0 ? 'foreign-file' : 'truncated-file')
        }),
        propertyRuns(100),
      )
      const longer = new Uint8Array(whole[file].length + 48)
      longer.set(whole[file])
      expect(codeOf(() => openMemory({ ...whole, [file]: longer }))).toBe('truncated-file')
      const twice = new Uint8Array(whole[file].length * 2)
      twice.set(whole[file])
      twice.set(whole[file], whole[file].length)
      expect(codeOf(() => openMemory({ ...whole, [file]: twice }))).toBe('truncated-file')
    }
  })

  it('are refused if they are any other bytes', () => {
    const beginnings = { index: 'JBPACKED', texts: 'JBPTEXTS' }
    for (const file of FILES) {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, isLike) => {
          const like = new TextEncoder().encode(isLike ? beginnings[file] : '')
          const code = codeOf(() => openMemory({ ...whole, [file]: Uint8Array.from([...like, ...bytes]) }))
          expect(OF_DAMAGE).toContain(code)
        }),
        propertyRuns(200),
      )
    }
    expect(codeOf(() => openMemory({ index: whole.texts, texts: whole.texts }))).toBe('foreign-file')
    expect(codeOf(() => openMemory({ index: whole.index, texts: whole.index }))).toBe('foreign-file')
  })

  it.each([2, 4])('are refused in version %s, which is not theirs', (version) => {
    for (const file of FILES) {
      const other = whole[file].slice()
      other[other.length - 16] = version
      expect(codeOf(() => openMemory({ ...whole, [file]: other }))).toBe('unsupported-version')
    }
  })

  it('are refused if the texts are of other articles, or of the same with a word changed', () => {
    const texts = (of: readonly Article[]): Uint8Array => builtPart(of).texts
    const other = [anArticle({ ...articles[0]!, title: '另一个题目' }), ...articles.slice(1)]
    expect(codeOf(() => openMemory({ ...whole, texts: texts(articles.slice(1)) }))).toBe('texts-differ')
    expect(codeOf(() => openMemory({ ...whole, texts: texts(other) }))).toBe('texts-differ')
    expect(codeOf(() => openMemory({ ...whole, texts: texts(articles.toReversed()) }))).toBe('texts-differ')
  })

  it('are refused if another tokenizer made them', () => {
    const index = indexFile({
      ...ARTICLE_FIELDS,
      packed: { ...ARTICLE_FIELDS.packed, fingerprint: 'other-1' },
    })
    expect(codeOf(() => openMemory({ ...whole, index }))).toBe('tokenizer-differs')
  })

  it('are refused if the segment is not of articles', () => {
    const index = indexFile({ ...ARTICLE_FIELDS, fields: ['title', 'text'] })
    expect(codeOf(() => openMemory({ ...whole, index }))).toBe('foreign-file')
  })

  it('are refused if they cannot be read, or give too little', () => {
    const broken: SegmentReader = {
      size: whole.texts.length,
      read: () => {
        throw new DOMException('gone', 'NotReadableError')
      },
    }
    const short: SegmentReader = {
      size: whole.texts.length,
      read: (offset, length) => whole.texts.slice(offset, offset + length - 1),
    }
    for (const texts of [broken, short]) {
      const open = (): unknown => openIndexPart(bytesReader(whole.index), texts, new PageCache(0))
      expect(codeOf(open)).toBe('read-failed')
      const openFirst = (): unknown => openIndexPart(texts, null, new PageCache(0))
      expect(codeOf(openFirst)).toBe('read-failed')
    }
  })

  it('end a merge with a reason if they are damaged', () => {
    fc.assert(
      fc.property(anyChange, (change) => {
        const code = codeOf(() => {
          const part = openedPart(changed(change), 'disk')
          const index = new MemorySink()
          const texts = new MemorySink()
          mergeIndexParts([{ part, removed: null }], { index, texts })
          expect(texts.take()).toEqual(whole.texts)
          expect(index.take()).toEqual(whole.index)
        })
        expect(['none', ...OF_DAMAGE]).toContain(code)
      }),
      propertyRuns(150),
    )
  })
})

describe('columns that were changed together with their checksum', () => {
  const bytes = columnsOf(articles)

  it('are decoded, or refused with a reason', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 12 }),
        (changes, cut) => {
          const other = bytes.slice(0, bytes.length - cut)
          for (const [at, byte] of changes) other[at] = byte
          const code = codeOf(() => {
            const index = indexFile(ARTICLE_FIELDS, other)
            const part = openIndexPart(bytesReader(index), null, new PageCache(0))
            expect(() => namedRows(part.columns)).not.toThrow()
            const sink = new MemorySink()
            mergeIndexParts([{ part, removed: null }], { index: sink, texts: null })
          })
          expect(['none', 'damaged-file']).toContain(code)
        },
      ),
      propertyRuns(500),
    )
  })

  it('are refused for another number of rows', () => {
    for (const rows of [0, 59, 61, 2 ** 31]) {
      expect(codeOf(() => decodePartColumns(bytes, rows))).toBe('damaged-file')
    }
    expect(codeOf(() => decodePartColumns(bytes, 60))).toBe('none')
  })
})

function columnsOf(of: readonly Article[]): Uint8Array {
  return runToEnd(encodePartColumns(columnsBuilderOf(of).columns())).slice()
}

function columnsBuilderOf(of: readonly Article[]): PartColumnsBuilder {
  const columns = new PartColumnsBuilder()
  for (const article of of) columns.addArticle(article, searchedTextOf(article).titleEnd, 7)
  return columns
}

/** An index file of the articles whose segment was made under some options, and whose columns are these bytes. */
function indexFile(options: typeof ARTICLE_FIELDS, columns?: Uint8Array): Uint8Array {
  const segment = new SegmentBuilder(options)
  for (const article of articles) segment.add(indexedArticle(article.id, searchedTextOf(article)))
  const sink = new MemorySink()
  const indexSink = new IndexFileSink(sink)
  segment.writeTo(indexSink)
  indexSink.finish(columnsBuilderOf(articles).columns())
  const file = sink.take()
  if (columns === undefined) return file
  const footer = file.slice(-48)
  const view = new DataView(footer.buffer)
  const bodyBytes = view.getUint32(0, true)
  view.setUint32(8, bodyBytes + columns.length + 48, true)
  view.setUint32(20, checksum(columns), true)
  view.setUint32(36, checksum(footer, 0, 36), true)
  return Uint8Array.from([...file.subarray(0, bodyBytes), ...columns, ...footer])
}
