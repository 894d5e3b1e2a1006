import type { TakeInProgress } from '../domain/archive'
import { indexFileOf, type CollectionFile, type Manifest } from '../domain/collection'
import type { Problem } from '../domain/problem'
import type { ArchiveStore, StoredFile } from '../storage/archiveStore'
import { fileAddress } from './collectionAddress'
import type { FetchedManifest } from './fetchManifest'
import type { Network } from './network'
import type { PartFiles } from './partFiles'
import { beginPublishedTexts, completePublished } from './publishedIndex'
import { fileProblem, takeInFile } from './takeInFile'
import { takeInIndexFile } from './takeInIndexFile'
import type { TimeSlices } from './timeSlices'
import { distinctArticleFiles } from './visibleFiles'

/** What fetching works with, and whom it tells. */
export interface FetchSurroundings {
  readonly store: ArchiveStore
  readonly network: Network
  readonly indexFiles: PartFiles
  /** Whether the articles of a stored file can be searched already, so that no index file is wanted for it. */
  readonly isIndexed: (file: StoredFile) => boolean
  readonly startSlices: () => TimeSlices
  readonly onProgress: (progress: TakeInProgress) => void
}

/** A host that did not answer for so many files in a row is not asked for more of them. */
const SILENCES = 2

/** The complete files that the store has, by their hash. */
export async function completeFiles(store: ArchiveStore): Promise<Map<string, StoredFile>> {
  return new Map(
    (await store.files()).filter(({ isComplete }) => isComplete).map((file) => [file.sha256, file]),
  )
}

/**
 * The index file of each article file, by its hash, that is still to be fetched: the collection offers one, it is not in
 * the store, and the articles are not searchable without it.
 */
export async function wantedIndexFiles(
  { store, isIndexed }: Pick<FetchSurroundings, 'store' | 'isIndexed'>,
  manifest: Manifest,
): Promise<ReadonlyMap<string, CollectionFile>> {
  const names = new Set(await store.indexFileNames())
  const complete = await completeFiles(store)
  return new Map(
    distinctArticleFiles(manifest).flatMap((file) => {
      const index = indexFileOf(manifest, file)
      const held = complete.get(file.sha256)
      const isWanted = index !== null && !names.has(index.sha256) && !(held && isIndexed(held))
      return isWanted ? [[file.sha256, index] as const] : []
    }),
  )
}

/** How the fetching of one file ended. */
interface FetchedFile {
  /** Why its articles are not there; `null` when they are. */
  readonly problem: Problem | null
  /** Whether the host gave no answer; `null` when it was not asked. */
  readonly isHostSilent: boolean | null
}

/** Fetches what is lacking of one file: its articles, and behind them its index file. */
async function fetchFile(
  surroundings: FetchSurroundings,
  manifestAddress: string,
  file: CollectionFile,
  index: CollectionFile | null,
  isStored: boolean,
  onStored: (articles: number) => void,
): Promise<FetchedFile> {
  const { store, network, indexFiles, startSlices } = surroundings
  const fileAt = fileAddress(file.path, manifestAddress)
  if (!isStored && fileAt === null) {
    const problem = fileProblem(file, 'file-unreadable', 'its path leads out of the collection’s folder')
    return { problem, isHostSilent: null }
  }
  const texts = isStored || index === null ? null : await beginPublishedTexts(store, index.sha256)
  const slices = startSlices()
  try {
    if (!isStored && fileAt !== null) {
      const outcome = await takeInFile(store, network, fileAt, file, async (stored, articles) => {
        onStored(stored)
        await texts?.add(articles, slices)
      })
      if (!outcome.isTakenIn) return outcome
    }
    if (index === null) return { problem: null, isHostSilent: false }
    const indexAt = fileAddress(index.path, manifestAddress)
    const outcome = await takeInIndexFile(store, network, indexAt, index)
    if (outcome === 'stored' && texts !== null) {
      await completePublished(store, indexFiles, index.sha256, texts, slices)
    }
    return { problem: null, isHostSilent: outcome === 'host-silent' }
  } finally {
    await texts?.abandon()
  }
}

/**
 * Fetches the files that the store lacks, each with its index file behind it; gives back a problem for each file of
 * articles that could not be taken in. An index file that does not come is no problem.
 *
 * @param onFile waited for after each file that is complete now, with its hash
 */
export async function fetchFiles(
  surroundings: FetchSurroundings,
  { address, manifest }: FetchedManifest,
  onFile: (sha256: string) => Promise<void>,
): Promise<readonly Problem[]> {
  const { store, onProgress } = surroundings
  const files = distinctArticleFiles(manifest)
  const complete = new Set((await completeFiles(store)).keys())
  const wanted = await wantedIndexFiles(surroundings, manifest)
  const articlesTotal = files.reduce((articles, file) => articles + file.articles, 0)
  let articlesDone = files.reduce((sum, file) => sum + (complete.has(file.sha256) ? file.articles : 0), 0)
  const tell = (articles: number): void => {
    onProgress({
      collectionTitle: manifest.title,
      articlesDone: Math.min(articlesDone + articles, articlesTotal),
      articlesTotal,
      step: 'storing',
    })
  }
  tell(0)
  const missing: Problem[] = []
  let silences = 0
  for (const file of files) {
    const index = wanted.get(file.sha256) ?? null
    const isStored = complete.has(file.sha256)
    if (isStored && index === null) continue
    if (silences >= SILENCES) {
      if (isStored) await onFile(file.sha256)
      else missing.push(fileProblem(file, 'file-unreadable', 'not asked for, since the host does not answer'))
      continue
    }
    const fetched = await fetchFile(surroundings, address, file, index, isStored, tell)
    if (fetched.isHostSilent !== null) silences = fetched.isHostSilent ? silences + 1 : 0
    if (fetched.problem === null && !isStored) articlesDone += file.articles
    tell(0)
    if (fetched.problem === null) await onFile(file.sha256)
    else missing.push(fetched.problem)
  }
  return missing
}
