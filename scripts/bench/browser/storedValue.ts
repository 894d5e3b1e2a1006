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

/** Bytes of a value as a structured clone: strings by 1 or 2 bytes a unit, numbers by 8, buffers as they are. */
function clonedBytes(value: unknown): number {
  if (typeof value === 'string') {
    for (let at = 0; at < value.length; at++) if (value.charCodeAt(at) > 0xff) return 2 * value.length
    return value.length
  }
  if (ArrayBuffer.isView(value)) return value.byteLength
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + clonedBytes(part), 0)
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).reduce((sum, [name, part]) => sum + name.length + clonedBytes(part), 0)
  }
  return 8
}

/** Puts a value into IndexedDB; gives its bytes there. */
export async function putValue(value: unknown): Promise<number> {
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
  return clonedBytes(value)
}

/** The value that was put. */
export async function getValue(): Promise<unknown> {
  const database = await openDatabase()
  const value: unknown = await settled(database.transaction(TABLE).objectStore(TABLE).get(KEY))
  database.close()
  return value
}
