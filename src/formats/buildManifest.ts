import type { PartialDate } from '../domain/article'
import {
  MANIFEST_FORMAT,
  MANIFEST_VERSION,
  type CollectionFile,
  type Manifest,
  type NewspaperDescription,
} from '../domain/collection'
import { daySpan } from '../domain/partialDate'

/** The earliest and the latest date of articles, as a manifest gives them. */
export type DateRange = Manifest['dates']

/** A range widened to take in a date; `null` widens nothing. Partial dates count from their first to their last day. */
export function widenDates(range: DateRange, date: PartialDate | null): DateRange {
  const span = date === null ? null : daySpan(date)
  if (date === null || span === null) return range
  const from = range.from === null ? null : daySpan(range.from)
  const to = range.to === null ? null : daySpan(range.to)
  return {
    from: from === null || span.first < from.first ? date : range.from,
    to: to === null || span.last > to.last ? date : range.to,
  }
}

/** What a publisher says of a collection; everything else in its manifest follows from the articles. */
export interface CollectionDescription {
  readonly id: string
  readonly title: string
  readonly rights?: string | undefined
  readonly licence?: string | undefined
  readonly contact?: string | undefined
  /** Aliases and places of newspapers; one that no article names is left out of the manifest. */
  readonly newspapers: readonly NewspaperDescription[]
}

function sortedHashes(files: readonly CollectionFile[]): string {
  return files
    .map((file) => file.sha256)
    .sort()
    .join()
}

function isSameContent(former: readonly CollectionFile[], files: readonly CollectionFile[]): boolean {
  return sortedHashes(former) === sortedHashes(files)
}

/**
 * The manifest of a collection. Its revision is that of the former manifest when the files' hashes are the same, those
 * of index files included, else one more; without a former manifest it is 1.
 *
 * @param newspapers the names of newspapers that the articles give
 */
export function buildManifest(
  description: CollectionDescription,
  files: readonly CollectionFile[],
  dates: DateRange,
  newspapers: Iterable<string>,
  former: Manifest | null,
): Manifest {
  const described = new Map(description.newspapers.map((newspaper) => [newspaper.name, newspaper]))
  const { rights, licence, contact } = description
  return {
    format: MANIFEST_FORMAT,
    version: MANIFEST_VERSION,
    id: description.id,
    title: description.title,
    revision: former === null ? 1 : former.revision + (isSameContent(former.files, files) ? 0 : 1),
    // An index file has the articles of its article file.
    articles: files.reduce((sum, { role, articles }) => (role === 'articles' ? sum + articles : sum), 0),
    dates,
    newspapers: [...newspapers]
      .sort()
      .map((name) => described.get(name) ?? { name, aliases: [], places: [] }),
    ...(rights === undefined ? {} : { rights }),
    ...(licence === undefined ? {} : { licence }),
    ...(contact === undefined ? {} : { contact }),
    files,
  }
}

/** A manifest as the text of `manifest.json`: indented by two spaces, one line end behind it. The inverse of parsing it. */
export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}
