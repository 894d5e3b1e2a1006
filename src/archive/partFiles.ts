import { ArchiveError } from '../domain/problem'
import { bytesReader } from '../search/packed/bytesReader'
import { PackedError } from '../search/packed/packedError'
import { PageCache } from '../search/packed/pageCache'
import type { SegmentSink } from '../search/packed/segmentSink'
import type { BuiltPart, IndexPart } from '../search/parts/indexPart'
import { openIndexPart } from '../search/parts/openIndexPart'
import { PartError } from '../search/parts/partError'
import type { ArchiveStore } from '../storage/archiveStore'
import { freshName } from './freshName'

/** The names of the two files of a part. */
export interface PartFileNames {
  readonly index: string
  readonly texts: string
}

/** Whether an error may come from a file of the index that is damaged, or cannot be read any more. */
export function isIndexDamage(cause: unknown): boolean {
  return (
    cause instanceof PartError ||
    cause instanceof PackedError ||
    (cause instanceof ArchiveError && cause.code === 'storage-lost')
  )
}

/** Opens and writes the files of parts in a store. */
export class PartFiles {
  readonly #store: ArchiveStore
  readonly #cache = new PageCache()

  constructor(store: ArchiveStore) {
    this.#store = store
  }

  /** A part from its files; `null` when one of them is missing, damaged, or of another tokenizer. */
  async open(names: PartFileNames): Promise<IndexPart | null> {
    return this.#tolerate(async () => {
      const index = await this.#store.openIndexFile(names.index)
      if (index === null) return null
      const texts = await this.#store.openIndexFile(names.texts)
      try {
        if (texts !== null) return openIndexPart(index, texts, this.#cache)
      } catch (cause) {
        texts?.close()
        index.close()
        throw cause
      }
      index.close()
      return null
    })
  }

  /** The index file of a part alone, for looking at what it says of itself; `null` as for {@link open}. */
  async openWithoutTexts(name: string): Promise<IndexPart | null> {
    return this.#tolerate(async () => {
      const index = await this.#store.openIndexFile(name)
      try {
        return index === null ? null : openIndexPart(index, null, this.#cache)
      } catch (cause) {
        index?.close()
        throw cause
      }
    })
  }

  /** A part that was just built, in memory. */
  inMemory(built: BuiltPart): IndexPart {
    return openIndexPart(bytesReader(built.index), bytesReader(built.texts), this.#cache)
  }

  /**
   * Writes the two files of a part, under new names, and opens it.
   *
   * @throws ArchiveError when the store fails; nothing remains of the files
   */
  async write(
    fill: (sinks: { readonly index: SegmentSink; readonly texts: SegmentSink }) => void | Promise<void>,
  ): Promise<{ readonly part: IndexPart; readonly names: PartFileNames }> {
    const names = { index: freshName(), texts: freshName() }
    const index = await this.#store.beginIndexFile(names.index)
    try {
      const texts = await this.#store.beginIndexFile(names.texts)
      try {
        await fill({ index, texts })
        await texts.finish()
      } catch (cause) {
        await texts.abandon()
        throw cause
      }
      await index.finish()
    } catch (cause) {
      await index.abandon()
      await this.#store.deleteIndexFiles([names.texts]).catch(() => undefined)
      throw cause
    }
    const part = await this.open(names)
    if (part !== null) return { part, names }
    throw new ArchiveError(
      'storage-lost',
      names.index,
      'a part of the index that was just written cannot be read',
    )
  }

  async #tolerate(open: () => Promise<IndexPart | null>): Promise<IndexPart | null> {
    try {
      return await open()
    } catch (cause) {
      if (isIndexDamage(cause)) return null
      throw cause
    }
  }
}
