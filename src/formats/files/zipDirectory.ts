import type { RandomBytes } from './inputFile'
import { ReadingFailure } from './readingFailure'
import { decodeEntryNames, type EntryNameBytes } from './zipEntryNames'

/** A file of a ZIP archive, as the archive's directory describes it. */
export interface ZipEntry {
  /** Its path with `/` between the parts; nothing in it leads out of the archive. */
  readonly path: string
  readonly isEncrypted: boolean
  /** How it is compressed: 0 not at all, 8 by deflate. */
  readonly method: number
  /** CRC-32 of its content. */
  readonly crc: number
  readonly compressedBytes: number
  readonly bytes: number
  /** Where its local header begins. */
  readonly at: number
}

const END_SIGNATURE = 0x06054b50
const END_BYTES = 22
const END64_SIGNATURE = 0x06064b50
const LOCATOR64_SIGNATURE = 0x07064b50
const LOCATOR64_BYTES = 20
const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_BYTES = 46
const LONGEST_COMMENT = 0xffff
/** The longest directory that is read: a million entries of usual length. */
const LONGEST_DIRECTORY = 128 * 1024 * 1024

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** A number of 64 bits; one beyond what is exact is damage. */
function wholeAt(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true)
  if (value > BigInt(Number.MAX_SAFE_INTEGER))
    throw new ReadingFailure('archive-damaged', 'an impossible length')
  return Number(value)
}

interface DirectoryPlace {
  readonly at: number
  readonly bytes: number
  /** Bytes in front of the archive that its own numbers do not count: it may stand behind a program. */
  readonly shift: number
}

/** Where the directory is; `null` when the end of the archive is not there. */
async function findDirectory(file: RandomBytes): Promise<DirectoryPlace | null> {
  const tailAt = Math.max(0, file.size - END_BYTES - LONGEST_COMMENT - LOCATOR64_BYTES)
  const tail = await file.slice(tailAt, file.size)
  const view = viewOf(tail)
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue
    if (at + END_BYTES + view.getUint16(at + 20, true) > tail.length) continue
    const bytes = view.getUint32(at + 12, true)
    const offset = view.getUint32(at + 16, true)
    const is64 = at >= LOCATOR64_BYTES && view.getUint32(at - LOCATOR64_BYTES, true) === LOCATOR64_SIGNATURE
    if (is64) return findDirectory64(file, wholeAt(view, at - LOCATOR64_BYTES + 8))
    const shift = tailAt + at - bytes - offset
    if (shift < 0) return null
    return { at: offset + shift, bytes, shift }
  }
  return null
}

async function findDirectory64(file: RandomBytes, at: number): Promise<DirectoryPlace | null> {
  const record = await file.slice(at, at + 56)
  if (record.length < 56) return null
  const view = viewOf(record)
  if (view.getUint32(0, true) !== END64_SIGNATURE) return null
  return { at: wholeAt(view, 48), bytes: wholeAt(view, 40), shift: 0 }
}

/** An entry whose name is not decoded yet. */
export interface NamedEntry {
  readonly name: EntryNameBytes
  readonly entry: Omit<ZipEntry, 'path'>
}

/** The entries that are files, with their paths. */
export async function withPaths(found: readonly NamedEntry[]): Promise<readonly ZipEntry[]> {
  const paths = await decodeEntryNames(found.map(({ name }) => name))
  return found.flatMap(({ entry }, place) => {
    const path = paths[place] ?? ''
    return path === '' || path.endsWith('/') ? [] : [{ ...entry, path }]
  })
}

/** The extra fields of an entry (APPNOTE 4.5) by their ids. */
function extrasOf(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const extras = new Map<number, Uint8Array>()
  const view = viewOf(bytes)
  for (let at = 0; at + 4 <= bytes.length;) {
    const length = view.getUint16(at + 2, true)
    extras.set(view.getUint16(at, true), bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return extras
}

/** Lengths and place of an entry whose own fields are too short for them. */
function with64(extra: Uint8Array | undefined, fields: readonly number[]): readonly number[] {
  let at = 0
  return fields.map((value) => {
    if (value !== 0xffffffff || extra === undefined || at + 8 > extra.length) return value
    const long = wholeAt(viewOf(extra), at)
    at += 8
    return long
  })
}

/**
 * The files of a ZIP archive (PKWARE APPNOTE 6.3.10; ZIP64 too) in the order of its directory, folders left out.
 * `null` when the archive is cut off, so that its directory is not there.
 *
 * @throws ReadingFailure when the directory is damaged or too long
 */
export async function readZipDirectory(file: RandomBytes): Promise<readonly ZipEntry[] | null> {
  const place = await findDirectory(file)
  if (place === null || place.at + place.bytes > file.size) return null
  if (place.bytes > LONGEST_DIRECTORY) {
    throw new ReadingFailure(
      'limit-reached',
      'the list of files in the archive is too long; part the archive',
    )
  }
  const bytes = await file.slice(place.at, place.at + place.bytes)
  const view = viewOf(bytes)
  const found: NamedEntry[] = []
  for (let at = 0; at + ENTRY_BYTES <= bytes.length && view.getUint32(at, true) === ENTRY_SIGNATURE;) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    )
    const nameAt = at + ENTRY_BYTES
    const extraAt = nameAt + (nameLength ?? 0)
    const extras = extrasOf(bytes.subarray(extraAt, extraAt + (extraLength ?? 0)))
    const [size = 0, compressedBytes = 0, offset = 0] = with64(
      extras.get(1),
      [24, 20, 42].map((field) => view.getUint32(at + field, true)),
    )
    const flags = view.getUint16(at + 8, true)
    found.push({
      name: {
        bytes: bytes.subarray(nameAt, extraAt),
        isUtf8: (flags & 0x800) !== 0,
        unicode: extras.get(0x7075),
      },
      entry: {
        isEncrypted: (flags & 1) !== 0,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        compressedBytes,
        bytes: size,
        at: offset + place.shift,
      },
    })
    at = extraAt + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return withPaths(found)
}
