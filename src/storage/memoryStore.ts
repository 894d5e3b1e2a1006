import type { Article } from '../domain/article'
import {
  articleKey,
  fileNumberOf,
  replacementsAmong,
  type ArchiveStore,
  type StoredArticle,
  type StoredFile,
  type StoredReplacement,
} from './archiveStore'
import type { StoredCollection } from './storedCollection'
import type { StoredAttachment } from './storedAttachment'
import { bytesReader } from './indexFileReader'
import { BlobGatherer, writePieces, type IndexFileWriter } from './indexFileWriter'
import { createMemoryAmendments } from './memoryAmendments'
import { createMemoryBackup } from './memoryBackup'
import { createMemoryBatchStore } from './memoryBatchStore'
import { soon } from './soon'
import { createMemoryBelongings } from './memoryBelongings'
import { createMemoryRecords } from './memoryRecords'
import type { SignatureBlock } from './signatureStore'

/** A store that forgets everything with the page, for browsers that refuse their database. */
export function createMemoryStore(): ArchiveStore {
  const collections = new Map<string, StoredCollection>()
  const files = new Map<number, StoredFile>()
  const articles = new Map<number, Article>()
  /** Keys of the articles with an id; nearly always one. */
  const keysOfId = new Map<string, readonly number[]>()
  const replacements = new Map<number, StoredReplacement>()
  const indexFiles = new Map<string, Uint8Array>()
  const attachments = new Map<number, StoredAttachment>()
  const signatures = new Map<number, SignatureBlock>()
  let lastNumber = 0

  function forget(key: number): void {
    const article = articles.get(key)
    if (article === undefined) return
    articles.delete(key)
    replacements.delete(key)
    const others = (keysOfId.get(article.id) ?? []).filter((other) => other !== key)
    if (others.length === 0) keysOfId.delete(article.id)
    else keysOfId.set(article.id, others)
  }

  function forgetArticles(number: number): void {
    for (const key of articles.keys()) if (fileNumberOf(key) === number) forget(key)
  }

  function putArticle(key: number, article: Article): void {
    forget(key)
    articles.set(key, article)
    for (const replacement of replacementsAmong([{ key, article }])) replacements.set(key, replacement)
    keysOfId.set(article.id, [...(keysOfId.get(article.id) ?? []), key])
  }

  function forgetFile(number: number): void {
    forgetArticles(number)
    for (const key of signatures.keys()) if (fileNumberOf(key) === number) signatures.delete(key)
    files.delete(number)
  }

  function stored(key: number): readonly StoredArticle[] {
    const article = articles.get(key)
    return article === undefined ? [] : [{ key, article }]
  }

  function beginIndexFile(name: string): IndexFileWriter {
    const gathered = new BlobGatherer()
    return {
      write: (bytes) => {
        gathered.add(bytes)
      },
      finish: async () => {
        indexFiles.set(name, new Uint8Array(await gathered.take().arrayBuffer()))
      },
      abandon: soon(() => undefined),
    }
  }

  const records = createMemoryRecords()
  const amendments = createMemoryAmendments(records)
  const batches = createMemoryBatchStore({
    collections,
    files,
    attachments,
    amendments,
    putRecord: (record) => {
      records.put([record])
    },
    nextFileNumber: () => ++lastNumber,
    putArticle,
    forgetArticle: forget,
    forgetFile,
  })
  const backups = createMemoryBackup({ records, amendments, batches, files, collections })
  return {
    kind: 'memory',
    batches,
    signatures: {
      ofFile: soon((file) =>
        [...signatures.values()]
          .filter(({ key }) => fileNumberOf(key) === file)
          .sort((one, other) => one.key - other.key),
      ),
      put: soon((block) => {
        signatures.set(block.key, block)
      }),
    },
    amendments: amendments.store,
    belongings: createMemoryBelongings(attachments, (id) => {
      const isHeld = (records.find('scan', id)?.content ?? null) !== null
      return isHeld || amendments.canBringBack({ kind: 'scan', id })
    }),
    records: records.store,
    backups: soon(() => backups),
    collections: soon(() => [...collections.values()].sort((one, other) => one.order - other.order)),
    saveCollection: soon((collection) => {
      collections.set(collection.id, collection)
    }),
    forgetCollection: soon((id) => {
      collections.delete(id)
    }),
    files: soon(() => [...files.values()]),
    beginFile: soon((sha256) => {
      const begun = [...files.values()].find((file) => file.sha256 === sha256)
      if (begun?.isComplete) return begun
      if (begun !== undefined) forgetArticles(begun.number)
      const file = {
        sha256,
        number: begun?.number ?? ++lastNumber,
        articles: 0,
        isComplete: false,
        problems: [],
      }
      files.set(file.number, file)
      return file
    }),
    storeArticles: soon((file, firstPlace, batch) => {
      batch.forEach((article, place) => {
        putArticle(articleKey(file.number, firstPlace + place), article)
      })
      files.set(file.number, { ...file, articles: firstPlace + batch.length - 1, isComplete: false })
    }),
    completeFile: soon((file, count, problems) => {
      files.set(file.number, { ...file, articles: count, isComplete: true, problems })
    }),
    deleteFile: soon(forgetFile),
    articlesAt: soon((keys) => keys.map((key) => articles.get(key))),
    articlesWithIds: soon((ids) => ids.flatMap((id) => keysOfId.get(id) ?? []).flatMap(stored)),
    articlesOfFile: soon((number, firstPlace, limit) => {
      const last = Math.min(firstPlace + limit - 1, files.get(number)?.articles ?? 0)
      const places = Array.from(
        { length: Math.max(0, last - firstPlace + 1) },
        (_, step) => firstPlace + step,
      )
      return places.flatMap((place) => stored(articleKey(number, place)))
    }),
    replacementsOf: soon((ids) => {
      const wanted = new Set(ids)
      return [...replacements.values()].filter(({ replaces }) => replaces.some((id) => wanted.has(id)))
    }),
    replacementsIn: soon((file) =>
      [...replacements.values()].filter(({ key }) => fileNumberOf(key) === file),
    ),
    // The index is in memory already, and there is no next start to keep it for.
    indexCover: soon(() => null),
    loadIndex: soon(() => null),
    saveIndex: soon(() => undefined),
    beginIndexFile: soon(beginIndexFile),
    writeIndexFile: (name, pieces) => writePieces(beginIndexFile(name), pieces),
    openIndexFile: soon((name) => {
      const bytes = indexFiles.get(name)
      return bytes === undefined ? null : bytesReader(bytes)
    }),
    indexFileNames: soon(() => [...indexFiles.keys()]),
    deleteIndexFiles: soon((names) => {
      for (const name of names) indexFiles.delete(name)
    }),
    clearOrphanedIndexFiles: soon(() => undefined),
    close: () => undefined,
  }
}
