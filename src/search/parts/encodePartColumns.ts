import { ByteWriter } from '../packed/byteWriter'
import type { SliceColumnSnapshot } from '../sliceColumn'
import { writeIntegers, writeNames } from './columnValues'
import { NO_DAY, type StoredColumns } from './partColumns'

/**
 * The columns as bytes, in steps between which it can be left alone; docs/segment-format.md, “Index parts”, has them one
 * by one.
 */
export function* encodePartColumns(columns: StoredColumns): Generator<undefined, Uint8Array> {
  const writer = new ByteWriter(columns.dayFirst.length * 16 + 256)
  for (const names of [columns.newspapers, columns.categories, columns.pages, columns.people]) {
    writeNames(writer, names)
  }
  for (const names of [columns.tags, columns.authors, columns.offices, columns.places, columns.terms]) {
    writeNames(writer, names)
  }
  yield
  writeDays(writer, columns.dayFirst, columns.dayLast)
  yield
  writeIntegers(writer, columns.newspaper)
  writeIntegers(writer, columns.category)
  writeIntegers(writer, columns.titleLength)
  writeIntegers(writer, columns.textKind)
  writeIntegers(writer, columns.textChecksum)
  yield
  writeSlices(writer, columns.page)
  writeSlices(writer, columns.person)
  writeIntegers(writer, columns.personSigns, 1)
  yield
  for (const slices of [columns.tag, columns.author, columns.event, columns.term]) {
    writeSlices(writer, slices)
    yield
  }
  const { starts, values } = columns.office
  writeIntegers(
    writer,
    countsOf(starts).map((count) => count / 2),
  )
  writeIntegers(writer, everySecond(values, 0), 1)
  writeIntegers(writer, everySecond(values, 1), 1)
  writeIntegers(writer, columns.officeSigns, 1)
  writeIntegers(writer, columns.officePlace, 1)
  return writer.view()
}

/** First days, each minus the day before the least, which comes first, 0 for none; then how much later the last days are. */
function writeDays(writer: ByteWriter, first: Int32Array, last: Int32Array): void {
  let base = Infinity
  for (const day of first) if (day !== NO_DAY && day <= base) base = day - 1
  if (base === Infinity) base = 0
  writer.writeUint32(base >>> 0)
  writeIntegers(
    writer,
    first.map((day) => (day === NO_DAY ? 0 : day - base)),
  )
  writeIntegers(
    writer,
    first.map((day, row) => (day === NO_DAY ? 0 : last[row]! - day)),
  )
}

/** How many numbers each row has, then the numbers of all rows. */
function writeSlices(writer: ByteWriter, { starts, values }: SliceColumnSnapshot): void {
  writeIntegers(writer, countsOf(starts))
  writeIntegers(writer, values, 1)
}

/** How many numbers each row has. */
function countsOf(starts: Int32Array): Int32Array {
  return starts.subarray(1).map((end, row) => end - starts[row]!)
}

function everySecond(values: Int32Array, from: 0 | 1): Int32Array {
  return values.filter((_, at) => at % 2 === from)
}
