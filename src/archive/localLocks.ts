import type { Locks } from './archiveDependencies'

/** Locks that hold within this thread only: for stores that no other tab sees, and for browsers without Web Locks. */
export function createLocalLocks(): Locks {
  const last = new Map<string, Promise<unknown>>()
  return {
    request(name, task) {
      const result = (last.get(name) ?? Promise.resolve()).then(task)
      last.set(
        name,
        result.catch(() => undefined),
      )
      return result
    },
  }
}
