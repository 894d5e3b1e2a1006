import type { FileContent } from '../domain/fileContent'
import type { BelongingsStore } from './belongingsStore'
import { soon } from './soon'
import { toAttachment, toFileContent, type StoredAttachment } from './storedAttachment'

/**
 * Belongings in memory.
 *
 * @param attachments where they are kept; what else goes with a batch drops its originals there
 * @param isClaimed whether a scan has a record, or may get it back
 */
export function createMemoryBelongings(
  attachments: Map<number, StoredAttachment>,
  isClaimed: (scan: string) => boolean,
): BelongingsStore {
  let lastNumber = 0

  const scansWith = (ids: ReadonlySet<string>): readonly StoredAttachment[] =>
    [...attachments.values()].filter(({ id }) => id !== undefined && ids.has(id))

  async function add(attachment: Omit<StoredAttachment, 'number' | 'content'>, given: FileContent) {
    const content = new Blob([await given.arrayBuffer()], { type: attachment.type })
    lastNumber += 1
    attachments.set(lastNumber, { ...attachment, content, number: lastNumber })
    return lastNumber
  }

  return {
    scans: soon((ids: readonly string[]) => scansWith(new Set(ids)).map(toAttachment)),
    scanIds: soon(() => [...attachments.values()].flatMap(({ id }) => (id === undefined ? [] : [id])).sort()),
    attachment: soon((number: number) => {
      const held = attachments.get(number)
      return held === undefined ? null : toAttachment(held)
    }),
    async addScan(scan, content) {
      const [held] = scansWith(new Set([scan.id]))
      if (held !== undefined) return toAttachment(held)
      const attachment = { ...scan, kind: 'scan' } as const
      return { ...attachment, number: await add(attachment, content) }
    },
    addOriginal: (batch, original, content) =>
      add({ ...original, articleId: '', kind: 'original', batch }, content),
    originalsOf: soon((batch: string) =>
      [...attachments.values()].filter((one) => one.batch === batch).map(toAttachment),
    ),
    contentOf: soon((number: number) => {
      const held = attachments.get(number)
      return held === undefined ? null : toFileContent(held)
    }),
    deleteScans: soon((ids: readonly string[]) => {
      for (const { number } of scansWith(new Set(ids))) attachments.delete(number)
    }),
    clearUnclaimedScans: soon(() => {
      for (const { number, id } of attachments.values()) {
        if (id !== undefined && !isClaimed(id)) attachments.delete(number)
      }
    }),
  }
}
