const DATABASE = 'bench'
const TABLE = 'values'
const KEY = 'index'

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB failed.')))
  })
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(TABLE))
  return settled(request)
}

/** Puts a value into IndexedDB. */
export async function putValue(value: unknown): Promise<void> {
  const database = await openDatabase()
  const transaction = database.transaction(TABLE, 'readwrite', { durability: 'strict' })
  // The request is done before the value is on disk; the browser is closed soon after.
  const isWritten = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('IndexedDB refused the index.')),
    )
  })
  transaction.objectStore(TABLE).put(value, KEY)
  await isWritten
  database.close()
}

/** The value that was put. */
export async function getValue(): Promise<unknown> {
  const database = await openDatabase()
  const value: unknown = await settled(database.transaction(TABLE).objectStore(TABLE).get(KEY))
  database.close()
  return value
}
