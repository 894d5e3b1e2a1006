import type { Article } from '../domain/article'
import type { IndexPart } from '../search/parts/indexPart'
import { PartTextsWriter } from '../search/parts/partTextsWriter'
import { searchedTextOf } from '../search/searchedText'
import type { ArchiveStore } from '../storage/archiveStore'
import type { IndexFileWriter } from '../storage/indexFileWriter'
import { isIndexDamage, type PartFileNames, type PartFiles } from './partFiles'
import type { TimeSlices } from './timeSlices'

/** Articles read from the store at once. */
const BATCH = 250

/** The files of a part whose index file was published: it is named by its hash, and its texts after it. */
export function publishedNames(sha256: string): PartFileNames {
  return { index: sha256, texts: `${sha256}-texts` }
}

/** The texts file for a published index file, written while its articles pass. It is to be finished or abandoned. */
export class PublishedTexts {
  readonly ids: string[] = []
  readonly #file: IndexFileWriter
  readonly #texts: PartTextsWriter

  /** @param file see {@link beginPublishedTexts} */
  constructor(file: IndexFileWriter) {
    this.#file = file
    this.#texts = new PartTextsWriter(file)
  }

  async add(articles: readonly Article[], slices: TimeSlices): Promise<void> {
    for (const article of articles) {
      this.ids.push(article.id)
      this.#texts.add(searchedTextOf(article))
      await slices.breathe()
    }
  }

  async finish(): Promise<void> {
    this.#texts.finish()
    await this.#file.finish()
  }

  abandon(): Promise<void> {
    return this.#file.abandon()
  }
}

/** Begins the texts file for the published index file with this hash. */
export async function beginPublishedTexts(store: ArchiveStore, sha256: string): Promise<PublishedTexts> {
  return new PublishedTexts(await store.beginIndexFile(publishedNames(sha256).texts))
}

/** Whether an index file is of exactly these articles, as far as can be told without their texts. */
async function isOf(part: IndexPart, ids: readonly string[], slices: TimeSlices): Promise<boolean> {
  if (part.rows !== ids.length) return false
  for (const [row, id] of ids.entries()) {
    if (part.idOf(row) !== id) return false
    await slices.breathe()
  }
  return true
}

/**
 * Keeps the texts beside a published index file that is in the store, when that is of exactly these articles; else
 * neither of them. Gives back which.
 *
 * @throws ArchiveError when the store fails
 */
export async function completePublished(
  store: ArchiveStore,
  files: PartFiles,
  sha256: string,
  texts: PublishedTexts,
  slices: TimeSlices,
): Promise<boolean> {
  const part = await files.openWithoutTexts(sha256)
  let isRight = false
  try {
    isRight = part !== null && (await isOf(part, texts.ids, slices))
    if (isRight) await texts.finish()
  } catch (cause) {
    if (!isIndexDamage(cause)) throw cause
    isRight = false
  } finally {
    part?.close()
    await texts.abandon()
  }
  if (!isRight) await dropPublished(store, sha256)
  return isRight
}

async function dropPublished(store: ArchiveStore, sha256: string): Promise<null> {
  const { index, texts } = publishedNames(sha256)
  await store.deleteIndexFiles([index, texts])
  return null
}

/**
 * The part of a stored file of articles from the index file that was published for it; `null` when there is none, or
 * none that is any good. Its texts are made of the stored articles when they are not there yet.
 *
 * @throws ArchiveError when the store fails
 */
export async function openPublished(
  store: ArchiveStore,
  files: PartFiles,
  file: { readonly number: number; readonly articles: number; readonly index: string },
  slices: TimeSlices,
): Promise<IndexPart | null> {
  const names = publishedNames(file.index)
  const ready = await files.open(names)
  if (ready?.rows === file.articles) return ready
  ready?.close()
  const bare = await files.openWithoutTexts(file.index)
  bare?.close()
  if (bare?.rows !== file.articles) return dropPublished(store, file.index)

  const texts = await beginPublishedTexts(store, file.index)
  try {
    for (let place = 1; place <= file.articles; place += BATCH) {
      const rows = await store.articlesOfFile(file.number, place, BATCH)
      const articles = rows.map(({ article }) => article)
      await texts.add(articles, slices)
    }
  } catch (cause) {
    await texts.abandon()
    throw cause
  }
  if (!(await completePublished(store, files, file.index, texts, slices))) return null
  return (await files.open(names)) ?? dropPublished(store, file.index)
}
