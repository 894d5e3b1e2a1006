import type { RandomBytes } from './inputFile'
import type { ReadingBudget } from './readingBudget'
import { ReadingFailure } from './readingFailure'
import { readWholeXml } from './xmlText'
import { zipContent } from './zipContent'
import type { ZipEntry } from './zipDirectory'

/** A relationship of a part to another (ECMA-376 part 2): its kind, the last word of its type, and the part's path. */
export interface PartRelation {
  readonly id: string
  readonly kind: string
  readonly path: string
}

/** A document of Office Open XML: a ZIP archive whose parts are found by their relationships. */
export interface OfficePackage {
  /** The content of a part; `null` when there is none of that path. */
  readonly part: (path: string) => AsyncGenerator<Uint8Array> | null
  /** The relationships of a part, or (empty path) of the package; none where it has none. */
  readonly relations: (path: string) => Promise<readonly PartRelation[]>
  /** The path of the main part. */
  readonly main: string
}

/** What an archive is when it is no mere archive of files. */
export type PackageKind = 'workbook' | 'document' | { readonly unread: string }

/** A path as it is written in a part: from the root, or from the part's own folder. */
function resolvePart(base: string, target: string): string {
  const parts = target.startsWith('/') ? [] : base.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Opens an archive as a package; `null` when it is none. @throws ReadingFailure when it is damaged */
export async function openOfficePackage(
  archive: RandomBytes,
  entries: readonly ZipEntry[],
  budget: ReadingBudget,
): Promise<OfficePackage | null> {
  const byPath = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry]))
  if (!byPath.has('[content_types].xml')) return null
  const part = (path: string): AsyncGenerator<Uint8Array> | null => {
    const entry = byPath.get(path.toLowerCase())
    return entry === undefined ? null : zipContent(archive, entry, budget)
  }
  const relations = async (path: string): Promise<readonly PartRelation[]> => {
    const at = path.lastIndexOf('/') + 1
    const content = part(`${path.slice(0, at)}_rels/${path.slice(at)}.rels`)
    const found: PartRelation[] = []
    if (content === null) return found
    await readWholeXml(content, {
      open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
        // A part outside the package is never fetched.
        if (name !== 'Relationship' || TargetMode === 'External') return
        found.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), path: resolvePart(path, Target) })
      },
    })
    return found
  }
  const main = (await relations('')).find(({ kind }) => kind === 'officeDocument')?.path
  return main === undefined ? null : { part, relations, main }
}

/** What kind of document a package is, by its main part. */
export function packageKind({ main }: OfficePackage): PackageKind {
  if (/workbook\d*\.xml$/i.test(main)) return 'workbook'
  if (/document\d*\.xml$/i.test(main)) return 'document'
  if (/\.bin$/i.test(main)) return { unread: 'a binary workbook (XLSB); save it as .xlsx' }
  return { unread: 'a presentation, a drawing or another document of Office; copy its text' }
}

/** What other programs pack as ZIP and is not read; `null` when nothing tells. */
export function otherPackage(entries: readonly ZipEntry[]): { readonly unread: string } | null {
  const paths = new Set(entries.map(({ path }) => path.toLowerCase()))
  if (paths.has('mimetype') && paths.has('content.xml')) {
    return { unread: 'a document in OpenDocument form; save it as .docx or .xlsx' }
  }
  return null
}

/** The content of a part that has to be there. @throws ReadingFailure */
export function neededPart({ part }: OfficePackage, path: string): AsyncGenerator<Uint8Array> {
  const content = part(path)
  if (content === null) throw new ReadingFailure('document-damaged', `its part ${path} is missing`)
  return content
}
