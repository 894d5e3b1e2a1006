import { ArchiveError } from '../domain/problem'
import { ArchiveDatabase, INDEX, INDEX_COVER } from './archiveDatabase'
import { articleKey, replacementsAmong, type ArchiveStore } from './archiveStore'
import { createDexieAmendments } from './dexieAmendments'
import { createDexieBatchStore, rowsOfFile } from './dexieBatchStore'
import { createDexieBelongings } from './dexieBelongings'
import { createDexieIndexFiles } from './dexieIndexFiles'
import { createDexieRecords } from './dexieRecords'
import { platformFileSystem, type PrivateFileSystem } from './privateFileSystem'
import { toOpeningError, toStorageError } from './storageError'

/** The database's name; one for every app at one origin. */
const DATABASE_NAME = 'jianbao'

const PROBE = 'probe'

/** What the store needs of its surroundings. */
export interface DexieStoreOptions {
  readonly name?: string
  readonly indexedDB?: IDBFactory | undefined
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange
  /**
   * Told `storage-lost` when a newer program in another tab takes the database over, after which every call fails, and
   * `storage-refused` while an older one in another tab keeps it from being opened.
   */
  readonly onTrouble?: (error: ArchiveError) => void
  /** Where files of the index are kept; without it, in the database. */
  readonly fileSystem?: PrivateFileSystem | null
  /** Milliseconds after which a database that does not answer counts as refused. */
  readonly patience?: number
}

function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new ArchiveError('storage-refused', '', `no answer within ${milliseconds / 1000} seconds`))
    }, milliseconds)
    void work.then(resolve, reject).finally(() => {
      clearTimeout(timer)
    })
  })
}

/** Asks for the list of databases, which a browser that refuses them refuses too: Dexie would try, and warn, three times. */
async function requireDatabases(factory: Partial<IDBFactory>): Promise<void> {
  await factory.databases?.()
}

/** Some browsers open a database and then refuse to write. Where articles are kept already, reading them is enough. */
async function probe(database: ArchiveDatabase): Promise<void> {
  try {
    await database.values.put({ name: PROBE, value: 'x'.repeat(1024) })
    await database.values.delete(PROBE)
  } catch (cause) {
    if ((await database.collections.count()) === 0) throw cause
  }
}

/**
 * Opens the archive's database, and makes sure that it can be written.
 *
 * @throws ArchiveError `storage-refused`, or `storage-full` when nothing is kept yet and there is no room
 */
export async function openDexieStore(options: DexieStoreOptions = {}): Promise<ArchiveStore> {
  const { name = DATABASE_NAME, fileSystem = platformFileSystem(), onTrouble, patience = 15_000 } = options
  const { indexedDB = globalThis.indexedDB, IDBKeyRange = globalThis.IDBKeyRange } = options
  const database = new ArchiveDatabase(name, indexedDB, IDBKeyRange)
  let isTakenOver = false
  database.on('versionchange', () => {
    isTakenOver = true
    database.close()
    onTrouble?.(new ArchiveError('storage-lost', '', 'a newer version of the app in another tab took over'))
    return false
  })
  database.on('blocked', () => {
    onTrouble?.(new ArchiveError('storage-refused', '', 'an older version of the app is open in another tab'))
    return false
  })
  try {
    await within(
      patience,
      requireDatabases(indexedDB).then(async () => {
        await database.open()
        await probe(database)
      }),
    )
  } catch (cause) {
    database.close()
    throw toOpeningError(cause)
  }

  /** Safari loses connections of tabs in the background: a lost one is opened again, once. */
  async function run<Result>(operation: () => PromiseLike<Result>): Promise<Result> {
    try {
      return await operation()
    } catch (cause) {
      const error = toStorageError(cause)
      if (error.code !== 'storage-lost' || isTakenOver) throw error
    }
    try {
      database.close()
      await database.open()
      return await operation()
    } catch (cause) {
      throw toStorageError(cause)
    }
  }

  return createStore(database, run, fileSystem)
}

type Run = <Result>(operation: () => PromiseLike<Result>) => Promise<Result>

