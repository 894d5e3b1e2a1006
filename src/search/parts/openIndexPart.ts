import { PageCache } from '../packed/pageCache'
import { Segment } from '../packed/segment'
import type { SegmentReader } from '../packed/segmentReader'
import { fileWindow } from './fileWindow'
import type { IndexPart } from './indexPart'
import { openPartTexts, type OpenedTexts } from './openPartTexts'
import type { PartColumns } from './partColumns'
import { decodePartColumns } from './decodePartColumns'
import { PartError, withPartErrors } from './partError'
import { INDEX_FILE, readPartFooter, readPartTail, type PartFooter } from './partFooter'
import type { PartTexts } from './partTexts'
import { openSegmentRows, type SegmentRows } from './segmentRows'

/**
 * Opens a part. The columns and the ends of both files are read and checked; everything else is checked as it is read,
 * or at once if it lies in memory. The texts have to be those of the articles that the index file was made of.
 *
 * @param texts the texts file, or `null` to do without
 * @param cache where pages of both files are kept
 * @throws PartError when a file is `foreign-file`, `truncated-file`, `unsupported-version`, `damaged-file` or cannot be
 * read (`read-failed`), when the index was made by another tokenizer (`tokenizer-differs`), or when the texts are of
 * other articles (`texts-differ`). The files stay open then
 */
export function openIndexPart(
  index: SegmentReader,
  texts: SegmentReader | null,
  cache: PageCache,
): IndexPart {
  return withPartErrors(() => {
    const file = fileWindow(index, 0, index.size)
    const footer = readPartFooter(INDEX_FILE, file)
    const segment = fileWindow(index, 0, footer.bodyBytes)
    const rows = openSegmentRows(segment, cache)
    if (rows.rows !== footer.rows) {
      throw new PartError(
        'damaged-file',
        `the segment has ${rows.rows} documents, the part ${footer.rows} rows`,
      )
    }
    const columns = readColumns(file, footer)
    const opened = texts === null ? null : openPartTexts(texts, cache)
    if (opened !== null && (opened.rows !== footer.rows || opened.textsChecksum !== footer.textsChecksum)) {
      throw new PartError('texts-differ', 'the texts file is not of the articles that the index file is of')
    }
    const close = (): void => {
      index.close?.()
      texts?.close?.()
    }
    return new OpenedPart(file, footer, segment, rows, columns, opened, close)
  })
}

function readColumns(file: SegmentReader, footer: PartFooter): PartColumns {
  return decodePartColumns(readPartTail(INDEX_FILE, file, footer), footer.rows)
}

class OpenedPart implements IndexPart {
  readonly segment: SegmentReader
  readonly texts: PartTexts | null
  readonly close: () => void
  readonly #file: SegmentReader
  readonly #footer: PartFooter
  readonly #rows: SegmentRows
  #columns: WeakRef<PartColumns>

  constructor(
    file: SegmentReader,
    footer: PartFooter,
    segment: SegmentReader,
    rows: SegmentRows,
    columns: PartColumns,
    texts: OpenedTexts | null,
    close: () => void,
  ) {
    this.#file = file
    this.#footer = footer
    this.segment = segment
    this.#rows = rows
    this.#columns = new WeakRef(columns)
    this.texts = texts
    this.close = close
  }

  get rows(): number {
    return this.#footer.rows
  }

  get columns(): PartColumns {
    const held = this.#columns.deref()
    if (held !== undefined) return held
    const columns = withPartErrors(() => readColumns(this.#file, this.#footer))
    this.#columns = new WeakRef(columns)
    return columns
  }

  idOf(row: number): string {
    if (!(row >= 0 && row < this.rows))
      throw new RangeError(`there is no row ${row} in a part of ${this.rows}`)
    return withPartErrors(() => this.#rows.idOf(row))
  }

  verify(): void {
    withPartErrors(() => {
      readColumns(this.#file, readPartFooter(INDEX_FILE, this.#file))
      new Segment(this.segment, new PageCache(0)).verify()
      this.texts?.verify()
    })
  }
}
