import * as v from 'valibot'
import { ArchiveError } from './problem'
import { isPartialDate } from './partialDate'

/** A newspaper as a collection describes it: other names, and the place it is at home in, with the time that held. */
export interface NewspaperDescription {
  readonly name: string
  readonly aliases: readonly string[]
  readonly places: readonly { readonly name: string; readonly from?: string; readonly to?: string }[]
}

/**
 * One file of a collection; `bytes` and `sha256` are of the uncompressed content. A file of role `articles` holds
 * articles, one of role `index` makes those of one article file searchable, others are left alone.
 */
export interface CollectionFile {
  readonly path: string
  readonly role: string
  readonly bytes: number
  readonly sha256: string
  /** Articles that it holds, or that it makes searchable; 0 when the manifest does not say. */
  readonly articles: number
  /** With an index file: the path of the article file that it belongs to. */
  readonly of?: string | undefined
}

/** What a collection says of itself in `manifest.json`. */
export interface Manifest {
  readonly format: 'jianbao-collection'
  readonly version: number
  readonly id: string
  readonly title: string
  readonly revision: number
  readonly articles: number
  readonly dates: { readonly from: string | null; readonly to: string | null }
  readonly newspapers: readonly NewspaperDescription[]
  readonly rights?: string | undefined
  readonly licence?: string | undefined
  readonly contact?: string | undefined
  readonly files: readonly CollectionFile[]
}

/** The id of the collection that holds what a person adds; no other may have it. */
export const OWN_COLLECTION = 'own'

/** The id of the collection that comes with the app; a reader takes in no other under it. */
export const BUNDLED_COLLECTION = 'bundled'

export const MANIFEST_FORMAT = 'jianbao-collection'
/** The newest manifest version that this program reads. */
export const MANIFEST_VERSION = 1

const text = v.pipe(v.string(), v.minLength(1))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const date = v.pipe(v.string(), v.check(isPartialDate, 'expected YYYY, YYYY-MM or YYYY-MM-DD'))
/**
 * A path below the manifest: no scheme, no leading slash, no way up; and nothing that an address would read as one of
 * these (an escaped point or slash) or leave out (a control character, a space around it).
 */
const path = v.pipe(
  text,
  v.regex(
    /^(?!\s)(?![a-z][a-z0-9+.-]*:)(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))(?!.*%(?:2e|2f|5c))[^\\?#\p{Cc}]+(?<!\s)$/iu,
    'expected a path below the manifest',
  ),
)

const manifestSchema = v.object({
  format: v.literal(MANIFEST_FORMAT),
  version: count,
  id: v.pipe(
    text,
    v.regex(/^[\p{L}\p{N}._-]{1,128}$/u, 'expected letters, digits, point, dash or underscore'),
    v.check((id) => id !== OWN_COLLECTION, `“${OWN_COLLECTION}” is reserved for what a reader adds`),
  ),
  title: text,
  revision: count,
  articles: count,
  dates: v.optional(
    v.object({ from: v.optional(v.nullable(date), null), to: v.optional(v.nullable(date), null) }),
    {},
  ),
  newspapers: v.optional(
    v.array(
      v.object({
        name: text,
        aliases: v.optional(v.array(text), []),
        places: v.optional(
          v.array(v.object({ name: text, from: v.optional(date), to: v.optional(date) })),
          [],
        ),
      }),
    ),
    [],
  ),
  rights: v.optional(v.string()),
  licence: v.optional(v.string()),
  contact: v.optional(v.string()),
  files: v.array(
    v.object({
      path,
      role: text,
      bytes: count,
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits')),
      articles: v.optional(count, 0),
      of: v.optional(path),
    }),
  ),
})

/**
 * The manifest in a parsed JSON value.
 *
 * @param subject what to name in an error: the manifest's address
 * @throws ArchiveError `manifest-malformed` naming the first field that is wrong, `manifest-too-new`
 */
export function parseManifest(value: unknown, subject: string): Manifest {
  const parsed = v.safeParse(manifestSchema, value)
  if (!parsed.success) {
    const issue = parsed.issues[0]
    const field = v.getDotPath(issue) ?? ''
    throw new ArchiveError(
      'manifest-malformed',
      subject,
      `${field === '' ? 'manifest' : field}: ${issue.message}`,
    )
  }
  if (parsed.output.version > MANIFEST_VERSION) {
    throw new ArchiveError(
      'manifest-too-new',
      subject,
      `version ${String(parsed.output.version)}, this program reads ${String(MANIFEST_VERSION)}`,
    )
  }
  return parsed.output as Manifest
}

/** The files of a manifest that hold articles. */
export function articleFiles(manifest: Manifest): readonly CollectionFile[] {
  return manifest.files.filter((file) => file.role === 'articles')
}

/** The files of a manifest that make article files searchable, whether or not these are in it. */
export function indexFiles(manifest: Manifest): readonly CollectionFile[] {
  return manifest.files.filter((file) => file.role === 'index')
}

/**
 * The index file that a manifest names for one of its article files; the first where it names several, `null` where
 * there is none or it is of another number of articles. Nothing depends on it: the reader can index the articles.
 */
export function indexFileOf(
  manifest: Manifest,
  articleFile: Pick<CollectionFile, 'path' | 'articles'>,
): CollectionFile | null {
  const isIts = ({ of, articles }: CollectionFile): boolean =>
    of === articleFile.path && articles === articleFile.articles
  return indexFiles(manifest).find(isIts) ?? null
}
