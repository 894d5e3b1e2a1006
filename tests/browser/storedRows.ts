import type { Page } from '@playwright/test'
import type { StoredFile } from '../../src/storage/archiveStore'
import type { StoredBatch } from '../../src/storage/batchStore'
import type { StoredCollection } from '../../src/storage/storedCollection'

/** Tables of the app's database: the rows of those that say what there is, and how many rows the others have. */
export interface StoredRows {
  readonly collections: readonly StoredCollection[]
  readonly files: readonly StoredFile[]
  readonly batches: readonly StoredBatch[]
  readonly counts: Readonly<Record<'articles' | 'clippings' | 'attachments' | 'restoring', number>>
}

/** Reads the app's database from any page of its origin; without one there are no rows. */
export function storedRows(page: Page): Promise<StoredRows> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase | null>((resolve, reject) => {
      const request = indexedDB.open('jianbao')
      // Before the app has made it there is none, and this is not to make one.
      request.addEventListener('upgradeneeded', () => request.transaction?.abort())
      request.onsuccess = () => resolve(request.result)
      request.addEventListener('error', () => {
        if (request.error?.name === 'AbortError') resolve(null)
        else reject(new Error('it cannot be opened'))
      })
    })
    const ask = <Result>(table: string, question: (store: IDBObjectStore) => IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        const request = question(database!.transaction(table).objectStore(table))
        request.onsuccess = () => resolve(request.result)
        request.addEventListener('error', () => reject(new Error(`${table} cannot be read`)))
      })
    const rows = <Row>(table: string): Promise<Row[]> =>
      database === null
        ? Promise.resolve([])
        : ask<Row[]>(table, (store) => store.getAll() as IDBRequest<Row[]>)
    const count = (table: string): Promise<number> =>
      database === null ? Promise.resolve(0) : ask(table, (store) => store.count())
    const stored = {
      collections: await rows<StoredCollection>('collections'),
      files: await rows<StoredFile>('files'),
      batches: await rows<StoredBatch>('batches'),
      counts: {
        articles: await count('articles'),
        clippings: await count('clippings'),
        attachments: await count('attachments'),
        restoring: await count('restoring'),
      },
    }
    database?.close()
    return stored
  })
}
