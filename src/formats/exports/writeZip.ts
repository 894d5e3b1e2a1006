import { crc32 } from '../crc32'

/** A file of an archive; its content comes as it is needed. */
export interface ZipEntry {
  /** Its path inside the archive, with `/` between folders. */
  readonly name: string
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** 1980-01-01, the first day that the format knows: the time of making is nobody's affair. */
const FIRST_DAY = 0x21
const DEFLATED = 8
/** Names are in UTF-8; size and checksum stand behind the content. */
const FLAGS = 0x0808
const VERSION = 20

/** Little-endian numbers of 16 and 32 bits, one after the other. */
function numbers(...values: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(values.reduce((sum, [, width]) => sum + width, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, width] of values) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  return bytes
}

/** What every header of an entry says of how it is packed: version, flags, method, time, day. */
const PACKED: readonly (readonly [number, 2])[] = [
  [VERSION, 2],
  [FLAGS, 2],
  [DEFLATED, 2],
  [0, 2],
  [FIRST_DAY, 2],
]

interface Measured {
  readonly name: Uint8Array
  readonly at: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}

/** An entry's content, packed, with its size and checksum once it has ended. */
function deflate(content: ZipEntry['content']) {
  const measure = { crc: 0, size: 0 }
  async function* counted(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const piece of content) {
      measure.crc = crc32(piece, measure.crc)
      measure.size += piece.length
      yield new Uint8Array(piece)
    }
  }
  const source = counted()
  const plain = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next: IteratorResult<Uint8Array<ArrayBuffer>, void> = await source.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
  })
  return { measure, packed: plain.pipeThrough(new CompressionStream('deflate-raw')) }
}

/**
 * An archive of files (PKWARE APPNOTE 6.3, deflated, names in UTF-8) in pieces, packed by the platform as they come, so
 * that it is never whole in memory. For archives and entries below 4 GB.
 */
export async function* writeZip(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const written: Measured[] = []
  let at = 0
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name)
    const head = numbers([0x04034b50, 4], ...PACKED, [0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2])
    yield head
    yield name
    const { measure, packed } = deflate(entry.content)
    const reader = packed.getReader()
    let length = 0
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length
      yield read.value
    }
    const { crc, size } = measure
    yield numbers([0x08074b50, 4], [crc, 4], [length, 4], [size, 4])
    written.push({ name, at, crc, packed: length, size })
    at += head.length + name.length + length + 16
  }
  const directory = at
  for (const { name, at: place, crc, packed, size } of written) {
    const head = numbers(
      ...([[0x02014b50, 4], [VERSION, 2], ...PACKED] as const),
      ...([
        [crc, 4],
        [packed, 4],
        [size, 4],
        [name.length, 2],
      ] as const),
      // No extra field, no comment, first disk, no attributes.
      ...([
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [place, 4],
      ] as const),
    )
    yield head
    yield name
    at += head.length + name.length
  }
  yield numbers(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [written.length, 2],
    [written.length, 2],
    [at - directory, 4],
    [directory, 4],
    [0, 2],
  )
}
