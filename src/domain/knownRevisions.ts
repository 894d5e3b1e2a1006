import type { CollectionSummary } from './collectionSummary'
import type { RevisionCheck } from './following'
import { isGivenAsFiles } from './givenFiles'

/** A newer revision of a collection, with what taking it in would fetch. */
export interface NewerRevision {
  readonly revision: number
  readonly files: number
  /** Uncompressed. */
  readonly bytes: number
}

/** What this device knows of newer revisions of its collections. */
export interface KnownRevisions {
  /** When the addresses were last asked, in milliseconds since 1970; 0 when they never were. */
  readonly askedAt: number
  /** By the collections' ids. */
  readonly newer: Readonly<Record<string, NewerRevision>>
}

/** The addresses are asked at most once in this time unless a person asks: a day, in milliseconds. */
const ASKING_INTERVAL = 24 * 60 * 60 * 1000

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function isNewer(value: unknown): value is NewerRevision {
  return isFields(value) && [value['revision'], value['files'], value['bytes']].every(isCount)
}

/** What was kept on this device; whatever is missing or not understood is not known. */
export function parseKnownRevisions(kept: unknown): KnownRevisions {
  const { askedAt, newer } = isFields(kept) ? kept : {}
  const entries = isFields(newer) ? Object.entries(newer).filter(([, one]) => isNewer(one)) : []
  return {
    askedAt: isCount(askedAt) ? askedAt : 0,
    newer: Object.fromEntries(entries) as Record<string, NewerRevision>,
  }
}

/** What is known once the addresses were asked; of one that could not be asked, what was known before. */
export function knownAfter(before: KnownRevisions, checks: readonly RevisionCheck[]): KnownRevisions {
  const entries = checks.flatMap(({ id, offer, failure }) => {
    if (failure !== null) {
      const known = before.newer[id]
      return known === undefined ? [] : [[id, known] as const]
    }
    if (offer === null) return []
    const { manifest, lackingFiles, lackingBytes } = offer
    return [[id, { revision: manifest.revision, files: lackingFiles, bytes: lackingBytes }] as const]
  })
  return { ...before, newer: Object.fromEntries(entries) }
}

/** Whether the addresses may be asked without a person's doing; so they are when the clock was set back. */
export function isAskingDue({ askedAt }: KnownRevisions, now: number): boolean {
  return now - askedAt >= ASKING_INTERVAL || askedAt > now
}

/** The known revisions that are newer than what is held, by the collections' ids. */
export function newerThanHeld(
  { newer }: KnownRevisions,
  held: readonly Pick<CollectionSummary, 'id' | 'revision'>[],
): ReadonlyMap<string, NewerRevision> {
  return new Map(
    held.flatMap(({ id, revision }) => {
      const known = Object.hasOwn(newer, id) ? newer[id] : undefined
      return known !== undefined && known.revision > revision ? [[id, known] as const] : []
    }),
  )
}

/** Whether a collection was added by the user from an address, which alone is ever asked about revisions. */
export function isFollowed({
  isBundled,
  isOwn,
  address,
}: Pick<CollectionSummary, 'isBundled' | 'isOwn' | 'address'>): boolean {
  return !isBundled && !isOwn && !isGivenAsFiles(address)
}
