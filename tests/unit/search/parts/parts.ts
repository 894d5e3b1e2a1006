import type { Article } from '../../../../src/domain/article'
import { bytesReader } from '../../../../src/search/packed/bytesReader'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { PageCache } from '../../../../src/search/packed/pageCache'
import type { SegmentReader } from '../../../../src/search/packed/segmentReader'
import type { BuiltPart, IndexPart } from '../../../../src/search/parts/indexPart'
import { IndexPartBuilder } from '../../../../src/search/parts/indexPartBuilder'
import { openIndexPart } from '../../../../src/search/parts/openIndexPart'
import { ARTICLE_FIELDS, type IndexedArticle } from '../../../../src/search/parts/packedArticleOptions'
import type { PartColumns } from '../../../../src/search/parts/partColumns'
import { PartError } from '../../../../src/search/parts/partError'
import type { SliceColumnSnapshot } from '../../../../src/search/sliceColumn'

/** The part of some articles, as files. */
export function builtPart(articles: readonly Article[]): BuiltPart {
  const builder = new IndexPartBuilder()
  for (const article of articles) builder.add(article)
  return builder.build()
}

/** A reader of a file that is not in memory as a whole, so that pages are read and checked one by one. */
export function diskReader(
  bytes: Uint8Array,
  read: (offset: number, length: number) => void = () => {},
): SegmentReader {
  return {
    size: bytes.length,
    read: (offset, length) => {
      read(offset, length)
      return bytes.slice(offset, offset + length)
    },
  }
}

/** A part of files, opened in memory or as from a disk. */
export function openedPart({ index, texts }: BuiltPart, from: 'memory' | 'disk' = 'memory'): IndexPart {
  const reader = from === 'memory' ? bytesReader : diskReader
  return openIndexPart(reader(index), reader(texts), new PageCache(1 << 20))
}

/** The code of the `PartError` that `act` throws, or `none`; whatever else it throws passes. */
export function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof PartError) return error.code
    throw error
  }
  return 'none'
}

/** A part's columns with names for numbers, row by row. */
export function namedRows(columns: PartColumns): readonly unknown[] {
  const named = (
    { starts, values }: SliceColumnSnapshot,
    row: number,
    names: readonly string[],
  ): readonly string[] => [...values.subarray(starts[row], starts[row + 1])].map((number) => names[number]!)
  return Array.from({ length: columns.rows }, (_, row) => {
    const [from, to] = [columns.office.starts[row]!, columns.office.starts[row + 1]!]
    const office = columns.office.values.subarray(from, to)
    return {
      days: [columns.dayFirst[row], columns.dayLast[row], columns.dateLength[row], columns.month[row]],
      events: [...columns.event.values.subarray(columns.event.starts[row], columns.event.starts[row + 1])],
      newspaper: columns.newspapers[columns.newspaper[row]!] ?? null,
      category: columns.categories[columns.category[row]!] ?? null,
      titleLength: columns.titleLength[row],
      textKind: columns.textKind[row],
      pages: named(columns.page, row, columns.pages),
      people: named(columns.person, row, columns.people),
      tags: named(columns.tag, row, columns.tags),
      terms: named(columns.term, row, columns.terms),
      authors: named(columns.author, row, columns.authors),
      personSigns: [
        ...columns.personSigns.subarray(columns.person.starts[row], columns.person.starts[row + 1]),
      ],
      offices: [...office].map((number, at) => (at % 2 === 0 ? columns.people : columns.offices)[number]!),
      officeSigns: [...columns.officeSigns.subarray(from / 2, to / 2)],
      officePlaces: [...columns.officePlace.subarray(from / 2, to / 2)].map(
        (place) => columns.places[place] ?? null,
      ),
    }
  })
}

const QUERIES = ['示例', '春耕工作', '国中', 'rail', '2012', '张示例1', '会议', 'a']

/** What a search of a segment answers to several queries: ids, scores and totals. */
export function answersOf(segment: SegmentReader): readonly unknown[] {
  const index = PackedMiniSearch.open<IndexedArticle>([segment], ARTICLE_FIELDS)
  return QUERIES.flatMap((text) => [
    index.query({ kind: 'run', run: text }, { top: Infinity }),
    index.query({ kind: 'prefix', prefix: text }, { top: Infinity }),
  ])
}
