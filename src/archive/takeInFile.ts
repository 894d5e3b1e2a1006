import type { Article } from '../domain/article'
import type { CollectionFile } from '../domain/collection'
import type { Problem, ProblemCode } from '../domain/problem'
import { readCollectionFile } from '../formats/readCollectionFile'
import type { ArchiveStore } from '../storage/archiveStore'
import { NetworkFailure, UNREADABLE, type Network } from './network'

/** Problems of single rows that are kept with a file. */
const KEPT_PROBLEMS = 200

/** What became of a file; with a problem, nothing of it is kept. */
export type FileOutcome =
  | { readonly isTakenIn: true }
  | { readonly isTakenIn: false; readonly problem: Problem; readonly isHostSilent: boolean }

/**
 * Fetches a file of articles into the store, in pieces, and makes it complete once its hash has proved right. A file
 * that the store has is not fetched again.
 *
 * @param onStored told, and waited for, after each piece: how many of the file's articles are stored, and the last ones
 * @throws ArchiveError when the store fails; what it holds of the file is dropped when the file is begun again
 */
export async function takeInFile(
  store: ArchiveStore,
  network: Network,
  address: string,
  file: CollectionFile,
  onStored: (stored: number, articles: readonly Article[]) => void | Promise<void>,
): Promise<FileOutcome> {
  const stored = await store.beginFile(file.sha256)
  if (stored.isComplete) return { isTakenIn: true }
  const refuse = async (problem: Problem, isHostSilent = false): Promise<FileOutcome> => {
    await store.deleteFile(stored.number)
    return { isTakenIn: false, problem, isHostSilent }
  }
  try {
    let count = 0
    const reading = await readCollectionFile(await network.read(address), file, async (articles) => {
      await store.storeArticles(stored, count + 1, articles)
      count += articles.length
      await onStored(count, articles)
    })
    if (!reading.isIntact) {
      const [problem] = reading.problems
      return await refuse(problem ?? fileProblem(file, 'file-unreadable', 'it could not be read'))
    }
    await store.completeFile(stored, count, reading.problems.slice(0, KEPT_PROBLEMS))
    return { isTakenIn: true }
  } catch (cause) {
    if (!(cause instanceof NetworkFailure)) throw cause
    const code = cause.status === null || cause.status === UNREADABLE ? 'file-unreadable' : 'file-missing'
    return refuse(fileProblem(file, code, cause.message), cause.status === null)
  }
}

/** A problem of a file as a whole. */
export function fileProblem(file: CollectionFile, code: ProblemCode, message: string): Problem {
  return { file: file.path, row: 0, field: '', code, message }
}
