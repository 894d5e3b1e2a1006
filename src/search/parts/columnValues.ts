import type { ByteReader } from '../packed/byteReader'
import type { ByteWriter } from '../packed/byteWriter'
import { unsignedView } from '../packed/typedView'
import { PartError } from './partError'

/** The arrays that integers are read into. */
type IntegerArray = Int32Array | Uint32Array

/**
 * Writes integers in as few bytes each as their range needs, at least `leastWidth`: uint32 how many, uint32 bytes of one
 * (0 to 4), int32 the least, then each minus the least, then zeros to the next multiple of 4.
 */
export function writeIntegers(writer: ByteWriter, values: ArrayLike<number>, leastWidth = 0): void {
  let least = values[0] ?? 0
  let greatest = least
  for (let at = 1; at < values.length; at++) {
    const value = values[at]!
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  let width = leastWidth
  while (greatest - least >= 256 ** width) width++
  writer.writeUint32(values.length)
  writer.writeUint32(width)
  writer.writeUint32(least >>> 0)
  writer.reserve(values.length * width + 3)
  for (let at = 0; at < values.length; at++) {
    const stored = values[at]! - least
    for (let shift = 0; shift < width * 8; shift += 8) writer.bytes[writer.length++] = stored >>> shift
  }
  writer.align(4)
}

/**
 * Reads what {@link writeIntegers} wrote, which has to be `expected` integers.
 *
 * @throws PartError `damaged-file` when it is anything else, or ends early
 */
export function readIntegers<T extends IntegerArray>(
  reader: ByteReader,
  expected: number,
  make: new (length: number) => T,
  leastWidth = 0,
): T {
  const count = reader.readUint32()
  const width = reader.readUint32()
  const least = reader.readUint32()
  const { bytes, at } = reader
  if (count !== expected || width < leastWidth || width > 4 || at + count * width > bytes.length) {
    throw new PartError(
      'damaged-file',
      `expected a column of ${expected} integers, found ${count} of ${width} bytes`,
    )
  }
  const values = new make(count)
  if (width === 0) values.fill(least)
  else if (width === 3) {
    for (let place = 0, from = at; place < count; place++, from += 3) {
      values[place] = least + (bytes[from]! | (bytes[from + 1]! << 8) | (bytes[from + 2]! << 16))
    }
  } else {
    const stored = unsignedView(bytes, at, count, width as 1 | 2 | 4)
    for (let place = 0; place < count; place++) values[place] = least + stored[place]!
  }
  reader.at = Math.ceil((at + count * width) / 4) * 4
  return values
}

const encoder = new TextEncoder()

/** Writes names: uint32 bytes of what follows, then a JSON array in UTF-8, then zeros to the next multiple of 4. */
export function writeNames(writer: ByteWriter, names: readonly string[]): void {
  const bytes = encoder.encode(JSON.stringify(names))
  writer.writeUint32(bytes.length)
  writer.writeBytes(bytes)
  writer.align(4)
}

/**
 * Reads what {@link writeNames} wrote.
 *
 * @throws PartError `damaged-file` when it is anything else
 */
export function readNames(reader: ByteReader): readonly string[] {
  const length = reader.readUint32()
  const names: unknown = JSON.parse(new TextDecoder().decode(reader.readBytes(length)))
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) {
    throw new PartError('damaged-file', 'expected a list of names')
  }
  reader.at = Math.ceil(reader.at / 4) * 4
  return names
}
