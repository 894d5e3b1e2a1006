import type { Archive, ArchiveStatus } from '../../../src/domain/archive'
import type { ArchiveDependencies, Locks, OtherTabs } from '../../../src/archive/archiveDependencies'
import { createArchive } from '../../../src/archive/createArchive'
import { createReaderHere } from '../../../src/archive/clipping/readHere'
import { readInput } from '../../../src/archive/clipping/readInput'
import { createLocalLocks } from '../../../src/archive/localLocks'
import { openDexieStore } from '../../../src/storage/dexieStore'
import { createMemoryStore } from '../../../src/storage/memoryStore'
import { APP_BASE, type CollectionOnHost } from './aCollection'
import type { Host } from './aHost'

/** A browser profile: a database, and the locks and messages that its tabs share. */
export interface Profile {
  readonly databaseName: string
  readonly locks: Locks
  /** The messages of one more tab. */
  readonly newTab: () => OtherTabs
}

let profiles = 0

/** A profile that has never seen the app. */
export function aProfile(): Profile {
  const listeners = new Set<() => void>()
  return {
    databaseName: `jianbao-test-${++profiles}`,
    locks: createLocalLocks(),
    newTab() {
      let own: (() => void) | null = null
      return {
        tell: () => {
          for (const listener of listeners) if (listener !== own) listener()
        },
        listen: (listener) => {
          own = listener
          listeners.add(listener)
        },
      }
    },
  }
}

/** The profile after its tabs were killed: the database is there, locks are free and nobody listens. */
export function afterKill(profile: Profile): Profile {
  return { ...aProfile(), databaseName: profile.databaseName }
}

/** An archive in a tab, with everything that it told. */
export interface ArchiveInTab {
  readonly archive: Archive
  readonly told: readonly ArchiveStatus[]
  status(): ArchiveStatus
  /** Settles with the first status, told already or later, for which the condition holds from now on. */
  until(condition: (status: ArchiveStatus) => boolean): Promise<ArchiveStatus>
  /** Settles when nothing is left to do. */
  untilReady(): Promise<ArchiveStatus>
}

/** An archive of the app that was built with the given bundled collection. */
export function anArchive(
  host: Host,
  bundled: CollectionOnHost,
  profile: Profile,
  changes: Partial<ArchiveDependencies> = {},
): ArchiveInTab {
  const archive = createArchive({
    appBase: APP_BASE,
    bundled: {
      id: bundled.manifest.id,
      address: 'collections/bundled/manifest.json',
      manifestSha256: bundled.manifestSha256,
    },
    openStore: (onTrouble) => openDexieStore({ name: profile.databaseName, onTrouble }),
    createMemoryStore,
    fetch: host.fetch,
    locks: profile.locks,
    otherTabs: profile.newTab(),
    pause: () =>
      new Promise((resolve) => {
        setImmediate(resolve)
      }),
    now: () => performance.now(),
    clock: () => new Date(),
    createInputReader: () => createReaderHere(readInput, () => performance.now()),
    ...changes,
  })
  const told: ArchiveStatus[] = []
  const waiting = new Set<(status: ArchiveStatus) => void>()
  void archive.watch((status) => {
    told.push(status)
    for (const tell of waiting) tell(status)
  })
  const status = (): ArchiveStatus => told.at(-1)!
  const until: ArchiveInTab['until'] = (condition) =>
    new Promise((resolve) => {
      const tell = (next: ArchiveStatus): void => {
        if (!condition(next)) return
        waiting.delete(tell)
        resolve(next)
      }
      waiting.add(tell)
      tell(status())
    })
  return {
    archive,
    told,
    status,
    until,
    untilReady: () => until(({ phase, progress }) => phase === 'ready' && progress === null),
  }
}
