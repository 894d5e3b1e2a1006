import type { RandomBytes } from './inputFile'
import { openOfficePackage, otherPackage, packageKind } from './officePackage'
import type { Reading } from './reading'
import { ReadingFailure } from './readingFailure'
import type { ReadItem } from './readItem'
import { openZip, readZip } from './readZip'

/**
 * The articles of what is packed as ZIP: a workbook, a document, or an archive of files.
 *
 * @param depth how many archives are around it
 */
export async function* readPackage(
  name: string,
  archive: RandomBytes,
  depth: number,
  reading: Reading,
): AsyncGenerator<ReadItem> {
  const directory = await openZip(archive, reading)
  const office = await openOfficePackage(archive, directory.entries, reading.budget)
  if (office === null) {
    const other = otherPackage(directory.entries)
    if (other !== null) throw new ReadingFailure('file-kind-unknown', other.unread)
    yield* readZip(name, archive, directory, depth + 1, reading)
    return
  }
  const kind = packageKind(office)
  if (typeof kind === 'object') throw new ReadingFailure('file-kind-unknown', kind.unread)
  if (kind === 'workbook') {
    const { readWorkbookFile } = await import('./readWorkbookFile')
    yield* readWorkbookFile(name, office, reading)
  } else {
    const { readWordFile } = await import('./readWordFile')
    yield* readWordFile(name, office, archive, reading)
  }
}