function createStore(
  database: ArchiveDatabase,
  run: Run,
  fileSystem: PrivateFileSystem | null,
): ArchiveStore {
  const { collections, files, articles, values, signatures, replacements } = database
  const rowsOf = (number: number) => rowsOfFile(articles, number)

  return {
    kind: 'database',
    batches: createDexieBatchStore(database, run),
    signatures: {
      ofFile: (file) => run(() => rowsOfFile(signatures, file).toArray()),
      put: (block) =>
        run(async () => {
          await signatures.put(block)
        }),
    },
    amendments: createDexieAmendments(database, run),
    belongings: createDexieBelongings(database, run),
    records: createDexieRecords(database, run),
    backups: async () => (await import('./dexieBackup')).createDexieBackup(database, run),
    collections: () =>
      run(async () => (await collections.toArray()).sort((one, other) => one.order - other.order)),
    saveCollection: (collection) =>
      run(async () => {
        await collections.put(collection)
      }),
    forgetCollection: (id) =>
      run(async () => {
        await collections.delete(id)
      }),
    files: () => run(() => files.toArray()),
    beginFile: (sha256) =>
      run(() =>
        database.transaction('rw', files, articles, replacements, async () => {
          const begun = await files.get({ sha256 })
          if (begun === undefined) {
            const fresh = { sha256, articles: 0, isComplete: false, problems: [] }
            return { ...fresh, number: await files.add(fresh) }
          }
          if (begun.isComplete) return begun
          await rowsOf(begun.number).delete()
          await rowsOfFile(replacements, begun.number).delete()
          const emptied = { ...begun, articles: 0 }
          await files.put(emptied)
          return emptied
        }),
      ),
    storeArticles: (file, firstPlace, batch) =>
      run(() =>
        database.transaction('rw', files, articles, replacements, async () => {
          const rows = batch.map((article, place) => ({
            key: articleKey(file.number, firstPlace + place),
            article,
          }))
          await articles.bulkPut(rows)
          await replacements.bulkPut(replacementsAmong(rows))
          await files.put({ ...file, articles: firstPlace + batch.length - 1, isComplete: false })
        }),
      ),
    completeFile: (file, count, problems) =>
      run(async () => {
        await files.put({ ...file, articles: count, isComplete: true, problems })
      }),
    deleteFile: (number) =>
      run(() =>
        database.transaction('rw', files, articles, signatures, replacements, async () => {
          await rowsOf(number).delete()
          await rowsOfFile(signatures, number).delete()
          await rowsOfFile(replacements, number).delete()
          await files.delete(number)
        }),
      ),
    articlesAt: (keys) =>
      run(async () => (await articles.bulkGet([...keys])).map((stored) => stored?.article)),
    articlesWithIds: (ids) =>
      run(() =>
        // One request for each id, all at once: quicker than the cursor of `anyOf`.
        database.transaction('r', articles, async () =>
          (await Promise.all(ids.map((id) => articles.where('article.id').equals(id).toArray()))).flat(),
        ),
      ),
    articlesOfFile: (number, firstPlace, limit) =>
      run(() =>
        articles
          .where(':id')
          .between(articleKey(number, firstPlace), articleKey(number + 1, 0), true, false)
          .limit(limit)
          .toArray(),
      ),
    replacementsOf: (ids) =>
      run(async () => {
        if ((await replacements.count()) === 0) return []
        return replacements
          .where('replaces')
          .anyOf([...ids])
          .distinct()
          .toArray()
      }),
    replacementsIn: (file) => run(() => rowsOfFile(replacements, file).toArray()),
    indexCover: () =>
      run(async () => {
        const cover = (await values.get(INDEX_COVER))?.value
        return typeof cover === 'string' ? cover : null
      }),
    loadIndex: () => run(async () => (await values.get(INDEX))?.value ?? null),
    saveIndex: (cover, index) =>
      run(() =>
        database.transaction('rw', values, async () => {
          await values.put({ name: INDEX, value: index })
          await values.put({ name: INDEX_COVER, value: cover })
        }),
      ),
    ...createDexieIndexFiles(database, run, fileSystem),
    close: () => {
      database.close()
    },
  }
}
