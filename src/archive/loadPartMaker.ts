import { ArchiveError, toArchiveError } from '../domain/problem'
import { loadOnce } from './loadOnce'
import type { PartMaker } from './makeParts'

/**
 * What makes parts of the index. It is fetched when articles are first to be indexed here; after a failure, again.
 *
 * @throws ArchiveError when it is out of reach
 */
export const loadPartMaker: () => Promise<PartMaker> = loadOnce(async () => {
  try {
    return (await import('./makeParts')).partMaker
  } catch (cause) {
    const { message } = toArchiveError(cause)
    throw new ArchiveError(
      'unexpected',
      '',
      `the part of the app that indexes could not be loaded (${message})`,
    )
  }
})
