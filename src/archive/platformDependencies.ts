import { openDexieStore } from '../storage/dexieStore'
import type { ArchiveDependencies, BundledCollection, Locks, OtherTabs } from './archiveDependencies'
import type { InputReader } from './clipping/inputReader'
import { createLocalLocks } from './localLocks'

/** What differs between one app and another. */
export interface ArchiveSettings {
  /** Where the app is, absolute, with the slash at its end. */
  readonly appBase: string
  readonly bundled: BundledCollection
}

const CHANNEL_NAME = 'jianbao'

/** Web Locks, or, in a browser without them, locks of this tab alone. */
function platformLocks(): Locks {
  const { navigator } = globalThis as { readonly navigator?: { readonly locks?: LockManager } }
  const locks = navigator?.locks
  if (locks === undefined) return createLocalLocks()
  return {
    request: async (name, task) => await locks.request(name, () => task()),
    requestIfFree: async (name, task) =>
      await locks.request(name, { ifAvailable: true }, (lock) => (lock === null ? null : task())),
  }
}

function tabsOnChannel(name: string): OtherTabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, listen: () => undefined }
  const channel = new BroadcastChannel(name)
  return {
    tell: () => {
      channel.postMessage(null)
    },
    listen: (listener) => {
      channel.addEventListener('message', listener)
    },
  }
}

/** A pause of one turn: a message to itself, which unlike a timer is not delayed by the browser. */
function pauseByMessage(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel()
  const waiting: (() => void)[] = []
  port1.addEventListener('message', () => waiting.shift()?.())
  port1.start()
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      port2.postMessage(null)
    })
}

/**
 * What the browser gives an archive: its database, its network, its locks, and the other tabs of the same origin.
 *
 * @param createInputReader see {@link ArchiveDependencies}
 */
export function platformDependencies(
  { appBase, bundled }: ArchiveSettings,
  createInputReader: () => InputReader,
): ArchiveDependencies {
  return {
    appBase,
    bundled,
    openStore: (onTrouble) => openDexieStore({ onTrouble }),
    // Few browsers refuse their database: what stands in for it is fetched when one does.
    createMemoryStore: async () => (await import('../storage/memoryStore')).createMemoryStore(),
    fetch: (address, options) => fetch(address, options),
    locks: platformLocks(),
    otherTabs: tabsOnChannel(CHANNEL_NAME),
    pause: pauseByMessage(),
    now: () => performance.now(),
    clock: () => new Date(),
    createInputReader,
  }
}
