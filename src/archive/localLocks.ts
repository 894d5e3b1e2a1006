import type { Locks } from './archiveDependencies'

/** Locks that hold within this thread only: for stores that no other tab sees, and for browsers without Web Locks. */
export function createLocalLocks(): Locks {
  const last = new Map<string, Promise<unknown>>()
  /** How many tasks run or wait under a name. */
  const busy = new Map<string, number>()
  const request: Locks['request'] = (name, task) => {
    busy.set(name, (busy.get(name) ?? 0) + 1)
    const result = (last.get(name) ?? Promise.resolve()).then(task).finally(() => {
      busy.set(name, (busy.get(name) ?? 1) - 1)
    })
    last.set(
      name,
      result.catch(() => undefined),
    )
    return result
  }
  return {
    request,
    requestIfFree: (name, task) => ((busy.get(name) ?? 0) > 0 ? Promise.resolve(null) : request(name, task)),
  }
}
