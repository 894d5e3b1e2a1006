import { toArchiveError } from '../domain/problem'
import { loadOnce } from './loadOnce'

/**
 * Calls of which what answers them is loaded when the first is made; after a failure it is loaded again. All their
 * failures are ArchiveErrors.
 *
 * @param names those of all calls
 */
export function laterCalls<Calls extends object>(
  names: readonly (keyof Calls)[],
  load: () => Promise<Calls>,
): Calls {
  const loaded = loadOnce(load)
  const calls = names.map((name) => {
    const call = async (...given: readonly unknown[]): Promise<unknown> => {
      try {
        const answering = (await loaded())[name] as (...given: readonly unknown[]) => Promise<unknown>
        return await answering(...given)
      } catch (cause) {
        throw toArchiveError(cause)
      }
    }
    return [name, call] as const
  })
  return Object.fromEntries(calls) as unknown as Calls
}
