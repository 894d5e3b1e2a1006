import type { FileContent } from '../domain/fileContent'
import type { ArchiveDatabase, StoredAttachment } from './archiveDatabase'
import type { BelongingsStore } from './belongingsStore'
import { toFileError, toStorageError } from './storageError'
import { toAttachment, toFileContent } from './storedAttachment'

async function bytesOf(content: FileContent): Promise<Uint8Array> {
  try {
    return new Uint8Array(await content.arrayBuffer())
  } catch (cause) {
    throw toFileError(cause)
  }
}

/** Belongings in the archive's database; `run` runs an operation on it. */
export function createDexieBelongings(
  database: ArchiveDatabase,
  run: <Result>(operation: () => PromiseLike<Result>) => Promise<Result>,
): BelongingsStore {
  const { notes, attachments } = database

  let areBlobsRefused = false

  /** Safari stores no Blob in private windows (https://bugs.webkit.org/show_bug.cgi?id=156347). */
  async function add(
    attachment: Omit<StoredAttachment, 'number' | 'content'>,
    content: FileContent,
  ): Promise<number> {
    // What is given may be a file of the device, which changes or goes; what is kept are its bytes.
    const bytes = await bytesOf(content)
    if (!areBlobsRefused) {
      const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: attachment.type })
      try {
        return await run(() => attachments.add({ ...attachment, content: blob }))
      } catch (cause) {
        if (toStorageError(cause).code === 'storage-full') throw cause
      }
    }
    const number = await run(() => attachments.add({ ...attachment, content: bytes }))
    areBlobsRefused = true
    return number
  }

  return {
    notesOf: (articleIds) =>
      run(async () =>
        (
          await notes
            .where('articleId')
            .anyOf([...articleIds])
            .toArray()
        ).sort((one, other) => one.number - other.number),
      ),
    addNotes: (articleIds, text, changedAt) =>
      run(async () => {
        await notes.bulkAdd(articleIds.map((articleId) => ({ articleId, text, changedAt })))
      }),
    putNote: (note) =>
      run(async () => {
        await notes.put(note)
      }),
    deleteNote: (number) => run(() => notes.delete(number)),
    attachmentsOf: (articleIds) =>
      run(async () =>
        (
          await attachments
            .where('articleId')
            .anyOf([...articleIds])
            .toArray()
        )
          .map(toAttachment)
          .sort((one, other) => one.number - other.number),
      ),
    attachment: (number) =>
      run(async () => {
        const stored = await attachments.get(number)
        return stored === undefined ? null : toAttachment(stored)
      }),
    async addScan(scan, content) {
      const attachment = { ...scan, kind: 'scan' } as const
      return { ...attachment, number: await add(attachment, content) }
    },
    addOriginal: (batch, original, content) =>
      add({ ...original, articleId: '', kind: 'original', batch }, content),
    contentOf: (number) =>
      run(async () => {
        const stored = await attachments.get(number)
        return stored === undefined ? null : toFileContent(stored)
      }),
    deleteAttachment: (number) => run(() => attachments.delete(number)),
    articleIds: () =>
      run(async () => {
        const noted = (await notes.orderBy('articleId').uniqueKeys()) as string[]
        const pictured = (await attachments.orderBy('articleId').uniqueKeys()) as string[]
        return new Set([...noted, ...pictured].filter((id) => id !== ''))
      }),
  }
}
