import type { FileContent } from '../domain/fileContent'
import type { Attachment } from '../domain/attachment'
import type { RecordKind } from '../domain/keptRecord'
import type { ArchiveDatabase } from './archiveDatabase'
import type { BelongingsStore } from './belongingsStore'
import { toFileError, toStorageError } from './storageError'
import { toAttachment, toFileContent, type StoredAttachment } from './storedAttachment'

async function bytesOf(content: FileContent): Promise<Uint8Array> {
  try {
    return new Uint8Array(await content.arrayBuffer())
  } catch (cause) {
    throw toFileError(cause)
  }
}

const inOrder = (attachments: readonly StoredAttachment[]): readonly Attachment[] =>
  attachments.map(toAttachment).sort((one, other) => one.number - other.number)

/** Belongings in the archive's database; `run` runs an operation on it. */
export function createDexieBelongings(
  database: ArchiveDatabase,
  run: <Result>(operation: () => PromiseLike<Result>) => Promise<Result>,
): BelongingsStore {
  const { attachments, records, deedPieces } = database

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
    scans: (ids) => run(async () => inOrder(await attachments.where('id').anyOf(ids).toArray())),
    scanIds: () => run(async () => (await attachments.orderBy('id').uniqueKeys()) as string[]),
    attachment: (number) =>
      run(async () => {
        const stored = await attachments.get(number)
        return stored === undefined ? null : toAttachment(stored)
      }),
    async addScan(scan, content) {
      const held = await run(() => attachments.where('id').equals(scan.id).first())
      if (held !== undefined) return toAttachment(held)
      const attachment = { ...scan, kind: 'scan' } as const
      return { ...attachment, number: await add(attachment, content) }
    },
    addOriginal: (batch, original, content) =>
      add({ ...original, articleId: '', kind: 'original', batch }, content),
    originalsOf: (batch) =>
      run(async () => inOrder(await attachments.where('batch').equals(batch).toArray())),
    contentOf: (number) =>
      run(async () => {
        const stored = await attachments.get(number)
        return stored === undefined ? null : toFileContent(stored)
      }),
    deleteScans: (ids) =>
      run(async () => {
        await attachments.where('id').anyOf(ids).delete()
      }),
    clearUnclaimedScans: () =>
      run(() =>
        database.transaction('rw', attachments, records, deedPieces, async () => {
          const ids = (await attachments.orderBy('id').uniqueKeys()) as string[]
          const held = await records.bulkGet(ids.map((id): [RecordKind, string] => ['scan', id]))
          const without = ids.filter((_id, place) => (held[place]?.content ?? null) === null)
          if (without.length === 0) return
          const claimed = new Set(await deedPieces.where('scans').anyOf(without).uniqueKeys())
          const unclaimed = without.filter((id) => !claimed.has(id))
          await attachments.where('id').anyOf(unclaimed).delete()
        }),
      ),
  }
}
