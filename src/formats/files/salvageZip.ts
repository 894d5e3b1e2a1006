import type { RandomBytes } from './inputFile'
import type { ReadingBudget } from './readingBudget'
import { withPaths, type NamedEntry, type ZipEntry } from './zipDirectory'

const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_BYTES = 30
const HAS_DESCRIPTOR = 8

/**
 * The files of an archive that is cut off, by the headers that stand before each of them. A file whose header does not
 * tell its length ends the search: where it ends is only in the directory that is missing.
 */
export async function salvageZipEntries(
  file: RandomBytes,
  budget: ReadingBudget,
): Promise<readonly ZipEntry[]> {
  const found: NamedEntry[] = []
  for (let at = 0; at + LOCAL_BYTES < file.size && found.length < budget.limits.entries;) {
    const header = await file.slice(at, at + LOCAL_BYTES + 1024)
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
    if (header.length < LOCAL_BYTES || view.getUint32(0, true) !== LOCAL_SIGNATURE) break
    const flags = view.getUint16(6, true)
    const compressedBytes = view.getUint32(18, true)
    const nameLength = view.getUint16(26, true)
    const isLengthTold = (flags & HAS_DESCRIPTOR) === 0 && compressedBytes !== 0xffffffff
    found.push({
      name: {
        bytes: header.slice(LOCAL_BYTES, LOCAL_BYTES + nameLength),
        isUtf8: (flags & 0x800) !== 0,
        unicode: undefined,
      },
      entry: {
        isEncrypted: (flags & 1) !== 0,
        method: view.getUint16(8, true),
        crc: view.getUint32(14, true),
        compressedBytes: isLengthTold ? compressedBytes : file.size - at,
        bytes: isLengthTold ? view.getUint32(22, true) : Number.MAX_SAFE_INTEGER,
        at,
      },
    })
    if (!isLengthTold) break
    at += LOCAL_BYTES + nameLength + view.getUint16(28, true) + compressedBytes
  }
  return withPaths(found)
}
