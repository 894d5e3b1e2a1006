import type { ArchiveStore } from '../../../src/storage/archiveStore'
import { openDexieStore } from '../../../src/storage/dexieStore'
import type { IndexFileWriter } from '../../../src/storage/indexFileWriter'

const never = (): Promise<never> => new Promise(() => undefined)

type Call = (...given: readonly unknown[]) => Promise<unknown>

/** A store whose tab is killed at one of its writes, counted from when it is armed. */
export interface KilledStore {
  readonly open: () => Promise<ArchiveStore>
  /** From now on writes are counted; the n-th is never done, or never answered although it is. */
  arm(at: number, isDone: boolean): void
  /** How many writes were counted. */
  writes(): number
}

/** What writes; all else reads. */
const WRITES: Readonly<
  Record<
    'store' | 'batches' | 'signatures' | 'belongings' | 'amendments' | 'records' | 'backups',
    readonly string[]
  >
> = {
  store: [
    'saveCollection',
    'beginFile',
    'storeArticles',
    'completeFile',
    'deleteFile',
    'saveIndex',
    'writeIndexFile',
    'deleteIndexFiles',
    'clearOrphanedIndexFiles',
  ],
  batches: ['begin', 'save', 'put', 'drop', 'accept', 'undo', 'clear'],
  signatures: ['put'],
  belongings: ['addScan', 'addOriginal', 'deleteScans'],
  amendments: ['amend', 'undo'],
  records: ['change', 'merge'],
  backups: ['saveMark', 'saveWantedCollections', 'stage', 'commit'],
}

/** A store in the database of this name. */
export function aKilledStore(databaseName: string): KilledStore {
  let writes = 0
  let killedAt = Infinity
  let isWriteDone = false

  const write =
    <Given extends readonly unknown[], Result>(perform: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      if (killedAt === Infinity) return perform(...given)
      writes += 1
      if (writes > killedAt || (writes === killedAt && !isWriteDone)) return never()
      const result = await perform(...given)
      return writes === killedAt ? never() : result
    }

  function withKills<Part extends object>(part: Part, names: readonly string[]): Part {
    const calls = Object.entries(part).map(([name, call]) => [
      name,
      names.includes(name) ? write(call as Call) : (call as unknown),
    ])
    return Object.fromEntries(calls) as Part
  }

  return {
    async open() {
      const store = await openDexieStore({ name: databaseName })
      const beginIndexFile = async (name: string): Promise<IndexFileWriter> => {
        const writer = await write(store.beginIndexFile)(name)
        return {
          write: (bytes) => {
            writer.write(bytes)
          },
          finish: write(() => writer.finish()),
          abandon: write(() => writer.abandon()),
        }
      }
      return {
        ...withKills(store, WRITES.store),
        beginIndexFile,
        batches: withKills(store.batches, WRITES.batches),
        signatures: withKills(store.signatures, WRITES.signatures),
        belongings: withKills(store.belongings, WRITES.belongings),
        amendments: withKills(store.amendments, WRITES.amendments),
        records: withKills(store.records, WRITES.records),
        backups: async () => withKills(await store.backups(), WRITES.backups),
      }
    },
    arm(at, isDone) {
      killedAt = at
      isWriteDone = isDone
    },
    writes: () => writes,
  }
}
