import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import {
  BUNDLED_COLLECTION,
  MANIFEST_FORMAT,
  MANIFEST_VERSION,
  OWN_COLLECTION,
  parseManifest,
  type Manifest,
} from '../src/domain/collection'
import type { CollectionDescription } from '../src/formats/buildManifest'

/** Where a collection is written, and what is said of it. */
export interface CollectionOptions {
  /** The folder to write to; it is made when it is missing. */
  readonly out: string
  /** Letters, digits, `.`, `-` and `_`; when absent, that of the collection in the folder, else the folder's name. */
  readonly id?: string | undefined
  /** The id when absent. */
  readonly title?: string | undefined
  /** What else is said of the collection: an object with any of `title`, `rights`, `licence`, `contact`, `newspapers`. */
  readonly about?: unknown
  /** `bundled`: it is the one that comes with the app, and has its id; without it, it may have no reserved id. */
  readonly purpose?: 'bundled'
}

/** Ids that a collection for readers cannot have, since they would hold another one under it, and what each is for. */
const RESERVED_IDS: ReadonlyMap<string, string> = new Map([
  [OWN_COLLECTION, 'what a reader adds'],
  [BUNDLED_COLLECTION, 'the articles that come with the app'],
])

/** A mistake in what was asked for: nothing was packed. */
export class PackUsageError extends Error {
  override readonly name = 'PackUsageError'
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

/**
 * The manifest's fields that a publisher gives, checked by the rules of manifests.
 *
 * @param former the manifest that stands in the folder from an earlier run
 * @throws PackUsageError also for a reserved id, and when the folder holds a collection of another id, whose files would
 *   be removed
 */
export function describeCollection(
  { out, id: givenId, title, about = {}, purpose }: CollectionOptions,
  former: Manifest | null = null,
): CollectionDescription {
  const id = givenId ?? former?.id ?? basename(resolve(out))
  const reservedFor = purpose === 'bundled' ? undefined : RESERVED_IDS.get(id)
  if (reservedFor !== undefined) {
    throw new PackUsageError(`the id “${id}” is reserved for ${reservedFor}; choose another one with --id`)
  }
  if (former !== null && id !== former.id) {
    throw new PackUsageError(
      `${out} holds the collection “${former.id}”, not “${id}”; choose another folder, or leave --id out to go on with it`,
    )
  }
  if (typeof about !== 'object' || about === null) throw new PackUsageError('about: expected an object')
  const {
    title: aboutTitle,
    rights,
    licence,
    contact,
    newspapers,
  } = about as Readonly<Record<string, unknown>>
  try {
    return parseManifest(
      {
        format: MANIFEST_FORMAT,
        version: MANIFEST_VERSION,
        id,
        title: title ?? aboutTitle ?? id,
        revision: 1,
        articles: 0,
        rights,
        licence,
        contact,
        newspapers,
        files: [],
      },
      'about',
    )
  } catch (cause) {
    throw new PackUsageError(`the collection's description is wrong: ${messageOf(cause)}`)
  }
}

/** The manifest that stands in the folder from an earlier run. @throws PackUsageError when something else stands there */
export async function readFormerManifest(out: string): Promise<Manifest | null> {
  const path = join(out, 'manifest.json')
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw new PackUsageError(`${path} cannot be read: ${messageOf(cause)}`)
  }
  try {
    return parseManifest(JSON.parse(text), path)
  } catch (cause) {
    throw new PackUsageError(
      `${path} is no manifest of a collection (${messageOf(cause)}); choose another folder or remove it`,
    )
  }
}
